namespace NewsRoom.Core.Ingestion.Segmentation;

/// <content>Sentences that ask nobody to turn to anybody, but say who answers: "Anna Roe can be reached on", "Email her on", "The secretariat (+43 …) is glad to".</content>
internal static partial class ContactSentence
{
    /// <summary>What somebody does who answers: "Anna Roe can be reached on", "the press desk is staffed until".</summary>
    private static readonly PhraseSet Answering = new(
        "can be reached|can be contacted|may be reached|may be contacted|can be called|can be rung|can be emailed|is available for interview|is available for comment|are available for interview|will be available for interview|is available to speak|is available to answer|is available to talk|can speak to reporter|can speak to journalist|can speak to the press|can speak to the medium|will speak to reporter|will speak to journalist|will speak to the press|will speak to the medium",
        "est joignable|sont joignable|peut etre joint|peut etre jointe|peuvent etre joint|est disponible pour des interview|est disponible pour toute interview|repondra aux question|se tient a la disposition|se tient a votre disposition|se tiennent a votre disposition|reste a votre disposition|restent a votre disposition",
        "puede ser contactado|puede ser contactada|se le puede contactar|esta disponible para entrevista|atendera a los medio|atiende a los medio|atendera a la prensa");

    /// <summary>Words that ask the reader to turn to whoever was named before them.</summary>
    private static readonly PhraseSet Referrals = new(
        "email him|email her|e mail him|e mail her|call him|call her|ring him|ring her|phone him|phone her|telephone him|telephone her|contact him|contact her|reach him|reach her|text him|text her|write to him|write to her|speak to him|speak to her|who can be reached|who can be contacted|who may be reached|who may be contacted|who is available on|whom you can reach|her number is|his number is|her mobile is|his mobile is|her email is|his email is|her address is|his address is",
        "joignez le|joignez la|contactez le|contactez la|appelez la|ecrivez lui|telephonez lui|que l on peut joindre|qui peut etre joint|qui peut etre jointe|qui est joignable|son numero est|son adresse est",
        "llamele|llamela|escribale|contactele|contactela|a quien se puede contactar|a quien se puede llamar|a quien se puede escribir|que puede ser contactado|que puede ser contactada|su numero es|su telefono es|su correo es");

    /// <summary>The keys of the words that these phrases begin with.</summary>
    public static IEnumerable<uint> AnswerWords => Answering.FirstWords.Concat(Referrals.FirstWords);

    /// <summary>The first words that mean somebody named before them; -1 for none.</summary>
    public static int ReferralAt(Word[] words)
    {
        var referral = Find(Referrals, words, 1);
        // "Anna Roe would like to hear from the driver. She can be reached on"
        for (var i = Find(Answering, words, 2); referral < 0 && i > 0; i = Find(Answering, words, i + 1))
        {
            if (words[i - 1].Is(WordTraits.SentenceStart) && Pronouns.Contains(words[i - 1].Key))
                referral = i - 1;
        }

        return referral;
    }

    private static readonly KeySet Pronouns = KeySet.Of("she he elle il ella");

    /// <summary>The first place from a word on where one of the phrases begins; -1 for none. Every word of an archive is asked, most of them by a bit alone.</summary>
    private static int Find(PhraseSet phrases, Word[] words, int from)
    {
        for (var i = from; i < words.Length; i++)
        {
            if (words[i].Is(WordTraits.Answer) && phrases.MatchAt(words, i) > 0)
                return i;
        }

        return -1;
    }

    /// <summary>How many words who answers may have: a name, a role, an office.</summary>
    private const int MostSubjectWords = 14;

    /// <summary>Whether the sentence that begins at a word says of its subject that it can be reached.</summary>
    public static bool AnswersFrom(Word[] words, int sentence)
    {
        for (var i = sentence + 1; i < words.Length && i <= sentence + MostSubjectWords; i++)
        {
            if (words[i].Is(WordTraits.Answer) && Answering.MatchAt(words, i) > 0)
                return true;
        }

        return false;
    }

    private static int AnswerAt(Word[] words, string text, bool phone, bool email)
    {
        var at = AnsweringAt(words, text, phone, email);
        if (at < 0)
            at = ReferringAt(words, text, phone, email);
        return at < 0 && phone ? BracketedDesk(words, text) : at;
    }

    /// <summary>"Anna Roe can be contacted on … or by email at", "Harbour Trust’s press office can be reached at": the sentence in which a person or a desk answers; -1 for none.</summary>
    private static int AnsweringAt(Word[] words, string text, bool phone, bool email)
    {
        for (var i = Find(Answering, words, 1); i > 0; i = Find(Answering, words, i + 1))
        {
            var sentence = SentenceOf(words, text, i);
            if (i - sentence <= MostSubjectWords && (NamesPerson(words, text, sentence, i) || NamesDesk(words, sentence, i)) && IsReachable(words, text, i, phone, email))
                return sentence;
        }

        return -1;
    }

    /// <summary>"Anna Roe keeps the diary. Email her on": the sentence that names whom later words mean; -1 for none.</summary>
    private static int ReferringAt(Word[] words, string text, bool phone, bool email)
    {
        var referral = ReferralAt(words);
        if (referral < 1)
            return -1;
        var sentence = SentenceOf(words, text, referral - 1);
        return words[referral].Start - words[sentence].Start <= MostSentence && NamesPerson(words, text, sentence, referral) && IsReachable(words, text, referral, phone, email) ? sentence : -1;
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
            if (IsLostBehind(words, text, i))
                return true;
        }

        return false;
    }

    private static bool IsLostBehind(Word[] words, string text, int i)
    {
        var word = text.AsSpan(words[i].Start, words[i].Length);
        var rest = text.AsSpan(words[i].End).TrimStart(' ');
        var goesOn = i + 1 < words.Length && rest.Length == text.Length - words[i + 1].Start;
        // "écrire à avant le 3 mai", "escribir a antes del 3 de mayo"
        if (word is "a" or "à")
            return goesOn && text.AsSpan(words[i + 1].Start, words[i + 1].Length) is "antes" or "avant";
        if (word is not ("at" or "on" or "via") && !(word is "adresse" or "dirección" or "correo" && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "l" or "la" or "al"))
            return false;
        return rest.IsEmpty || rest[0] is ',' or ';' or ')' or '[' || (rest[0] == '.' && (rest.Length == 1 || !char.IsLetterOrDigit(rest[1])))
            || (word is not ("on" or "via") && goesOn && GoesOn.Contains(words[i + 1].Key));
    }

    private static readonly KeySet GoesOn = KeySet.Of("by before until with quoting no or and avant ou et antes o y");
}
