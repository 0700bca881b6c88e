namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>What a word is: as it stands in its text, and, below <see cref="SentenceStart"/>, by itself (<see cref="KnownWords"/>).</summary>
[Flags]
internal enum WordTraits
{
    None = 0,
    Capital = 1,
    AllCapitals = 2,
    Number = 4,
    Stop = 8,
    SentenceStart = 16,

    /// <summary>The name of a month.</summary>
    Month = 1 << 5,

    /// <summary>"Mr", "Dr".</summary>
    Title = 1 << 6,

    /// <summary>A word of a function that somebody holds.</summary>
    Role = 1 << 7,

    /// <summary>A noun that makes a run of capitals an organisation or a place.</summary>
    Organisation = 1 << 8,

    /// <summary>May begin a phrase that stands where a link was.</summary>
    Link = 1 << 9,

    /// <summary>May begin a phrase that tells of something done or to come.</summary>
    Tense = 1 << 10,

    /// <summary>May begin a phrase that says who answers.</summary>
    Answer = 1 << 11,

    /// <summary>May begin a label or an order that an address or a link stood behind.</summary>
    Label = 1 << 12,

    /// <summary>Wants an object, which may be an address.</summary>
    Wanting = 1 << 13,

    /// <summary>May begin a phrase in which the word of a theme means something else.</summary>
    OtherSense = 1 << 14,

    /// <summary>The first of the languages whose small word it is, a bit each.</summary>
    FirstLanguage = 1 << 16,
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

    [ThreadStatic]
    private static WordMemory? _memory;

    /// <summary>The words of a text.</summary>
    public static Word[] Of(string text) => Cut(text, _memory ??= new());

    /// <summary>The keys of the words of a text: for the lists of words that <see cref="KnownWords"/> is made of.</summary>
    public static uint[] KeysOf(string text) => [.. Cut(text, memory: null).Select(w => w.Key)];

    private static Word[] Cut(string text, WordMemory? memory)
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
            var word = memory is null ? Read(text, i, known: false) : memory.Read(text, i);
            buffer[count++] = word with { Traits = word.Traits | (sentenceStart ? WordTraits.SentenceStart : 0) };
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

    private static bool IsLetterOrDigit(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    /// <summary>Whether a character beyond ASCII goes on with a word.</summary>
    private static bool GoesOn(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>The word that begins at a letter or digit.</summary>
    /// <param name="known">Whether to look up what is known of it (<see cref="KnownWords"/>).</param>
    /// <remarks>The key is counted up while the end is looked for, and words with other letters than those of ASCII are left to another loop.</remarks>
    public static Word Read(string text, int start, bool known)
    {
        var hash = Basis;
        var small = 0u;
        var i = start;
        for (; i < text.Length; i++)
        {
            uint c = text[i];
            var letter = c | 0x20;
            if (letter - 'a' <= 'z' - 'a')
            {
                small |= c & 0x20;
                hash = (hash ^ letter) * Prime;
            }
            else if (c - '0' <= 9)
            {
                hash = (hash ^ c) * Prime;
            }
            else if (c < 128 || !GoesOn((char)c))
            {
                break;
            }
            else
            {
                return ReadOther(text, start, known);
            }
        }

        var first = text[start];
        var traits = char.IsAsciiDigit(first) ? WordTraits.Number : !char.IsAsciiLetterUpper(first) ? WordTraits.None : small == 0 && i - start > 1 ? WordTraits.Capital | WordTraits.AllCapitals : WordTraits.Capital;
        return Make(text, start, i, hash, traits, known);
    }

    private static Word ReadOther(string text, int start, bool known)
    {
        var end = start;
        var capitals = true;
        while (end < text.Length && (text[end] < 128 ? char.IsAsciiLetterOrDigit(text[end]) : GoesOn(text[end])))
        {
            capitals &= char.IsUpper(text[end]) || char.IsDigit(text[end]);
            end++;
        }

        var traits = char.IsDigit(text[start]) ? WordTraits.Number : !char.IsUpper(text[start]) ? WordTraits.None : capitals && end - start > 1 ? WordTraits.Capital | WordTraits.AllCapitals : WordTraits.Capital;
        return Make(text, start, end, Hash(text.AsSpan(start, end - start)), traits, known);
    }

    private static Word Make(string text, int start, int end, uint hash, WordTraits traits, bool known)
    {
        var key = WithoutPlural(hash, text.AsSpan(start, end - start));
        if (end - start <= 2 && (traits & WordTraits.AllCapitals) == 0)
            traits |= WordTraits.Stop;
        return new(start, end - start, key, known ? traits | KnownWords.TraitsOf(key) : traits);
    }

    /// <summary>Whether one of some words stands in the sentence before a word.</summary>
    /// <param name="back">How many words are looked back over at most.</param>
    public static bool HasBefore(Word[] words, int at, int back, KeySet wanted)
    {
        for (var i = at - 1; i >= Math.Max(0, at - back); i--)
        {
            if (wanted.Contains(words[i].Key))
                return true;
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return false;
    }

    /// <summary>The key of a word as it would stand in a text.</summary>
    public static uint KeyOf(ReadOnlySpan<char> word) => WithoutPlural(Hash(word), word);

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
            hash = (hash ^ (c < 128 ? char.ToLowerInvariant(c) : FoldOther(c))) * Prime;
        return hash;
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
}
