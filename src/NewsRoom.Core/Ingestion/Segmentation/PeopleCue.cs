namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// People are introduced in full and named shortly afterwards: "Hester Lamont, a paediatrician" before "Dr Lamont". Somebody whom this release introduced speaks against a cut;
/// a next paragraph that names somebody introduced here speaks for one.
/// </summary>
internal sealed class PeopleCue : ISegmentationCue
{
    /// <summary>How many paragraphs are remembered.</summary>
    private const int Reach = 12;

    /// <summary>How many words of a long paragraph are read.</summary>
    private const int MaxWords = 400;

    private Page? _page;

    /// <summary>One more than the last paragraph that introduced the surname with a number.</summary>
    private int[] _introduced = [];
    private int[]?[] _surnames = [];
    private int _read;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.Shape.IsDelimited || page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.Is(at, Traits.TitleLike))
            return;
        Read(page, at);
        var from = Math.Max(start, at - Reach);
        if (Names(page, at, id => _introduced[id] > from))
            weights.Add(new("person-again", -0.29));
        if (at + 1 >= page.Count || page.BlockStart(at + 1) >= 0)
            return;
        var here = Surnames(page, at);
        if (here.Length > 0 && Names(page, at + 1, id => Array.IndexOf(here, id) >= 0 && _introduced[id] <= from))
            weights.Add(new("next-names-person", 0.74));
        else if (Names(page, at + 1, id => _introduced[id] > from))
            weights.Add(new("next-names-known-person", -0.24));
    }

    private void Read(Page page, int at)
    {
        if (!ReferenceEquals(_page, page) || _read > at)
        {
            _page = page;
            _introduced = new int[page.Vocabulary.Count];
            _surnames = new int[page.Count][];
            _read = 0;
        }

        for (; _read < at; _read++)
        {
            if (page.BlockStart(_read) >= 0)
                continue;
            foreach (var id in Surnames(page, _read))
                _introduced[id] = _read + 1;
        }
    }

    private static bool Names(Page page, int at, Func<int, bool> fits)
    {
        var words = page[at].Words;
        var ids = page.Vocabulary[at];
        for (var i = 0; i < Math.Min(words.Length, MaxWords); i++)
        {
            if (CanBeName(words[i]) && fits(ids[i]))
                return true;
        }

        return false;
    }

    /// <summary>The second words of pairs such as "Hester Lamont".</summary>
    private int[] Surnames(Page page, int at)
    {
        if (_surnames[at] is { } known)
            return known;
        var words = page[at].Words;
        List<int>? found = null;
        for (var i = 1; i < Math.Min(words.Length, MaxWords); i++)
        {
            if (CanBeName(words[i]) && CanBeName(words[i - 1]) && words[i].Start - words[i - 1].End == 1)
                (found ??= []).Add(page.Vocabulary[at][i]);
        }

        return _surnames[at] = found is null ? [] : [.. found];
    }

    private static bool CanBeName(Word word) => word.Is(WordTraits.Capital) && word.Length > 2 && !word.Is(WordTraits.Stop | WordTraits.AllCapitals | WordTraits.Organisation | WordTraits.Month | WordTraits.Title | WordTraits.Number);
}
