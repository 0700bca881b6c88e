using System.Globalization;
using NewsRoom.Core.Contacts;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Contacts;

/// <content>What a contact says of their hours and languages.</content>
public sealed partial record ContactView
{
    private static readonly (DutyDays Day, DayOfWeek Name)[] Week =
    [
        (DutyDays.Monday, DayOfWeek.Monday), (DutyDays.Tuesday, DayOfWeek.Tuesday), (DutyDays.Wednesday, DayOfWeek.Wednesday), (DutyDays.Thursday, DayOfWeek.Thursday), (DutyDays.Friday, DayOfWeek.Friday),
        (DutyDays.Saturday, DayOfWeek.Saturday), (DutyDays.Sunday, DayOfWeek.Sunday),
    ];

    public DutyHours Duty { get; init; } = DutyHours.Unknown;

    /// <summary>The zone of the clock their hours are told by, IANA; null when no clock is told.</summary>
    public string? Zone { get; init; }

    /// <summary>BCP 47 codes separated by commas.</summary>
    public string? Spoken { get; init; }

    /// <summary>"Mon–Fri, 09:00–17:30 Europe/London, at night by the second number"; null when nothing is known.</summary>
    public string? Hours(SiteText texts) => HoursOf(Duty, Zone ?? "", texts);

    /// <summary>"English, French"; null when nothing is known.</summary>
    public string? Languages(SiteText texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Spoken is null ? null : string.Join(", ", Spoken.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(texts.LanguageName));
    }

    /// <param name="zone">The newsroom's, for a contact who names none.</param>
    public static ContactView Of(MediaContact c, string zone)
    {
        ArgumentNullException.ThrowIfNull(c);
        return new(c.Slug, c.Name, c.Role, c.Office, c.PhoneAsWritten, c.PhoneE164, c.OtherPhoneAsWritten, c.OtherPhoneE164, c.Email, c.PrintedYear, c.ConfirmedAt)
        {
            Duty = c.Duty,
            Zone = c.Duty is { From: not null, To: not null } ? c.DutyZone ?? zone : null,
            Spoken = c.Languages,
        };
    }

    /// <param name="zone">The newsroom's, for a contact who names none.</param>
    public static string? HoursOf(DutyHours duty, string zone, SiteText texts)
    {
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(texts);
        if (!duty.IsKnown)
            return null;
        var clock = duty is { From: { } from, To: { } to } ? string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}–{to:HH:mm} {duty.Zone ?? zone}") : null;
        return string.Join(", ", new[] { DaysOf(duty.Days, texts), clock, duty.Note }.Where(p => !string.IsNullOrEmpty(p)));
    }

    /// <summary>Days that follow each other as a span.</summary>
    private static string DaysOf(DutyDays days, SiteText texts)
    {
        string Name(int day) => texts.Culture.DateTimeFormat.GetAbbreviatedDayName(Week[day].Name);
        var parts = new List<string>();
        for (var i = 0; i < Week.Length; i++)
        {
            if (!days.HasFlag(Week[i].Day))
                continue;
            var last = i;
            while (last + 1 < Week.Length && days.HasFlag(Week[last + 1].Day))
                last++;
            parts.Add(last == i ? Name(i) : last == i + 1 ? $"{Name(i)}, {Name(last)}" : $"{Name(i)}–{Name(last)}");
            i = last;
        }

        return string.Join(", ", parts);
    }
}
