namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>What can be counted at a place without knowing what it means: how long the paragraphs around it are, and how much of their words they share. <see cref="CutTrees"/> weighs it together with the cues.</summary>
internal sealed class PlaceMeasures
{
    /// <summary>What <see cref="Read"/> counts, in its order.</summary>
    public static readonly string[] Names =
    [
        "#length", "#first-sentence", "#sentences", "#length-before", "#length-behind", "#length-second-behind", "#paragraphs-so-far", "#characters-so-far",
        "#capitals-share", "#capitals", "#numbers-share", "#known", "#taken-up", "#known-behind", "#taken-over", "#heads", "#blocks-per-head", "#lost-before", "#lost",
    ];

    /// <summary>How many words of a long paragraph are read for it.</summary>
    private const int MaxWords = 400;

    /// <summary>How many paragraphs ahead are read.</summary>
    private const int Ahead = 2;

    /// <summary>What a release holds at most that counts: beyond it lengths tell no more.</summary>
    private const int MaxCharacters = 20_000;

    private readonly WordTrail _before = new();
    private Page? _page;
    private WordMarks _here = new(0), _ahead = new(0);
    private (int Heads, int Blocks) _marks;

    /// <summary>What was counted of the paragraph read last, whatever release it stands in.</summary>
    private readonly float[] _own = new float[Names.Length];
    private int _at = -1;

    /// <summary>Counts at the place before <paramref name="at"/>, of a release that began at <paramref name="start"/>.</summary>
    /// <param name="values">As many numbers as <see cref="Names"/> has.</param>
    public void Read(Page page, int start, int at, Span<float> values)
    {
        if (!ReferenceEquals(_page, page))
            (_page, _here, _ahead, _marks, _at) = (page, new(page.Vocabulary.Count), new(page.Vocabulary.Count), Marks(page), -1);
        _before.Read(page, at);
        if (_at != at)
            ReadOwn(page, at);
        _own.CopyTo(values);
        values[6] = at - start;
        var characters = 0;
        for (var i = at - 1; i >= start && characters < MaxCharacters; i--)
            characters += page[i].Text.Length;
        values[7] = Math.Min(characters, MaxCharacters);
        Shared(page, start, at, values);
    }

    private void ReadOwn(Page page, int at)
    {
        _at = at;
        _own[0] = page[at].Text.Length;
        _own[3] = page[at - 1].Text.Length;
        _own[4] = Length(page, at + 1);
        _own[5] = Length(page, at + 2);
        _own[15] = _marks.Heads;
        _own[16] = _marks.Blocks / (float)Math.Max(1, _marks.Heads);
        _own[17] = LostPlaces.IsIn(page[at - 1]) ? 1 : 0;
        _own[18] = LostPlaces.IsIn(page[at]) ? 1 : 0;
        Sentences(page[at], _own);
    }

    /// <summary>How many heads and contact blocks a page has: where there are more blocks than heads, some of its releases have no head.</summary>
    private static (int Heads, int Blocks) Marks(Page page)
    {
        var (heads, blocks) = (0, 0);
        for (var i = page.First; i < page.Count; i++)
        {
            heads += page.HeadStart(i) == i ? 1 : 0;
            blocks += page.BlockStart(i) == i ? 1 : 0;
        }

        return (heads, blocks);
    }

    private static float Length(Page page, int at) => at < page.Count ? page[at].Text.Length : 0;

    private static void Sentences(Paragraph paragraph, Span<float> values)
    {
        var words = paragraph.Words.AsSpan(0, Math.Min(paragraph.Words.Length, MaxWords));
        int sentences = 0, first = words.Length, capitals = 0, capitalsInFirst = 0, numbers = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Is(WordTraits.SentenceStart))
            {
                sentences++;
                if (i > 0 && first == words.Length)
                    first = i;
            }
            else if (words[i].Is(WordTraits.Capital))
            {
                capitals++;
                capitalsInFirst += first == words.Length ? 1 : 0;
            }

            numbers += words[i].Is(WordTraits.Number) ? 1 : 0;
        }

        values[1] = first < words.Length ? words[first].Start : paragraph.Text.Length;
        values[2] = sentences;
        values[8] = capitalsInFirst / (float)Math.Max(1, first);
        values[9] = capitals;
        values[10] = numbers / (float)Math.Max(1, words.Length);
    }

    /// <summary>Which share of the words here was there before, which of them comes again, and which of the words behind was there before: with these here, and without.</summary>
    private void Shared(Page page, int start, int at, Span<float> values)
    {
        int here = 0, known = 0, takenUp = 0, behind = 0, knownBehind = 0, takenOver = 0;
        _here.Clear();
        _ahead.Clear();
        for (var p = at + 1; p <= Math.Min(at + Ahead, page.Count - 1); p++)
        {
            foreach (var id in Counted(page, p))
                _ahead.Add(id);
        }

        foreach (var id in Counted(page, at))
        {
            if (!_here.Add(id))
                continue;
            here++;
            known += _before.Has(id, start) ? 1 : 0;
            takenUp += _ahead.Contains(id) ? 1 : 0;
        }

        _ahead.Clear();
        for (var p = at + 1; p <= Math.Min(at + Ahead, page.Count - 1); p++)
        {
            foreach (var id in Counted(page, p))
            {
                if (!_ahead.Add(id))
                    continue;
                behind++;
                if (!_before.Has(id, start))
                    continue;
                knownBehind++;
                takenOver += _here.Contains(id) ? 0 : 1;
            }
        }

        values[11] = known / (float)Math.Max(1, here);
        values[12] = takenUp / (float)Math.Max(1, here);
        values[13] = knownBehind / (float)Math.Max(1, behind);
        values[14] = takenOver / (float)Math.Max(1, behind);
    }

    private static CountedWords Counted(Page page, int at) => new(page[at].Words, page.Vocabulary[at]);

    /// <summary>The numbers of the words that say something.</summary>
    private ref struct CountedWords(Word[] words, int[] ids)
    {
        private readonly int _end = Math.Min(words.Length, MaxWords);
        private int _at = -1;

        public readonly int Current => ids[_at];

        public readonly CountedWords GetEnumerator() => this;

        public bool MoveNext()
        {
            while (++_at < _end)
            {
                if (words[_at].Length > 4 && !words[_at].Is(WordTraits.Stop | WordTraits.Number))
                    return true;
            }

            return false;
        }
    }
}
