using NewsRoom.Core.Contacts;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Contacts;

/// <summary>A contact as readers see it.</summary>
public sealed partial record ContactView(
    string Slug, string Name, string? Role, string? Office, string? PhoneAsWritten, string? PhoneE164, string? OtherPhoneAsWritten, string? OtherPhoneE164, string? Email, int? PrintedYear, DateTimeOffset? ConfirmedAt)
{
    /// <summary>Whether they can be rung or written to as they stand here.</summary>
    public bool IsReachable => Email is not null || PhoneE164 is not null || OtherPhoneE164 is not null;

    public IEnumerable<PhoneNumber> Phones
    {
        get
        {
            if (PhoneAsWritten is not null || PhoneE164 is not null)
                yield return new PhoneNumber(PhoneAsWritten ?? "", PhoneE164);
            if (OtherPhoneAsWritten is not null || OtherPhoneE164 is not null)
                yield return new PhoneNumber(OtherPhoneAsWritten ?? "", OtherPhoneE164);
        }
    }
}

/// <summary>The people and the office that answer for a release, in the order they are shown.</summary>
/// <param name="Subject">The subject of a mail to them; null for none.</param>
/// <param name="LostAddress">The words that stand for an e-mail address the archive lost; null when none was.</param>
public sealed record ContactCard(IReadOnlyList<ContactView> Contacts, PressOfficeOptions PressOffice, string? Subject, string? LostAddress)
{
    /// <summary>Slug of the release they answer for here, so that what is taken of them counts for it; null for none.</summary>
    public string? Release { get; init; }

    /// <summary>Whether hours are told by a clock, to which a script adds what it shows now.</summary>
    public bool HasClock => Contacts.Any(c => c.Zone is not null);

    public bool IsEmpty => Contacts.Count == 0 && !PressOffice.IsKnown;

    /// <summary>Until somebody has confirmed the people, the press office stands first: nobody should ring a number of ten years ago unwarned.</summary>
    public bool OfficeFirst => PressOffice.IsKnown && Contacts.Any(c => c.ConfirmedAt is null);

    public bool OfficeLast => PressOffice.IsKnown && !OfficeFirst;

    /// <summary>What is said of details nobody has confirmed; null when somebody has.</summary>
    public static string? Provenance(DateTimeOffset? confirmedAt, int? printedYear, SiteText texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return confirmedAt is not null ? null : printedYear is { } year ? texts["AsPrintedIn", year].Value : texts["AsPrinted"].Value;
    }

    /// <summary>The same of a contact as readers see it.</summary>
    public static string? Warning(ContactView contact, SiteText texts)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Provenance(contact.ConfirmedAt, contact.PrintedYear, texts);
    }

    /// <summary>What a dialler understands of a number as it is written: its digits, and a plus before them.</summary>
    public static string Dial(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return (written.TrimStart().StartsWith('+') ? "+" : "") + string.Concat(written.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
    }

    /// <summary>The address of a contact's card for address books.</summary>
    public string CardOf(ContactView contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return $"/contacts/{contact.Slug}.vcf{(Release is null ? "" : "?release=" + Release)}";
    }

    public string MailTo(string address) =>
        "mailto:" + Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal) + (Subject is null ? "" : "?subject=" + Uri.EscapeDataString(Subject));
}
