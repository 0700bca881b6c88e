namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Leads name the organisation whose page it is, later paragraphs less often; that one does not name it tells little. How much that tells depends on how often the page names it at all.</summary>
internal sealed class OrganisationCue : ISegmentationCue
{
    /// <summary>The share of leads that name their organisation, in the case collection.</summary>
    private const double InLeads = 0.85;

    private Page? _page;
    private HashSet<ulong> _names = [];
    private double _share;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.Is(at, Traits.TitleLike) || page.Shape.IsDelimited)
            return;
        Prepare(page);
        if (_names.Count == 0)
            return;
        var names = Names(page[at], 60);
        // "The Harbour Trust, founded in 1931, looks after …" right behind a contact is what the release closes with.
        if (names && page.BlockStart(at - 1) >= 0 && page[at].Text.Length < 250 && Names(page[at], 3))
            weights.Add(new("organisation-behind-contact", -2.3));
        if (names)
            weights.Add(new("names-organisation", Math.Clamp(Math.Log(InLeads / _share), 0, 1.5) * 0.83));
    }

    private void Prepare(Page page)
    {
        if (ReferenceEquals(_page, page))
            return;
        _page = page;
        _names = [];
        // For each name, in how many paragraphs it stands, and the last of them.
        var spread = new Dictionary<ulong, (int Count, int Last)>();
        var paragraphs = 0;
        for (var i = page.First; i < page.Count; i++)
        {
            if (!IsRunning(page, i))
                continue;
            paragraphs++;
            foreach (var name in new Candidates(page[i].Words, int.MaxValue, counting: true))
            {
                ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(spread, name, out var known);
                if (!known || seen.Last != i)
                    seen = (seen.Count + 1, i);
            }
        }

        var least = Math.Max(3, paragraphs / 10);
        var best = 0;
        foreach (var (count, _) in spread.Values)
            best = Math.Max(best, count);
        if (best < least)
            return;
        // Names nearly as common belong to the same organisation: "Wildlife Trust" beside "Trust", its acronym beside its name.
        _names = [.. spread.Where(s => s.Value.Count >= Math.Max(least, best * 0.6)).Select(s => s.Key)];
        var named = 0;
        for (var i = page.First; i < page.Count; i++)
            named += IsRunning(page, i) && Names(page[i], int.MaxValue) ? 1 : 0;
        _share = Math.Clamp((double)named / paragraphs, 0.05, 0.95);
    }

    private static bool IsRunning(Page page, int at) => page.BlockStart(at) < 0 && page[at].Text.Length > 60;

    private bool Names(Paragraph paragraph, int words)
    {
        foreach (var name in new Candidates(paragraph.Words, words, counting: false))
        {
            if (_names.Contains(name))
                return true;
        }

        return false;
    }

    /// <summary>Pairs of capitalised words, with small words between them left out, and acronyms: two keys in one number.</summary>
    private ref struct Candidates(Word[] words, int reach, bool counting)
    {
        private readonly ReadOnlySpan<Word> _words = words;
        private readonly int _end = Math.Min(words.Length, reach);
        private int _at = -1;
        private bool _alone;

        public ulong Current { get; private set; }

        public readonly Candidates GetEnumerator() => this;

        public bool MoveNext()
        {
            while (true)
            {
                if (_alone)
                {
                    _alone = false;
                    if (Pair() is { } pair)
                    {
                        Current = pair;
                        return true;
                    }
                }

                if (++_at >= _end)
                    return false;
                if (!_words[_at].Is(WordTraits.Capital) || _words[_at].Is(WordTraits.Stop))
                    continue;
                _alone = true;
                if (_words[_at].Is(WordTraits.AllCapitals) || !counting || !_words[_at].Is(WordTraits.SentenceStart))
                {
                    Current = (ulong)_words[_at].Key << 32;
                    return true;
                }
            }
        }

        private readonly ulong? Pair()
        {
            for (var j = _at + 1; j < Math.Min(_words.Length, _at + 4); j++)
            {
                if (_words[j].Start - _words[j - 1].End > 1)
                    return null;
                if (_words[j].Is(WordTraits.Stop) && !_words[j].Is(WordTraits.Capital))
                    continue;
                return _words[j].Is(WordTraits.Capital) ? (ulong)_words[_at].Key << 32 | _words[j].Key : null;
            }

            return null;
        }
    }
}
