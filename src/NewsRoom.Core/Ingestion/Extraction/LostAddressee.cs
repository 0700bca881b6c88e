using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds where a sentence goes on as if an address stood in it: "should write to by the end of May", "sent to before Friday", "fill in the form at or ask at the desk".</summary>
internal static class LostAddressee
{
    private static readonly KeySet Writing = [.. ("write writing written apply applying applications email emailed emailing e-mail mail mailed send sending sent reply replies replying respond responding submit submitted addressed forwarded return returned entries rsvp " +
        "écrire écrivez écrit envoyer envoyez envoyé envoyés adresser adressez adressé adressées escribir escriba enviar envíe enviarse enviadas dirigirse").Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>Verbs that themselves want an address: "by emailing or in person".</summary>
    private static readonly KeySet Addressing = [.. "emailing visiting e-mailing".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>What is done at the address of a page.</summary>
    private static readonly KeySet Fetching = [.. "online form website register registered apply book booked booking download downloaded available details find found read watch order ordered buy bought tickets subscribe donate join update ligne formulaire línea formulario".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet GoesOn = [.. "by before with quoting giving stating no if or until avant avec en ou antes con o indicando".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly uint To = Words.KeyOf("to"), At = Words.KeyOf("at"), Grave = Words.KeyOf("à"), A = Words.KeyOf("a"), Visiting = Words.KeyOf("visiting");

    /// <summary>The next place from a word on: the word behind which the address is missing, or -1.</summary>
    public static int Next(string text, Word[] words, int from, out GapKind kind)
    {
        for (var i = Math.Max(1, from); i < words.Length; i++)
        {
            kind = words[i].Key == Visiting || (words[i].Key == At && Has(words, i, 5, Fetching)) ? GapKind.MissingUrl : GapKind.MissingEmail;
            if (Wants(words, i) && IsLeftOpen(text, words, i))
                return i;
        }

        kind = default;
        return -1;
    }

    /// <summary>Whether the sentence, up to a word, asks to write or send something.</summary>
    public static bool IsWrittenTo(Word[] words, int at) => Has(words, at, 12, Writing);

    private static bool Wants(Word[] words, int at)
    {
        if (Addressing.Contains(words[at].Key))
            return true;
        if (words[at].Key == At)
            return Has(words, at, 5, Fetching) || Has(words, at, 4, Writing);
        return (words[at].Key == To || words[at].Key == Grave || words[at].Key == A) && Has(words, at, 4, Writing);
    }

    private static bool Has(Word[] words, int at, int back, KeySet wanted)
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

    /// <summary>Whether a small word that cannot follow comes next, right behind it.</summary>
    private static bool IsLeftOpen(string text, Word[] words, int at) =>
        at + 1 < words.Length && words[at + 1].Start - words[at].End == 1 && text[words[at].End] == ' ' && GoesOn.Contains(words[at + 1].Key);
}
