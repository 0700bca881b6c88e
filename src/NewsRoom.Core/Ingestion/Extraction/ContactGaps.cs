using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds the addresses that contact lines lost.</summary>
internal static class ContactGaps
{
    public static void Find(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        var labelled = false;
        for (var i = 0; i < words.Length && found.Count < GapExtractor.MaxGaps; i++)
        {
            var n = Lexicon.EmailLabels.MatchAt(words, i);
            if (n == 0)
                continue;
            var colon = GapExtractor.SkipSpaces(text, words[i + n - 1].End);
            if (colon >= text.Length ? (words[i].Length == 1 && !IsBesideLetters(text, words, i)) || words[i].Start == 0 : text[colon] is not (':' or '.' or ',' or ';' or ')') && !(words[i].Length > 1 && IsClosingDash(text, words, colon, i + n)))
                continue;
            if (words[i].Length == 1 && (colon < text.Length || !IsBesideLetters(text, words, i)) && (colon >= text.Length || text[colon] is not (':' or '.') || (text[colon] == '.' && !LabelsBefore(text, words, i))))
                continue;
            var after = GapExtractor.SkipSpaces(text, Math.Min(text.Length, colon + 1));
            if (after < text.Length && text[Math.Min(colon, text.Length - 1)] is not (';' or ')') && text[after] is not (',' or ';' or '.' or '/' or '|' or ')' or '(' or '–' or '-' or '—') && !NextIsLabel(text, words, i + n) && !JoinsNext(text, after) && !LooseLabels.IsListed(text, words, i, n, words[i + n - 1].End))
                continue;
            // The address may stand in the next line of the block.
            if (after >= text.Length && paragraph.Index < release.Last && release.Page.BlockEnd(paragraph.Index) > paragraph.Index && ContactSentence.HasEmail(release[paragraph.Index + 1].Text) && release[paragraph.Index + 1].Words.Length <= 6)
                continue;
            labelled = true;
            GapExtractor.Add(found, GapKind.MissingEmail, paragraph, words[i].Start, text[words[i].Start..Math.Min(text.Length, colon + 1)], Math.Min(text.Length, colon + 1));
            i += n - 1;
        }

        if (!labelled && !ContactSentence.HasEmail(text) && paragraph.Is(Traits.ContactLead | Traits.ContactDetail))
            Dangling(release, paragraph, found);
    }

    /// <summary>"Press office – 065 555 0110 – Email –": a sign that parts the label from nothing, or from the next label.</summary>
    private static bool IsClosingDash(string text, Word[] words, int at, int next) =>
        text[at] is '–' or '—' or '-' or '|' or '/' && (at + 1 == text.Length ? at > 0 && text[at - 1] == ' ' : text[at + 1] == ' ' && NextIsLabel(text, words, next));

    /// <summary>"Anna Roe, Harbour Trust, T 01632 960700 E": a letter behind the number that another letter leads to.</summary>
    private static bool IsBesideLetters(string text, Word[] words, int at)
    {
        for (var i = at - 1; i > 0 && text[words[at].Start] == 'E' && words[i].Is(WordTraits.Number); i--)
        {
            if (words[i - 1].Length == 1 && text[words[i - 1].Start] is 'T' or 'M' or 'P')
                return true;
        }

        return false;
    }

    public static bool LabelsBefore(string text, Word[] words, int at)
    {
        for (var i = Math.Max(0, at - GapExtractor.Around); i < at; i++)
        {
            if (words[i].Length == 1 && words[i].Is(WordTraits.Capital) && words[i].End < text.Length && text[words[i].End] == '.')
                return true;
        }

        return false;
    }

    private static readonly string[] Joins = ["or ", "and ", "ou ", "et ", "o ", "y "];

    /// <summary>"Email: or Ben Cole, Tel …", "Email: or write to her": something else follows the label.</summary>
    private static bool JoinsNext(string text, int at) => Array.Exists(Joins, join => text.AsSpan(at).StartsWith(join, StringComparison.Ordinal));

    public static bool NextIsLabel(string text, Word[] words, int next) => next < words.Length && ContactSentence.LabelAt(text, words, next) > 0;

    /// <summary>"contact Dina Ionesco at" and "Tel: +211 922 405 716,": the line stops where an address stood.</summary>
    private static void Dangling(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        var last = paragraph.Words[^1];
        var hangs = text.AsSpan(last.End) is "" or "." or " ." && text.AsSpan(last.Start, last.Length) is "at" or "on" or "to" or "via" or "by" or "or" or "ou" or "à" or "al" or "en" or "au" or "adresse" or "address" or "dirección";
        // "at ." and "01632 960700 or ." are found by their space.
        if (hangs ? text.EndsWith(" .", StringComparison.Ordinal) && (LostUrls.Hangs(last) || (paragraph.Words.Length > 1 && paragraph.Words[^2].Is(WordTraits.Number))) : !StopsAtSign(text, last) && !IsLast(release, paragraph, text, last))
            return;
        var start = Math.Max(0, text.LastIndexOf(' ', Math.Max(0, last.Start - 2)) + 1);
        var kind = hangs ? LostUrls.KindAt(release, paragraph, paragraph.Words.Length - 1) : GapKind.MissingEmail;
        GapExtractor.Add(found, kind, paragraph, start, text[start..], text.Length);
    }

    /// <summary>"087 555 0193 /": a sign behind the number, and nothing behind the sign.</summary>
    private static bool StopsAtSign(string text, Word last) => last.Is(WordTraits.Number) && text.AsSpan(last.End).Trim(' ') is "," or "/" or "|" or "–" or "—" or "-" or ";" or "·" or "•";

    /// <summary>The last line of a contact that stops at a comma behind a name ("contact Anna Roe, Harbour Trust,"), or at a label that no number follows, in whatever language ("01632 960542, e-bost:").</summary>
    private static bool IsLast(ReleaseText release, Paragraph paragraph, string text, Word last)
    {
        if (release.Page.BlockEnd(paragraph.Index) > paragraph.Index || text.Length - last.End > 2)
            return false;
        var words = paragraph.Words;
        var end = text.AsSpan(last.End).Trim(' ');
        if (end is ",")
            return paragraph.Is(Traits.ContactLead) && !text.AsSpan().ContainsAnyInRange('0', '9');
        var comma = text.AsSpan(0, last.Start).LastIndexOfAny(',', ';', '|');
        return end is ":" && comma > 0 && last.End - comma < LabelLength && LooseLabels.HasNumber(text) && words.Length > 3 && Lexicon.ContactLabels.MatchAt(words, words.Length - 1) == 0 && !LostUrls.IsWebLabel(last);
    }

    private const int LabelLength = 24;
}
