using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds the files that a page offered: "Press kit (zip, 18 MB)", "Environmental report, 14 MB", what is listed under "Downloads"; and words that a capture sets where a link was: "[link]".</summary>
internal static class LostFiles
{
    private static readonly KeySet Types = KeySet.Of("pdf doc docx word odt rtf xls xlsx excel csv ppt pptx powerpoint zip jpg jpeg png gif tif tiff eps epub mp3 mp4 mov wav");

    private static readonly KeySet Units = KeySet.Of("kb mb gb ko mo go kilobyte megabyte");

    /// <summary>What else stands in the brackets behind a file's title.</summary>
    private static readonly KeySet Beside = KeySet.Of("file format version document download in of english french spanish welsh page opens new window tab high low resolution and or fichier pagina archivo en nueva ventana formato au descarga");

    /// <summary>Who sends a file looks for no link.</summary>
    private static readonly KeySet Sending = KeySet.Of("send sent submit submitted attach upload uploaded supply supplied accept accepted envoyer envoyez joindre envíe enviar adjuntar format");

    private static readonly PhraseSet Headings = new(
        "download|file to download|document to download|image to download|document|supporting document|related document|related download|related file|attachment|attached file|attached document|related link|useful link|further reading",
        "téléchargement|à télécharger|en téléchargement|document|documents à télécharger|document joint|documents joints|pièce jointe|pièces jointes|fichier joint|liens utiles|lien utile",
        "descarga|para descargar|documento adjunto|documento relacionado|documento para descargar|archivo adjunto|enlace relacionado|enlace de interés|enlaces de interés");

    /// <summary>Words of a page's frame, which come behind the last file of a list.</summary>
    private static readonly KeySet Frame = KeySet.Of("share print tweet back next previous home top email facebook twitter linkedin follow imprimer partager retour imprimir compartir volver end contact");

    private static readonly PhraseSet Places = new("link|link here|link removed|link to follow|insert link|hyperlink|url|web address|lien|enlace|vínculo");

    private static readonly PhraseSet Mailboxes = new("email|e mail|email address|email removed|email here|address removed|courriel|correo");

    public static void Find(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        var before = found.Count;
        for (var open = text.AsSpan().IndexOfAny('(', '['); open >= 0 && found.Count < GapExtractor.MaxGaps; open = Next(text, open))
        {
            var close = text.AsSpan(open, Math.Min(Longest, text.Length - open)).IndexOfAny(')', ']') + open;
            if (close <= open + 1)
                continue;
            var (first, last) = (Words.FirstFrom(paragraph.Words, open), Words.LastUpTo(paragraph.Words, close));
            if (first < 0 || last < first)
                continue;
            var kind = Placeholder(text, paragraph.Words, open, first, last);
            if (kind is null && first > 0 && IsFile(text, paragraph.Words, first, last) && !Words.HasBefore(paragraph.Words, first, 9, Sending) && !GapExtractor.HasAddressNear(text, open))
                kind = GapKind.MissingLink;
            if (kind is { } lost && !HasJust(found, before, paragraph, open, close))
                Add(found, lost, paragraph, open, close);
        }

        if (found.Count == before && paragraph.Index != release.Title && paragraph.Words.Length > 0 && (EndsInFile(text, paragraph.Words) || IsListed(release, paragraph)))
            GapExtractor.Add(found, GapKind.MissingLink, paragraph, 0, text, text.Length);
    }

    /// <summary>What stands in brackets behind a title is short.</summary>
    private const int Longest = 50;

    /// <summary>How far before the brackets the words of the same link may stand: "click here (PDF)".</summary>
    private const int Beyond = 30;

    private static int Next(string text, int at) => text.AsSpan(at + 1).IndexOfAny('(', '[') is >= 0 and var next ? at + 1 + next : -1;

    private static void Add(List<PlacedGap> found, GapKind kind, Paragraph paragraph, int open, int close)
    {
        var start = GapExtractor.WordBefore(paragraph.Text, open);
        GapExtractor.Add(found, kind, paragraph, start, paragraph.Text[start..(close + 1)], open > 0 && paragraph.Text[open - 1] == ' ' ? open - 1 : open);
    }

    /// <summary>Whether a link that was found already is the one that the brackets tell of.</summary>
    private static bool HasJust(List<PlacedGap> found, int count, Paragraph paragraph, int open, int close)
    {
        for (var i = 0; i < count; i++)
        {
            if (found[i].Paragraph == paragraph.Index && found[i].Insert <= close + 1 && found[i].Insert >= open - Beyond)
                return true;
        }

        return false;
    }

    /// <summary>"[link]", "(link)", "[email address]": what the capture says of itself.</summary>
    private static GapKind? Placeholder(string text, Word[] words, int open, int first, int last)
    {
        var n = last - first + 1;
        // "[link](x)" is a link of Markdown, shown as the words it is.
        if (text.AsSpan(words[last].End).StartsWith("]("))
            return null;
        if (Places.MatchAt(words, first) == n)
            return GapKind.MissingLink;
        return Mailboxes.MatchAt(words, first) == n && text[open] == '[' ? GapKind.MissingEmail : null;
    }

    /// <summary>Whether words between brackets are the type of a file, its size, or both.</summary>
    private static bool IsFile(string text, Word[] words, int first, int last)
    {
        var told = false;
        for (var i = first; i <= last; i++)
        {
            // "(Word, 41KB)", but "(word for word)".
            var type = Types.Contains(words[i].Key) && (words[i].Is(WordTraits.Capital) || last > first || words[i].Length <= 4 && !IsWord(text, words[i]));
            var size = IsSize(text, words, i);
            if (!type && !size && !words[i].Is(WordTraits.Number) && !Beside.Contains(words[i].Key))
                return false;
            told |= type || size;
        }

        return told;
    }

    private static bool IsWord(string text, Word word) => text.AsSpan(word.Start, word.Length).Equals("word", StringComparison.OrdinalIgnoreCase);

    /// <summary>"640KB", or the unit of "18 MB".</summary>
    private static bool IsSize(string text, Word[] words, int at)
    {
        if (!words[at].Is(WordTraits.Number))
            return at > 0 && words[at - 1].Is(WordTraits.Number) && Units.Contains(words[at].Key) && words[at].Start - words[at - 1].End == 1;
        var span = text.AsSpan(words[at].Start, words[at].Length).TrimStart("0123456789");
        return span.Length is 2 or 3 && Units.Contains(Words.KeyOf(span));
    }

    /// <summary>A line that ends in the size or type of a file: "Environmental report, volume 2, 14 MB", "Press kit – PDF", "tide-table-2014.pdf".</summary>
    private static bool EndsInFile(string text, Word[] words)
    {
        if (words.Length > 18 || text[^1] is '.' or '?' or '!' || words[^1].End != text.Length || GapExtractor.HasAddressNear(text, text.Length) || words.Length < 2)
            return false;
        var last = words.Length - 1;
        if (IsSize(text, words, last) && (words[last].Is(WordTraits.Number) || char.IsUpper(text[words[last].Start]) || Types.Contains(words[Math.Max(0, last - 2)].Key)))
            return words.Length > 2;
        if (!Types.Contains(words[last].Key) || IsWord(text, words[last]) || Words.HasBefore(words, last, 9, Sending))
            return false;
        return text[words[last].Start - 1] == '.' ? !text.Contains('@', StringComparison.Ordinal) : text.AsSpan(0, words[last].Start).TrimEnd(' ') is [.., ',' or '-' or '–' or '|' or ':' or '•'];
    }

    /// <summary>A line of the list under "Downloads" or "Related documents".</summary>
    private static bool IsListed(ReleaseText release, Paragraph paragraph)
    {
        var index = paragraph.Index;
        for (var i = index; i > release.First && index - i < MostListed; i--)
        {
            if (!IsItem(release, release[i]) || (i < index && release[i + 1].BlankLinesBefore > 0))
                return false;
            if (IsHeading(release[i - 1]))
                return release[i].BlankLinesBefore <= 1;
        }

        return false;
    }

    private const int MostListed = 40;

    private static bool IsHeading(Paragraph paragraph) => paragraph.Words is { Length: > 0 and <= 4 } words && Headings.MatchAt(words, 0) == words.Length && paragraph.Text[^1] != '.';

    private static bool IsItem(ReleaseText release, Paragraph paragraph) =>
        paragraph.Words is { Length: >= 2 and <= 16 } words && !(paragraph.Text[^1] is '.' or '!' or ':' or '”' or '"') && !Frame.Contains(words[0].Key) && release.Page.BlockStart(paragraph.Index) < 0
        && !paragraph.Is(Traits.EndMark | Traits.NotesHeading | Traits.AboutHeading | Traits.ReleaseMarker | Traits.DateLine) && !GapExtractor.HasAddressNear(paragraph.Text, 0) && !ContactSentence.HasEmail(paragraph.Text);
}
