using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds where a sentence goes on as if an address stood in it: "should write to by the end of May", "through our website at, until January", "visit or call 01632 …".</summary>
internal static class LostAddressee
{
    private static readonly KeySet Writing = KeySet.Of(
        "write writing written apply applying applications email emailed emailing e-mail mail mailed send sending sent reply replies replying respond responding submit submitted addressed forwarded return returned entries rsvp " +
        "écrire écrivez écrit envoyer envoyez envoyé envoyés adresser adressez adressé adressées escribir escriba escríbanos escríbenos enviar envíe envíenos enviarse enviadas enviarán remitir remitirán dirigirse");

    /// <summary>Verbs that themselves want an address: "by emailing or in person".</summary>
    private static readonly KeySet Addressing = KeySet.Of("emailing visiting e-mailing");

    /// <summary>What is done at the address of a page.</summary>
    private static readonly KeySet Fetching = KeySet.Of("online form website register registered apply book booked booking download downloaded available details find found read watch order ordered buy bought tickets subscribe donate join update posted published followed viewed ligne formulaire línea formulario");

    /// <summary>Words that no preposition's object begins with.</summary>
    private static readonly KeySet GoesOn = KeySet.Of("by before with quoting giving stating no if or until avant avec en ou antes con o indicando");

    /// <summary>Words that cannot follow "at" and its object's place either, where the sentence tells of a page.</summary>
    private static readonly KeySet GoesOnAt = KeySet.Of("and in from but for y et within");

    /// <summary>Words that may follow in "at no cost", "good at giving advice", where the sentence is whole.</summary>
    private static readonly KeySet Loose = KeySet.Of("no quoting giving stating en con");

    /// <summary>"at or near the bridge", "sur ou sous le pont".</summary>
    private static readonly KeySet Beside = KeySet.Of("near below above around about before after under over beyond towards to close just within off against sous derrière bajo");

    /// <summary>"to or from the island".</summary>
    private static readonly KeySet Back = KeySet.Of("from fro");

    /// <summary>Words that cannot follow "at" in a sentence that is whole, unless its verb is one that leaves "at" behind.</summary>
    private static readonly KeySet Never = KeySet.Of("or until by before if where");

    /// <summary>Who does something in the next clause: "at and we will print the best".</summary>
    private static readonly KeySet Subjects = KeySet.Of("we you they i it he she");

    /// <summary>"available from or by ringing": the second of two ways.</summary>
    private static readonly KeySet OtherWays = KeySet.Of("by on at in via through");

    /// <summary>What is done instead of visiting a page or writing: "visit or call".</summary>
    private static readonly KeySet Calling = KeySet.Of("call phone ring telephone email contact write text speak ask scan go see use drop pick follow search appelez téléphonez écrivez demandez llame llamar escriba pregunte");

    /// <summary>What a page is visited to do: "Visit to read the diary", "visit and enter a postcode".</summary>
    private static readonly KeySet Doing = KeySet.Of("read find see view book buy order download register apply learn sign watch listen donate check search join explore discover take get enter click follow fill log select choose type report subscribe vote nominate");

    /// <summary>What a page is visited for: "visit for details".</summary>
    private static readonly KeySet Details = KeySet.Of("detail more further full information info picture photograph photo image film video time ticket price update term booking map list result application form opening latest additional place copy pack appointment interview programme date");

    /// <summary>What is had from a place that a sentence should name.</summary>
    private static readonly KeySet Had = KeySet.Of("available downloaded download obtained ordered bought had requested free copy ticket form detail information");

    private static readonly KeySet Letters = KeySet.Of("email mail write writing send or");

    private static readonly KeySet Logging = KeySet.Of("log logging logged");

    private static readonly KeySet Joining = KeySet.Of("please or and to can may simply just it them ou o también");

    private static readonly KeySet Asking = KeySet.Of("please should must may can to simply just or and could");

    private static readonly KeySet Ordering = KeySet.Of("please should must");

    private static readonly KeySet Naming = KeySet.Of("ask contact from with through to email call reach join and or");

    private static readonly KeySet Finished = KeySet.Of("have had has been were was");

    private static readonly KeySet Alternative = KeySet.Of("either or ou o");

    private static readonly uint To = Words.KeyOf("to"), At = Words.KeyOf("at"), Grave = Words.KeyOf("à"), A = Words.KeyOf("a"), Visiting = Words.KeyOf("visiting"), Visit = Words.KeyOf("visit"), Go = Words.KeyOf("go"), And = Words.KeyOf("and"), Or = Words.KeyOf("or"), Mail = Words.KeyOf("mail"), Email = Words.KeyOf("email"), On = Words.KeyOf("on"), Later = Words.KeyOf("later"), No = Words.KeyOf("no"), By = Words.KeyOf("by"), Before = Words.KeyOf("before"), For = Words.KeyOf("for"), With = Words.KeyOf("with"), From = Words.KeyOf("from"), Via = Words.KeyOf("via"), Please = Words.KeyOf("please"), Visitez = Words.KeyOf("visitez"), See = Words.KeyOf("see"), Sur = Words.KeyOf("sur"), En = Words.KeyOf("en"), Us = Words.KeyOf("us"), Pour = Words.KeyOf("pour");

    /// <summary>The keys of the words behind which an address may be missing.</summary>
    public static IEnumerable<uint> OpenWords => [Visit, Visitez, See, Email, Mail, Sur, En, At, To, From, Via, .. Addressing, Grave, A];

    /// <summary>The next place from a word on: the word behind which the address is missing, or -1.</summary>
    public static int Next(string text, Word[] words, int from, out GapKind kind)
    {
        for (var i = from; i < words.Length; i++)
        {
            if (!words[i].Is(WordTraits.Wanting))
                continue;
            var key = words[i].Key;
            if (IsOpen(text, words, i, key))
            {
                kind = key == Visiting || key == Visit || key == Visitez || key == See || (key == To && (words[i - 1].Key == Go || IsLogOn(words, i))) ? GapKind.MissingUrl : key == At ? KindAt(words, i) : key == From || key == Via || key == Sur || key == En ? GapKinds.Of(words, i) : GapKind.MissingEmail;
                return i;
            }
        }

        kind = default;
        return -1;
    }

    /// <summary>Whether the sentence, up to a word, asks to write or send something.</summary>
    public static bool IsWrittenTo(Word[] words, int at) => Words.HasBefore(words, at, 12, Writing);

    private static GapKind KindAt(Word[] words, int at) =>
        IsNamed(words, at - 1) ? GapKind.MissingEmail : GapKinds.IsTold(words, at) || GapKinds.IsPerson(words, at - 1) ? GapKinds.Of(words, at) : Words.HasBefore(words, at, 4, Writing) && !Words.HasBefore(words, at, 5, Fetching) ? GapKind.MissingEmail : GapKind.MissingUrl;

    private static bool IsOpen(string text, Word[] words, int i, uint key)
    {
        // Not "visits" or "emails".
        if (key == Visit ? words[i].Length == 5 : key == Visitez)
            return IsOpenVisit(text, words, i);
        if (key == See && words[i].Length == 3)
            return IsOpenSee(text, words, i);
        if (key == Email ? words[i].Length == 5 : key == Mail && words[i].Length == 4)
            return IsOpenEmail(text, words, i) || (i > 0 && IsOpenElse(text, words, i));
        if (i == 0)
            return false;
        if (key == Sur || key == En)
            return IsOpenSur(text, words, i, key);
        return key == At ? IsOpenAt(text, words, i) : key == To ? IsOpenTo(text, words, i) : key == From || key == Via ? IsOpenFrom(text, words, i, key) : IsOpenElse(text, words, i);
    }

    /// <summary>"fill in the form at or ask", "can be followed at and highlights …", "is on ReliefWeb at; the questionnaire", "email Nula at. Pictures …", "write to Anna Roe, chair of trustees, at before the end of June".</summary>
    private static bool IsOpenAt(string text, Word[] words, int i)
    {
        if (i + 1 == words.Length)
            return false;
        if (GoesOnTo(words, i, GoesOn, text))
        {
            if (IsBeside(words, i))
                return false;
            if (Words.HasBefore(words, i, 5, Fetching) || Words.HasBefore(words, i, 4, Writing))
                return !(words[i + 1].Key == No && !IsNoLater(words, i + 1));
            if (Never.Contains(words[i + 1].Key))
                return !GapKinds.Strands(words, i - 1);
            return !Loose.Contains(words[i + 1].Key) && !GapKinds.Strands(words, i - 1)
                && (Words.HasBefore(words, i, 14, Writing) || GapKinds.IsTold(words, i) || Alternative.Contains(words[i - 1].Key) || text[words[i].Start - 2] == ',' || GapKinds.IsPerson(words, i - 1));
        }

        if (GoesOnTo(words, i, Never, text) || (words[i + 1].Key == And && i + 2 < words.Length && Subjects.Contains(words[i + 2].Key) && text[words[i].End] == ' '))
            return !GapKinds.Strands(words, i - 1);
        var sign = IsClosed(text, words[i].End);
        if (!sign && !GoesOnTo(words, i, GoesOnAt, text))
            return false;
        // "the diary is at, with a map", "pictures are at and may be used free of charge"
        if ((sign || words[i + 1].Key == And) && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "is" or "are")
            return true;
        return !GapKinds.Strands(words, i - 1) && (GapKinds.IsTold(words, i) || (sign && words[i - 1].Key == Or) || GapKinds.IsPerson(words, i - 1) || (sign && IsNamed(words, i - 1)) || (i > 1 && words[i - 1].Is(WordTraits.Capital) && words[i - 2].Key == On));
    }

    /// <summary>"should ask Meg Farr at": somebody whom the sentence says to turn to.</summary>
    private static bool IsNamed(Word[] words, int last) =>
        last > 1 && words[last].Is(WordTraits.Capital) && words[last - 1].Is(WordTraits.Capital) && words[last].Start - words[last - 1].End == 1 && Naming.Contains(words[last - 2].Key);

    private static bool IsBeside(Word[] words, int i) => i + 2 < words.Length && (words[i + 1].Key == Or || words[i + 1].Key == And) && Beside.Contains(words[i + 2].Key);

    private static bool IsNoLater(Word[] words, int no) => no + 1 < words.Length && words[no + 1].Key == Later;

    /// <summary>"write to by the end of May", "send an email to and tell us", "or to, quoting …", "go to and enter a postcode", "send your name and postcode to or complete the form".</summary>
    private static bool IsOpenTo(string text, Word[] words, int i)
    {
        if (i + 1 == words.Length)
            return words[i].End < text.Length && text[words[i].End] == '.' && words[i - 1].Key is var last && (last == Email || last == Mail);
        if ((words[i - 1].Key == Go || IsLogOn(words, i)) && text[words[i].End] == ' ' && (words[i + 1].Key == For || IsPurpose(text, words, i)))
            return true;
        if (GoesOnTo(words, i, GoesOn, text) && !IsBeside(words, i) && !(words[i + 1].Key == Or && i + 2 < words.Length && Back.Contains(words[i + 2].Key)))
            return Words.HasBefore(words, i, 4, Writing) || words[i - 1].Key == Go || IsLogOn(words, i) || (Words.HasBefore(words, i, 9, Writing) && !Loose.Contains(words[i + 1].Key) && !Words.HasBefore(words, i, 9, Finished));
        if (words[i + 1].Key == And && words[i + 1].Start - words[i].End <= 2)
            return words[i - 1].Key == Go || IsLogOn(words, i) || (i > 1 && (words[i - 1].Key == Email || words[i - 1].Key == Mail) && words[i - 2].Is(WordTraits.Stop));
        return IsClosed(text, words[i].End) && Letters.Contains(words[i - 1].Key) && Words.HasBefore(words, i, 12, Writing);
    }

    /// <summary>"Tickets are available from or by ringing 01632 …", "report a concern via or in person".</summary>
    private static bool IsOpenFrom(string text, Word[] words, int i, uint key)
    {
        if (i + 1 == words.Length || IsBeside(words, i) || !(GoesOnTo(words, i, GoesOn, text) || (words[i + 1].Key == And && text[words[i].End] == ' ')) || Loose.Contains(words[i + 1].Key))
            return false;
        return key == Via ? words[i + 1].Key != And || GapKinds.IsTold(words, i) : (Had.Contains(words[i - 1].Key) && words[i + 1].Key != With) || (words[i + 1].Key == Or && i + 2 < words.Length && OtherWays.Contains(words[i + 2].Key));
    }

    /// <summary>"Clubs with queries should e-mail no later than Friday", "To book, email or ring 01632 960700", "please email for details".</summary>
    private static bool IsOpenEmail(string text, Word[] words, int i)
    {
        var verb = words[i].Key == Mail && i > 0 && text[words[i].Start - 1] == '-' ? i - 1 : i;
        if (words[i].Key == Mail && verb == i)
            return false;
        var asked = words[verb].Is(WordTraits.SentenceStart) || (verb > 0 && (Asking.Contains(words[verb - 1].Key) || (text[words[verb].Start - 2] == ',' && (words[0].Key == To || Words.HasBefore(words, verb, MostBeforeEmail, Contacting)))));
        if (!asked || IsAmongWays(words, verb) || Near(text, words[i].End).Contains('@'))
            return false;
        // "Questions? Email us."
        if (words[verb].Is(WordTraits.SentenceStart) && i + 1 < words.Length && words[i + 1].Key == Us && words[i + 1].Length == 2 && (words[i + 1].End == text.Length || text[words[i + 1].End] is '.' or '!'))
            return true;
        if (verb > 0 && words[verb - 1].Key == Please && (i + 1 == words.Length ? words[i].End < text.Length && text[words[i].End] == '.' : text[words[i].End] is '.' or ';'))
            return true;
        // "Schools that wish to come should email": the paragraph stops there.
        if (verb > 0 && Ordering.Contains(words[verb - 1].Key) && words[i].End == text.Length)
            return true;
        if (i + 2 >= words.Length || text[words[i].End] != ' ' || words[i + 1].Start != words[i].End + 1)
            return false;
        var (next, then) = (words[i + 1].Key, words[i + 2].Key);
        if (next == Or)
            return Calling.Contains(then) && (text.AsSpan(words[i + 2].End).IndexOfAnyInRange('0', '9') is >= 0 and < 40);
        return (next == No && then == Later) || (GoesOnTo(words, i, GoesOn, text) && next != No && !(next == By && Calling.Contains(then))) || IsPurpose(text, words, i);
    }

    private static readonly KeySet Contacting = KeySet.Of("contact");

    /// <summary>So many words stand between "contact" and the second way to do it.</summary>
    private const int MostBeforeEmail = 12;

    private static readonly KeySet AfterSur = KeySet.Of("ou avant pour jusqu"), AfterEn = KeySet.Of("o u antes hasta para");

    /// <summary>"Billets en vente sur ou à l’entrée", "Inscripciones en hasta el 30 de junio".</summary>
    private static bool IsOpenSur(string text, Word[] words, int i, uint key) =>
        i + 1 < words.Length && GoesOnTo(words, i, key == Sur ? AfterSur : AfterEn, text) && !(i + 2 < words.Length && Beside.Contains(words[i + 2].Key));

    private static readonly KeySet Ways = KeySet.Of("by via phone telephone post text letter fax person sms in through online");

    /// <summary>"by post, phone or email before Friday": ways of writing, and no order to write.</summary>
    private static bool IsAmongWays(Word[] words, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 4); i--)
        {
            if (Ways.Contains(words[i].Key))
                return true;
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return false;
    }

    private static bool IsLogOn(Word[] words, int i) => i > 1 && words[i - 1].Key == On && Logging.Contains(words[i - 2].Key);

    /// <summary>"Book at the desk, visit or call 01632 …", "visit for pictures", "Visit to read the diary": an order to visit, and not somebody's visit.</summary>
    private static bool IsOpenVisit(string text, Word[] words, int i)
    {
        if (i + 2 >= words.Length || words[i + 1].Start - words[i].End > 2 || text[words[i].End] != ' ' || GapExtractor.HasAddressNear(text, words[i].End))
            return false;
        if (!words[i].Is(WordTraits.SentenceStart) && !Joining.Contains(words[i - 1].Key) && text[words[i].Start - 2] is not (',' or ';' or ':') && !IsBehindPurpose(text, words, i))
            return false;
        var (next, then) = (words[i + 1].Key, words[i + 2].Key);
        return (Alternative.Contains(next) && Calling.Contains(then)) || (next == And && Doing.Contains(then)) || IsPurpose(text, words, i);
    }

    /// <summary>"For more information visit or call 01632 …", "For opening hours visit or ring …": what it is for stands before the order, with no comma.</summary>
    private static bool IsBehindPurpose(string text, Word[] words, int i)
    {
        var goesOn = text.AsSpan(words[i + 1].Start, words[i + 1].Length) is "or" or "ou" or "o" ? Calling.Contains(words[i + 2].Key) : words[i + 1].Key == And && Doing.Contains(words[i + 2].Key);
        if (!Details.Contains(words[i - 1].Key) && (!goesOn || words[i - 1].Is(WordTraits.Stop)))
            return false;
        for (var start = i - 1; start >= Math.Max(0, i - MostOfPurpose); start--)
        {
            if (words[start].Is(WordTraits.SentenceStart))
                return words[start].Key == For || words[start].Key == Pour;
        }

        return false;
    }

    /// <summary>So many words tell at most what an order is for.</summary>
    private const int MostOfPurpose = 8;

    /// <summary>"See for a full list of walks."</summary>
    private static bool IsOpenSee(string text, Word[] words, int i) =>
        i + 2 < words.Length && words[i + 1].Key == For && IsPurpose(text, words, i) && (words[i].Is(WordTraits.SentenceStart) || words[i - 1].Key == Please || text[words[i].Start - 2] is ',' or ';' or ':') && !GapExtractor.HasAddressNear(text, words[i].End);

    /// <summary>Whether what follows right behind a word tells what for, and not what: "for details", "for the latest times", "to read the diary".</summary>
    private static bool IsPurpose(string text, Word[] words, int i)
    {
        if (i + 2 >= words.Length || text[words[i].End] != ' ' || words[i + 1].Start - words[i].End > 2)
            return false;
        var then = i + 3 < words.Length && Leading.Contains(words[i + 2].Key) ? i + 3 : i + 2;
        return (words[i + 1].Key == For && Details.Contains(words[then].Key)) || (words[i + 1].Key == To && Doing.Contains(words[i + 2].Key));
    }

    private static readonly KeySet Leading = KeySet.Of("a the our all any some");

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
    private static bool IsClosed(string text, int end) => end + 1 < text.Length && ((text[end] is ',' or ';' or ')' or '.' && text[end + 1] is ' ' or '.' or ',' or ';') || text.AsSpan(end).StartsWith(" [more]") || text.AsSpan(end).StartsWith(" […]"));

    /// <summary>The text around a place.</summary>
    private static ReadOnlySpan<char> Near(string text, int at) => text.AsSpan(Math.Max(0, at - GapExtractor.Around), Math.Min(text.Length, at + GapExtractor.Around) - Math.Max(0, at - GapExtractor.Around));
}
