using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Takes the headline from the text, or suggests one from the lead.</summary>
internal static class HeadlineExtractor
{
    /// <summary>The longest suggestion in characters.</summary>
    public const int MaxLength = 80;

    private static readonly HashSet<string> HangingWords = new(
        ("a an the and or of in on at to for from by with as its their his her this that which who whose is are was were has have had will be been not more over under into between during " +
         "le la les de du des et ou en à au aux par pour dans sur un une qui que est sont el los las del y o con por para una uno su sus es se").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the headline and the lead of a segment stand: (index of the headline or -1, index of the lead).</summary>
    public static (int Title, int Lead) Locate(Page page, int first, int last)
    {
        const Traits over = Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.ReleaseMarker | Traits.Embargo | Traits.Byline | Traits.PhotoCredit | Traits.Separator;
        var title = -1;
        for (var i = first; i <= last; i++)
        {
            if (page.Is(i, over) || (page.BlockStart(i) >= 0 && i < last && (title < 0 || page.HeadStart(i) >= 0) && (page.Shape.ContactFirst || page.HeadStart(i) >= 0)) || (i < last && (page.IsLetterhead(i + 1) || page.IsBehindBlock(i))) || (title < 0 && HeadlineLines.IsOver(page, i, last)))
                continue;
            if (title < 0 && PageShapeReader.IsHeadline(page, i) | (page.Is(i, Traits.TitleLike) && page.HeadStart(i) >= 0) && i < last && HasText(page, i + 1, last))
            {
                title = i;
                continue;
            }

            // A short line right under the headline is its subtitle, also over the date line.
            if (title >= 0 && i == title + 1 && page.Is(i, Traits.TitleLike) && i < last && page[i].Text.Length < 180 && (page[i + 1].Text.Length > page[i].Text.Length || page.Is(i + 1, over)))
                continue;
            return (title, i);
        }

        return (-1, Math.Min(Math.Max(first, 0), last));
    }

    public static (string Headline, HeadlineBasis Basis) Headline(ReleaseText release)
    {
        if (release.Title >= 0)
            return (Cut(HeadlineLines.Clean(release[release.Title].Text, release.Language), ReleaseContent.MaxHeadline), HeadlineBasis.Text);
        var lead = release[release.Lead].Text;
        if (DatelineReader.Read(lead) is { } dateline && dateline.Length < lead.Length)
            lead = lead[dateline.Length..];
        return (Suggest(lead), HeadlineBasis.Suggested);
    }

    /// <summary>The main clause of the first sentence, whole words only.</summary>
    public static string Suggest(string lead) => HeadlineSuggester.Suggest(lead);

    private static bool HasText(Page page, int from, int last)
    {
        for (var i = from; i <= Math.Min(last, from + 4); i++)
        {
            if (page[i].Text.Length > 60 || page.Is(i, Traits.EventCard | Traits.Bullet))
                return true;
        }

        return from <= last && page[from].Text.Length > 30;
    }

    /// <summary>Cuts between words; a small word does not stay at the end.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max)
            return text;
        var end = text.LastIndexOf(' ', max);
        if (end <= max / 3)
            return text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
        var cut = text[..end].TrimEnd(' ', ',', ';', ':', '–', '—', '(', '-');
        while (cut.LastIndexOf(' ') is > 20 and var space && (HangingWords.Contains(cut[(space + 1)..]) || cut.Length - space <= 2))
            cut = cut[..space].TrimEnd(' ', ',', ';', ':', '–', '—', '(', '-');
        return cut;
    }
}
