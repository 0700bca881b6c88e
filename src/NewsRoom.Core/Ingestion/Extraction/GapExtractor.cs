using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>A gap with its place in a paragraph, for the body that marks it.</summary>
/// <param name="Paragraph">Index on the page.</param>
/// <param name="Insert">Where the lost address or link belongs: offset in the paragraph.</param>
/// <param name="Replace">How many characters at that place the marker takes over: a stray space or comma.</param>
internal sealed record PlacedGap(FoundGap Gap, int Paragraph, int Insert, int Replace);

/// <summary>Finds each place where flattening lost an address or a link.</summary>
internal static class GapExtractor
{
    /// <summary>How far around a gap the words that it is told by are looked for.</summary>
    public const int Around = 200;

    /// <summary>A paragraph with more gaps than this is noise: what lies beyond is not listed.</summary>
    public const int MaxGaps = 1000;

    private static readonly Comparer<PlacedGap> ByPlace = Comparer<PlacedGap>.Create((a, b) => a.Insert.CompareTo(b.Insert));

    /// <summary>The gaps of a release in reading order, one of a kind and line.</summary>
    public static List<PlacedGap> Find(ReleaseText release)
    {
        var all = new List<PlacedGap>();
        var found = new List<PlacedGap>();
        for (var i = release.First; i <= release.Last; i++)
        {
            var paragraph = release[i];
            if (paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Separator))
                continue;
            found.Clear();
            if (release.Page.BlockStart(i) >= 0)
                ContactGaps.Find(release, paragraph, found);
            else
                LooseLabels.Find(release, paragraph, found);
            LostLinks.Find(release, paragraph, found);
            LostUrls.Find(release, paragraph, found);
            Addressees(paragraph, found);
            LostUrls.Stumps(release, paragraph, found);
            LostFiles.Find(release, paragraph, found);
            if (found.Count > 1)
                found.Sort(ByPlace);
            all.AddRange(found);
        }

        return Distinct(all);
    }

    private static List<PlacedGap> Distinct(List<PlacedGap> gaps)
    {
        if (gaps.Count < 2)
            return gaps;
        var seen = new HashSet<(int, int)>();
        return [.. gaps.Where(g => seen.Add((g.Paragraph, g.Insert)))];
    }

    private static void Addressees(Paragraph paragraph, List<PlacedGap> found)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        for (var i = LostAddressee.Next(text, words, 0, out var kind); i >= 0 && found.Count < MaxGaps; i = LostAddressee.Next(text, words, i + 1, out kind))
            Add(found, kind, paragraph, words[Math.Max(0, i - 1)].Start, text[words[Math.Max(0, i - 1)].Start..words[Math.Min(i + 1, words.Length - 1)].End], words[i].End);
    }

    public static void Add(List<PlacedGap> found, GapKind kind, Paragraph paragraph, int start, string text, int insert)
    {
        var replace = 0;
        found.Add(new(new(kind, paragraph.LineAt(Math.Max(0, start)), text.Trim(), ReleaseText.SentenceAt(paragraph.Text, Math.Max(0, start))), paragraph.Index, insert, replace));
    }

    /// <summary>Whether the address of a page stands near a place, and not only the beginning of one.</summary>
    public static bool HasAddressNear(string text, int at)
    {
        var start = Math.Max(0, at - Around);
        var near = text.AsSpan(start, Math.Min(text.Length, at + Around) - start);
        return IsFollowed(near, "www.") || IsFollowed(near, "://");
    }

    private static bool IsFollowed(ReadOnlySpan<char> near, ReadOnlySpan<char> beginning)
    {
        var at = near.IndexOf(beginning, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at + beginning.Length < near.Length && char.IsLetterOrDigit(near[at + beginning.Length]);
    }

    public static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }

    public static int WordBefore(string text, int at)
    {
        var i = Math.Min(at, text.Length) - 1;
        while (i > 0 && text[i] == ' ')
            i--;
        var least = i - Around;
        while (i > 0 && i > least && text[i - 1] != ' ')
            i--;
        return Math.Max(0, i);
    }

    public static int WordAfter(string text, int at)
    {
        var i = SkipSpaces(text, Math.Min(at, text.Length));
        var most = i + Around;
        while (i < text.Length && i < most && text[i] != ' ')
            i++;
        return i;
    }
}
