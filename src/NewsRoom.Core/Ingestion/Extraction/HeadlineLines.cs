using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Tells lines that stand over a headline, and look like one, from the headline; and takes from a headline what does not belong to it.</summary>
internal static class HeadlineLines
{
    /// <summary>The headline stands so many lines under the first line of a head, if it stands under it at all.</summary>
    private const int MostOver = 4;

    /// <summary>A line that stands over so many releases of a page is the name of who sends them.</summary>
    private const int Many = 3;

    /// <summary>No line over a headline has more characters.</summary>
    private const int LongestLine = 160;

    /// <summary>So many characters stand behind a day at most, where a line is no headline.</summary>
    private const int LongestBehindDay = 40;

    private const int MostReferenceWords = 8;
    private const int MostPlaceWords = 4;

    private static readonly PhraseSet References = new("ref|reference|our ref|release no|release number|press release no|news release no|statement no|no|nr|number|pr|n|numero|num|pressemitteilung nr|communique n|communique no|nota de prensa");

    private static readonly KeySet ReferenceWords = KeySet.Of("ref reference our release no nr number pr n numero num press news statement pressemitteilung communique nota de prensa vom of from the date du del");

    private static readonly PhraseSet Kinds = new(
        "statistics release|statistical release|press invitation|media invitation|invitation to the media|invitation to the press|photocall|photo call|photo opportunity|for information|for information only|for the information of|sent out|amended sheet|amended release|operational note",
        "invitation aux media|invitation presse|invitation a la presse|pour information|einladung an die medien|medieneinladung|fototermin|zur information|invitacion a los medios|convocatoria de prensa|para informacion");

    private static readonly PhraseSet Labels = new("title|headline|heading|subject|titre|objet|titulo|titular|asunto|titel|betreff|uberschrift");

    /// <summary>"Harbour Trust" over every release, "Ref: PR 112", "RESEARCH", "17 Jun 2016 Press release", "PHOTOCALL", a caption: the headline stands under it, or there is none.</summary>
    /// <param name="last">The last paragraph of the release.</param>
    public static bool IsOver(Page page, int at, int last)
    {
        var (text, words) = (page[at].Text, page[at].Words);
        if (text.Length > LongestLine || words.Length == 0 || at >= last)
            return false;
        if (IsReference(text, words) || IsSender(page, at, last))
            return true;
        if (!HasHeadline(page, at, last))
            return false;
        return PageShapeReader.IsCategory(page, at) || Kinds.Starts(words) || IsDated(page, at) || IsCaption(text, words);
    }

    /// <summary>A headline without its label ("Title: …"), its number ("2. …") and the day in brackets behind it.</summary>
    public static string Clean(string headline, string language)
    {
        var words = Words.Of(headline);
        if (Labels.MatchAt(words, 0) is > 0 and var n && words.Length > n && headline.AsSpan(words[n - 1].End).TrimStart(' ') is [':', .. var rest] && rest.Length > 1)
            headline = rest.Trim().ToString();
        // "10. Kongress" is the tenth one.
        if (language != "de" && words.Length > 2 && words[0] is { Start: 0, Length: <= 2 } number && number.Is(WordTraits.Number) && headline.AsSpan(number.End) is ['.', ' ', .. var behind] && char.IsUpper(behind[0]))
            headline = behind.ToString();
        if (headline.Length > 0 && headline[^1] == ')' && headline.LastIndexOf('(') is > 10 and var open && headline.Length - open <= 30 && IsDate(headline[(open + 1)..^1]))
            headline = headline[..open].TrimEnd();
        return headline;
    }

    private static bool IsDate(string text)
    {
        var words = Words.Of(text);
        return words.Length > 0 && Array.TrueForAll(words, w => w.Is(WordTraits.Number | WordTraits.Month) || Lexicon.PeriodWords.Contains(w.Key)) && text.AsSpan().ContainsAnyInRange('0', '9');
    }

    private static bool HasHeadline(Page page, int at, int last)
    {
        for (var i = at + 1; i < last && i <= at + MostOver && page[i].Text.Length < LongestLine; i++)
        {
            if ((PageShapeReader.IsHeadline(page, i) || (page.Is(i, Traits.TitleLike) && page.HeadStart(i) >= 0)) && page[i].Words.Length > 1 && !IsReference(page[i].Text, page[i].Words))
                return true;
        }

        return false;
    }

    /// <summary>"Release No. 14/2017", "PR 108", "Nr. 112/2011 vom 14.09.2011": nothing but the number that an office files a release under.</summary>
    private static bool IsReference(string text, Word[] words) =>
        words.Length is > 1 and <= MostReferenceWords && text[^1] is not ('.' or '!' or '?') && text.AsSpan().ContainsAnyInRange('0', '9') && References.Starts(words)
        && Array.TrueForAll(words, w => ReferenceWords.Contains(w.Key) || w.Is(WordTraits.Number | WordTraits.Month) || text.AsSpan(w.Start, w.Length).ContainsAnyInRange('0', '9') || (w.Is(WordTraits.AllCapitals) && w.Length <= 4));

    /// <summary>A short line over several releases of the page. Where what stands under it comes again too, it is one release captured twice.</summary>
    private static bool IsSender(Page page, int at, int last)
    {
        var times = page.TimesOnPage(at);
        return times > 1 && page.TimesOnPage(at + 1) < times && (times >= Many || HasHeadline(page, at, last));
    }

    private static bool IsDated(Page page, int at)
    {
        var (text, words) = (page[at].Text, page[at].Words);
        if (page[at].Dates(page.MonthFirst) is [{ Start: 0, HasDay: true } date, ..] && text.Length - date.End <= LongestBehindDay)
            return true;
        return words.Length is > 2 and <= MostPlaceWords && words[^1] is { Length: 4 } year && year.Is(WordTraits.Number) && words[^2].Is(WordTraits.Month) && words[0].Is(WordTraits.Capital);
    }

    /// <summary>"The choir rehearses on the roof. Photo: Anna Roe".</summary>
    private static bool IsCaption(string text, Word[] words)
    {
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (Lexicon.PhotoWords.MatchAt(words, i) is > 0 and var n && words[i].Start > 1 && text[words[i].Start - 2] is '.' or '!' or '?' or ')' or '”' && words[i + n - 1].End < text.Length && text[words[i + n - 1].End] == ':')
                return true;
        }

        return false;
    }
}
