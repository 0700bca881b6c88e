namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Ties to what was said before: a surname whose full name stands earlier, an acronym explained earlier, "the programme" for a programme introduced earlier.</summary>
internal sealed class ReferenceCue : ISegmentationCue
{
    /// <summary>How many paragraphs are searched back.</summary>
    private const int Reach = 12;

    /// <summary>How many words of a long paragraph are read.</summary>
    private const int MaxWords = 2000;

    private Page? _page;

    /// <summary>The acronyms that each paragraph puts in brackets; null until it is asked for.</summary>
    private uint[]?[] _bracketed = [];

    private static readonly KeySet Articles = [.. "the la le les el los las".Split(' ').Select(w => Words.KeyOf(w))];

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.HeadStart(at) == at || page.Is(at, Traits.TitleLike))
            return;
        var from = Math.Max(start, at - Reach);
        if (SurnameOnly(page, from, at))
            weights.Add(new("surname-known", -4.3));
        if (!ReferenceEquals(_page, page))
            (_page, _bracketed) = (page, new uint[page.Count][]);
        if (KnownAcronym(page, from, at))
            weights.Add(new("acronym-known", -2.2));
        if (DefiniteAgain(page, from, at) is > 0 and var definite)
            weights.Add(new("refers-back", -0.96 * definite));
    }

    private static bool SurnameOnly(Page page, int from, int at)
    {
        var words = page[at].Words;
        for (var i = 0; i < words.Length && words[i].Start < 500; i++)
        {
            if (!IsNamePart(words[i]) || words[i].Is(WordTraits.SentenceStart) || i == 0 || IsNamePart(words[i - 1]))
                continue;
            if (i + 1 < words.Length && IsNamePart(words[i + 1]) && words[i + 1].Start == words[i].End + 1)
                continue;
            // "said Swing" or "Swing said"
            if (!Lexicon.SpeechVerbs.Contains(words[i - 1].Key) && !(i + 1 < words.Length && Lexicon.SpeechVerbs.Contains(words[i + 1].Key)))
                continue;
            if (HasFullName(page, from, at, words[i].Key))
                return true;
        }

        return false;
    }

    private static bool HasFullName(Page page, int from, int at, uint surname)
    {
        for (var p = from; p < at; p++)
        {
            var words = page[p].Words.AsSpan(0, Math.Min(page[p].Words.Length, MaxWords));
            for (var i = 1; i < words.Length; i++)
            {
                if (words[i].Key == surname && IsNamePart(words[i]) && IsNamePart(words[i - 1]) && words[i].Start - words[i - 1].End <= 2)
                    return true;
            }
        }

        return false;
    }

    private static bool IsNamePart(Word word) => word.Is(WordTraits.Capital) && !word.Is(WordTraits.Stop) && word.Length > 1;

    /// <summary>An acronym that an earlier paragraph explained, and this one does not.</summary>
    private bool KnownAcronym(Page page, int from, int at)
    {
        foreach (var word in page[at].Words)
        {
            if (word.Start > 400)
                break;
            if (!word.Is(WordTraits.AllCapitals) || word.Length is < 3 or > 8 || BracketedIn(page, at).Contains(word.Key))
                continue;
            for (var p = from; p < at; p++)
            {
                if (BracketedIn(page, p).Contains(word.Key))
                    return true;
            }
        }

        return false;
    }

    private uint[] BracketedIn(Page page, int at) =>
        _bracketed[at] ??= page[at].Text.Contains('(', StringComparison.Ordinal) ? [.. page[at].Words.Take(MaxWords).Where(w => Bracketed(page[at], w)).Select(w => w.Key)] : [];

    private static bool Bracketed(Paragraph paragraph, Word word) =>
        word.Start > 0 && paragraph.Text[word.Start - 1] == '(' && word.End < paragraph.Text.Length && paragraph.Text[word.End] == ')';

    /// <summary>"The training outlines …" behind "an IOM training programme".</summary>
    private static double DefiniteAgain(Page page, int from, int at)
    {
        var words = page[at].Words;
        if (words.Length < 3 || !Articles.Contains(words[0].Key))
            return 0;
        var near = Math.Max(from, at - 4);
        var hits = 0;
        for (var i = 1; i <= 2; i++)
        {
            if (!words[i].Is(WordTraits.Stop) && !words[i].Is(WordTraits.Number) && Occurs(page, near, at, words[i].Key))
                hits++;
        }

        return hits == 0 ? 0 : hits == 2 || Occurs(page, near, at, words[1].Key) ? 2 : 0.7;
    }

    private static bool Occurs(Page page, int from, int at, uint key)
    {
        for (var p = from; p < at; p++)
        {
            foreach (var word in page[p].Words.AsSpan(0, Math.Min(page[p].Words.Length, MaxWords)))
            {
                if (word.Key == key)
                    return true;
            }
        }

        return false;
    }
}
