namespace NewsRoom.Core.Ingestion.Segmentation;

[Flags]
internal enum WordTraits : byte
{
    None = 0,
    Capital = 1,
    AllCapitals = 2,
    Number = 4,
    Stop = 8,
    SentenceStart = 16,
}

/// <summary>A word of a paragraph.</summary>
/// <param name="Start">Offset in the paragraph's text.</param>
/// <param name="Length">In characters, without a possessive ending.</param>
/// <param name="Key">Hash of the folded word without its plural: equal for "Programmes" and "programme".</param>
internal readonly record struct Word(int Start, int Length, uint Key, WordTraits Traits)
{
    public int End => Start + Length;

    public bool Is(WordTraits trait) => (Traits & trait) != 0;
}

/// <summary>Cuts text into words, in one pass.</summary>
internal static class Words
{
    // Kept between calls: nearly every text has fewer words.
    private const int Kept = 4096;

    [ThreadStatic]
    private static Word[]? _buffer;

    public static Word[] Of(string text)
    {
        if (text.Length == 0)
            return [];
        var buffer = _buffer ??= new Word[Kept];
        var count = 0;
        var sentenceStart = true;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (!IsLetterOrDigit(c))
            {
                // "www.example.org" holds no sentences.
                if ((c is '.' or '!' or '?' or '…') && (i + 1 == text.Length || !IsLetterOrDigit(text[i + 1])))
                    sentenceStart = true;
                i++;
                continue;
            }

            var start = i++;
            while (i < text.Length && GoesOn(text[i]))
                i++;
            if (count == buffer.Length)
                Array.Resize(ref buffer, count * 2);
            buffer[count++] = Make(text, start, i - start, sentenceStart);
            // "year’s" is "year"; "l’Organisation" is two words.
            if (i + 1 < text.Length && text[i] is '\'' or '’' && text[i + 1] is 's' or 'S' && (i + 2 == text.Length || !IsLetterOrDigit(text[i + 2])))
                i += 2;
            sentenceStart = false;
        }

        return buffer.AsSpan(0, count).ToArray();
    }

    /// <summary>The first word that begins at or behind an offset; -1 for none.</summary>
    public static int FirstFrom(Word[] words, int offset)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low == words.Length ? -1 : low;
    }

    /// <summary>The last word that ends at or before an offset; -1 for none.</summary>
    public static int LastUpTo(Word[] words, int offset)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private static bool GoesOn(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsLetterOrDigit(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    /// <summary>The key of a word as it would stand in a text.</summary>
    public static uint KeyOf(ReadOnlySpan<char> word) => Hash(word);

    private static Word Make(string text, int start, int length, bool sentenceStart)
    {
        var span = text.AsSpan(start, length);
        var traits = sentenceStart ? WordTraits.SentenceStart : WordTraits.None;
        var first = span[0];
        if (first < 128 ? char.IsAsciiDigit(first) : char.IsDigit(first))
        {
            traits |= WordTraits.Number;
        }
        else if (first < 128 ? char.IsAsciiLetterUpper(first) : char.IsUpper(first))
        {
            traits |= WordTraits.Capital;
            var all = length > 1;
            for (var i = 1; i < length && all; i++)
                all = char.IsUpper(span[i]) || char.IsDigit(span[i]);
            if (all)
                traits |= WordTraits.AllCapitals;
        }

        var key = Hash(span);
        if (length <= 2 && (traits & WordTraits.AllCapitals) == 0 || StopWords.Contains(key))
            traits |= WordTraits.Stop;
        return new(start, length, key, traits);
    }

    // FNV-1a over lower-case letters, "ies" read as "y" and a plural "s" left out.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        var end = word.Length;
        var y = false;
        if (end > 3 && word[end - 1] is 's' or 'S')
        {
            if (end > 4 && word[end - 2] is 'e' or 'E' && word[end - 3] is 'i' or 'I')
            {
                end -= 3;
                y = true;
            }
            else if (word[end - 2] is not ('s' or 'S' or 'u' or 'i'))
            {
                end--;
            }
        }

        var hash = 2166136261u;
        var fold = Ascii;
        foreach (var c in word[..end])
            hash = (hash ^ (c < 128 ? fold[c] : FoldOther(c))) * 16777619u;
        return y ? (hash ^ 'y') * 16777619u : hash;
    }

    /// <summary>The small letter of each ASCII character.</summary>
    private static ReadOnlySpan<byte> Ascii => AsciiTable;

    private static readonly byte[] AsciiTable = [.. Enumerable.Range(0, 128).Select(c => (byte)char.ToLowerInvariant((char)c))];

    private static char FoldOther(char c) => char.ToLowerInvariant(c) switch
    {
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' => 'a',
        'ç' => 'c',
        'è' or 'é' or 'ê' or 'ë' => 'e',
        'ì' or 'í' or 'î' or 'ï' => 'i',
        'ñ' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' => 'o',
        'ù' or 'ú' or 'û' or 'ü' => 'u',
        var other => other,
    };

    private static readonly KeySet StopWords =
    [
        .. ("the a an and or but nor of in on at to for from by with as is are was were be been being has have had do does did will would shall should can could may might must not no " +
            "this that these those it its he she they them his her their theirs him we us our you your i me my who whom whose which what when where why how than then there here so such " +
            "also both each either neither any all some more most other another into onto over under between among through during before after about against within without up down out off " +
            "again further once only own same too very just if because while until although though since per via including include includes said says according new one two three first last " +
            "le la les l un une des du de d et ou mais dans sur sous au aux avec pour par en est sont a ont été être ce cette ces cet qui que qu dont où il elle ils elles on nous vous leur leurs son sa ses ne pas plus se s n y " +
            "el los las una unos unas del y o u pero en con por para es son fue ser ha han este esta estos estas ese esa que quien cual donde como su sus se lo al no más muy entre sobre hasta desde sin")
            .Split(' ').Select(w => Hash(w)),
    ];
}
