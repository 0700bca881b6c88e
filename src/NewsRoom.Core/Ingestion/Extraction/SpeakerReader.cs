using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Reads who said what stands in quotation marks.</summary>
internal static class SpeakerReader
{
    /// <param name="last">Who spoke before, whom "he said" means.</param>
    public static string? Read(Paragraph paragraph, int start, int end, FullNames names, string? last)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        // Behind: “…,” said Anna Roe, Head of … – “…,” Roe said – “…,” he said
        var behind = Words.FirstFrom(words, end);
        if (behind >= 0)
        {
            for (var i = behind; i < Math.Min(words.Length, behind + 14); i++)
            {
                if (text.AsSpan(end + 1, words[i].Start - end - 1).ContainsAny('“', '"', '«') || (i > behind && words[i].Is(WordTraits.SentenceStart)))
                    break;
                if (!Lexicon.SpeechVerbs.Contains(words[i].Key) && !(i == behind && NameReader.Reads(text, words, i, out _, out _)))
                    continue;
                var person = Lexicon.SpeechVerbs.Contains(words[i].Key) ? NameNear(text, words, i, 7) ?? NameBefore(text, words, i, behind) : NameAt(text, words, i);
                person ??= IsPronoun(words, text, i) ? last : null;
                if (person is not null)
                    return Full(person, names, paragraph);
            }
        }

        // Before: Anna Roe, Head of …, said: “…” – According to Roe, “…”
        var before = Words.LastUpTo(words, start);
        for (var i = before; i >= Math.Max(0, before - 12); i--)
        {
            if (Lexicon.SpeechVerbs.Contains(words[i].Key))
            {
                var person = NameBefore(text, words, i, Math.Max(0, i - 16)) ?? (IsPronoun(words, text, i) ? last : null) ?? NameNear(text, words, i, 4);
                return person is null ? null : Full(person, names, paragraph);
            }
        }

        return null;
    }

    private static bool IsPronoun(Word[] words, string text, int verb) =>
        (verb > 0 && Pronoun(text, words[verb - 1])) || (verb + 1 < words.Length && Pronoun(text, words[verb + 1]));

    private static bool Pronoun(string text, Word word) => text.AsSpan(word.Start, word.Length) is "he" or "she" or "He" or "She" or "they" or "il" or "elle" or "t";

    /// <summary>Who is named behind a verb. A single word is a surname where only titles and roles stand before it; farther on, a full name counts before it: "says the Welsh programme's manager Anna Roe".</summary>
    private static string? NameNear(string text, Word[] words, int verb, int reach)
    {
        string? single = null;
        var close = true;
        for (var i = verb + 1; i < Math.Min(words.Length, verb + 1 + reach); i++)
        {
            if (words[i].Is(WordTraits.SentenceStart) && i > verb + 1 && !NameReader.IsTitle(words[i - 1]))
                break;
            if (NameAt(text, words, i) is { } name)
            {
                if (close || name.Contains(' ', StringComparison.Ordinal))
                    return name;
                single ??= name;
            }

            close &= NameReader.IsTitleOrRole(words[i]);
        }

        return single;
    }

    private static string? NameBefore(string text, Word[] words, int verb, int from)
    {
        string? surname = null;
        for (var i = verb - 1; i >= Math.Max(0, from); i--)
        {
            if (i > 0 && NameAt(text, words, i - 1) is { } full && full.Contains(' ', StringComparison.Ordinal))
                return NameStart(text, words, i - 1);
            if (surname is null && i == verb - 1 && NameReader.IsNameWord(words[i]) && !NameReader.IsTitleOrRole(words[i]))
                surname = text.Substring(words[i].Start, words[i].Length);
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return surname;
    }

    private static string NameStart(string text, Word[] words, int at)
    {
        while (at > 0 && NameReader.IsNameWord(words[at - 1]) && !NameReader.IsTitleOrRole(words[at - 1]) && words[at].Start - words[at - 1].End == 1)
            at--;
        return NameAt(text, words, at)!;
    }

    /// <summary>The person whose name begins at a word: a surname or a full name.</summary>
    private static string? NameAt(string text, Word[] words, int at) => IsOther(text, words, at) ? null : NameReader.Read(text, words, at, out _);

    /// <summary>Whether capitals at a word name something else than who speaks: a work in quotation marks ("Fatal Journeys"), what somebody works for ("Chief of Mission of Oxbow Wales", "the Centre for African Studies"),
    /// an organisation by its letters ("IOM UK", "UK-China Cooperation").</summary>
    private static bool IsOther(string text, Word[] words, int at)
    {
        if (words[at].Start > 0 && text[words[at].Start - 1] is '“' or '"' or '«' or '‘')
            return true;
        if (at > 1 && NameReader.IsTitleOrRole(words[at - 2]) && text.AsSpan(words[at - 1].Start, words[at - 1].Length) is "of" or "for" or "de" or "du" or "des" or "del")
            return true;
        return IsLetters(words[at]) && at + 1 < words.Length && (text[words[at].End] == '-' || IsLetters(words[at + 1]));
    }

    private static bool IsLetters(Word word) => word.Is(WordTraits.AllCapitals) && word.Length is 2 or 3;

    /// <summary>The full name of who is named; null where the words name no person: an organisation, a project, a single word that no full name or title explains.</summary>
    private static string? Full(string name, FullNames names, Paragraph paragraph)
    {
        if (!name.Contains(' ', StringComparison.Ordinal))
            return names.Of(name) ?? (IsTitled(paragraph, name) ? name : null);
        return Words.Of(name).Any(NameReader.IsOrganisation) || IsThing(paragraph, name) ? null : name;
    }

    /// <summary>"Ms Roe", "Dr Roe".</summary>
    private static bool IsTitled(Paragraph paragraph, string surname)
    {
        var words = paragraph.Words;
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Length == surname.Length && NameReader.IsTitle(words[i - 1]) && paragraph.Text.AsSpan(words[i].Start, words[i].Length).SequenceEqual(surname))
                return true;
        }

        return false;
    }

    private static readonly KeySet Things = [.. "project programme program scheme initiative campaign group charity company report study survey exhibition festival club team projet initiative rapport proyecto iniciativa informe".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>"the Open Door said", "the Open Door project": an article before it, or what it is behind it.</summary>
    private static bool IsThing(Paragraph paragraph, string name)
    {
        var at = paragraph.Text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
            return false;
        var words = paragraph.Words;
        var before = Words.LastUpTo(words, at);
        if (before >= 0 && at - words[before].End == 1 && paragraph.Text.AsSpan(words[before].Start, words[before].Length) is "the" or "The" or "la" or "La" or "le" or "Le" or "l" or "el" or "El" or "its" or "our")
            return true;
        var after = Words.FirstFrom(words, at + name.Length);
        return after >= 0 && words[after].Start - at - name.Length == 1 && Things.Contains(words[after].Key);
    }

    /// <summary>The first full name of a release with each surname: looked for when somebody is first quoted by a surname alone.</summary>
    public sealed class FullNames(ReleaseText release)
    {
        private Dictionary<string, string>? _names;

        public string? Of(string surname) => (_names ??= Find()).GetValueOrDefault(surname);

        private Dictionary<string, string> Find()
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            var surnames = names.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var p = release.First; p <= release.Last; p++)
            {
                var (text, words) = (release[p].Text, release[p].Words);
                for (var i = 0; i < words.Length; i++)
                {
                    if (!NameReader.IsNameWord(words[i]) || IsOther(text, words, i) || !NameReader.Reads(text, words, i, out var next, out var end))
                        continue;
                    var name = text.AsSpan(words[i].Start, end - words[i].Start);
                    var space = name.LastIndexOf(' ');
                    if (space < 0)
                        continue;
                    if (!surnames.ContainsKey(name[(space + 1)..]))
                        surnames[name[(space + 1)..]] = name.ToString();
                    i = next - 1;
                }
            }

            return names;
        }
    }
}
