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

            if (count == buffer.Length)
                Array.Resize(ref buffer, count * 2);
            var word = buffer[count++] = Read(text, i, sentenceStart);
            i = word.End;
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

    private static bool IsLetterOrDigit(char c) => c < 128 ? Ascii[c] != 0 : char.IsLetterOrDigit(c);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>The word that begins at a letter or digit; its key is counted up while its end is looked for, so that no letter is read twice.</summary>
    private static Word Read(string text, int start, bool sentenceStart)
    {
        var hash = Basis;
        var capitals = Capital;
        var i = start;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128)
            {
                var letter = Ascii[c];
                if (letter == 0)
                    break;
                capitals &= letter;
                hash = (hash ^ (uint)(letter & ~Capital)) * Prime;
                continue;
            }

            if (!char.IsLetterOrDigit(c) && !IsMark(c))
                break;
            if (!char.IsUpper(c) && !char.IsDigit(c))
                capitals = 0;
            hash = (hash ^ FoldOther(c)) * Prime;
        }

        var traits = sentenceStart ? WordTraits.SentenceStart : WordTraits.None;
        var first = text[start];
        if (char.IsDigit(first))
            traits |= WordTraits.Number;
        else if (char.IsUpper(first))
            traits |= capitals != 0 && i - start > 1 ? WordTraits.Capital | WordTraits.AllCapitals : WordTraits.Capital;
        var key = WithoutPlural(hash, text.AsSpan(start, i - start));
        if (i - start <= 2 && (traits & WordTraits.AllCapitals) == 0 || StopWords.Contains(key))
            traits |= WordTraits.Stop;
        return new(start, i - start, key, traits);
    }

    /// <summary>The key of a word as it would stand in a text.</summary>
    public static uint KeyOf(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
            hash = (hash ^ (c < 128 ? (uint)(Ascii[c] & ~Capital) : FoldOther(c))) * Prime;
        return WithoutPlural(hash, word);
    }

    // FNV-1a (Fowler, Noll, Vo 1991) over small letters without accents.
    private const uint Basis = 2166136261, Prime = 16777619;

    /// <summary>The number that undoes a multiplication by <see cref="Prime"/>: only the end of a word tells that it is a plural, and its letters are taken back then.</summary>
    private const uint Inverse = 899433627;

    /// <summary>"ies" reads as "y", and a plural "s" is left out.</summary>
    private static uint WithoutPlural(uint hash, ReadOnlySpan<char> word)
    {
        if (word.Length <= 3 || word[^1] is not ('s' or 'S'))
            return hash;
        var less = (hash * Inverse) ^ 's';
        if (word.Length > 4 && word[^2] is 'e' or 'E' && word[^3] is 'i' or 'I')
            return (((((less * Inverse) ^ 'e') * Inverse) ^ 'i') ^ 'y') * Prime;
        return word[^2] is 's' or 'S' or 'u' or 'i' ? hash : less;
    }

    /// <summary>The sign of a capital or digit in <see cref="Ascii"/>.</summary>
    private const byte Capital = 0x80;

    /// <summary>The small letter of each ASCII letter and each digit itself, capitals and digits with a sign; 0 for what is no part of a word.</summary>
    private static readonly byte[] Ascii = [.. Enumerable.Range(0, 128).Select(i => (char)i).Select(c => (byte)(!char.IsAsciiLetterOrDigit(c) ? 0 : char.ToLowerInvariant(c) | (char.IsAsciiLetterLower(c) ? 0 : Capital)))];

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
            .Split(' ').Select(w => KeyOf(w)),
    ];
}
