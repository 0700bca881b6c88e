namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Tells whether a paragraph asks its reader to turn to somebody, and where that sentence begins.</summary>
internal static class ContactSentence
{
    /// <summary>Whether text holds an e-mail address.</summary>
    public static bool HasEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at + 3 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]) && text.AsSpan(at).IndexOf('.') > 1;
    }

    /// <summary>Whether a paragraph leads in to a contact.</summary>
    public static bool LeadsIn(Paragraph paragraph, bool email, bool phone)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        var lead = LeadAt(words);
        if (lead < 0)
            return false;
        var start = words[lead].Start;
        // A long paragraph that ends in a contact sentence: the lead-in stands at the start of a sentence.
        var rest = text.AsSpan(start);
        if (rest.Length > 700 && !email && !phone)
            return false;
        var verb = Lexicon.ContactVerbs.Find(words, lead);
        var link = Lexicon.LinkWords.Find(words, lead);
        var name = NameAfter(words, verb >= 0 ? verb : lead, text);
        if (email || phone)
            return true;
        if (HasOpenLabel(text, words, lead))
            return true;
        if (verb >= 0 && name)
            return link < 0 || link > verb + 12 || words[link].Start > start + 160;
        if (rest.TrimEnd()[^1] == ':' && rest.Length <= 120)
            return true;
        return verb >= 0 && link < 0 && words.Length - verb <= 10 && (text[^1] is ',' or ':' || text.EndsWith(" at", StringComparison.Ordinal) || text.EndsWith(" on", StringComparison.Ordinal) || NamesOffice(words, verb))
            || (words.Length - lead <= 6 && verb < 0 && link < 0 && lead == 0 && text[^1] != '.' && Lexicon.ContactLeads.MatchAt(words, 0) >= words.Length - 2);
    }

    /// <summary>A sentence that names a person to reach and how, in other words than the usual: "To offer furniture, contact Anna Roe, +44 …", "Visits can be arranged with Anna Roe on …".</summary>
    public static bool AsksToReach(Paragraph paragraph, bool email, bool phone) => ReachAt(paragraph, email, phone) >= 0;

    /// <summary>The word that such a sentence begins with; -1 for none.</summary>
    public static int ReachAt(Paragraph paragraph, bool email, bool phone)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        var sentence = words.Length - 1;
        while (sentence > 0 && !words[sentence].Is(WordTraits.SentenceStart))
            sentence--;
        // "Tel. 020 …" is no new sentence.
        while (sentence > 0 && (words[sentence].Is(WordTraits.Number) || LabelAt(text, words, sentence) > 0 || Lexicon.ContactLabels.MatchAt(words, sentence - 1) > 0))
        {
            sentence--;
            while (sentence > 0 && !words[sentence].Is(WordTraits.SentenceStart))
                sentence--;
        }

        if (words.Length == 0 || text.Length - words[sentence].Start > 330)
            return -1;
        var verb = Lexicon.ContactVerbs.Find(words, sentence);
        var named = verb >= 0 && NameAfter(words, verb, text);
        if (named && IsRequest(words, text, sentence, verb) && (phone || email || text[^1] is ':' or ',' || text.EndsWith(" at", StringComparison.Ordinal) || HasOpenLabel(text, words, sentence)))
            return sentence;
        if (HangsBehindName(words, text) || StopsBehindName(words, text, sentence) || (text.Length <= 200 && IsLabelledName(words, text)))
            return sentence;
        return phone && text.Length <= 500 ? NamedWithNumber(words, text) : -1;
    }

    /// <summary>Whether a sentence asks its reader to do what its verb says, rather than tells that somebody does.</summary>
    private static bool IsRequest(Word[] words, string text, int sentence, int verb) =>
        verb == sentence || (verb > sentence && text.AsSpan(words[sentence].Start, words[sentence].Length) is "To" or "For" or "Pour" or "Para") || (verb > sentence && (text[words[verb].Start - 1] == ' ' && text[words[verb].Start - 2] is ',' or ';' || text.AsSpan(words[verb - 1].Start, words[verb - 1].Length) is "please" or "Please" or "should" or "can" or "or" or "and"));

    /// <summary>How far before a number the name stands whom it reaches.</summary>
    private const int NameReach = 90;

    /// <summary>The sentence in which a person stands before a number: "Visits can be arranged with Anna Roe at the museum, 020 7946 0123"; -1 for none.</summary>
    private static int NamedWithNumber(Word[] words, string text)
    {
        foreach (var (start, _) in PhoneScanner.Find(text))
        {
            for (var i = Words.LastUpTo(words, start); i > 0 && words[i].Start > start - NameReach && !words[i].Is(WordTraits.SentenceStart); i--)
            {
                if (!words[i].Is(WordTraits.Capital) || !words[i - 1].Is(WordTraits.Capital) || words[i].Start - words[i - 1].End > 1 || words[i].Is(WordTraits.AllCapitals) || !Extraction.NameReader.Reads(text, words, i - 1, out _, out var end, mayBeRole: true) || end < words[i].End)
                    continue;
                while (i > 0 && !words[i].Is(WordTraits.SentenceStart))
                    i--;
                return i;
            }
        }

        return -1;
    }

    /// <summary>"Places are booked through Anna Roe at": the address behind the name was lost.</summary>
    private static bool HangsBehindName(Word[] words, string text) =>
        words.Length >= 4 && text.AsSpan(words[^1].Start) is "at" or "on" or "en" or "à" or "al" or "au" or "via" && words[^2].Is(WordTraits.Capital) && words[^3].Is(WordTraits.Capital) && words[^2].Start - words[^3].End == 1
        && Extraction.NameReader.Reads(text, words, words.Length - 3, out _, out var end, mayBeRole: true) && end == words[^2].End;

    /// <summary>"A note can be had from Anna Roe at, Policy Officer.": the same inside a sentence.</summary>
    private static bool StopsBehindName(Word[] words, string text, int sentence)
    {
        var at = text.IndexOf(" at,", words[sentence].Start, StringComparison.Ordinal);
        return at > 0 && Words.LastUpTo(words, at) is > 2 and var last && words[last].Is(WordTraits.Capital) && words[last - 1].Is(WordTraits.Capital) && words[last].End == at
            && text.AsSpan(words[last - 2].Start, words[last - 2].Length) is "from" or "with" or "through" or "to" or "contact" or "email"
            && Extraction.NameReader.Reads(text, words, last - 1, out _, out var end, mayBeRole: true) && end == at;
    }

    /// <summary>"Media: Anna Roe, Harbour Trust, Email:": for whom somebody answers, who, and the label of what was lost.</summary>
    private static bool IsLabelledName(Word[] words, string text) =>
        words.Length >= 4 && words[0].Start == 0 && ForWhom.Contains(words[0].Key) && text.AsSpan(words[0].End).TrimStart(' ') is [':', ..] && NameAfter(words, 0, text) && HasOpenLabel(text, words, 3);

    private static readonly KeySet ForWhom = [.. "media press presse prensa medios".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>Where a lead-in begins: at the first word, or at the start of a later sentence; -1 for none.</summary>
    public static int LeadAt(Word[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if ((i == 0 || words[i].Is(WordTraits.SentenceStart)) && Lexicon.ContactLeads.MatchAt(words, i) > 0)
                return i;
            if (i is > 0 and <= 3 && Lexicon.ContactLeads.MatchAt(words, i) > 1)
                return i;
        }

        return -1;
    }

    private static bool NamesOffice(Word[] words, int from)
    {
        for (var i = from; i < words.Length; i++)
        {
            if (OfficeNouns.Contains(words[i].Key))
                return true;
        }

        return false;
    }

    private static readonly KeySet OfficeNouns = [.. "office team desk department unit service bureau equipe oficina newsroom communications".Split(' ').Select(w => Words.KeyOf(w))];

    private static bool NameAfter(Word[] words, int from, string text)
    {
        // Two capitalised words in a row within the next few.
        for (var i = from + 1; i + 1 < words.Length && i <= from + 9; i++)
        {
            if (words[i].Is(WordTraits.Capital) && words[i + 1].Is(WordTraits.Capital) && words[i + 1].Start - words[i].End <= 2 && !words[i].Is(WordTraits.AllCapitals) && text[words[i].End] != ':')
                return true;
        }

        return false;
    }

    private static bool HasOpenLabel(string text, Word[] words, int from)
    {
        for (var i = from; i < words.Length; i++)
        {
            if (LabelAt(text, words, i) > 0 && words[i].Length > 1)
                return true;
        }

        return false;
    }

    /// <summary>The length in words of a contact label ("Tel:", "Email :") at a word; 0 for none.</summary>
    public static int LabelAt(string text, Word[] words, int at)
    {
        var n = Lexicon.ContactLabels.MatchAt(words, at);
        if (n == 0)
            return 0;
        var end = words[at + n - 1].End;
        while (end < text.Length && text[end] == ' ')
            end++;
        if (end < text.Length && text[end] == ':')
            return n;
        var single = words[at].Length == 1;
        return !single && end < text.Length && (text[end] is '.' or '+' or '(' || char.IsAsciiDigit(text[end])) && (end + 1 == text.Length || text[end] != '.' || text[end + 1] is ' ' or '+') && (at == 0 || text[words[at].Start - 1] is ' ' or '(' or ',' or ';' or '\n') && !char.IsLower(text[words[at].Start]) ? n : 0;
    }
}
