using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;
using static NewsRoom.Core.Ingestion.Extraction.GapExtractor;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds where the address of a page was lost: at two commas, in empty brackets, behind a label, where a paragraph stops at a preposition.</summary>
internal static class LostUrls
{
    private static readonly KeySet UrlNouns = [.. "website site webpage page portal url link blog address visit internet online sitio web pagina".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet HangingWords = [.. "at of visit see via on from to by with follow in is a email mail emailing sur à en de au visitez visite via consultez".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly System.Buffers.SearchValues<string> UrlSigns = System.Buffers.SearchValues.Create([",,", "( ", "(,", "(.", "()", " .", " ,", " ;", " )"], StringComparison.Ordinal);

    /// <summary>Words that want an object, so that no sign may follow them, not even one that French sets a space before.</summary>
    private static readonly KeySet Wanting = KeySet.Of("at to via from by visit visiting emailing mailing sur à visitez al");

    /// <summary>Words behind which a name was lost where a sign follows: "available to media only from the ."</summary>
    private static readonly KeySet Articles = KeySet.Of("the our your its their an le la les notre nos leur una el los las nuestra");

    private static readonly KeySet Or = KeySet.Of("or ou o");

    /// <summary>Words that lines begin with which lead to an address: "For more about the trust, visit".</summary>
    private static readonly KeySet Inviting = KeySet.Of("for more further full to information info detail ticket booking book register apply find follow suivez síguenos pour plus informations billets para más entradas información");

    /// <summary>What is read or fetched, where a page says that it is: "The letter is here ."</summary>
    private static readonly KeySet Fetching = KeySet.Of("here attached enclosed linked clicking click clicked consulted inspected obtained requested explored browsed ici aquí joint jointe consulté consultée adjunto adjunta consultado consultada téléchargé téléchargée publicado publicada");

    public static void Find(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        var signs = text.AsSpan().IndexOfAny(UrlSigns);
        for (var i = Math.Max(0, signs - 1); signs >= 0 && i + 1 < text.Length && found.Count < MaxGaps; i++)
        {
            if (text[i] is not (',' or '(' or ' '))
                continue;
            // "the project’s website,, members" – "“Remesas Colombia” ( Colombian migrants" – "visit ()"
            if (text[i] == ',' && text[i + 1] == ',' && (i + 2 == text.Length || text[i + 2] != ','))
                Add(found, GapKinds.Of(paragraph.Words, Words.LastUpTo(paragraph.Words, i)), paragraph, WordBefore(text, i), text[WordBefore(text, i)..WordAfter(text, i + 2)], i + 1);
            // "on our website, , before the end of September"
            else if (text[i] == ',' && i > 0 && char.IsLetter(text[i - 1]) && text.AsSpan(i + 1) is [' ', ',' or '.', ..] && (i + 3 == text.Length || text[i + 3] == ' ') && release.Page.BlockStart(paragraph.Index) < 0)
                Add(found, GapKinds.Of(paragraph.Words, Words.LastUpTo(paragraph.Words, i)), paragraph, WordBefore(text, i), text[WordBefore(text, i)..(i + 3)], i + 1);
            else if (text[i] == '(' && text[i + 1] == ' ' && !ClosesSoon(text, i))
                Add(found, GapKinds.Of(paragraph.Words, Words.LastUpTo(paragraph.Words, i)), paragraph, WordBefore(text, i), text[WordBefore(text, i)..WordAfter(text, i + 2)], i + 1);
            // "Anna Roe (, 020 7946 0123)": what stood before the number.
            else if (text[i] == '(' && text[i + 1] == ',')
                Add(found, text.AsSpan(i + 2) is [' ', '+' or '(' or (>= '0' and <= '9'), ..] ? GapKind.MissingEmail : GapKinds.Of(paragraph.Words, Words.LastUpTo(paragraph.Words, i)), paragraph, WordBefore(text, i), text[WordBefore(text, i)..(i + 2)], i + 1);
            // "on the website (."
            else if (text[i] == '(' && text[i + 1] == '.' && (i + 2 == text.Length || text[i + 2] == ' '))
                Add(found, GapKinds.Of(paragraph.Words, Words.LastUpTo(paragraph.Words, i)), paragraph, WordBefore(text, i), text[WordBefore(text, i)..(i + 1)], i + 1);
            // "[Book here]()": the words of a link.
            else if (text[i] == '(' && text[i + 1] == ')' && i > 1 && text[i - 1] == ']')
                Add(found, GapKind.MissingLink, paragraph, WordBefore(text, i), text[WordBefore(text, i)..(i + 2)], i + 1);
            else if (text[i] == '(' && text.AsSpan(i + 1, Math.Min(3, text.Length - i - 1)).Contains(')') && text.AsSpan(i + 1).TrimStart(' ').StartsWith(")"))
                Add(found, GapKinds.Of(paragraph.Words, Words.LastUpTo(paragraph.Words, i)), paragraph, WordBefore(text, i), text[WordBefore(text, i)..(text.IndexOf(')', i) + 1)], i + 1);
            else if (text[i] == ' ' && text[i + 1] is '.' or ',' or ';' or ')' && (i + 2 == text.Length || text[i + 2] is ' ' or '.' or ',' or ';' or ')') && DropKind(release, paragraph, i) is { } kind)
                Add(found, kind, paragraph, WordBefore(text, i), text[WordBefore(text, i)..(i + 2)], i);
        }

        Labels(release, paragraph, found);
        AtTheEnd(release, paragraph, found);
    }

    private static readonly System.Buffers.SearchValues<string> Beginnings = System.Buffers.SearchValues.Create(["http://", "https://", "mailto:", "<>", "< >", "[email"], StringComparison.OrdinalIgnoreCase);

    /// <summary>"http:// .", "Anna Roe &lt;&gt;", "[email protected]": what a page's frame leaves of an address that it hides.</summary>
    private static void Hidden(Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        for (var from = 0; from < text.Length && found.Count < MaxGaps;)
        {
            var at = text.AsSpan(from).IndexOfAny(Beginnings);
            if (at < 0)
                return;
            at += from;
            var end = text[at] switch { '<' => text.IndexOf('>', at) + 1, '[' => at + 6, 'm' or 'M' => at + 7, _ => text.IndexOf("//", at, StringComparison.Ordinal) + 2 };
            from = end;
            if (text[at] == '[')
            {
                if (text.AsSpan(end) is [' ' or '\u00a0', 'p', 'r', 'o', 't', 'e', 'c', 't', 'e', 'd', ']', ..])
                    Add(found, GapKind.MissingEmail, paragraph, at, text[at..(end + 11)], end + 11);
            }
            else if (text[at] == '<' || end == text.Length || text[end] is ' ' or ',' or ';' or ')')
            {
                Add(found, text[at] is 'h' or 'H' ? GapKind.MissingUrl : GapKind.MissingEmail, paragraph, at, text[at..end], end);
            }
        }
    }

    private static readonly PhraseSet Follow = new("follow|suivez|siga|siguenos|sigue");

    /// <summary>"www. .", "at www..", and "lottie@": only the beginning of an address is left.</summary>
    public static void Stumps(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && found.Count < MaxGaps; at = text.IndexOf('@', at + 1))
        {
            if (at > 1 && char.IsAsciiLetterOrDigit(text[at - 1]) && (at + 1 == text.Length || text[at + 1] is ' ' or ',' or ';' or '.'))
                Add(found, GapKind.MissingEmail, paragraph, WordBefore(text, at), text[WordBefore(text, at)..(at + 1)], at + 1);
            // "Follow us on Facebook and @"
            else if (at > 1 && text[at - 1] == ' ' && (at + 1 == text.Length || text[at + 1] is ' ' or '.' or ',') && Follow.Find(paragraph.Words) is >= 0 and var follow && paragraph.Words[follow].Start < at)
                Add(found, GapKind.MissingLink, paragraph, WordBefore(text, at), text[WordBefore(text, at)..(at + 1)], at + 1);
            // "Anna Roe – 020 7946 0123 – @"
            else if (at > 1 && text[at - 1] == ' ' && release.Page.BlockStart(paragraph.Index) >= 0 && text.AsSpan(0, at).TrimEnd(' ') is [.., ',' or ';' or '|' or '–' or '—' or '-' or '/' or '·' or '•'] && text.AsSpan(at + 1).TrimStart(' ') is "" or [',' or ';' or '|' or '–' or '—' or '-' or '/' or '.', ..])
                Add(found, GapKind.MissingEmail, paragraph, WordBefore(text, at), text[WordBefore(text, at)..(at + 1)], at + 1);
        }

        Hidden(paragraph, found);
        for (var at = text.IndexOf("www.", StringComparison.OrdinalIgnoreCase); at >= 0 && found.Count < MaxGaps; at = text.IndexOf("www.", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || text[at - 1] is ' ' or '(') && (at + 4 == text.Length || text[at + 4] is ' ' or ',' or ')' || text.AsSpan(at + 4) is "." or ['.', ' ', ..]))
                Add(found, GapKind.MissingUrl, paragraph, at, text[at..(at + 4)], at + 4);
        }
    }

    private static bool ClosesSoon(string text, int open)
    {
        var close = text.IndexOf(')', open, Math.Min(61, text.Length - open));
        return close > 0 && close - open < 60 && text.AsSpan(open + 1, close - open - 1).Trim().Length > 0;
    }

    /// <summary>What was lost before a sign that a space stands before; null where nothing tells that anything was.</summary>
    private static GapKind? DropKind(ReleaseText release, Paragraph paragraph, int offset)
    {
        var words = paragraph.Words;
        var at = Words.LastUpTo(words, offset);
        if (at < 0)
            return null;
        var (word, sign) = (words[at], paragraph.Text[offset + 1]);
        var between = paragraph.Text.AsSpan(word.End, offset - word.End).Trim();
        // "Contact the warden on 01632 960700 or ." – "(01632 960700, )"
        if (word.Is(WordTraits.Number) ? sign == ')' && between is "," or "/" or ";" : at > 0 && Or.Contains(word.Key) && words[at - 1].Is(WordTraits.Number) && between.Length == 0)
            return GapKind.MissingEmail;
        if (between is not ("" or ":"))
            return null;
        if (sign is ';' or ')')
            return between.Length == 0 && Wanting.Contains(word.Key) ? KindAt(release, paragraph, at) : null;
        // "available at: ." – "le site : ."
        if (HangingWords.Contains(word.Key) || UrlNouns.Contains(word.Key))
            return KindAt(release, paragraph, at);
        if (between.Length > 0)
            return GapKinds.Tells(word) || GapKinds.IsTold(words, at) ? GapKinds.Of(words, at) : Lexicon.ContactLabels.MatchAt(words, at) == 0 && release.Page.BlockStart(paragraph.Index) < 0 ? GapKind.MissingLink : null;
        if (GapKinds.IsMailing(word))
            return GapKind.MissingEmail;
        // "are published ." – "is available as a PDF ."
        return Fetching.Contains(word.Key) || Articles.Contains(word.Key) || GapKinds.Tells(word) || (sign == '.' && at > 1 && (GapKinds.Tells(words[at - 1]) || GapKinds.Tells(words[at - 2]))) ? GapKind.MissingLink : null;
    }

    /// <summary>Whether a word wants an object that a sign behind it shows to be missing.</summary>
    public static bool Hangs(Word word) => HangingWords.Contains(word.Key);

    /// <summary>What is missing behind a preposition: in the lines of a contact an e-mail address, unless the words right before it tell of a page ("on our website at", "are available at").</summary>
    public static GapKind KindAt(ReleaseText release, Paragraph paragraph, int at)
    {
        if (release.Page.BlockStart(paragraph.Index) < 0)
            return GapKinds.Of(paragraph.Words, at);
        return at > 0 && !GapKinds.IsPerson(paragraph.Words, at - 1) && GapKinds.IsOfPage(paragraph.Words, at) ? GapKind.MissingUrl : GapKind.MissingEmail;
    }

    private static readonly KeySet WebLabels = [.. "website web w url site twitter facebook sitio doi instagram youtube flickr linkedin vimeo bluesky mastodon blog web".Split(' ').Select(w => Words.KeyOf(w))];

    public static bool IsWebLabel(Word word) => WebLabels.Contains(word.Key);

    private static readonly uint Www = Words.KeyOf("www");

    /// <summary>The keys of the words that <see cref="Labels"/> looks at.</summary>
    public static IEnumerable<uint> LabelWords => WebLabels.Append(Www);

    /// <summary>"Website:" with nothing behind it, "free to read at doi: and …", "T. 0131 496 0160 – W.", "More about us: www".</summary>
    private static void Labels(ReleaseText release, Paragraph paragraph, List<PlacedGap> found)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        for (var i = 0; i < words.Length && found.Count < MaxGaps; i++)
        {
            if (!words[i].Is(WordTraits.Label))
                continue;
            var end = words[i].End;
            if (words[i].Key == Www && (end == text.Length || text[end] is ' ' or ',' or ')'))
            {
                Add(found, GapKind.MissingUrl, paragraph, words[i].Start, text[words[i].Start..end], end);
                continue;
            }

            if (end >= text.Length || text[end] is not (':' or ' ' or '.') || !WebLabels.Contains(words[i].Key))
                continue;
            var colon = SkipSpaces(text, end);
            if (colon >= text.Length || !(text[colon] == ':' || (text[colon] == '.' && words[i].Length == 1 && text[words[i].Start] == 'W' && release.Page.BlockStart(paragraph.Index) >= 0 && ContactGaps.LabelsBefore(text, words, i))))
                continue;
            var after = SkipSpaces(text, colon + 1);
            if (after >= text.Length || text[after] is ',' or ';' or '|' or ')' or '–' || (text[after] == '@' && (after + 1 == text.Length || text[after + 1] is ' ' or ',' or ';' or '|')) || text.AsSpan(after).StartsWith("and ") || text.AsSpan(after).StartsWith("or ") || ContactGaps.NextIsLabel(text, words, i + 1))
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
        if (paragraph.Words.Length > 0 && paragraph.Index != release.Title && LooseLabels.IsAddressToFollow(release, paragraph))
        {
            Add(found, LostAddressee.IsWrittenTo(paragraph.Words, paragraph.Words.Length) ? GapKind.MissingEmail : GapKinds.Of(paragraph.Words, paragraph.Words.Length - 1), paragraph, WordBefore(text, paragraph.Words[^1].Start), text[WordBefore(text, paragraph.Words[^1].Start)..], text.Length);
            return;
        }

        if (paragraph.Words.Length > 0 && paragraph.Index != release.Title && EndsInOpenLead(release, paragraph))
        {
            Add(found, GapKind.MissingUrl, paragraph, WordBefore(text, paragraph.Words[^1].Start), text[WordBefore(text, paragraph.Words[^1].Start)..], text.TrimEnd('.').Length);
            return;
        }

        if (paragraph.Words.Length < 4 || (paragraph.Is(Traits.TitleLike | Traits.Bullet) && text.Length < 60 && !(Inviting.Contains(paragraph.Words[0].Key) && paragraph.Index > release.Lead)) || paragraph.Index == release.Title)
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
        // "écrire à Anna Roe, coordinatrice, à l’adresse"
        if (trailing.Length == 0 && LooseLabels.IsAddressWithout(paragraph.Words) && LostAddressee.IsWrittenTo(paragraph.Words, paragraph.Words.Length - 1))
        {
            Add(found, GapKind.MissingEmail, paragraph, WordBefore(text, last.Start - 1), text[WordBefore(text, last.Start - 1)..], text.Length);
            return;
        }

        // "Renseignements : 02 99 55 01 44 ou"
        hangs |= trailing.Length == 0 && Or.Contains(last.Key) && paragraph.Words[^2].Is(WordTraits.Number) && LooseLabels.HasNumber(text);
        // "o escriba a"
        hangs |= trailing.Length == 0 && word is "a" or "à" or "al" && LostAddressee.IsWrittenTo(paragraph.Words, paragraph.Words.Length - 1);
        hangs = hangs && !(trailing is not " ." && word is "at" or "from" or "to" && GapKinds.Strands(paragraph.Words, paragraph.Words.Length - 2) && !LostLinks.IsDocumentAt(paragraph.Words, paragraph.Words.Length - 2)) && !(word is "on" && trailing.Length == 0 && GoingOn.Contains(paragraph.Words[^2].Key)) && !(word is "from" && paragraph.Is(Traits.Bullet));
        // "sont disponibles sur le site" without a full stop
        hangs |= trailing.Length == 0 && UrlNouns.Contains(last.Key) && paragraph.Index > release.Lead && !paragraph.Is(Traits.Bullet) && IsOnSite(paragraph.Words);
        if (hangs && !(word is "on" or "to" or "by" && trailing.Length > 0) && !IsNoun(paragraph, trailing))
            Add(found, Or.Contains(last.Key) ? GapKind.MissingEmail : word is "at" or "to" or "by" or "on" or "from" or "a" or "à" or "al" ? GapKinds.Of(paragraph.Words, paragraph.Words.Length - 1) : GapKind.MissingUrl, paragraph, WordBefore(text, last.Start - 1), text[WordBefore(text, last.Start - 1)..], last.End);
    }

    /// <summary>"Burst main: water back on", "The walk must go on": "on" belongs to what stands before it.</summary>
    private static readonly KeySet GoingOn = KeySet.Of("back go goes going gone went carry carries carried live lives lived move moves moved pass passed hold switch switched turn turned later so early");

    private static readonly KeySet On = [.. "on at sur en".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>"on our website", "sur le site": the page whose address should follow.</summary>
    private static bool IsOnSite(Word[] words) => words.Length > 7 && (On.Contains(words[^3].Key) || On.Contains(words[^2].Key)) && GapKinds.IsTold(words, words.Length - 2);

    /// <summary>"after a ten-day visit.", "pendant la visite.": somebody's visit, and no site to be visited.</summary>
    private static bool IsNoun(Paragraph paragraph, ReadOnlySpan<char> trailing)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        if (trailing is not ("." or "") || text.AsSpan(words[^1].Start, words[^1].Length) is not ("visit" or "visite") || text[words[^1].Start - 2] is ',' or ';' or ':')
            return false;
        return text.AsSpan(words[^2].Start, words[^2].Length) is not ("please" or "and" or "to" or "can" or "should" or "or" or "ou" or "o" or "y" or "et" or "information" or "details" or "more");
    }
}
