using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>A gap with its place in a paragraph, for the body that marks it.</summary>
/// <param name="Paragraph">Index on the page.</param>
/// <param name="Insert">Where the lost address or link belongs: offset in the paragraph.</param>
/// <param name="Replace">How many characters at that place the marker takes over: a stray space or comma.</param>
internal sealed record PlacedGap(FoundGap Gap, int Paragraph, int Insert, int Replace);

/// <summary>Finds each place where flattening lost an address or a link.</summary>
internal static class GapExtractor
{
    private static readonly KeySet UrlNouns = [.. "website site webpage page portal url link blog address visit internet online sitio web pagina".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet HangingWords = [.. "at of visit see via on from to by with follow in is a sur à en de au visitez visite via consultez".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>How far around a gap the words that it is told by are looked for.</summary>
    public const int Around = 200;

    /// <summary>A paragraph with more gaps than this is noise: what lies beyond is not listed.</summary>
    public const int MaxGaps = 1000;

    private static readonly Comparer<PlacedGap> ByPlace = Comparer<PlacedGap>.Create((a, b) => a.Insert.CompareTo(b.Insert));

    private static readonly System.Buffers.SearchValues<string> UrlSigns = System.Buffers.SearchValues.Create([",,", "( ", "()", " .", " ,"], StringComparison.Ordinal);

    /// <summary>The gaps of a release in reading order, one of a kind and line.</summary>
    public static List<PlacedGap> Find(ReleaseText release)
    {
        var all = new List<PlacedGap>();
        var found = new List<PlacedGap>();
        for (var i = release.First; i <= release.Last; i++)
        {
            var paragraph = release[i];
            if (paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Separator))
                continue;
            found.Clear();
            if (release.Page.BlockStart(i) >= 0)
                ContactGaps.Find(release, paragraph, found);
            Links(paragraph, found);
            Urls(release, paragraph, found);
            Addressees(paragraph, found);
            Stumps(paragraph, found);
            if (found.Count > 1)
                found.Sort(ByPlace);
            all.AddRange(found);
        }

        return Distinct(all);
    }

    private static List<PlacedGap> Distinct(List<PlacedGap> gaps)
    {
        if (gaps.Count < 2)
            return gaps;
        var seen = new HashSet<(int, int)>();
        return [.. gaps.Where(g => seen.Add((g.Paragraph, g.Insert)))];
    }

    private static void Links(Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        for (var i = 0; i < words.Length && found.Count < MaxGaps; i++)
        {
            var n = words[i].Is(WordTraits.Link) ? Lexicon.LinkWords.MatchAt(words, i) : 0;
            if (n == 0 || words[i].Start > text.Length)
                continue;
            var end = words[i + n - 1].End;
            if (!StandsForLink(text, words, i, n, end))
                continue;
            // A link that is still there: "[here](https://…)", "here: https://…".
            var rest = text.AsSpan(end).TrimStart([' ', ':', '(', ']', '.', '-', '–', '>']);
            if (rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
                continue;
            var start = i > 0 && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "please" or "Please" ? words[i - 1].Start : words[i].Start;
            var until = end < text.Length && text[end] is '.' or '!' ? end + 1 : end;
            Add(found, GapKind.MissingLink, paragraph, start, text[start..until], end);
            i += n - 1;
        }
    }

    /// <summary>"here" alone says where something happens as often as it was a link: a verb of fetching must stand before it.</summary>
    private static bool StandsForLink(string text, Word[] words, int i, int n, int end)
    {
        if (n > 1)
            return text.AsSpan(words[i].Start, end - words[i].Start).IndexOf("this link", StringComparison.OrdinalIgnoreCase) < 0 || Fetching(words, i);
        var closes = end == text.Length || text[end] is '.' or ',' or ')' or ';' or '!' or ':' || text.AsSpan(end).StartsWith(" (") || (i + 1 < words.Length && text.AsSpan(words[i + 1].Start, words[i + 1].Length) is "to" or "for" or "and" or "or" or "pour" or "para" or "et" or "y");
        return closes && Fetching(words, i);
    }

    private static readonly KeySet FetchVerbs = [.. ("download downloaded downloading found find read reading view viewed seen see accessed access available watch register registered sign apply learn click visit listen booked book booking ordered order donate listened viewing consulted obtained information report more details watched bought buy reserved reserve tickets requested request joined join streamed stream viewed " +
        "form film map summary report list programme program video gallery photograph recording detail guide copy text document leaflet poster figures brochure agenda transcript rsvp timetable catalogue recipe rules carte formulaire liste rapport brochure mapa vídeo formulario lista guía informe ficha " +
        "télécharger téléchargé télécharge téléchargez téléchargeable consulter consulté lire disponible trouver visionner inscrire cliquez voir " +
        "descargar descargue descargarse descargado consultar consultarse leer ver disponible encontrar encuentra acceder inscribirse inscripción regístrese registrarse").Split(' ').Select(w => Words.KeyOf(w))];

    private static bool Fetching(Word[] words, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 9); i--)
        {
            if (FetchVerbs.Contains(words[i].Key))
                return true;
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return at == 0;
    }

    private static void Urls(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        var signs = text.AsSpan().IndexOfAny(UrlSigns);
        for (var i = Math.Max(0, signs); signs >= 0 && i + 1 < text.Length && found.Count < MaxGaps; i++)
        {
            if (text[i] is not (',' or '(' or ' '))
                continue;
            // "the project’s website,, members" – "“Remesas Colombia” ( Colombian migrants" – "visit ()"
            if (text[i] == ',' && text[i + 1] == ',' && (i + 2 == text.Length || text[i + 2] != ','))
                Add(found, GapKind.MissingUrl, paragraph, WordBefore(text, i), text[WordBefore(text, i)..WordAfter(text, i + 2)], i + 1);
            else if (text[i] == '(' && text[i + 1] == ' ' && !ClosesSoon(text, i))
                Add(found, GapKind.MissingUrl, paragraph, WordBefore(text, i), text[WordBefore(text, i)..WordAfter(text, i + 2)], i + 1);
            else if (text[i] == '(' && text.AsSpan(i + 1, Math.Min(3, text.Length - i - 1)).Contains(')') && text.AsSpan(i + 1).TrimStart(' ').StartsWith(")"))
                Add(found, GapKind.MissingUrl, paragraph, WordBefore(text, i), text[WordBefore(text, i)..(text.IndexOf(')', i) + 1)], i + 1);
            else if (text[i] == ' ' && text[i + 1] is '.' or ',' && (i + 2 == text.Length || text[i + 2] == ' ') && HangsBefore(paragraph, i) && !(release.Page.BlockStart(paragraph.Index) >= 0 && text.AsSpan(0, i).EndsWith(" at", StringComparison.Ordinal)))
                Add(found, GapKind.MissingUrl, paragraph, WordBefore(text, i), text[WordBefore(text, i)..(i + 2)], i);
        }

        Labels(paragraph, found);
        AtTheEnd(release, paragraph, found);
    }

    private static void Addressees(Paragraph paragraph, List<PlacedGap> found)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        for (var i = LostAddressee.Next(text, words, 0, out var kind); i >= 0 && found.Count < MaxGaps; i = LostAddressee.Next(text, words, i + 1, out kind))
            Add(found, kind, paragraph, words[i - 1].Start, text[words[i - 1].Start..words[i + 1].End], words[i].End);
    }

    /// <summary>"www. ." and "lottie@": only the beginning of an address is left.</summary>
    private static void Stumps(Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && found.Count < MaxGaps; at = text.IndexOf('@', at + 1))
        {
            if (at > 1 && char.IsAsciiLetterOrDigit(text[at - 1]) && (at + 1 == text.Length || text[at + 1] is ' ' or ',' or ';' or '.'))
                Add(found, GapKind.MissingEmail, paragraph, WordBefore(text, at), text[WordBefore(text, at)..(at + 1)], at + 1);
        }

        for (var at = text.IndexOf("www.", StringComparison.OrdinalIgnoreCase); at >= 0 && found.Count < MaxGaps; at = text.IndexOf("www.", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || text[at - 1] is ' ' or '(') && (at + 4 == text.Length || text[at + 4] is ' ' or ',' or ')'))
                Add(found, GapKind.MissingUrl, paragraph, at, text[at..(at + 4)], at + 4);
        }
    }

    private static bool ClosesSoon(string text, int open)
    {
        var close = text.IndexOf(')', open, Math.Min(61, text.Length - open));
        return close > 0 && close - open < 60 && text.AsSpan(open + 1, close - open - 1).Trim().Length > 0;
    }

    private static bool HangsBefore(Paragraph paragraph, int offset)
    {
        var at = Words.LastUpTo(paragraph.Words, offset);
        // "available at: ." – "le site : ."
        return at >= 0 && paragraph.Text.AsSpan(paragraph.Words[at].End, offset - paragraph.Words[at].End).Trim() is "" or ":" && (HangingWords.Contains(paragraph.Words[at].Key) || UrlNouns.Contains(paragraph.Words[at].Key));
    }

    /// <summary>"Website:" with nothing behind it.</summary>
    private static void Labels(Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        if (!text.Contains(':', StringComparison.Ordinal))
            return;
        var words = paragraph.Words;
        for (var i = 0; i < words.Length && found.Count < MaxGaps; i++)
        {
            if (text[words[i].Start] is not ('W' or 'w' or 'U' or 'S' or 'T' or 'F') || words[i].End >= text.Length || text[words[i].End] is not (':' or ' '))
                continue;
            var isWeb = text.AsSpan(words[i].Start, words[i].Length) is "Website" or "website" or "Web" or "web" or "W" or "URL" or "Site" or "Twitter" or "Facebook" or "Web site" or "Sitio";
            if (!isWeb || words[i].End >= text.Length)
                continue;
            var colon = SkipSpaces(text, words[i].End);
            if (colon >= text.Length || text[colon] != ':')
                continue;
            var after = SkipSpaces(text, colon + 1);
            if (after >= text.Length || text[after] is ',' or ';' or '|' || ContactGaps.NextIsLabel(text, words, i + 1))
                Add(found, GapKind.MissingUrl, paragraph, words[i].Start, text[words[i].Start..(colon + 1)], colon + 1);
        }
    }

    /// <summary>"More:" or "Copies of the booklet:" at the end of a paragraph that nothing follows.</summary>
    private static bool EndsInOpenLead(ReleaseText release, Paragraph paragraph)
    {
        var text = paragraph.Text;
        if (text[^1] is not (':' or '.') || (text[^1] == '.' && !text.EndsWith(":.", StringComparison.Ordinal)) || text.Length > 120 || release.Page.BlockStart(paragraph.Index) >= 0 || paragraph.Is(Traits.NotesHeading | Traits.AboutHeading | Traits.Embargo | Traits.EventCard | Traits.ReleaseMarker))
            return false;
        return paragraph.Index == release.Last || release[paragraph.Index + 1].Is(Traits.ContactLead | Traits.NotesHeading | Traits.AboutHeading | Traits.EndMark | Traits.LinkLine) || text.EndsWith(":.", StringComparison.Ordinal) || (paragraph.Words.Length <= 4 && paragraph.Words.Any(w => w.Key == More || w.Key == Details));
    }

    private static readonly uint More = Words.KeyOf("more"), Details = Words.KeyOf("details");

    /// <summary>A paragraph that stops behind "of", "at" or "visit" lost what it was to name.</summary>
    private static void AtTheEnd(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        if (paragraph.Words.Length > 0 && paragraph.Index != release.Title && EndsInOpenLead(release, paragraph))
        {
            Add(found, GapKind.MissingUrl, paragraph, WordBefore(text, paragraph.Words[^1].Start), text[WordBefore(text, paragraph.Words[^1].Start)..], text.TrimEnd('.').Length);
            return;
        }

        if (paragraph.Words.Length < 4 || paragraph.Is(Traits.TitleLike | Traits.Bullet) && text.Length < 60 || paragraph.Index == release.Title)
            return;
        var last = paragraph.Words[^1];
        var trailing = text.AsSpan(last.End);
        var stop = trailing.Length == 0 || trailing is "." or ":" or "," or " ." or ".”" or ".\"";
        if (!stop || release.Page.BlockStart(paragraph.Index) >= 0 && found.Count > 0 && found[^1].Paragraph == paragraph.Index)
            return;
        var word = text.AsSpan(last.Start, last.Length);
        var hangs = trailing is "" or "." or " ." or ":"
            ? word is "at" or "of" or "visit" or "visiting" or "see" or "via" or "from" or "to" or "by" or "on" or "visitez" or "visite" or "sur" && (trailing.Length == 0 || word is "visit" or "visiting" or "visitez" or "visite" or "via" or "at" or "of")
            : false;
        if (hangs && !(word is "on" or "to" or "by" && trailing.Length > 0) && !IsNoun(paragraph, trailing))
            Add(found, word is "to" && LostAddressee.IsWrittenTo(paragraph.Words, paragraph.Words.Length - 1) ? GapKind.MissingEmail : GapKind.MissingUrl, paragraph, WordBefore(text, last.Start - 1), text[WordBefore(text, last.Start - 1)..], last.End);
    }

    /// <summary>"after a ten-day visit.", "pendant la visite.": somebody's visit, and no site to be visited.</summary>
    private static bool IsNoun(Paragraph paragraph, ReadOnlySpan<char> trailing)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        if (trailing is not ("." or "") || text.AsSpan(words[^1].Start, words[^1].Length) is not ("visit" or "visite") || text[words[^1].Start - 2] is ',' or ';' or ':')
            return false;
        return text.AsSpan(words[^2].Start, words[^2].Length) is not ("please" or "and" or "to" or "can" or "should" or "or" or "ou" or "o" or "y" or "et" or "information" or "details" or "more");
    }

    public static void Add(List<PlacedGap> found, GapKind kind, Paragraph paragraph, int start, string text, int insert)
    {
        var replace = 0;
        found.Add(new(new(kind, paragraph.LineAt(Math.Max(0, start)), text.Trim(), ReleaseText.SentenceAt(paragraph.Text, Math.Max(0, start))), paragraph.Index, insert, replace));
    }

    public static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }

    private static int WordBefore(string text, int at)
    {
        var i = Math.Min(at, text.Length) - 1;
        while (i > 0 && text[i] == ' ')
            i--;
        var least = i - Around;
        while (i > 0 && i > least && text[i - 1] != ' ')
            i--;
        return Math.Max(0, i);
    }

    private static int WordAfter(string text, int at)
    {
        var i = SkipSpaces(text, Math.Min(at, text.Length));
        var most = i + Around;
        while (i < text.Length && i < most && text[i] != ' ')
            i++;
        return i;
    }
}
