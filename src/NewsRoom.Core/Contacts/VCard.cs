using System.Globalization;
using System.Text;

namespace NewsRoom.Core.Contacts;

/// <summary>A contact as a vCard 4.0 (RFC 6350), or 3.0 (RFC 2426) for telephones that know no other: CRLF line ends, folded at 75 octets, text escaped.</summary>
public static class VCard
{
    /// <summary>The longest line in octets, its line end apart (RFC 6350, 3.2).</summary>
    private const int MaxOctets = 75;

    /// <param name="organisation">Whom the contact speaks for.</param>
    /// <param name="page">The contact's page on the public site.</param>
    /// <param name="note">What whoever keeps the card should know, such as that it is not confirmed; null for nothing.</param>
    /// <param name="isOld">Whether to write version 3.0.</param>
    public static string Write(MediaContact contact, string organisation, Uri page, string? note, bool isOld = false)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(page);
        var card = new StringBuilder();
        Line(card, "BEGIN:VCARD");
        Line(card, isOld ? "VERSION:3.0" : "VERSION:4.0");
        if (!isOld)
            Line(card, "KIND:individual");
        Line(card, $"UID:urn:uuid:{contact.PublicId:D}");
        Line(card, "FN:" + Escape(contact.Name));
        Line(card, "N:" + StructuredName(contact.Name));
        Line(card, "ORG:" + Escape(organisation) + (contact.Office is { } office ? ";" + Escape(office) : ""));
        if (contact.Role is { } role)
            Line(card, "TITLE:" + Escape(role));
        Phone(card, contact.PhoneE164, isOld);
        Phone(card, contact.OtherPhoneE164, isOld);
        if (contact.Email is { } email)
            Line(card, (isOld ? "EMAIL;TYPE=INTERNET:" : "EMAIL;TYPE=work:") + Escape(email));
        foreach (var language in isOld ? [] : contact.Languages?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
            Line(card, "LANG:" + Escape(language));
        Line(card, "URL:" + page.AbsoluteUri);
        if (Notes(contact, note) is { } notes)
            Line(card, "NOTE:" + Escape(notes));
        Line(card, "REV:" + contact.UpdatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(card, "END:VCARD");
        return card.ToString();
    }

    private static void Phone(StringBuilder card, string? e164, bool isOld)
    {
        if (e164 is not null)
            Line(card, (isOld ? "TEL;TYPE=WORK,VOICE:" : "TEL;VALUE=uri;TYPE=work:tel:") + e164);
    }

    // A number that cannot be right is given to people, not to a dialler.
    private static string? Notes(MediaContact contact, string? note)
    {
        var notes = new List<string>();
        if (note is not null)
            notes.Add(note);
        if (contact is { PhoneE164: null, PhoneAsWritten: { } phone })
            notes.Add($"The number {phone} looks incomplete.");
        if (contact is { OtherPhoneE164: null, OtherPhoneAsWritten: { } other })
            notes.Add($"The number {other} looks incomplete.");
        return notes.Count == 0 ? null : string.Join('\n', notes);
    }

    // Family name last, as the archive's languages write it; one word stands as the family name.
    private static string StructuredName(string name)
    {
        var words = name.Trim();
        var cut = words.LastIndexOf(' ');
        return cut < 0 ? Escape(words) + ";;;;" : $"{Escape(words[(cut + 1)..])};{Escape(words[..cut])};;;";
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ',' or ';' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static void Line(StringBuilder card, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                card.Append("\r\n ");
                octets = 1;
            }

            card.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        card.Append("\r\n");
    }
}
