using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>What a word processor's document tells that flat text lost: links that are still there, addresses behind words, a subtitle.</summary>
internal static class LinkedText
{
    /// <summary>Leaves out the gaps where a link stands.</summary>
    public static List<PlacedGap> WithoutLinks(ReleaseText release, List<PlacedGap> gaps)
    {
        gaps.RemoveAll(g => release[g.Paragraph].Marks?.Spans.Any(s => s.Link is not null && s.Start <= g.Insert + 1 && s.End >= g.Insert - g.Gap.Text.Length) == true);
        return gaps;
    }

    /// <summary>Fills in e-mail addresses that stand behind the words of a contact's line: "Anna Roe (email)".</summary>
    public static List<FoundContact> WithAddresses(ReleaseText release, List<FoundContact> contacts)
    {
        for (var i = 0; i < contacts.Count; i++)
        {
            if (contacts[i].Email is null && AddressNear(release, contacts[i], i + 1 < contacts.Count ? contacts[i + 1] : null) is { } address)
                contacts[i] = contacts[i] with { Email = address };
        }

        return contacts;
    }

    /// <summary>The line styled as a subtitle, as far as a standfirst may be long; null for none.</summary>
    public static string? Subtitle(ReleaseText release) => SubtitleAt(release) is >= 0 and var at ? release[at].Text : null;

    /// <summary>The index of that line; -1 for none.</summary>
    public static int SubtitleAt(ReleaseText release)
    {
        if (release.Title < 0 || release[release.Title].Marks is null)
            return -1;
        for (var i = release.First; i <= Math.Min(release.Last, release.Title + 3); i++)
        {
            if (release[i].Marks is { IsSubtitle: true } && release[i].Text.Length <= ReleaseContent.MaxStandfirst)
                return i;
        }

        return -1;
    }

    /// <summary>The first address between a contact's name and the next one's.</summary>
    private static string? AddressNear(ReleaseText release, FoundContact contact, FoundContact? next)
    {
        foreach (var paragraph in release.Paragraphs)
        {
            var line = paragraph.StartLine;
            if (paragraph.Marks is not { Spans.Count: > 0 } marks || line < contact.Line || line > (next?.Line ?? line) || !SameBlock(release, paragraph, contact.Line))
                continue;
            var from = line == contact.Line ? Math.Max(0, paragraph.Text.IndexOf(contact.Name, StringComparison.Ordinal)) : 0;
            var to = next is not null && line == next.Line && paragraph.Text.IndexOf(next.Name, StringComparison.Ordinal) is >= 0 and var other ? other : paragraph.Text.Length;
            if (marks.Spans.Where(s => s.Start >= from && s.Start < to).Select(AddressOf).FirstOrDefault(a => a is not null) is { } address)
                return address;
        }

        return null;
    }

    private static bool SameBlock(ReleaseText release, Paragraph paragraph, int line) =>
        paragraph.StartLine == line || (release.Page.BlockStart(paragraph.Index) is >= 0 and var start && release[start].StartLine <= line);

    private static string? AddressOf(MarkedSpan span)
    {
        if (span.Link is not { } link || !link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return null;
        var address = Uri.UnescapeDataString(link[7..].Split('?', 2)[0]).Trim();
        return address.Length <= 254 && ContactSentence.HasEmail(address) && !address.Contains(' ', StringComparison.Ordinal) ? address : null;
    }
}
