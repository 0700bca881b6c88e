using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds the words that stood on a link: "click here", "can be booked here", "Add your name here.", "Download the report."</summary>
internal static class LostLinks
{
    /// <summary>Words that stand for a link where an address is told of, beside those of <see cref="Lexicon.LinkWords"/>, which also tell a line of links.</summary>
    private static readonly PhraseSet Pointers = new(
        "link below|link above|following link|button below|behind this button|click to play|click to view|click to watch|click to listen|click to read|click to download|click on|click the|clicking on|clicking the",
        "via this link|at this link|through this link|using this link|on this link|visit this link",
        "via ce lien|sur ce lien|a ce lien|par ce lien|en este enlace|de este enlace|con este enlace",
        "cliquez sur|cliquer sur|cliquant sur|lien suivant|lien ci dessous|lien ci contre|suivez ce lien|suivant ce lien",
        "clic en|pinche en|pinchando en|pulse en|pulsando en|enlace siguiente|siguiente enlace");

    private static readonly KeySet FetchVerbs = KeySet.Of(
        "download downloaded downloading loaded found find read reading view viewed seen see accessed access available watch register registered sign apply learn click visit listen booked book booking ordered order donate listened viewing consulted obtained information report more details watched bought buy reserved reserve tickets requested request joined join streamed stream viewed " +
        "form film map summary report list programme program video gallery photograph recording detail guide copy text document leaflet poster figures brochure agenda transcript rsvp timetable catalogue recipe rules carte formulaire liste rapport brochure mapa vídeo formulario lista guía informe ficha " +
        "story article livestream webcast info pinchar pinchando pincha clica clicar clicando pulsando cliquer cliquant " +
        "télécharger téléchargé téléchargée télécharge téléchargez téléchargeable consulter consulté consultée consultable lire disponible trouver retrouver visionner visionné visionnée écouter écouté écoutée réserver réservé commander commandé inscrire cliquez voir " +
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

    private static readonly KeySet Downloading = KeySet.Of("download télécharger téléchargez descargue descargar");

    /// <summary>What an order names beside a document when it says itself where to get it.</summary>
    private static readonly KeySet Placed = KeySet.Of("at on from via in by with before when where here how below sur depuis dans chez en desde con a online free this");

    private static readonly KeySet Offered = KeySet.Of("listed attached deposited posted uploaded published reproduced archived explained");

    /// <summary>What is done in a place, and not on a page.</summary>
    private static readonly KeySet InPlace = KeySet.Of("buried born held kept parked moored grown housed based stored treated built landed launched trained taught staged docked heard left dropped collected played felt caught spotted");

    private static readonly KeySet Be = KeySet.Of("be être"), Is = KeySet.Of("is are been est sont está están"), May = KeySet.Of("can may could should must peut peuvent pourra pourront"), Puede = KeySet.Of("puede pueden podrá podrán");

    private static readonly KeySet Persons = KeySet.Of("i you we he she they who which there");

    private static readonly KeySet Closing = KeySet.Of("to for and or pour para et ou y o u"), Loosely = KeySet.Of("from before until till by avant jusqu hasta antes");

    private static readonly uint And = Words.KeyOf("and"), There = Words.KeyOf("there"), Than = Words.KeyOf("than"), Full = Words.KeyOf("full"), A = Words.KeyOf("a");

    /// <summary>The keys of the words that <see cref="Pointers"/> begin with.</summary>
    public static IEnumerable<uint> FirstWords => Pointers.FirstWords;

    public static void Find(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        var ordered = paragraph.Index > release.Lead && paragraph.Index != release.Title;
        for (var i = 0; i < words.Length && found.Count < GapExtractor.MaxGaps; i++)
        {
            if (ordered && words[i].Is(WordTraits.Capital) && Fetchers.Contains(words[i].Key) && OrderEnd(text, words, i) is > 0 and var last)
            {
                GapExtractor.Add(found, GapKind.MissingLink, paragraph, words[i].Start, text[words[i].Start..words[last].End], words[last].End);
                i = last;
                continue;
            }

            if (!words[i].Is(WordTraits.Link) || words[i].Start > text.Length)
                continue;
            var n = Lexicon.LinkWords.MatchAt(words, i);
            var points = n == 0;
            if (points)
                n = Pointers.MatchAt(words, i);
            if (n == 0)
                continue;
            var end = words[i + n - 1].End;
            if (points ? !IsPointer(text, words, i, end) : !StandsForLink(text, words, i, n, end))
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
    private static bool IsPointer(string text, Word[] words, int i, int end) =>
        !(i > 0 && words[i - 1].Key == A) && !text.Contains("www.", StringComparison.OrdinalIgnoreCase) && !text.Contains("http", StringComparison.OrdinalIgnoreCase)
        && !(end + 1 < text.Length && text[end + 1] is '“' or '"' or '‘' or '\'' or '«');

    /// <summary>"here" alone says where something happens as often as it was a link: a verb of fetching must stand before it.</summary>
    private static bool StandsForLink(string text, Word[] words, int i, int n, int end)
    {
        var next = i + n < words.Length ? words[i + n].Key : 0;
        // "click here and there on the map", "read more than once"
        if (next == Than || (next == And && i + n + 1 < words.Length && words[i + n + 1].Key == There))
            return false;
        if (n > 1)
            return text.AsSpan(words[i].Start, end - words[i].Start).IndexOf("this link", StringComparison.OrdinalIgnoreCase) < 0 || Fetching(words, i);
        if (end == text.Length || text[end] is '.' or ',' or ')' or ';' or '!' or ':' || text.AsSpan(end).StartsWith(" (") || Closing.Contains(next))
            return !(i > 1 && Is.Contains(words[i - 1].Key) && Persons.Contains(words[i - 2].Key)) && (Fetching(words, i) || IsOffered(words, i) || IsOrdered(words, i));
        return Loosely.Contains(next) && (IsOffered(words, i) || IsOrdered(words, i));
    }

    private static bool Fetching(Word[] words, int at) => at == 0 || Words.HasBefore(words, at, 9, FetchVerbs);

    /// <summary>"can be made here", "pueden verse aquí", "are listed here", "The table is here".</summary>
    private static bool IsOffered(Word[] words, int at)
    {
        if (at < 3)
            return false;
        var (verb, before) = (words[at - 1].Key, words[at - 2].Key);
        if (Is.Contains(verb))
            return Words.HasBefore(words, at - 1, 6, Documents);
        if (InPlace.Contains(verb))
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

    /// <summary>The last word of an order that names a document and no place to get it: "Download the report or ask at the desk", "View the presentation | Listen to the call"; 0 for none.</summary>
    private static int OrderEnd(string text, Word[] words, int at)
    {
        if (!words[at].Is(WordTraits.SentenceStart) && !(words[at].Start > 1 && text[words[at].Start - 2] is '|' or '•'))
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
            if (full || Documents.Contains(words[i].Key))
                document = i;
            last = i;
        }

        // What is told of the document after it may be its place: only an order that ends with it stands alone.
        var closes = words[last].End == text.Length || text[words[last].End] is '.' or '!' || text.AsSpan(words[last].End).StartsWith(" |") || (loads && last + 1 < words.Length && text[words[last].End] == ' ' && Closing.Contains(words[last + 1].Key));
        return document == last && last > at + 1 && closes && text.AsSpan(words[last].End).IndexOf("www.") < 0 && text.AsSpan(words[last].End).IndexOf("http") < 0 ? last : 0;
    }
}
