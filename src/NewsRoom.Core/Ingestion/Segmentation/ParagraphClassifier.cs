namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Tells what a paragraph is by its own words alone.</summary>
internal static class ParagraphClassifier
{
    private const string OpeningQuotes = "\"“«‘'„”";

    private static readonly System.Buffers.SearchValues<char> Rules = System.Buffers.SearchValues.Create("-_*=~#•.·—–");

    public static void Classify(Paragraph paragraph, bool monthFirst)
    {
        paragraph.Traits = Signs(paragraph);
        if (paragraph.Words.Length == 0)
            return;
        paragraph.Traits |= HeadingLines.Read(paragraph);
        paragraph.Traits |= Furniture(paragraph, monthFirst);
        // "Embargo: 0001 hours, 14 October 2014" looks like a line of dates and names, and must stay with its release.
        if (paragraph.Is(Traits.Embargo))
            paragraph.Traits &= ~Traits.MetaLine;
        paragraph.Traits |= Contacts(paragraph);
        paragraph.Traits |= Opening(paragraph);
        if (IsTitleLike(paragraph))
            paragraph.Traits |= Traits.TitleLike;
    }

    private static Traits Signs(Paragraph paragraph)
    {
        var text = paragraph.Text;
        var traits = Traits.None;
        if (paragraph.Words.Length == 0)
            return text.Trim() is "###" or "# # #" ? Traits.EndMark : text.Length >= 3 && text.AsSpan().IndexOfAny(Rules) >= 0 ? Traits.Separator : Traits.StartsLow;
        if (Lexicon.IsBullet(text))
            traits |= Traits.Bullet;
        else if ((text[0] is '*' or '†' or '‡' or '¹' or '²' or '³') || (text[0] == '[' && text.Length > 4 && char.IsAsciiDigit(text[1]) && text.AsSpan(0, 5).Contains(']')))
            traits |= Traits.Footnote;
        else if (IsNumbered(text))
            traits |= Traits.Numbered;
        if (OpeningQuotes.Contains(text[0], StringComparison.Ordinal))
            traits |= Traits.StartsWithQuote;
        var first = paragraph.Words[0];
        if (first.Start <= 2 && char.IsLower(text[first.Start]) && text[0] != '@')
            traits |= Traits.StartsLow;
        if (text[0] is ')' or ',' or ';' or '.' or '…')
            traits |= Traits.StartsLow;
        if (text[^1] is ':' or ',' or ';' or '-' or '–' or '(' || char.IsLetterOrDigit(text[^1]))
            traits |= Traits.EndsOpen;
        return traits;
    }

    private static bool IsNumbered(string text)
    {
        var i = text[0] == '(' ? 1 : 0;
        var digits = i;
        while (digits < text.Length && digits < i + 2 && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits > i && digits + 1 < text.Length && text[digits] is '.' or ')' or ':' && text[digits + 1] == ' ' && digits + 3 < text.Length && !char.IsAsciiDigit(text[digits + 2]);
    }

    /// <summary>"© Harbour Trust 2016 Privacy Cookies", "Privacy | Terms and conditions | Contact us": a line of the foot of a page, where it stands there.</summary>
    /// <param name="framed">Whether another line of the page's frame stands over it: a © with no year may credit a picture elsewhere.</param>
    public static bool IsFooter(Paragraph paragraph, bool framed)
    {
        var (text, words) = (paragraph.Text, paragraph.Words);
        if (text.Length > 200 || words.Length is 0 or > 25)
            return false;
        var signed = text[0] == '©' || text.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Copyright ", StringComparison.Ordinal);
        if (signed && (words.Any(w => w.Is(WordTraits.Number) && w.Length == 4) || (words.Length <= MostSigned && (framed || text[0] == 'C'))))
            return true;
        return text[^1] != '.' && words.Count(w => Lexicon.FooterWords.Contains(w.Key)) >= 2 && words.Length <= 14;
    }

    /// <summary>The name behind a © has hardly more words.</summary>
    private const int MostSigned = 8;

    private static Traits Furniture(Paragraph paragraph, bool monthFirst)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        // "- 15 October" in a list of days dates nothing.
        if (paragraph.Is(Traits.Bullet) && char.IsLetterOrDigit(text[^1]))
            return Traits.None;
        // "WHEN: Tomorrow, Wednesday 11 March 2015, 10am" is a line of a card.
        if (paragraph.Is(Traits.EventCard) && text.Contains(':', StringComparison.Ordinal) && !DateWords.Starts(words))
            return Traits.None;
        if (text.Length <= 70 && DateScanner.DateOf(paragraph, monthFirst) is { HasDay: true })
            return SystemLabels.IsPosted(text, words) ? Traits.DateLine | Traits.LabelRun : Traits.DateLine;
        var traits = IsPeriod(text, words) ? Traits.Period : Traits.None;
        var isRun = SystemLabels.IsRun(text, words);
        var date = text.Length <= 200 || isRun ? paragraph.Dates(monthFirst).Find(d => d.HasDay) : default;
        if (date.HasDay && (isRun || SystemLabels.Begins(text, words)))
            traits |= Traits.LabelRun | Traits.DateLine;
        else if (date.HasDay && text.Length <= 120 && (IsMeta(text, date) || IsFiling(text, words, date)))
            traits |= Traits.MetaLine;
        else if (isRun || (text.Length <= 200 && SystemLabels.Begins(text, words) && !IsSentence(text)))
            traits |= Traits.LabelRun;
        if (words.Length <= 7 && traits == Traits.None && words.All(w => Lexicon.Navigation.Contains(w.Key) || (w.Is(WordTraits.Number) && w.Length <= 4)) && words.Any(w => Lexicon.NavigationCore.Contains(w.Key)) && text[^1] is not ('.' or ':') && !HasTelephone(text, words))
            traits |= Traits.Navigation;
        return traits;
    }

    private static readonly PhraseSet DateWords = new("date|fecha");

    /// <summary>"September 2014", "Mai 2016", "2014": what stands over the releases of that time, or dates one of them.</summary>
    private static bool IsPeriod(string text, Word[] words) =>
        text.Length <= 40 && char.IsLetterOrDigit(text[^1]) && words.Length <= 4 && words[^1] is { Length: 4 } && words[^1].Is(WordTraits.Number) && text.AsSpan(words[^1].Start, 2) is "19" or "20"
        && words[..^1].All(w => w.Is(WordTraits.Month) || Lexicon.PeriodWords.Contains(w.Key)) && (words.Length == 1 || words.Any(w => w.Is(WordTraits.Month)));

    /// <summary>"Press office: 020 7946 0123" is no row of pages ("Back 1 2 3 4 5 6 7 Next"): its numbers have more than two digits.</summary>
    private static bool HasTelephone(string text, Word[] words) => words.Any(w => w.Is(WordTraits.Number) && w.Length > 2) && PhoneScanner.Find(text).Count > 0;

    private static bool IsSentence(string text) => text[^1] == '.' && text.Length > 100;

    /// <summary>"The helpline is open around the clock on 01632 960 999.": it tells the public something, and names nobody for the press.</summary>
    private static bool IsStatement(string text, Word[] words) =>
        text[^1] == '.' && words.Length >= 6 && words[words[0].Is(WordTraits.Number) && IsNumbered(text) ? 1 : 0] is var first && text.AsSpan(first.Start, first.Length) is "The" or "A" or "An" or "Le" or "La" or "Les" or "Un" or "Une" or "El" or "Los" or "Las" or "Una";

    /// <summary>A date between bars or dashes: "IOM - News - Mar, 04/04/2017 - 11:24", "Press release | 4 April 2017".</summary>
    private static bool IsMeta(string text, DateMention date)
    {
        if (text[^1] is '.' or '?' or '!' or '"' or '”')
            return false;
        // "By Anna Roe, Faculty of Science   3 Nov 2021"
        if (date.End == text.Length && date.Start is > 3 and <= 80 && Lexicon.Bylines.Starts(Words.Of(text)))
            return true;
        // "29.05.20   CLIMATE"
        if (date.Start == 0 && text.Length - date.End is > 2 and <= 40 && IsApart(text.AsSpan(date.End)))
            return true;
        var before = WithoutArticle(text.AsSpan(0, date.Start).TrimEnd());
        var after = text.AsSpan(date.End).Trim();
        var parted = before.Length > 0 && before[^1] is '-' or '–' or '—' or '|' or '/' or '·' or '•' or ',';
        var openTail = after.Length <= 30 && (after.Length == 0 || after[0] is '-' or '–' or '—' or '|' or '/' or '·' or '•' or ',' || char.IsAsciiDigit(after[0]));
        if (before.Length == 0 && after.Length is > 4 and <= 60 && NamesWriter.MatchAt(Words.Of(after.ToString()), 0) > 0)
            return true;
        return (parted && openTail && before.Length <= 80) || (before.Length == 0 && after.Length is > 0 and <= 60 && after[0] is '|' or '·' or '•' or '/' or '-' or '–');
    }

    /// <summary>Whether what stands behind a date is set off from it, by a wide space or by its capitals.</summary>
    private static bool IsApart(ReadOnlySpan<char> behind) => behind[0] == ' ' && char.IsLetter(behind[^1]) && (behind[1] == ' ' || (behind.IndexOfAnyInRange('a', 'z') < 0 && behind.IndexOfAnyInRange('0', '9') < 0 && behind.Length > 4));

    /// <summary>"3 mars 2015, par Hélène Vasseur": who wrote stands behind the day.</summary>
    private static readonly PhraseSet NamesWriter = new("by|par|por|von|written by|posted by|publie par");

    /// <summary>"Genève, le 4 avril", "Madrid, a 4 de abril": the small word before the day is no part of what stands before the date.</summary>
    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> before) =>
        before.EndsWith(" le") || before.EndsWith(" el") || before.EndsWith(" on") ? before[..^3].TrimEnd() : before.EndsWith(" a") ? before[..^2].TrimEnd() : before;

    private static readonly PhraseSet Filings = new("press release date|news release date|release date|publication date|date posted|date published|date of release|posted|posted by|posted on|published|published by|published on|submitted by|written by|created by|publie|publie par|publie le|mis en ligne|publicado|publicado por|publicado el|ref|reference|our ref");

    /// <summary>"Press release date Monday, 11 March, 2019 Topic Ships", "Posted by Anna Roe on 4 April 2017", "Ref: RTC/12 4 April 2017": how a content system or an office files a text.</summary>
    private static bool IsFiling(string text, Word[] words, DateMention date) =>
        text.Length <= 100 && words.Length <= 16 && text[^1] != '.' && words[0].Start == 0 && Filings.MatchAt(words, 0) is > 0 and var n && (date.Year > 0 ? text.Length - date.End <= 40 : n < words.Length && words[n].Start == date.Start);

    private static Traits Contacts(Paragraph paragraph)
    {
        if (paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.LabelRun))
            return Traits.None;
        var text = paragraph.Text;
        var words = paragraph.Words;
        if (words.Length <= 6 && text.Length <= 60 && text[^1] is not ('.' or '?' or '!') && Lexicon.ContactLeads.MatchAt(words, 0) is > 0 and var heading && (heading >= words.Length - 2 || Array.TrueForAll(words[heading..], w => OfRelease.Contains(w.Key))) && !paragraph.Is(Traits.EventCard))
        {
            paragraph.Traits &= ~Traits.Navigation;
            return Traits.ContactLead;
        }

        var email = ContactSentence.HasEmail(text);
        var phone = (text.Length <= 1500 || email) && HasDigits(text) && PhoneScanner.Find(text).Count > 0;
        var label = ContactSentence.LabelAt(text, words, 0) > 0;
        if (text.Length <= 200 && label)
            return Traits.ContactDetail;
        if (text.Length <= 200 && !IsSentence(text) && !IsStatement(text, words) && IsShort(text, words) && (phone || email) && !paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.EventCard))
            return Traits.ContactDetail | (ContactSentence.LeadsIn(paragraph, email, phone) || (words.Length > MostDetailWords && ContactSentence.AsksToReach(paragraph, email, phone)) ? Traits.ContactLead : 0);
        if (ContactSentence.LeadsIn(paragraph, email, phone) || ContactSentence.AsksToReach(paragraph, email, phone))
            return Traits.ContactLead;
        return IsLinkLine(text, words) ? Traits.LinkLine : Traits.None;
    }

    /// <summary>Whether a line has no more words than one that only says who answers and how; the groups of its numbers are counted only where it closes as a sentence does.</summary>
    private static bool IsShort(string text, Word[] words) =>
        words.Length <= MostDetailWords || (text[^1] is not ('.' or '!' or '?') && words.Count(w => !w.Is(WordTraits.Number)) <= MostDetailWords);

    private const int MostDetailWords = 14;

    /// <summary>"Press contacts for this notice": what a heading over contacts may say behind their name.</summary>
    private static readonly KeySet OfRelease = KeySet.Of("for this the release story notice statement article news media press editor only enquiry inquiry query about on with");

    private static bool HasDigits(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    private static bool IsLinkLine(string text, Word[] words)
    {
        if (text.Length > 260)
            return false;
        if (words.Length > 34)
            return false;
        if (text.Length <= 160 && Lexicon.FollowWords.Starts(words))
            return true;
        var link = Lexicon.LinkWords.Find(words);
        return link >= 0 && words[link].Start > text.Length - 60;
    }

    private static Traits Opening(Paragraph paragraph)
    {
        var words = paragraph.Words;
        var traits = Traits.None;
        // A heading of Markdown looks back at nothing, whatever it begins with.
        if (HeadingMarks.Level(paragraph.Text) > 0)
            return traits;
        var first = words[0];
        // "El" without an accent is an article.
        if (Lexicon.LooksBack.Contains(first.Key) && paragraph.Text.AsSpan(first.Start, first.Length) is not ("El" or "el") && !(words.Length > 1 && (Lexicon.TimeNouns.Contains(words[1].Key) || CalendarWords.IsDayOfMonth(words, 1))) && !first.Is(WordTraits.AllCapitals) && !IsExpletive(paragraph))
            traits |= Traits.LooksBack;
        if (Lexicon.LooksBackPhrases.MatchAt(words, 0) is > 0 and var n && !(words.Length > n && Lexicon.TimeNouns.Contains(words[n].Key)))
            traits |= Traits.LooksBack;
        if ((paragraph.Text.Length > 100 || (paragraph.Text.Length > ShortestLead && paragraph.Text[^1] == '.')) && !paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.LabelRun) && DatelineReader.Read(paragraph.Text) is { IsDateAlone: false } dateline && paragraph.Text.Length > dateline.Length + ShortestBehindDateline)
            traits |= Traits.Dateline;
        return traits;
    }

    /// <summary>A lead is hardly shorter, in characters: with its dateline, and behind it.</summary>
    private const int ShortestLead = 70, ShortestBehindDateline = 60;

    /// <summary>"It is stocktaking week at the zoo": an "it" that stands for nothing said before.</summary>
    private static bool IsExpletive(Paragraph paragraph) =>
        paragraph.Words.Length > 4 && paragraph.Text.StartsWith("It ", StringComparison.Ordinal) && paragraph.Text.AsSpan(paragraph.Words[1].Start, paragraph.Words[1].Length) is "is" or "was" or "takes" or "took" or "has" && paragraph.Words.Take(14).Any(w => w.Is(WordTraits.Capital) && !w.Is(WordTraits.SentenceStart));

    private static bool IsTitleLike(Paragraph paragraph)
    {
        const Traits other = Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.ContactLead | Traits.ContactDetail | Traits.LinkLine | Traits.Bullet | Traits.Footnote | Traits.ReleaseMarker
            | Traits.Embargo | Traits.EndMark | Traits.NotesHeading | Traits.AboutHeading | Traits.Byline | Traits.PhotoCredit | Traits.EventCard | Traits.Separator | Traits.StartsLow | Traits.Period;
        var text = paragraph.Text;
        var end = EndOfWords(text);
        if (paragraph.Is(other) || text.Length > 180 || paragraph.Words.Length is < 2 or > 28 || end < 2)
            return false;
        if ((text[end - 1] is '.' && !IsInitial(text, end)) || text[end - 1] is ';' or ',' or ':' || (text[end - 1] is '"' or '”' or '»' or '’' && text[end - 2] is '.' or ','))
            return false;
        var last = paragraph.Words[^1];
        if (last.End == end && !last.Is(WordTraits.Capital) && text.Length > LongestOfTwo && IsOfSentences(paragraph))
            return false;
        return last.End != end || !Hanging.Contains(last.Key) || last.Is(WordTraits.Capital);
    }

    /// <summary>A headline of two sentences is hardly longer, in characters.</summary>
    private const int LongestOfTwo = 90;

    /// <summary>"The plan is on our website. Schools that wish to see it should email": text whose last sentence lost its end.</summary>
    private static bool IsOfSentences(Paragraph paragraph) =>
        Array.Exists(paragraph.Words, w => w.Start > 0 && w.Is(WordTraits.SentenceStart) && paragraph.Text.AsSpan(0, w.Start).TrimEnd(' ') is [.., >= 'a' and <= 'z', '.' or '!' or '?'] or [.., ' ', '.']);

    /// <summary>"Court rules in favour of Mr D.": the stop of an initial ends no sentence.</summary>
    private static bool IsInitial(string text, int end) => end is > 3 and <= 80 && char.IsUpper(text[end - 2]) && text[end - 3] == ' ';

    /// <summary>Where a text ends, apart from the pictures behind its last full stop.</summary>
    private static int EndOfWords(string text)
    {
        var end = text.Length;
        while (end > 0 && (text[end - 1] == ' ' || char.IsSurrogate(text[end - 1]) || char.GetUnicodeCategory(text[end - 1]) is System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format))
            end--;
        return end;
    }

    /// <summary>Words that no headline ends in.</summary>
    private static readonly KeySet Hanging = [.. "the a an and or but of at to for from by with as than at on in via en à au al le la les de du des et ou el los las y o con para por que".Split(' ').Select(w => Words.KeyOf(w))];
}
