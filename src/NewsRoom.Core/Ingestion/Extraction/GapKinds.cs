using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Tells from the words of a sentence whether an e-mail address or the address of a page was lost at its open end.</summary>
internal static class GapKinds
{
    /// <summary>What is written to, and who.</summary>
    private static readonly KeySet Mailing = KeySet.Of(
        "email emailed emailing mail mailed mailing write writing contact contacting rsvp reach reached desk inbox touch " +
        "écrire écrivez écrivant contacter contactez joindre courriel mail escribir escriba escribiendo contactar contacte correo");

    /// <summary>What is visited, and what is done there.</summary>
    private static readonly KeySet Browsing = KeySet.Of(
        "website site webpage page portal url link blog visit visiting see internet online web form register registered apply book booked booking download downloaded available details find found read watch order ordered buy bought tickets subscribe donate join update " +
        "posted published followed viewed seen listed shown accessed map watched heard listen reproduced deposited uploaded archived streamed click clicking pdf " +
        "youtube twitter facebook instagram flickr vimeo linkedin soundcloud tiktok mastodon bluesky itunes spotify " +
        "pagina sitio ligne formulaire línea formulario disponible consultable publié publiée consulter consultez visiter visitez");

    private static readonly KeySet ToWords = KeySet.Of("to a à al");

    private static readonly uint AtWord = Words.KeyOf("at");

    /// <summary>What one does to somebody, and where one goes instead.</summary>
    private static readonly KeySet Sending = KeySet.Of(
        "written send sending sent reply replies replying respond responding response submit submitted addressed forwarded return returned entries application enquiries queries " +
        "écrit envoyer envoyez envoyé envoyés adresser adressez adressé adressées enviar envíe enviarse enviadas enviarán remitir remitirán dirigirse");

    private static readonly KeySet Going = KeySet.Of("go going log logging logged visit visiting visitez website site page link");

    /// <summary>Verbs and adjectives whose preposition may close a sentence: "what they were looking at.", "the school she taught at".</summary>
    private static readonly KeySet Stranding = KeySet.Of(
        "look looked looking looks stare stared aim aimed aiming laugh laughed laughing point pointed pointing shout shouted shot shoot fire fired throw threw thrown arrive arrived arriving stay stayed staying live lived living worked working study studied teach taught train trained play played meet met good best better great guess hint hinted hit stop stopped stopping call called eat ate bark barked swear swore get got getting go going goes went are were be been being was employed sat based housed booked moored bought heard decided");

    /// <summary>The kind of what is missing behind a word: the nearest word of writing or visiting tells, and the name of a person before it.</summary>
    public static GapKind Of(Word[] words, int at)
    {
        if (at < 0)
            return GapKind.MissingUrl;
        var sent = ToWords.Contains(words[at].Key);
        if (IsPerson(words, sent || words[at].Key == AtWord ? at - 1 : at))
            return GapKind.MissingEmail;
        for (var i = at; i >= Math.Max(0, at - 14); i--)
        {
            if (Mailing.Contains(words[i].Key) || (sent && Sending.Contains(words[i].Key)))
                return GapKind.MissingEmail;
            if (sent ? Going.Contains(words[i].Key) : Browsing.Contains(words[i].Key))
                return GapKind.MissingUrl;
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return words[at].Key == AtWord && IsAnswering(words, at) ? GapKind.MissingEmail : GapKind.MissingUrl;
    }

    /// <summary>"For interviews: Anna Roe, legal counsel, at": a line that leads to somebody, whose role stands between the name and what is missing.</summary>
    private static bool IsAnswering(Word[] words, int at)
    {
        if (Lexicon.ContactLeads.MatchAt(words, 0) is not (> 0 and var lead) || at - lead > 10)
            return false;
        for (var i = lead + 1; i < at; i++)
        {
            if (IsPerson(words, i))
                return true;
        }

        return false;
    }

    /// <summary>Whether the sentence tells, up to a word, of something that is done at an address.</summary>
    public static bool IsTold(Word[] words, int at) => Words.HasBefore(words, at, 8, Mailing) || Words.HasBefore(words, at, 8, Browsing);

    /// <summary>Whether a word itself tells of something that is done at the address of a page, or of writing.</summary>
    public static bool Tells(Word word) => Mailing.Contains(word.Key) || Browsing.Contains(word.Key);

    /// <summary>Whether a word tells of writing to somebody.</summary>
    public static bool IsMailing(Word word) => Mailing.Contains(word.Key);

    /// <summary>Whether one of the last words before a preposition, or the word itself, tells of a page, and none of writing.</summary>
    public static bool IsOfPage(Word[] words, int at)
    {
        for (var i = at; i >= Math.Max(0, at - 3); i--)
        {
            if (Mailing.Contains(words[i].Key))
                return false;
            if (Browsing.Contains(words[i].Key))
                return true;
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return false;
    }

    /// <summary>Whether a word may close a sentence with the preposition behind it.</summary>
    public static bool Strands(Word[] words, int at) => at >= 0 && Stranding.Contains(words[at].Key);

    /// <summary>"Ross Baird at": a name that ends at a word.</summary>
    public static bool IsPerson(Word[] words, int last) =>
        last > 0 && words[last].Is(WordTraits.Capital) && GivenNames.Has(words[last - 1]) && words[last].Start - words[last - 1].End == 1;
}
