using System.Globalization;
using NewsRoom.Core.Contacts;

namespace NewsRoom.Web.Pages.Contacts;

/// <content>What a contact says of their hours and languages.</content>
public sealed partial record ContactView
{
    private static readonly (DutyDays Day, string Name)[] Week =
    [
        (DutyDays.Monday, "Mon"), (DutyDays.Tuesday, "Tue"), (DutyDays.Wednesday, "Wed"), (DutyDays.Thursday, "Thu"), (DutyDays.Friday, "Fri"), (DutyDays.Saturday, "Sat"), (DutyDays.Sunday, "Sun"),
    ];

    /// <summary>"Mon–Fri, 09:00–17:30 Europe/London, at night by the second number"; null when nothing is known.</summary>
    public string? Hours { get; init; }

    /// <summary>"English, French"; null when nothing is known.</summary>
    public string? Languages { get; init; }

    /// <param name="zone">The newsroom's, for a contact who names none.</param>
    public static ContactView Of(MediaContact c, string zone)
    {
        ArgumentNullException.ThrowIfNull(c);
        return new(c.Slug, c.Name, c.Role, c.Office, c.PhoneAsWritten, c.PhoneE164, c.OtherPhoneAsWritten, c.OtherPhoneE164, c.Email, c.PrintedYear, c.ConfirmedAt)
        {
            Hours = HoursOf(c.Duty, zone),
            Languages = LanguagesOf(c.Languages),
        };
    }

    public static string? HoursOf(DutyHours duty, string zone)
    {
        ArgumentNullException.ThrowIfNull(duty);
        if (!duty.IsKnown)
            return null;
        var clock = duty is { From: { } from, To: { } to } ? string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}–{to:HH:mm} {duty.Zone ?? zone}") : null;
        return string.Join(", ", new[] { DaysOf(duty.Days), clock, duty.Note }.Where(p => !string.IsNullOrEmpty(p)));
    }

    public static string? LanguagesOf(string? codes) => codes is null
        ? null
        : string.Join(", ", codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(NameOf));

    /// <summary>Days that follow each other as a span.</summary>
    private static string DaysOf(DutyDays days)
    {
        var parts = new List<string>();
        for (var i = 0; i < Week.Length; i++)
        {
            if (!days.HasFlag(Week[i].Day))
                continue;
            var last = i;
            while (last + 1 < Week.Length && days.HasFlag(Week[last + 1].Day))
                last++;
            parts.Add(last == i ? Week[i].Name : last == i + 1 ? $"{Week[i].Name}, {Week[last].Name}" : $"{Week[i].Name}–{Week[last].Name}");
            i = last;
        }

        return string.Join(", ", parts);
    }

    private static string NameOf(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
