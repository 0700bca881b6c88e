using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Tells the language of a release by its commonest small words, and by its script.</summary>
internal static class LanguageDetector
{
    private static readonly (string Language, KeySet Words)[] Small =
    [
        ("en", KeySet.Of("the and of to in is that for with was are by this from at which have has been will it as on not their")),
        ("fr", KeySet.Of("le la les des et du une dans pour que qui sur avec est par au aux sont cette ont plus ce nous leur a été")),
        ("es", KeySet.Of("el la los las de y en que del una para con por se su es al como más este esta han fue sus sobre lo")),
        ("de", KeySet.Of("der die das und ist nicht mit dem den von zu für auf ein eine werden wird sich auch bei")),
        ("pt", KeySet.Of("o os as da do das dos e em que uma para com por não na no ao mais foi são seu sua")),
        ("it", KeySet.Of("il lo gli di e che una per con della delle dei nel alla sono non più anche dal è")),
        ("nl", KeySet.Of("de het een en van in dat voor met op zijn niet aan wordt door ook bij naar")),
    ];

    /// <summary>The keys of the small words of each language.</summary>
    public static IEnumerable<IEnumerable<uint>> SmallWords => Small.Select(s => s.Words);

    public static string Detect(ReadOnlySpan<Paragraph> paragraphs, string fallback = "en")
    {
        // How many words are small words of each set of languages: summed up at the end, since every other word is one.
        Span<int> sets = stackalloc int[1 << Small.Length];
        sets.Clear();
        int latin = 0, arabic = 0, hebrew = 0, cyrillic = 0, words = 0;
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph.Text;
            foreach (ref readonly var word in paragraph.Words.AsSpan())
            {
                var first = text[word.Start];
                if (!char.IsAscii(first))
                    Script(first, ref latin, ref arabic, ref hebrew, ref cyrillic);
                else if (!word.Is(WordTraits.Number))
                    latin++;
                sets[KnownWords.LanguagesOf(word)]++;
            }

            words += paragraph.Words.Length;
            if (words > 1500)
                break;
        }

        if (arabic > latin)
            return "ar";
        if (hebrew > latin)
            return "he";
        if (cyrillic > latin)
            return "ru";
        Span<int> counts = stackalloc int[Small.Length];
        counts.Clear();
        for (var set = 1; set < sets.Length; set++)
        {
            for (var i = 0; i < Small.Length && sets[set] > 0; i++)
                counts[i] += (set >> i & 1) * sets[set];
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }

        return counts[best] < 2 ? fallback : Small[best].Language;
    }

    private static void Script(char c, ref int latin, ref int arabic, ref int hebrew, ref int cyrillic)
    {
        if (c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFEFC')
            arabic++;
        else if (c is >= '\u0590' and <= '\u05FF')
            hebrew++;
        else if (c is >= '\u0400' and <= '\u04FF')
            cyrillic++;
        else if (char.IsLetter(c))
            latin++;
    }
}
