using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Suggests a headline for a release that has none: the main clause of its first sentence, cut where a phrase ends.</summary>
internal static class HeadlineSuggester
{
    private const int Max = HeadlineExtractor.MaxLength;

    /// <summary>The least that says something, in characters.</summary>
    private const int Min = 28;

    /// <summary>Characters of a lead that are looked at: a first sentence is shorter, and a paragraph may be a megabyte.</summary>
    private const int Beginning = 1_000;

    /// <summary>What a word does in a sentence.</summary>
    [Flags]
    private enum Use
    {
        None = 0,

        /// <summary>A subordinate opening begins with it: "As part of …, the museum has opened".</summary>
        Opens = 1,

        /// <summary>Begins a clause.</summary>
        Strong = 2,

        /// <summary>Begins a phrase.</summary>
        Weak = 4,
        Joins = 8,
        Verb = 16,
    }

    private static readonly Dictionary<string, Use>.AlternateLookup<ReadOnlySpan<char>> Uses = Table(
        (Use.Opens,
        "as to in on at after before following during since while when with despite through over under from for speaking amid ahead throughout until because although though if within among between according thanks based today yesterday tomorrow earlier last this next monday tuesday wednesday thursday friday saturday sunday " +
        "dans à au aux en pour lors après avant depuis pendant avec malgré selon face afin hier demain grâce dès mardi lundi mercredi jeudi vendredi samedi dimanche el en durante tras con para desde según ante hoy ayer mañana lunes martes miércoles jueves viernes sábado domingo"),
        (Use.Strong, "that which who whom where while when because although after before during following since until as so but despite amid qui que où lorsque pendant après avant depuis dont afin mientras cuando donde tras durante desde antes después quien"),
        (Use.Weak, "in on at for with by from to into through across under over about against among between towards dans sur à au aux pour avec par en chez vers entre con por para sobre hacia hasta ante bajo"),
        (Use.Joins, "and or et ou y o e"),
        (Use.Verb, "has have had is are was were will would can could may must does do says said a ont est sont sera seront ha han es son fue será serán"));

    private static Use UseOf(ReadOnlySpan<char> word) => Uses.TryGetValue(word, out var use) ? use : Use.None;

    private static bool Is(ReadOnlySpan<char> word, Use use) => (UseOf(word) & use) != 0;

    public static string Suggest(string lead)
    {
        var sentence = FirstSentence(Clean(lead));
        if (sentence.Length == 0)
            return "Untitled release";
        sentence = WithoutOpening(sentence);
        if (sentence.Length > Max)
            sentence = WithoutParenthesis(sentence);
        var headline = Balanced(sentence.Length <= Max ? sentence : Phrase(sentence));
        return headline.Length == 0 ? "Untitled release" : Capital(headline);
    }

    private static string Clean(string text)
    {
        text = text[..Math.Min(text.Length, Beginning)].Trim(' ');
        if (text.Contains("  ", StringComparison.Ordinal))
            text = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        text = text.TrimStart('•', '*', '#', '>', '-', '–', ' ');
        // "(WHS)" explains an acronym: in a headline it only takes room. A date in brackets likewise.
        for (var open = text.IndexOf(" (", StringComparison.Ordinal); open > 0; open = text.IndexOf(" (", Math.Min(open + 1, text.Length), StringComparison.Ordinal))
        {
            var close = text.IndexOf(')', open);
            if (close < 0)
                break;
            if (close - open <= 14 && !text.AsSpan(open + 2, close - open - 2).Contains(' '))
                text = text.Remove(open, close - open + 1);
        }

        return text;
    }

    private static string FirstSentence(string text)
    {
        for (var i = 20; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…'))
                continue;
            var ends = i + 1 == text.Length || (text[i + 1] is ' ' or '”' or '"' or '»' && !(char.IsUpper(text[i - 1]) && (i < 2 || !char.IsLetter(text[i - 2]))) && (i + 2 >= text.Length || !char.IsLower(text[i + 2])));
            if (ends)
                return text[..(text[i] == '?' ? i + 1 : i)].TrimEnd(' ', ',', ';', ':');
        }

        return text.TrimEnd('.', ' ', ',', ';', ':');
    }

    private static string WithoutOpening(string sentence)
    {
        for (var round = 0; round < 3; round++)
        {
            var space = sentence.IndexOfAny([' ', ',']);
            if (space < 0 || !(Is(sentence.AsSpan(0, space), Use.Opens) || IsParticiple(sentence.AsSpan(0, space))) || MainClause(sentence) is not { } main)
                return sentence;
            sentence = main;
        }

        return sentence;
    }

    /// <summary>What stands behind the opening's comma, when that begins a clause of its own.</summary>
    private static string? MainClause(string sentence)
    {
        for (var comma = sentence.IndexOf(", ", StringComparison.Ordinal); comma > 0 && comma < 260; comma = sentence.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            var rest = sentence[(comma + 2)..];
            if (rest.Length < Min)
                return null;
            // "On Friday, December 12th, the museum …": the date belongs to the opening.
            if (DateScanner.Scan(rest[..Min], Words.Of(rest[..Min]), monthFirst: false) is [{ Start: 0, HasDay: true }, ..])
                continue;
            var words = rest.Split(' ', 16);
            var verb = Array.FindIndex(words, w => IsVerb(w));
            if (verb is > 0 and < 15 && (char.IsUpper(rest[0]) || char.IsDigit(rest[0]) || words[0] is "the" or "a" or "an" or "more" or "some" or "nearly" or "about" or "its" or "their" or "le" or "la" or "les" or "el" or "los" or "las" or "un" or "une" or "una" || Is(words[0], Use.Opens)) && !Is(words[0], Use.Joins))
                return rest;
        }

        return null;
    }

    /// <summary>"Paid for by the city, the wall …", "Founded in 1902, …".</summary>
    private static bool IsParticiple(ReadOnlySpan<char> word) => (word.Length > 5 && word.EndsWith("ed")) || word is "Paid" or "Built" or "Held" or "Led" or "Made" or "Born" or "Set" or "Known" or "Seen" or "Drawn" or "Written" or "Given" or "Found";

    private static bool IsVerb(ReadOnlySpan<char> word)
    {
        var bare = word.TrimEnd(",;");
        return Is(bare, Use.Verb) || (bare.Length > 4 && bare.EndsWith("ed") && char.IsLower(bare[0]));
    }

    /// <summary>"A conference, organised by X and Y, on asylum will …": what stands between two commas behind the subject goes.</summary>
    private static string WithoutParenthesis(string sentence)
    {
        var open = sentence.IndexOf(", ", StringComparison.Ordinal);
        if (open is < 2 or > 70)
            return sentence;
        var close = sentence.IndexOf(", ", open + 2, StringComparison.Ordinal);
        for (var comma = close; comma > 0 && comma - open < 240; comma = sentence.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            if (IsVerb(FirstWord(sentence.AsSpan(comma + 2))))
            {
                close = comma;
                break;
            }
        }

        if (close < 0 || close - open > 220 || !char.IsLower(sentence[open + 2]) || Is(FirstWord(sentence.AsSpan(open + 2)), Use.Joins))
            return sentence;
        var rest = sentence[(close + 2)..];
        // "Rain, wind and snow, under which …" names several things: nothing of it is said by the way.
        var goesOn = IsVerb(FirstWord(rest)) || (Is(FirstWord(rest), Use.Weak) && IsVerb(FirstWord(sentence.AsSpan(open + 2))));
        return rest.Length < 15 || !goesOn ? sentence : sentence[..open] + " " + rest;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var space = text.IndexOf(' ');
        return space < 0 ? text : text[..space];
    }

    /// <summary>Cuts before a word that begins a new phrase; the later and the stronger the better, and never between capitals.</summary>
    private static string Phrase(string sentence)
    {
        var best = 0;
        var bestScore = double.NegativeInfinity;
        var verb = false;
        var start = 0;
        for (var space = sentence.IndexOf(' ', StringComparison.Ordinal); space > 0 && space <= Max; space = sentence.IndexOf(' ', space + 1))
        {
            var word = sentence.AsSpan(start, space - start);
            verb |= IsVerb(word);
            start = space + 1;
            var next = FirstWord(sentence.AsSpan(start)).TrimEnd(',');
            var score = Score(word, next, verb) + space * 0.6 + (verb ? 25 : 0);
            if (space >= Min && score > bestScore && score > -100)
                (best, bestScore) = (space, score);
        }

        return best == 0 ? HeadlineExtractor.Cut(sentence, Max) : sentence[..best].TrimEnd(' ', ',', ';', ':', '–', '—', '-');
    }

    private static double Score(ReadOnlySpan<char> word, ReadOnlySpan<char> next, bool verb)
    {
        if (word.Length == 0 || Is(word, Use.Weak | Use.Joins | Use.Strong | Use.Verb) || word is "be" or "than" or "both" or "been" or "not" or "the" or "a" or "an" or "of" or "its" or "their" or "his" or "her" or "le" or "la" or "les" or "des" or "du" or "de" or "un" or "une" or "el" or "los" or "las" or "del" or "una" || word.EndsWith("’s") || word.EndsWith("'s"))
            return -200;
        if (word[^1] is ',' or ';' or ':' || next is "–" or "—" or "-")
            return 26;
        var use = UseOf(next);
        if ((use & Use.Strong) != 0)
            return 18;
        if ((use & Use.Weak) != 0)
            return 8;
        // "… will wear the colours of the Northern Isles": what was done is said already.
        if (verb && next is "of" or "de" or "du" or "des" or "del")
            return 0;
        return (use & Use.Joins) != 0 ? 4 : -200;
    }

    private static string Balanced(string text)
    {
        var span = text.AsSpan();
        var opens = span.Count('“') + span.Count('«');
        var closes = span.Count('”') + span.Count('»');
        var straight = span.Count('"');
        return opens == closes && straight % 2 == 0 ? text : new string([.. text.Where(c => c is not ('“' or '”' or '«' or '»' or '"'))]).Trim();
    }

    private static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private static Dictionary<string, Use>.AlternateLookup<ReadOnlySpan<char>> Table(params ReadOnlySpan<(Use Use, string Words)> uses)
    {
        var table = new Dictionary<string, Use>(StringComparer.OrdinalIgnoreCase);
        foreach (var (use, words) in uses)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                table[word] = table.GetValueOrDefault(word) | use;
        }

        return table.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
