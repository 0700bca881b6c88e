namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// How a paragraph begins. A lead has a long first sentence and brings somebody or something in ("A ferry that …", "Seven judges …", "After two years …");
/// the paragraphs behind it go on about what is known ("The ferry …", "Each of them …").
/// </summary>
internal sealed class OpeningCue : ISegmentationCue
{
    /// <summary>A first sentence of so many words says nothing either way.</summary>
    private const double PlainWords = 16;

    /// <summary>In French and Spanish leads begin with an article as often as other paragraphs.</summary>
    private static readonly uint The = Words.KeyOf("the");

    private static readonly KeySet Definite = KeySet.Of("the le la les el los las");

    private static readonly KeySet Indefinite = KeySet.Of("a an un une una");

    private static readonly KeySet Numerals = KeySet.Of(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozens hundreds thousands " +
        "deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille " +
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta cien mil");

    private static readonly KeySet Prepositions = KeySet.Of("for after when under on at in since following during with from as by before because among despite thanks while pour apres lors depuis dans en avec para tras desde durante por despues cuando");

    private static readonly KeySet Quantifiers = KeySet.Of("each every all both some most many others another half one several few none nobody no neither other chaque tous plusieurs certains cada todos varios algunos otro otra otros otras autre autres");

    /// <summary>Words that point at something the reader knows.</summary>
    private static readonly KeySet Pointers = KeySet.Of("the le la les el los las du au des aux del al its their his her this these those ce cette ces este esta estos sus leur leurs");

    /// <summary>Whether a paragraph begins by bringing in somebody or something: "A ferry that …", "Seven judges …", "More than nine hundred …".</summary>
    public static bool BringsIn(Paragraph paragraph) =>
        paragraph.Words is [var first, ..] && (Indefinite.Contains(first.Key) || first.Is(WordTraits.Number) || Numerals.Contains(first.Key) || Amounts.Starts(paragraph.Words));

    private static readonly PhraseSet Amounts = new("more than|fewer than|nearly|almost|some|about|plus de|pres de|mas de|unos|unas|cerca de|casi");

    private readonly WordTrail _trail = new();

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.Shape.IsDelimited || page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.Is(at, Traits.TitleLike) || page[at].Words.Length == 0)
            return;
        var paragraph = page[at];
        var words = paragraph.Words;
        var sentence = FirstSentence(words);
        weights.Add(new("first-sentence", Math.Log(sentence / PlainWords) * 0.22));
        if (sentence == words.Length)
            weights.Add(new("one-sentence", 0.2));
        if (Begins(paragraph) is { } opening)
            weights.Add(opening);
        var end = sentence < words.Length ? words[sentence].Start : paragraph.Text.Length;
        if (paragraph.Text.AsSpan(words[0].Start, end - words[0].Start).Contains('?'))
            weights.Add(new("question", 0.72));
        Pointing(page, start, at, sentence, weights);
        if (at + 1 < page.Count)
            Next(page, start, at, weights);
    }

    private static int FirstSentence(Word[] words)
    {
        for (var i = 3; i < words.Length; i++)
        {
            if (words[i].Is(WordTraits.SentenceStart))
                return i;
        }

        return words.Length;
    }

    private static CueWeight? Begins(Paragraph paragraph)
    {
        var (words, first) = (paragraph.Words, paragraph.Words[0]);
        if (first.Key == The)
            return new("begins-definite", -1.3);
        if (Indefinite.Contains(first.Key))
            return new("begins-indefinite", 0.81);
        if (first.Is(WordTraits.Number) || Numerals.Contains(first.Key))
            return new("begins-with-number", 0.47);
        if (Quantifiers.Contains(first.Key))
            return new("begins-with-quantity", -0.22);
        if (Prepositions.Contains(first.Key))
            return new("begins-with-circumstance", 0.3);
        if (words.Length > 1 && first.Is(WordTraits.Capital) && words[1].Is(WordTraits.Capital))
            return new("begins-with-name", -0.31);
        return null;
    }

    /// <summary>What the first sentence points at: known from before, or brought in as if it were known.</summary>
    private void Pointing(Page page, int start, int at, int sentence, List<CueWeight> weights)
    {
        _trail.Read(page, at);
        var from = Math.Max(start, at - 10);
        var words = page[at].Words;
        var ids = page.Vocabulary[at];
        int known = 0, fresh = 0;
        for (var i = 0; i + 1 < sentence && i < 29; i++)
        {
            if (!Pointers.Contains(words[i].Key) || words[i + 1].Is(WordTraits.Stop))
                continue;
            if (_trail.Has(ids[i + 1], from))
                known++;
            else
                fresh++;
        }

        if (known > 0)
            weights.Add(new("points-back", -0.62 * Math.Min(2, known)));
        if (fresh > 0)
            weights.Add(new("points-at-new", 0.1 * Math.Min(2, fresh)));
    }

    /// <summary>"The ferry …" in the next paragraph: a ferry that this paragraph brought in speaks for a lead, one from before does not.</summary>
    private void Next(Page page, int start, int at, List<CueWeight> weights)
    {
        var words = page[at + 1].Words;
        if (words.Length < 2 || !Definite.Contains(words[0].Key) || page.BlockStart(at + 1) >= 0)
            return;
        var noun = words[1].Is(WordTraits.Stop) ? 2 : 1;
        if (noun >= words.Length || words[noun].Is(WordTraits.Stop))
            return;
        var id = page.Vocabulary[at + 1][noun];
        var before = _trail.Has(id, Math.Max(start, at - 10));
        var here = Array.IndexOf(page.Vocabulary[at], id) >= 0;
        if (here && !before)
            weights.Add(new("introduces", 0.49));
        else if (!here && !before && words[0].Key == The)
            weights.Add(new("next-begins-definite", 1.5));
    }
}
