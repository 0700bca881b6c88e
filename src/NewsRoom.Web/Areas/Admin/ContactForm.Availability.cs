using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin;

/// <content>From when a contact answers, at what hours and in which languages.</content>
public sealed partial class ContactForm
{
    public static readonly IReadOnlyList<(DutyDays Day, string Name)> Week =
    [
        (DutyDays.Monday, "Monday"), (DutyDays.Tuesday, "Tuesday"), (DutyDays.Wednesday, "Wednesday"), (DutyDays.Thursday, "Thursday"), (DutyDays.Friday, "Friday"),
        (DutyDays.Saturday, "Saturday"), (DutyDays.Sunday, "Sunday"),
    ];

    /// <summary>yyyy-MM-dd in the newsroom's zone.</summary>
    public string? AnswersFrom { get; set; }

    public List<DutyDays> Days { get; set; } = [];

    /// <summary>HH:mm by the contact's own clock.</summary>
    public string? DutyFrom { get; set; }

    public string? DutyTo { get; set; }

    public string? DutyZone { get; set; }

    [StringLength(MediaContact.MaxDutyNote, ErrorMessage = "Use at most 200 characters.")]
    public string? DutyNote { get; set; }

    [StringLength(MediaContact.MaxLanguages, ErrorMessage = "Use at most 100 characters.")]
    public string? Languages { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Clean(AnswersFrom) is { } day && ReadDay(day) is null)
            yield return new("Write the day as 2026-11-30, or leave it empty.", [nameof(AnswersFrom)]);
        if ((Clean(DutyFrom) is { } from && ReadTime(from) is null) || (Clean(DutyTo) is { } to && ReadTime(to) is null) || Clean(DutyFrom) is null != Clean(DutyTo) is null)
            yield return new("Write both hours as 09:00 and 17:30, or leave both empty.", [nameof(DutyFrom)]);
        if (Clean(DutyZone) is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            yield return new("This is no time zone this machine knows; write one such as Europe/London or Asia/Kathmandu.", [nameof(DutyZone)]);
        if (Codes().Any(c => c.Length is < 2 or > 12 || !c.All(x => char.IsAsciiLetterOrDigit(x) || x == '-')))
            yield return new("Write languages as their short codes with commas between them, such as en, fr.", [nameof(Languages)]);
    }

    /// <summary>The instant at which a day of the newsroom begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    private ContactForm WithAvailability(MediaContact contact, TimeZoneInfo zone)
    {
        AnswersFrom = contact.AnswersFrom is { } from ? TimeZoneInfo.ConvertTime(from, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        Days = [.. Week.Select(d => d.Day).Where(d => contact.DutyDays.HasFlag(d))];
        DutyFrom = contact.DutyFrom?.ToString("HH:mm", CultureInfo.InvariantCulture);
        DutyTo = contact.DutyTo?.ToString("HH:mm", CultureInfo.InvariantCulture);
        DutyZone = contact.DutyZone;
        DutyNote = contact.DutyNote;
        Languages = contact.Languages;
        return this;
    }

    private ContactAvailability ToAvailability(TimeZoneInfo zone) => new(
        ReadDay(AnswersFrom) is { } day ? StartOf(day, zone) : null,
        new DutyHours(Days.Aggregate(DutyDays.None, (all, one) => all | one), ReadTime(DutyFrom), ReadTime(DutyTo), Clean(DutyZone), Clean(DutyNote)),
        Codes() is { Count: > 0 } codes ? string.Join(", ", codes) : null);

    private List<string> Codes() => [.. (Languages ?? "").Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(c => c.ToLowerInvariant()).Distinct()];

    private static TimeOnly? ReadTime(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
