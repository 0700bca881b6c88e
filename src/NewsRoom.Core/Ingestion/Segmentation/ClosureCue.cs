namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Whether the release before has come to its end: its contact has been named, or the words that this page closes its releases with have been said.</summary>
internal sealed class ClosureCue : ISegmentationCue
{
    private const int LeastBoilerplate = 40, MostBoilerplate = 600;

    private Page? _page;
    private bool[] _repeats = [];

    /// <summary>The last paragraph of a contact block before each; -1 for none.</summary>
    private int[] _contactBefore = [];
    private double _contacts;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.Shape.IsDelimited || page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0)
            return;
        Prepare(page);
        if (_repeats[at])
            weights.Add(new("boilerplate", -5.9));
        else if (_repeats[at - 1])
            weights.Add(new("boilerplate-before", 3));
        if (page.Is(at, Traits.TitleLike))
            return;
        if (_contactBefore[at] >= start)
            weights.Add(new("contact-passed", 0.88));
        else if (_contacts > 0)
            weights.Add(new("no-contact-yet", -0.86 * _contacts));
        // One line more behind the contact: "Tickets cost £5." A lead would be longer than what follows it.
        if (page.BlockStart(at - 1) >= 0 && page[at].Text.Length < 130 && at + 1 < page.Count && page.BlockStart(at + 1) < 0 && page[at + 1].Text.Length > page[at].Text.Length)
            weights.Add(new("line-behind-contact", -0.64));
    }

    private void Prepare(Page page)
    {
        if (ReferenceEquals(_page, page))
            return;
        _page = page;
        _contactBefore = new int[page.Count];
        FindRepeats(page);
        var (blocks, last) = (0, -1);
        for (var i = 0; i < page.Count; i++)
        {
            _contactBefore[i] = last;
            if (page.BlockStart(i) < 0)
                continue;
            last = i;
            blocks += page.BlockStart(i) == i ? 1 : 0;
        }

        _contacts = Math.Min(1.5, blocks * 6.0 / page.Count);
    }

    /// <summary>Paragraphs that stand on the page more than once, one or two in a row: more in a row are a release that stands there twice.</summary>
    private void FindRepeats(Page page)
    {
        _repeats = new bool[page.Count];
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = page.First; i < page.Count; i++)
        {
            if (page.BlockStart(i) >= 0 || page[i].Text.Length is < LeastBoilerplate or > MostBoilerplate || page.Is(i, Traits.PhotoCredit))
                continue;
            if (!first.TryAdd(page[i].Text, i))
                _repeats[i] = _repeats[first[page[i].Text]] = true;
        }

        for (var i = 0; i < _repeats.Length;)
        {
            var (end, run) = (i, 0);
            for (; end < _repeats.Length && (_repeats[end] || (run > 0 && page.BlockStart(end) >= 0)); end++)
                run += _repeats[end] ? 1 : 0;
            if (run > 2)
                Array.Clear(_repeats, i, end - i);
            i = Math.Max(end, i + 1);
        }
    }
}
