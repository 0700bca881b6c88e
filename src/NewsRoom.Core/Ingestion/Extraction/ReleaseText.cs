using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>The paragraphs of one release, as the extractors read them.</summary>
internal sealed class ReleaseText(Page page, int first, int last, string language)
{
    public Page Page { get; } = page;

    /// <summary>Index of the first paragraph on the page.</summary>
    public int First { get; } = first;

    public int Last { get; } = last;

    public string Language { get; } = language;

    public Paragraph this[int at] => Page[at];

    /// <summary>Index of the first paragraph of what stands over the release: furniture, and the date line.</summary>
    public int Head { get; init; } = first;

    /// <summary>Index of the first paragraph that may belong to the release.</summary>
    public int Own { get; init; } = first;

    /// <summary>Index of the first paragraph that belongs to the release: the date lines right over it do, though they are no part of its text.</summary>
    public int Top
    {
        get
        {
            var top = First;
            while (top > Own && Page.Is(top - 1, Traits.DateLine | Traits.MetaLine))
                top--;
            return top;
        }
    }

    /// <summary>Index of the headline; -1 when the text has none.</summary>
    public int Title { get; init; } = -1;

    /// <summary>Index of the lead: the first paragraph of running text.</summary>
    public int Lead { get; init; }

    /// <summary>Indexes of the paragraphs that this and other releases of the page close with.</summary>
    public IReadOnlyList<int> Boilerplate { get; set; } = [];

    public bool IsBoilerplate(int at) => Boilerplate.Count > 0 && Boilerplate.Contains(at);

    public IEnumerable<Paragraph> Paragraphs => Page.Paragraphs.Skip(First).Take(Last - First + 1);

    /// <summary>A sentence that runs on further than this to either side is shortened to its middle anyway.</summary>
    private const int Most = 1000;

    /// <summary>The sentence around a place of a paragraph.</summary>
    public static string SentenceAt(string text, int offset)
    {
        var start = offset;
        while (start > 0 && offset - start < Most && !(text[start - 1] is '.' or '!' or '?' && start < text.Length && text[start] == ' ' && offset - start > 3))
            start--;
        var end = Math.Min(offset + 1, text.Length);
        while (end < text.Length && end - offset < Most && !(text[end - 1] is '.' or '!' or '?' && text[end] == ' ' && end - offset > 2))
            end++;
        return Shorten(text[start..end].Trim(), offset - start);
    }

    private static string Shorten(string sentence, int focus)
    {
        const int max = 400;
        if (sentence.Length <= max)
            return sentence;
        var start = Math.Clamp(focus - max / 2, 0, sentence.Length - max);
        return sentence.Substring(start, max);
    }
}
