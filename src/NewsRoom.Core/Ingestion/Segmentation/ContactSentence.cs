namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Tells whether a paragraph asks its reader to turn to somebody, and where that sentence begins.</summary>
internal static class ContactSentence
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

    /// <summary>What somebody does who answers: "Anna Roe can be reached on", "the press desk is staffed until".</summary>
    private static readonly PhraseSet Answering = new(
        "can be reached|can be contacted|may be reached|may be contacted|can be called|can be rung|can be emailed|is available for interview|is available for comment|are available for interview|will be available for interview|is available to speak|is available to answer|is available to talk",
        "est joignable|sont joignable|peut etre joint|peut etre jointe|peuvent etre joint|est disponible pour des interview|est disponible pour toute interview|repondra aux question|se tient a la disposition",
        "puede ser contactado|puede ser contactada|se le puede contactar|esta disponible para entrevista|atendera a los medio|atiende a los medio|atendera a la prensa");

    /// <summary>Words that ask the reader to turn to whoever was named before them.</summary>
    private static readonly PhraseSet Referrals = new(
        "email him|email her|e mail him|e mail her|call him|call her|ring him|ring her|phone him|phone her|telephone him|telephone her|contact him|contact her|reach him|reach her|text him|text her|write to him|write to her|speak to him|speak to her|who can be reached|who can be contacted|who may be reached|who may be contacted|who is available on|whom you can reach",
        "joignez le|joignez la|contactez le|contactez la|appelez la|ecrivez lui|telephonez lui|que l on peut joindre|qui peut etre joint|qui peut etre jointe|qui est joignable",
        "llamele|llamela|escribale|contactele|contactela|a quien se puede contactar|a quien se puede llamar|a quien se puede escribir|que puede ser contactado|que puede ser contactada");

    /// <summary>Verbs of asking that name whom to ask.</summary>
    private static readonly PhraseSet Verbs = new([Lexicon.ContactVerbs, new("ask|ask for|demandez|demander|pregunte por|preguntar por")]);

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

        if (words.Length == 0 || text.Length - words[sentence].Start > 330)
            return -1;
        var verb = Addressed.MatchAt(words, sentence) > 0 ? sentence : Verbs.Find(words, sentence);
        var named = verb >= 0 && NameAfter(words, verb, text);
        if (named && IsRequest(words, text, sentence, verb) && (phone || email || text[^1] is ':' or ',' || text.EndsWith(" at", StringComparison.Ordinal) || HasOpenLabel(text, words, sentence) || LacksAddress(words, text, verb + 2)))
            return sentence;
        if (AnsweringAt(words, text, phone, email) is >= 0 and var answering)
            return answering;
        if (ReferralAt(words) is > 0 and var referral && words[referral].Start - words[SentenceOf(words, text, referral - 1)].Start <= 330 && NamesPerson(words, text, SentenceOf(words, text, referral - 1), referral) && IsReachable(words, text, referral, phone, email))
            return SentenceOf(words, text, referral - 1);
        if (phone && BracketedDesk(words, text) is >= 0 and var desk)
            return desk;
        if (HangsBehindName(words, text) || StopsBehindName(words, text, sentence) || (text.Length <= 200 && IsLabelledName(words, text)))
            return sentence;
        return phone && text.Length <= 500 ? NamedWithNumber(words, text) : -1;
    }

    /// <summary>Whether a sentence asks its reader to do what its verb says, rather than tells that somebody does.</summary>
    private static bool IsRequest(Word[] words, string text, int sentence, int verb) =>
        verb == sentence || (verb > sentence && text.AsSpan(words[sentence].Start, words[sentence].Length) is "To" or "For" or "Pour" or "Para") || (verb > sentence && (text[words[verb].Start - 1] == ' ' && text[words[verb].Start - 2] is ',' or ';' || text.AsSpan(words[verb - 1].Start, words[verb - 1].Length) is "please" or "Please" or "should" or "can" or "or" or "and"));

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

    /// <summary>The first words that mean somebody named before them; -1 for none.</summary>
    public static int ReferralAt(Word[] words) => Referrals.Find(words, 1);

    /// <summary>How many words who answers may have: a name, a role, an office.</summary>
    private const int MostSubjectWords = 14;

    /// <summary>Whether the sentence that begins at a word says of its subject that it can be reached.</summary>
    public static bool AnswersFrom(Word[] words, int sentence)
    {
        for (var i = sentence + 1; i < words.Length && i <= sentence + MostSubjectWords; i++)
        {
            if (Answering.MatchAt(words, i) > 0)
                return true;
        }

        return false;
    }

    /// <summary>"Anna Roe can be contacted on … or by email at", "Harbour Trust’s press office can be reached at": the sentence in which a person or a desk answers; -1 for none.</summary>
    private static int AnsweringAt(Word[] words, string text, bool phone, bool email)
    {
        for (var i = Answering.Find(words, 1); i > 0; i = Answering.Find(words, i + 1))
        {
            var sentence = SentenceOf(words, text, i);
            if (i - sentence <= MostSubjectWords && (NamesPerson(words, text, sentence, i) || NamesDesk(words, sentence, i)) && IsReachable(words, text, i, phone, email))
                return sentence;
        }

        return -1;
    }

    private static bool NamesPerson(Word[] words, string text, int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (words[i].Is(WordTraits.Capital) && words[i + 1].Is(WordTraits.Capital) && Extraction.NameReader.Reads(text, words, i, out var next, out _, mayBeRole: true) && next > i + 1)
                return true;
        }

        return false;
    }

    private static bool NamesDesk(Word[] words, int from, int to) => Desks.Find(words, from, to) >= 0 || PressOffices.Find(words, from, to) >= 0;

    private static readonly PhraseSet PressOffices = new("press office|media office|press team|media team|news desk|newsdesk|newsroom|communication team|secretariat|service de presse|service presse|oficina de prensa");

    /// <summary>Whether a number or an address, or the place where one was lost, stands behind a word.</summary>
    private static bool IsReachable(Word[] words, string text, int from, bool phone, bool email) =>
        (phone && PhoneScanner.Find(text) is [.., var last] && last.Start > words[from].Start) || (email && text.LastIndexOf('@') > words[from].Start) || LacksAddress(words, text, from + 1) || HasOpenLabel(text, words, from + 1);

    /// <summary>"The secretariat (+43 1 503 7100) is glad to reserve seats": the sentence that opens with a desk and its number in brackets; -1 for none.</summary>
    private static int BracketedDesk(Word[] words, string text)
    {
        foreach (var (start, _) in PhoneScanner.Find(text))
        {
            if (start < 2 || text[start - 1] != '(' || Words.LastUpTo(words, start - 1) is not (>= 0 and var last))
                continue;
            var sentence = SentenceOf(words, text, last);
            if (last - sentence < 6 && NamesDesk(words, sentence, last + 1))
                return sentence;
        }

        return -1;
    }

    /// <summary>Whether an address was lost behind a word: "email Anna Roe in the events team at by the end of May", "Écrire à Anna Roe à l’adresse".</summary>
    private static bool LacksAddress(Word[] words, string text, int from)
    {
        for (var i = Math.Max(1, from); i < words.Length; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].Length);
            var at = word is "at";
            if (!at && word is not ("on" or "via") && !(word is "adresse" or "dirección" or "correo" && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "l" or "la" or "al"))
                continue;
            var rest = text.AsSpan(words[i].End).TrimStart(' ');
            if (rest.IsEmpty || rest[0] is ',' or ';' or ')' or '[' || (rest[0] == '.' && (rest.Length == 1 || !char.IsLetterOrDigit(rest[1]))))
                return true;
            if (word is not ("on" or "via") && i + 1 < words.Length && rest.Length == text.Length - words[i + 1].Start && GoesOn.Contains(words[i + 1].Key))
                return true;
        }

        return false;
    }

    private static readonly KeySet GoesOn = KeySet.Of("by before until with quoting no or and avant ou et antes o y");

    /// <summary>How far before a number the name stands whom it reaches.</summary>
    private const int NameReach = 90;

    /// <summary>The sentence in which a person stands before a number: "Visits can be arranged with Anna Roe at the museum, 020 7946 0123"; -1 for none.</summary>
    private static int NamedWithNumber(Word[] words, string text)
    {
        foreach (var (start, _) in PhoneScanner.Find(text))
        {
            for (var i = Words.LastUpTo(words, start); i > 0 && words[i].Start > start - NameReach && (!words[i].Is(WordTraits.SentenceStart) || IsShort(words, text, i - 1) || Lexicon.ContactLabels.MatchAt(words, i) > 0); i--)
            {
                if (!words[i].Is(WordTraits.Capital) || !words[i - 1].Is(WordTraits.Capital) || words[i].Start - words[i - 1].End > (IsShort(words, text, i - 1) ? 2 : 1) || words[i].Is(WordTraits.AllCapitals) || !Extraction.NameReader.Reads(text, words, i - 1, out _, out var end, mayBeRole: true) || end < words[i].End)
                    continue;
                return SentenceOf(words, text, i);
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
