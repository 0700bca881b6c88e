using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds the words that stood on a link: "click here", "can be booked here", "Add your name here.", "Download the report."</summary>
internal static class LostLinks
{
    /// <summary>Words that stand for a link where an address is told of, beside those of <see cref="Lexicon.LinkWords"/>, which also tell a line of links.</summary>
    private static readonly PhraseSet Pointers = new(
        "link below|link above|following link|button below|behind this button|click to play|click to view|click to watch|click to listen|click to read|click to download|click on|click the|clicking on|clicking the|click for|click to|click through|tap here|tap for|tap on|right click|right clicking|following the link|follow the link|follow this link|following this link|using the link|via the link|use the link|use this link",
        "via this link|at this link|through this link|using this link|on this link|visit this link",
        "via ce lien|sur ce lien|a ce lien|par ce lien|en este enlace|de este enlace|con este enlace",
        "cliquez pour|en cliquant|en suivant le lien|suivez le lien|suivre le lien|cliquez sur|cliquer sur|cliquant sur|lien suivant|lien ci dessous|lien ci contre|suivez ce lien|suivant ce lien",
        "clic para|siguiendo el enlace|siga el enlace|siguiendo este enlace|pulse para|clic en|pinche en|pinchando en|pulse en|pulsando en|enlace siguiente|siguiente enlace",
        "finden sie hier|klicken sie hier|lesen sie hier|hier finden sie|hier klicken|hier herunterladen|hier anmelden");

    /// <summary>"It can be downloaded from this page": the page was captured, and what it led to was not.</summary>
    private static readonly PhraseSet ThisPage = new("from this page|from this site|from the page|via this page|de cette page|depuis cette page|sur cette page|desde esta página|en esta página");

    /// <summary>What is done with a file at the page that offers it.</summary>
    private static readonly KeySet Loaded = KeySet.Of("download downloaded downloadable printed ordered booked bought requested obtained accessed registered reserved téléchargé téléchargée télécharger téléchargeable réservé commandé descargado descargar descargarse descargue solicitarse reservarse");

    /// <summary>What a page says of a file that it links to, with no word of where: "A table can be downloaded, and …"</summary>
    private static readonly PhraseSet Downloadable = new("available to download|available for download|can be downloaded|may be downloaded|disponible en téléchargement|disponibles en téléchargement|peut être téléchargé|peut être téléchargée|peuvent être téléchargés|disponible para descargar|disponible para su descarga|puede descargarse|pueden descargarse");

    private static readonly KeySet FetchVerbs = KeySet.Of(
        "download downloaded downloading loaded found find read reading view viewed seen see accessed access available watch register registered sign apply learn click visit listen booked book booking ordered order donate listened viewing consulted obtained information report more details watched bought buy reserved reserve tickets requested request joined join streamed stream viewed " +
        "form film map summary report list programme program video gallery photograph recording detail guide copy text document leaflet poster figures brochure agenda transcript rsvp timetable catalogue recipe rules carte formulaire liste rapport brochure mapa vídeo formulario lista guía informe ficha " +
        "story article livestream webcast info pinchar pinchando pincha clica clicar clicando pulsando cliquer cliquant " +
        "trouve trouvent trouverez figure figurent télécharger téléchargé téléchargée télécharge téléchargez téléchargeable consulter consulté consultée consultable lire disponible trouver retrouver visionner visionné visionnée écouter écouté écoutée réserver réservé commander commandé inscrire cliquez voir " +
        "descargar descargue descarga descargarse descargado consultar consultarse consulte leer leerse ver verse escuchar escucharse solicitar solicitarse reservar reservarse disponible encontrar encontrarse encuentra acceder inscribirse inscripción regístrese registrarse");

    /// <summary>What is itself to be had behind a link: "The table is here."</summary>
    private static readonly KeySet Documents = KeySet.Of(
        "table thesis study paper statistic slide result photo picture image minute drawing letter submission response finding speech podcast statement presentation interview pdf booklet toolkit handbook survey appendix report video film recording briefing programme guide form brochure leaflet poster summary transcript map list gallery " +
        "thèse étude tableau résultat texte discours dossier rapport formulaire liste affiche vidéo tesis estudio tabla resultado foto discurso informe formulario guía folleto lista");

    /// <summary>Orders that a link carries: "Apply here before the end of January."</summary>
    private static readonly KeySet Orders = KeySet.Of(
        "apply donate add tell email chip give join sign book vote nominate pledge share support shop buy order send submit enter ask report check search explore start play listen hear watch see read find get learn discover subscribe register download view follow volunteer complete fill take have pay claim renew write respond reply " +
        "inscrivez réservez signez postulez donnez faites participez commandez découvrez retrouvez regardez écoutez lisez consultez voir lire " +
        "inscríbete inscríbase dona done reserva reserve firma firme solicita solicite apúntate apúntese escucha escuche vea lea participa participe vota vote descubre descubra");

    private static readonly KeySet Fetchers = KeySet.Of("download télécharger téléchargez descargue descargar read watch view listen lire regarder lea vea");

    private static readonly KeySet Downloading = KeySet.Of("download télécharger téléchargez descargue descargar descarga");

    /// <summary>What an order names beside a document when it says itself where to get it.</summary>
    private static readonly KeySet Placed = KeySet.Of("at on from via in by with before when where here how below sur depuis dans chez en desde con a online free this");

    private static readonly KeySet Offered = KeySet.Of("listed attached deposited posted uploaded published reproduced archived explained");

    /// <summary>What is done in a place, and not on a page.</summary>
    private static readonly KeySet InPlace = KeySet.Of("buried born held kept parked moored grown housed based stored treated built landed launched trained taught staged docked heard left dropped collected played felt caught spotted");

    /// <summary>What is heard or read itself, and so is where its link was: "Her speech can be heard here."</summary>
    private static readonly KeySet Heard = KeySet.Of("speech talk address broadcast episode song interview lecture debate concert podcast programme statement message recording album sermon reading discours émission entretien chanson discurso entrevista canción programa");

    /// <summary>Words that go on behind "here" where a document was to be read: "can be read here in Greek".</summary>
    private static readonly KeySet Versions = KeySet.Of("in with as under en avec con");

    private static readonly KeySet ReadVerbs = KeySet.Of("read downloaded viewed consulted accessed ordered booked watched lu lue téléchargé téléchargée consulté consultée visionné descargarse leerse consultarse verse");

    /// <summary>"available to view here until May".</summary>
    private static readonly KeySet Viewing = KeySet.Of("view read download watch see book apply");

    /// <summary>Where a sentence says that a file is to be had.</summary>
    private static readonly KeySet Whence = KeySet.Of("from at app store depuis desde whose online");

    private static readonly KeySet Sounding = KeySet.Of("heard played");

    /// <summary>Behind these "the link" is none of a page: "the link between", "the link road".</summary>
    private static readonly KeySet Dividing = KeySet.Of("between entre road bus bridge line tunnel path service train corridor");

    private static readonly KeySet Watching = KeySet.Of("download watch listen view télécharger téléchargez regardez écoutez descargue escuche");

    private static readonly KeySet Be = KeySet.Of("be être"), Is = KeySet.Of("is are been est sont está están"), May = KeySet.Of("can may could should must peut peuvent pourra pourront"), Puede = KeySet.Of("puede pueden podrá podrán");

    private static readonly KeySet Persons = KeySet.Of("i you we he she they who which there");

    private static readonly KeySet Closing = KeySet.Of("to for and or instead pour para et ou y o u"), Loosely = KeySet.Of("from before until till by avant jusqu hasta antes");

    private static readonly uint And = Words.KeyOf("and"), There = Words.KeyOf("there"), Than = Words.KeyOf("than"), To = Words.KeyOf("to"), For = Words.KeyOf("for"), One = Words.KeyOf("one"), Full = Words.KeyOf("full"), A = Words.KeyOf("a");

    /// <summary>The keys of the words that <see cref="Pointers"/> and <see cref="ThisPage"/> begin with.</summary>
    public static IEnumerable<uint> FirstWords => Pointers.FirstWords.Concat(ThisPage.FirstWords).Concat(Downloadable.FirstWords);

    /// <summary>The keys of the words that orders with a link begin with.</summary>
    public static IEnumerable<uint> OrderWords => Fetchers;

    public static void Find(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        var ordered = paragraph.Index > release.Lead && paragraph.Index != release.Title;
        for (var i = 0; i < words.Length && found.Count < GapExtractor.MaxGaps; i++)
        {
            if (ordered && words[i].Is(WordTraits.Label) && Fetchers.Contains(words[i].Key) && (words[i].Is(WordTraits.Capital) || BeginsBehindSign(text, words, i)) && OrderEnd(text, words, i) is > 0 and var last)
            {
                GapExtractor.Add(found, GapKind.MissingLink, paragraph, words[i].Start, text[words[i].Start..words[last].End], words[last].End);
                i = last;
                continue;
            }

            if (ordered && i == 0 && IsOrderAlone(release, paragraph))
            {
                GapExtractor.Add(found, GapKind.MissingLink, paragraph, 0, text, text.Length);
                return;
            }

            if (!words[i].Is(WordTraits.Link) || words[i].Start > text.Length)
                continue;
            var n = Lexicon.LinkWords.MatchAt(words, i);
            var points = n == 0;
            if (points)
                n = Pointers.MatchAt(words, i);
            var page = n == 0;
            if (page && Words.HasBefore(words, i, 2, Loaded))
                n = ThisPage.MatchAt(words, i);
            if (n == 0 && Downloadable.MatchAt(words, i) is > 0 and var offered && !Words.HasBefore(words, i, 12, Whence))
                n = offered;
            if (n == 0)
                continue;
            var end = words[i + n - 1].End;
            if (page ? !IsPlace(text, end) : points ? !IsPointer(text, words, i, i + n, end) : !StandsForLink(text, words, i, n, end))
                continue;
            // A link that is still there: "[here](https://…)", "here: https://…".
            var rest = text.AsSpan(end).TrimStart([' ', ':', '(', ']', '.', '-', '–', '>']);
            if (rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
                continue;
            if (rest.Length == 0 && paragraph.Index < release.Last && (release[paragraph.Index + 1].Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || release[paragraph.Index + 1].Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)))
                continue;
            var start = i > 0 && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "please" or "Please" ? words[i - 1].Start : words[i].Start;
            var until = end < text.Length && text[end] is '.' or '!' ? end + 1 : end;
            GapExtractor.Add(found, GapKind.MissingLink, paragraph, start, text[start..until], end);
            i += n - 1;
        }
    }

    /// <summary>Whether "click on …" is asked of somebody whom no address was given: "at the click of a button" is not, nor what is done on a page that is named.</summary>
    private static bool IsPointer(string text, Word[] words, int i, int next, int end) =>
        !(i > 0 && (words[i - 1].Key == A || words[i - 1].Key == One)) && !GapExtractor.HasAddressNear(text, end)
        && !(end + 1 < text.Length && text[end + 1] is '“' or '"' or '‘' or '\'' or '«') && !(next < words.Length && Dividing.Contains(words[next].Key))
        && !(IsToOrFor(words[next - 1].Key) && !IsOrder(text, words, i));

    /// <summary>"downloaded from this page, or …", and not "from this page of history".</summary>
    private static bool IsPlace(string text, int end) =>
        (end == text.Length || text[end] is '.' or ',' or ';' or ')' or ':' || text.AsSpan(end).StartsWith(" or ") || text.AsSpan(end).StartsWith(" and ")) && !GapExtractor.HasAddressNear(text, end);

    private static bool IsToOrFor(uint key) => key == To || key == For;

    /// <summary>Whether a word begins an order: "Click for the tables.", "(click to enlarge)", "or click to join", and not "heard a click for a moment".</summary>
    private static bool IsOrder(string text, Word[] words, int i) =>
        words[i].Is(WordTraits.SentenceStart) || i == 0 || text[words[i].Start - 1] == '(' || text[words[i].Start - 2] is ',' or ':' or ';' or '–' or '|' || Asking.Contains(words[i - 1].Key);

    private static readonly KeySet Asking = KeySet.Of("please or and can just simply to then ou y o haga haz");

    /// <summary>"here" alone says where something happens as often as it was a link: a verb of fetching must stand before it.</summary>
    private static bool StandsForLink(string text, Word[] words, int i, int n, int end)
    {
        var next = i + n < words.Length ? words[i + n].Key : 0;
        // "click here and there on the map", "read more than once"
        if (next == Than || (next == And && i + n + 1 < words.Length && words[i + n + 1].Key == There) || IsTheirPlace(text, words, i, end))
            return false;
        if (n > 1)
            return text.AsSpan(words[i].Start, end - words[i].Start).IndexOf("this link", StringComparison.OrdinalIgnoreCase) < 0 || Fetching(words, i);
        // "The tribute by her pupil is here .": the space tells enough.
        if (text.AsSpan(end) is [' ', '.' or ',', ..] && (end + 2 == text.Length || text[end + 2] == ' '))
            return true;
        if (end == text.Length || text[end] is '.' or ',' or ')' or ';' or '!' or ':' || text.AsSpan(end).StartsWith(" (") || Closing.Contains(next))
            return !(i > 1 && Is.Contains(words[i - 1].Key) && Persons.Contains(words[i - 2].Key)) && (Fetching(words, i) || IsOffered(words, i) || IsOrdered(words, i));
        return (Loosely.Contains(next) && (IsOffered(words, i) || IsOrdered(words, i) || (i > 2 && Viewing.Contains(words[i - 1].Key) && words[i - 2].Key == To))) || (Versions.Contains(next) && i > 2 && ReadVerbs.Contains(words[i - 1].Key) && (Be.Contains(words[i - 2].Key) || Puede.Contains(words[i - 2].Key)));
    }

    private static bool Fetching(Word[] words, int at) => at == 0 || Words.HasBefore(words, at, 9, FetchVerbs);

    /// <summary>Whether the sentence says, up to "is" or "are", that a document is somewhere: "The report and its appendix are at."</summary>
    public static bool IsDocumentAt(Word[] words, int verb) => verb > 1 && Is.Contains(words[verb].Key) && Words.HasBefore(words, verb, 8, Documents);

    /// <summary>"Most would tell a friend to apply for a job here, but few do": who is told of works in the place, and a link is told to nobody.</summary>
    private static bool IsTheirPlace(string text, Word[] words, int at, int end) =>
        end < text.Length && text[end] == ',' && at > 1 && Lived.Contains(words[at - 1].Key) && !IsOrdered(words, at);

    private static readonly KeySet Lived = KeySet.Of("job life live lives work works working people staff family home school vie vivre vida trabajo");

    /// <summary>"can be made here", "pueden verse aquí", "are listed here", "The table is here".</summary>
    private static bool IsOffered(Word[] words, int at)
    {
        // "is reproduced in full here"
        if (at > 4 && words[at - 1].Key == Full)
            at -= 2;
        if (at < 3)
            return false;
        var (verb, before) = (words[at - 1].Key, words[at - 2].Key);
        if (Is.Contains(verb))
            return Words.HasBefore(words, at - 1, 6, Documents);
        if (InPlace.Contains(verb) && !(Sounding.Contains(verb) && Words.HasBefore(words, at - 1, 14, Heard)))
            return false;
        // "can be viewed online here"
        return Puede.Contains(before) || (Is.Contains(before) && Offered.Contains(verb)) || (Be.Contains(before) && May.Contains(words[at - 3].Key))
            || (at > 3 && Be.Contains(words[at - 3].Key) && May.Contains(words[at - 4].Key) && !InPlace.Contains(before) && FetchVerbs.Contains(before));
    }

    /// <summary>A short sentence that begins with the order itself: "Email your councillor here."</summary>
    private static bool IsOrdered(Word[] words, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 7); i--)
        {
            if (words[i].Is(WordTraits.SentenceStart))
                return Orders.Contains(words[i].Key);
        }

        return false;
    }

    /// <summary>"How it works: watch the film."</summary>
    private static bool BeginsBehindSign(string text, Word[] words, int at) => at > 0 && Watching.Contains(words[at].Key) && text[words[at].Start - 1] == ' ' && text[words[at].Start - 2] is ':' or '–' or '—';

    /// <summary>"Listen to Anna Roe read her poem", "Télécharger le communiqué": a line of its own, without a stop, that no text follows.</summary>
    private static bool IsOrderAlone(ReleaseText release, Paragraph paragraph)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        var least = Downloading.Contains(words[0].Key) ? 2 : 4;
        if (words.Length < least || words.Length > 14 || !words[0].Is(WordTraits.Capital) || !(Watching.Contains(words[0].Key) || Downloading.Contains(words[0].Key)) || text[^1] is '.' or '!' or '?' or ':' || paragraph.Is(Traits.Bullet))
            return false;
        for (var i = 1; i < words.Length; i++)
        {
            if (Elsewhere.Contains(words[i].Key))
                return false;
        }

        return !GapExtractor.HasAddressNear(text, 0) && (paragraph.Index == release.Last || release[paragraph.Index + 1].Text.Length < ShortLine);
    }

    private static readonly KeySet Elsewhere = KeySet.Of("at here below youtube store app bbc radio channel older newer all more next previous other archive news ici aquí sur");

    /// <summary>A line under an order that is itself no running text.</summary>
    private const int ShortLine = 100;

    /// <summary>The last word of an order that names a document and no place to get it: "Download the report or ask at the desk", "View the presentation | Listen to the call"; 0 for none.</summary>
    private static int OrderEnd(string text, Word[] words, int at)
    {
        if (!words[at].Is(WordTraits.SentenceStart) && !(words[at].Start > 1 && text[words[at].Start - 2] is '|' or '•') && !BeginsBehindSign(text, words, at))
            return 0;
        var (document, last) = (0, at);
        var loads = Downloading.Contains(words[at].Key);
        for (var i = at + 1; i < words.Length && i <= at + 8; i++)
        {
            var gap = text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);
            if (words[i].Is(WordTraits.SentenceStart) || gap.IndexOfAny('|', ':', ',') >= 0 || (loads && Closing.Contains(words[i].Key)))
                break;
            var full = words[i].Key == Full && document > 0;
            if (Placed.Contains(words[i].Key) && !(i + 1 < words.Length && words[i + 1].Key == Full))
                return 0;
            // "Download the bulletin.": what is downloaded is a document, whatever it is called.
            if (full || Documents.Contains(words[i].Key) || (loads && i > at + 1 && !words[i].Is(WordTraits.Stop)))
                document = i;
            last = i;
        }

        // What is told of the document after it may be its place: only an order that ends with it stands alone.
        var closes = words[last].End == text.Length || text[words[last].End] is '.' or '!' || text.AsSpan(words[last].End).StartsWith(" |") || (loads && last + 1 < words.Length && text[words[last].End] == ' ' && Closing.Contains(words[last + 1].Key));
        return document == last && last > at + 1 && closes && !GapExtractor.HasAddressNear(text, words[last].End) ? last : 0;
    }
}
