namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Tells whether a paragraph asks its reader to turn to somebody, and where that sentence begins.</summary>
internal static partial class ContactSentence
{
    /// <summary>Desks that answer the press, as a sentence opens with them: they lead in only where a number or an address follows.</summary>
    private static readonly PhraseSet Desks = new(
        "press desk|media desk|press line|media line|press room|press bureau|press unit|media centre|media center|press service|communication office|communication team|communication department|communication desk|public affairs office",
        "bureau de presse|cellule presse|cellule de presse|service communication|service de communication|service de la communication|direction de la communication|secretariat de presse",
        "gabinete de prensa|gabinete de comunicacion|servicio de prensa|departamento de prensa|departamento de comunicacion|area de comunicacion|equipo de prensa");

    /// <summary>Openings by which questions are sent to somebody.</summary>
    private static readonly PhraseSet Addressed = new(
        "question to|question may be addressed to|question should be addressed to|question can be addressed to|question may be directed to|question should be directed to|question should go to|query to|query should be directed to|query should be addressed to|query should go to|enquiry should be directed to|enquiry should be addressed to|enquiry should go to|request to|request should be addressed to|request should be directed to|request should be made to",
        "question a|les question sont a adresser a|les demande sont a adresser a|adresser les demande a|adressez vos question a|merci d adresser vos question a",
        "pregunta a|las pregunta pueden dirigirse a|las consulta pueden dirigirse a|las consulta se dirigiran a|las solicitud deben dirigirse a");

    /// <summary>Verbs of asking that name whom to ask.</summary>
    private static readonly PhraseSet Verbs = new([Lexicon.ContactVerbs, new("ask|ask for|demandez|demander|vous adresser a|prendre contact avec|prenez contact avec|aupres de|aupres d|aupres du|pregunte por|preguntar por|a traves de")]);

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
        if (Desks.MatchAt(words, lead) > 0 && Lexicon.ContactLeads.MatchAt(words, lead) == 0)
            return email || phone || HasOpenLabel(text, words, lead);
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

    /// <summary>A longer sentence tells of something.</summary>
    private const int MostSentence = 330;

    /// <summary>In a longer paragraph only its last sentence is looked at.</summary>
    private const int MostText = 1500;

    /// <summary>The word that such a sentence begins with; -1 for none.</summary>
    public static int ReachAt(Paragraph paragraph, bool email, bool phone)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        var sentence = words.Length - 1;
        while (sentence > 0 && !words[sentence].Is(WordTraits.SentenceStart))
            sentence--;
        // "Tel. 020 …" is no new sentence.
        while (sentence > 0 && (words[sentence].Is(WordTraits.Number) || IsShort(words, text, sentence - 1) || LabelAt(text, words, sentence) > 0 || Lexicon.ContactLabels.MatchAt(words, sentence - 1) > 0))
        {
            sentence--;
            while (sentence > 0 && !words[sentence].Is(WordTraits.SentenceStart))
                sentence--;
        }

        if (words.Length == 0 || text.Length - words[sentence].Start > MostSentence)
            return -1;
        if (Addressed.MatchAt(words, sentence) > 0 && NameAfter(words, sentence, text) && IsOpen(words, text, sentence, sentence, phone, email))
            return sentence;
        for (var verb = Verbs.Find(words, sentence); verb >= 0; verb = Verbs.Find(words, verb + 1))
        {
            if (NameAfter(words, verb, text) && IsRequest(words, text, sentence, verb) && IsOpen(words, text, sentence, verb, phone, email))
                return sentence;
        }

        if (text.Length <= MostText && AnswerAt(words, text, phone, email) is >= 0 and var answer)
            return answer;
        if (HangsBehindName(words, text) || StopsBehindName(words, text, sentence) || (text.Length <= 200 && IsLabelledName(words, text, phone || email)))
            return sentence;
        return phone && text.Length <= 500 ? NamedWithNumber(words, text) : -1;
    }

    /// <summary>Whether what a request leads to is there, or the place where it was lost.</summary>
    private static bool IsOpen(Word[] words, string text, int sentence, int verb, bool phone, bool email) =>
        phone || email || text[^1] is ':' or ',' || text.EndsWith(" at", StringComparison.Ordinal) || HasOpenLabel(text, words, sentence) || HasShortNumber(words, text, verb) || LacksAddress(words, text, verb + 2);

    /// <summary>"call PC Anna Roe on 101", "Ben Cole, ext. 2290": a number of a few digits, which only its preposition or its label tells from a count.</summary>
    private static bool HasShortNumber(Word[] words, string text, int from)
    {
        for (var i = Math.Max(1, from + 1); i < words.Length; i++)
        {
            if (words[i].Is(WordTraits.Number) && (Extensions.Contains(words[i - 1].Key) || (words[i].Length == 3 && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "on" or "dial" or "ring" or "call" or "au" or "al" && (words[i].End == text.Length || text[words[i].End] is '.' or ',' or ';' or ')' || text.AsSpan(words[i].End).StartsWith(" or ") || text.AsSpan(words[i].End).StartsWith(" and ") || text.AsSpan(words[i].End).StartsWith(" quoting")))))
                return true;
        }

        return false;
    }

    private static readonly KeySet Extensions = KeySet.Of("ext extension poste anexo tel telephone phone mobile");

    /// <summary>Whether a sentence asks its reader to do what its verb says, rather than tells that somebody does.</summary>
    private static bool IsRequest(Word[] words, string text, int sentence, int verb) =>
        verb == sentence || Through.MatchAt(words, verb) > 0 || (verb > sentence && text.AsSpan(words[sentence].Start, words[sentence].Length) is "To" or "For" or "Pour" or "Para") || (verb > sentence && (text[words[verb].Start - 1] == ' ' && text[words[verb].Start - 2] is ',' or ';' or ':' || text.AsSpan(words[verb - 1].Start, words[verb - 1].Length) is "please" or "Please" or "should" or "must" or "first" or "can" or "may" or "or" or "and"));

    /// <summary>Behind these always stands whom to turn to.</summary>
    private static readonly PhraseSet Through = new("aupres de|aupres d|aupres du|a traves de");

    /// <summary>"Dr.", "R.": the full stop behind a title or an initial ends no sentence.</summary>
    private static bool IsShort(Word[] words, string text, int at) =>
        words[at].End < text.Length && text[words[at].End] == '.' && words[at].Is(WordTraits.Capital) && (words[at].Length == 1 || words[at].Is(WordTraits.Title) && words[at].Length <= 4);

    /// <summary>The word that the sentence of a word begins with.</summary>
    private static int SentenceOf(Word[] words, string text, int at)
    {
        while (at > 0 && (!words[at].Is(WordTraits.SentenceStart) || IsShort(words, text, at - 1)))
            at--;
        return at;
    }

    /// <summary>How far before a number the name stands whom it reaches.</summary>
    private const int NameReach = 90;

    /// <summary>The sentence in which a person stands before a number: "Visits can be arranged with Anna Roe at the museum, 020 7946 0123"; -1 for none.</summary>
    private static int NamedWithNumber(Word[] words, string text)
    {
        foreach (var (start, _) in PhoneScanner.Find(text))
        {
            for (var i = Words.LastUpTo(words, start); i > 0 && words[i].Start > start - NameReach && (!words[i].Is(WordTraits.SentenceStart) || IsShort(words, text, i - 1) || Lexicon.ContactLabels.MatchAt(words, i) > 0); i--)
            {
                // "… with Anna Roe from the box office on 020 …": the number is another's. A helpline with a name of its own closes a release as a contact does.
                if (PublicDesks.MatchAt(words, i) > 0 && !words[i - 1].Is(WordTraits.Capital))
                    break;
                if (!words[i].Is(WordTraits.Capital) || !words[i - 1].Is(WordTraits.Capital) || words[i].Start - words[i - 1].End > (IsShort(words, text, i - 1) ? 2 : 1) || words[i].Is(WordTraits.AllCapitals) || !Extraction.NameReader.Reads(text, words, i - 1, out var next, out var end, mayBeRole: true) || end < words[i].End || (next < words.Length && Lexicon.SpeechVerbs.Contains(words[next].Key)))
                    continue;
                return SentenceOf(words, text, i);
            }
        }

        return -1;
    }

    private static readonly PhraseSet PublicDesks = new("box office|ticket office|ticket line|booking line|helpline|help line|hotline|crimestopper|billetterie|guichet|numero vert|taquilla|linea de atencion");

    /// <summary>"Places are booked through Anna Roe at": the address behind the name was lost.</summary>
    private static bool HangsBehindName(Word[] words, string text) =>
        words.Length >= 4 && text.AsSpan(words[^1].Start) is "at" or "on" or "en" or "à" or "al" or "au" or "via" && words[^2].Is(WordTraits.Capital) && words[^3].Is(WordTraits.Capital) && words[^2].Start - words[^3].End == 1
        && Extraction.NameReader.Reads(text, words, words.Length - 3, out _, out var end, mayBeRole: true) && end == words[^2].End;

    /// <summary>"A note can be had from Anna Roe at, Policy Officer.", "Bookings: Anna Roe at by 3 May", "available from Anna Roe (email: )": the same inside a sentence.</summary>
    private static bool StopsBehindName(Word[] words, string text, int sentence)
    {
        for (var at = sentence + 3; at < words.Length; at++)
        {
            if (!words[at - 1].Is(WordTraits.Capital) || !words[at - 2].Is(WordTraits.Capital) || words[at].Start - words[at - 1].End > 2 || !(text.AsSpan(words[at].Start, words[at].Length) is "at" ? IsLostBehind(words, text, at) : words[at].Length > 1 && LabelAt(text, words, at) > 0))
                continue;
            if ((text.AsSpan(words[at - 3].Start, words[at - 3].Length) is "from" or "with" or "through" or "to" or "contact" or "email" || text.AsSpan(words[at - 3].End, words[at - 2].Start - words[at - 3].End).Trim() is ":")
                && Extraction.NameReader.Reads(text, words, at - 2, out _, out var end, mayBeRole: true) && end == words[at - 1].End)
                return true;
        }

        return false;
    }

    /// <summary>"Media: Anna Roe, Harbour Trust, Email:", "For interviews: Anna Roe, legal counsel, at", "Internal and external enquiries: Ben Cole, ext. 2290": for whom or for what somebody answers, who, and how or the label of what was lost.</summary>
    private static bool IsLabelledName(Word[] words, string text, bool reachable)
    {
        if (words.Length < 3 || words[0].Start != 0)
            return false;
        var purpose = text.AsSpan(0, words[0].End) is "For" or "Pour" or "Para";
        var behind = 1;
        while (behind < (purpose ? MostPurposeWords : 5) && behind + 1 < words.Length && text.AsSpan(words[behind - 1].End, words[behind].Start - words[behind - 1].End).Trim() is "" or "/" or "&")
            behind++;
        return text.AsSpan(words[behind - 1].End, words[behind].Start - words[behind - 1].End).Trim() is ":" or "?" && (purpose || ForWhom.Contains(words[0].Key) || ForWhom.Contains(words[behind - 1].Key))
            && (NameAfter(words, behind - 1, text) || NamesDesk(words, behind, Math.Min(words.Length, behind + 3))) && (reachable || HasOpenLabel(text, words, behind + 2) || HasShortNumber(words, text, behind) || text.EndsWith(" at", StringComparison.Ordinal));
    }

    /// <summary>How many words tell what a contact is for.</summary>
    private const int MostPurposeWords = 12;

    private static readonly KeySet ForWhom = KeySet.Of("media press presse prensa medios rsvp enquiry inquiry question query booking registration accreditation interview picture image information detail inscription reservation renseignement inscripcion reserva consulta pregunta entrevista");

    /// <summary>Where a lead-in begins: at the first word, or at the start of a later sentence; -1 for none.</summary>
    public static int LeadAt(Word[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if ((i == 0 || words[i].Is(WordTraits.SentenceStart)) && (Lexicon.ContactLeads.MatchAt(words, i) > 0 || Desks.MatchAt(words, i) > 0))
                return i;
            if (i is > 0 and <= 3 && (Lexicon.ContactLeads.MatchAt(words, i) > 1 || Desks.MatchAt(words, i) > 1))
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
            if (words[i].Is(WordTraits.Capital) && words[i + 1].Is(WordTraits.Capital) && words[i + 1].Start - words[i].End <= 2 && (!words[i].Is(WordTraits.AllCapitals) || words[i].Length == 1) && text[words[i].End] != ':')
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
