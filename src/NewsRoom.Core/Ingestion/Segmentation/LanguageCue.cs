using NewsRoom.Core.Ingestion.Extraction;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A release is told in one language: where the text goes on in another one, another release begins.</summary>
internal sealed class LanguageCue : ISegmentationCue
{
    /// <summary>The language of a shorter text is not told by its small words.</summary>
    private const int Shortest = 100;

    /// <summary>How far back text is looked for.</summary>
    private const int Reach = 4;

    private Page? _page;
    private int _at;
    private string _language = "";

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page[at].Text.Length < Shortest || page.BlockStart(at) >= 0 || page.Is(at, Traits.StartsWithQuote))
            return;
        for (var before = at - 1; before >= Math.Max(start, at - Reach); before--)
        {
            if (page[before].Text.Length < Shortest || page.BlockStart(before) >= 0)
                continue;
            if (LanguageOf(page, before) is { Length: > 0 } there && LanguageOf(page, at) is { Length: > 0 } here && here != there)
                weights.Add(new("other-language", 3));
            return;
        }
    }

    /// <summary>Empty where too few words tell; the one told last is remembered, as the next place asks for it again.</summary>
    private string LanguageOf(Page page, int at)
    {
        if (!ReferenceEquals(_page, page) || _at != at)
            (_page, _at, _language) = (page, at, LanguageDetector.Detect([page[at]], fallback: ""));
        return _language;
    }
}
