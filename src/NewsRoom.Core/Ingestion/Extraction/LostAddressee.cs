using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds where a sentence goes on as if an address stood in it: "should write to by the end of May", "through our website at, until January", "visit or call 01632 …".</summary>
internal static class LostAddressee
{
    private static readonly KeySet Writing = KeySet.Of(
        "write writing written apply applying applications email emailed emailing e-mail mail mailed send sending sent reply replies replying respond responding submit submitted addressed forwarded return returned entries rsvp " +
        "écrire écrivez écrit envoyer envoyez envoyé envoyés adresser adressez adressé adressées escribir escriba enviar envíe enviarse enviadas dirigirse");

    /// <summary>Verbs that themselves want an address: "by emailing or in person".</summary>
    private static readonly KeySet Addressing = KeySet.Of("emailing visiting e-mailing");

    /// <summary>What is done at the address of a page.</summary>
    private static readonly KeySet Fetching = KeySet.Of("online form website register registered apply book booked booking download downloaded available details find found read watch order ordered buy bought tickets subscribe donate join update posted published followed viewed ligne formulaire línea formulario");

    private static readonly KeySet GoesOn = KeySet.Of("by before with quoting giving stating no if or until avant avec en ou antes con o indicando");

    /// <summary>Words that cannot follow "at" and its object's place either, where the sentence tells of a page.</summary>
    private static readonly KeySet GoesOnAt = KeySet.Of("and in from but for y et");

    /// <summary>What is done instead of visiting a page: "visit or call".</summary>
    private static readonly KeySet Calling = KeySet.Of("call phone ring telephone email contact write text speak appelez téléphonez écrivez llame llamar escriba");

    private static readonly KeySet Letters = KeySet.Of("email mail write writing send or");

    private static readonly KeySet Logging = KeySet.Of("log logging logged");

    private static readonly KeySet Joining = KeySet.Of("please or and to can may ou o también");

    private static readonly uint To = Words.KeyOf("to"), At = Words.KeyOf("at"), Grave = Words.KeyOf("à"), A = Words.KeyOf("a"), Visiting = Words.KeyOf("visiting"), Visit = Words.KeyOf("visit"), Go = Words.KeyOf("go"), And = Words.KeyOf("and"), Or = Words.KeyOf("or"), Mail = Words.KeyOf("mail"), Email = Words.KeyOf("email"), On = Words.KeyOf("on");

    /// <summary>The next place from a word on: the word behind which the address is missing, or -1.</summary>
    public static int Next(string text, Word[] words, int from, out GapKind kind)
    {
        for (var i = Math.Max(1, from); i < words.Length; i++)
        {
            var key = words[i].Key;
            if (key == At ? IsOpenAt(text, words, i) : key == To ? IsOpenTo(text, words, i) : key == Visit ? IsOpenVisit(text, words, i) : IsOpenElse(text, words, i))
            {
                kind = key == Visiting || key == Visit || (key == To && (words[i - 1].Key == Go || IsLogOn(words, i))) ? GapKind.MissingUrl : key == At ? KindAt(words, i) : GapKind.MissingEmail;
                return i;
            }
        }

        kind = default;
        return -1;
    }

    /// <summary>Whether the sentence, up to a word, asks to write or send something.</summary>
    public static bool IsWrittenTo(Word[] words, int at) => Words.HasBefore(words, at, 12, Writing);

    private static GapKind KindAt(Word[] words, int at) =>
        GapKinds.IsTold(words, at) || GapKinds.IsPerson(words, at - 1) ? GapKinds.Of(words, at) : Words.HasBefore(words, at, 4, Writing) && !Words.HasBefore(words, at, 5, Fetching) ? GapKind.MissingEmail : GapKind.MissingUrl;

    /// <summary>"fill in the form at or ask", "can be followed at and highlights …", "is on ReliefWeb at; the questionnaire", "email Nula at. Pictures …".</summary>
    private static bool IsOpenAt(string text, Word[] words, int i)
    {
        if (i + 1 == words.Length)
            return false;
        if (GoesOnTo(words, i, GoesOn, text))
            return Words.HasBefore(words, i, 5, Fetching) || Words.HasBefore(words, i, 4, Writing);
        var sign = IsClosed(text, words[i].End);
        if (!sign && !GoesOnTo(words, i, GoesOnAt, text))
            return false;
        // "the diary is at, with a map"
        if (sign && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "is" or "are")
            return true;
        return !GapKinds.Strands(words, i - 1) && (GapKinds.IsTold(words, i) || (sign && words[i - 1].Key == Or) || GapKinds.IsPerson(words, i - 1) || (i > 1 && words[i - 1].Is(WordTraits.Capital) && words[i - 2].Key == On));
    }

    /// <summary>"write to by the end of May", "send an email to and tell us", "or to, quoting …", "go to and enter a postcode".</summary>
    private static bool IsOpenTo(string text, Word[] words, int i)
    {
        if (i + 1 == words.Length)
            return words[i].End < text.Length && text[words[i].End] == '.' && words[i - 1].Key is var last && (last == Email || last == Mail);
        if (GoesOnTo(words, i, GoesOn, text))
            return Words.HasBefore(words, i, 4, Writing) || words[i - 1].Key == Go || IsLogOn(words, i);
        if (words[i + 1].Key == And && words[i + 1].Start - words[i].End <= 2)
            return words[i - 1].Key == Go || IsLogOn(words, i) || (i > 1 && (words[i - 1].Key == Email || words[i - 1].Key == Mail) && words[i - 2].Is(WordTraits.Stop));
        return IsClosed(text, words[i].End) && Letters.Contains(words[i - 1].Key) && Words.HasBefore(words, i, 12, Writing);
    }

    private static bool IsLogOn(Word[] words, int i) => i > 1 && words[i - 1].Key == On && Logging.Contains(words[i - 2].Key);

    /// <summary>"Book at the desk, visit or call 01632 …": an order to visit, and not somebody's visit.</summary>
    private static bool IsOpenVisit(string text, Word[] words, int i) =>
        i + 2 < words.Length && words[i + 1].Key == Or && words[i + 1].Start - words[i].End <= 2 && Calling.Contains(words[i + 2].Key)
        && (words[i].Is(WordTraits.SentenceStart) || Joining.Contains(words[i - 1].Key) || text[words[i].Start - 2] is ',' or ';' or ':');

    private static bool IsOpenElse(string text, Word[] words, int i)
    {
        if (i + 1 == words.Length || words[i].Length > 10 || text[words[i].End] != ' ')
            return false;
        var key = words[i].Key;
        return (Addressing.Contains(key) || ((key == Grave || key == A) && Words.HasBefore(words, i, 4, Writing))) && GoesOnTo(words, i, GoesOn, text);
    }

    /// <summary>Whether a small word that cannot follow comes next, right behind it.</summary>
    private static bool GoesOnTo(Word[] words, int at, KeySet wanted, string text) =>
        words[at + 1].Start - words[at].End <= 2 && text[words[at].End] == ' ' && wanted.Contains(words[at + 1].Key);

    /// <summary>Whether a sign stands where the object should.</summary>
    private static bool IsClosed(string text, int end) => end + 1 < text.Length && text[end] is ',' or ';' or ')' or '.' && text[end + 1] is ' ' or '.' or ',' or ';';
}
