namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Tells the lines that say what stands under them: markers, embargoes, bylines, captions, "Notes to editors", "ENDS".</summary>
internal static class HeadingLines
{
    /// <summary>What a line says of what stands under or over it.</summary>
    public static Traits Read(Paragraph paragraph)
    {
        var text = paragraph.Text;
        var words = paragraph.Words;
        var traits = Traits.None;
        if (text.Length <= 30 && IsEndMark(text, words))
            traits |= Traits.EndMark;
        if (Lexicon.NotesHeadings.MatchAt(words, 0) is > 0 and var n && ((text.Length <= 60 && (words.Length - n <= 2 || text[^1] == ':')) || text.AsSpan(words[n - 1].End).TrimStart(' ') is [':', ..]))
            traits |= Traits.NotesHeading;
        else if (words.Length <= 3 && text[^1] is not ('.' or '!' or '?') && LoneNotes.MatchAt(words, 0) == words.Length)
            traits |= Traits.NotesHeading;
        if (Lexicon.AboutHeadings.MatchAt(words, 0) is > 0 and var about && words.Length > about && IsAbout(text, words, about))
            traits |= Traits.AboutHeading;
        if (Lexicon.Embargoes.Starts(words) && text.Length <= 160)
            traits |= Traits.Embargo;
        else if (Lexicon.ReleaseMarkers.MatchAt(words, 0) is > 0 and var m && ((words.Length - m <= 7 && text.Length <= 80) || LeadsHeadline(text, words, m)) && text[^1] != '.' && !NamesMany(text, words, m))
            traits |= Traits.ReleaseMarker;
        else if (words.Length <= 3 && Lexicon.LoneMarkers.MatchAt(words, 0) == words.Length && text[^1] is not '.')
            traits |= Traits.ReleaseMarker;
        else if (text.Length <= 80 && words.Length <= 14 && text[^1] != '.' && (IsMarkerBehindName(text, words) || IsStarred(text) || IsShouted(words)))
            traits |= Traits.ReleaseMarker;
        if (words.Length <= 9 && text.Length <= 80 && Lexicon.Bylines.MatchAt(words, 0) is > 0 and var b && words.Length - b is >= 1 and <= 7 && text[^1] != '.' && words[b].Is(WordTraits.Capital) && words[^1].Is(WordTraits.Capital))
            traits |= Traits.Byline;
        if (text.Length <= 240 && (IsLabelled(text, words, Lexicon.PhotoWords) || text.Contains('©', StringComparison.Ordinal) || IsSignedPhoto(text, words)))
            traits |= Traits.PhotoCredit;
        if (IsLabelled(text, words, Lexicon.EventLabels))
            traits |= Traits.EventCard;
        return traits;
    }

    /// <summary>"Background" alone on its line: what stands under it belongs to the release over it.</summary>
    private static readonly PhraseSet LoneNotes = new("background|background fact|fact|fast fact|key fact|facts and figures|quick fact|background to the project|contexte|rappel|rappel des faits|antecedentes|contexto|datos clave|chiffres cles");

    /// <summary>"MEDIA ADVISORY: Two hundred children to clean a mile of beach tomorrow": the headline stands behind the marker.</summary>
    private static bool LeadsHeadline(string text, Word[] words, int marker) =>
        text.Length <= 160 && words[marker - 1].End < text.Length && text[words[marker - 1].End] == ':' && words.Length > marker && words[marker].Is(WordTraits.Capital) && words[marker - 1].Is(WordTraits.AllCapitals);

    /// <summary>"**APPEAL**  Issued 28.10.2020", "*** NEWS ***": a word in capitals between stars.</summary>
    private static bool IsStarred(string text)
    {
        if (!text.StartsWith("**", StringComparison.Ordinal) || text.IndexOf("**", 3, StringComparison.Ordinal) is not (> 4 and <= 40 and var end))
            return false;
        var inside = text.AsSpan(0, end).Trim("* ");
        return inside.Length >= 4 && inside.IndexOfAnyInRange('a', 'z') < 0 && inside.IndexOfAnyInRange('0', '9') < 0 && char.IsUpper(inside[0]);
    }

    /// <summary>"NEWS    NEWS    NEWS": the same word again and again.</summary>
    private static bool IsShouted(Word[] words) => words.Length > 1 && words[0].Is(WordTraits.AllCapitals) && Lexicon.NavigationCore.Contains(words[0].Key) && Array.TrueForAll(words, w => w.Key == words[0].Key);

    /// <summary>"HARBOUR TOWN COUNCIL – PRESS NOTICE", "Harbour Trust – media release – for immediate release": the marker stands behind who sends it, in capitals or with that it may be used.</summary>
    private static bool IsMarkerBehindName(string text, Word[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End) is not (" – " or " — " or " - " or " | " or " / " or ": "))
                continue;
            var n = Lexicon.ReleaseMarkers.MatchAt(words, i) is > 0 and var marker ? marker : Lexicon.LoneMarkers.MatchAt(words, i);
            if (n > 1 && (words[i].Is(WordTraits.AllCapitals) ? i + n == words.Length && !NamesMany(text, words[i..], n) : words[i + n - 1].End == text.Length && Lexicon.FreeMarkers.MatchAt(words, i) == n))
                return true;
        }

        return false;
    }

    /// <summary>"Press releases, first half of 2017", "Communiqués de presse": more than one, and so the name of a page and no marker.</summary>
    private static bool NamesMany(string text, Word[] words, int marker) =>
        words.Take(marker).Any(w => w.Length > 4 && text[w.End - 1] is 's' or 'S' && !text.AsSpan(w.Start, w.Length).Equals("press", StringComparison.OrdinalIgnoreCase));

    private static bool IsEndMark(string text, Word[] words)
    {
        var bare = text.AsSpan().Trim("-–—*#_. []():");
        return bare.Equals("ends", StringComparison.OrdinalIgnoreCase) || bare.Equals("end", StringComparison.OrdinalIgnoreCase) || bare.Equals("30", StringComparison.Ordinal) && words.Length == 1 && text.Contains('-', StringComparison.Ordinal)
            || bare.Equals("fin", StringComparison.OrdinalIgnoreCase) || bare.Equals("end of release", StringComparison.OrdinalIgnoreCase) || bare.Equals("end of press release", StringComparison.OrdinalIgnoreCase) || bare.Equals("fin du communiqué", StringComparison.OrdinalIgnoreCase)
            || bare.Equals("fin del comunicado", StringComparison.OrdinalIgnoreCase) || (words.Length == 1 && EndWords.Contains(words[0].Key) && bare.Length == words[0].Length);
    }

    /// <summary>"End" in the languages that stand beside English, French and Spanish on a page: Welsh, Gaelic, Irish, German, Italian.</summary>
    private static readonly KeySet EndWords = KeySet.Of("diwedd crioch críoch ende fine");

    /// <summary>More words than these between "About" and a colon name nobody.</summary>
    private const int MostNamed = 6;

    /// <summary>"About the Harbour Trust", "About the museum: it was founded in …".</summary>
    private static bool IsAbout(string text, Word[] words, int phrase)
    {
        if (!words[0].Is(WordTraits.Capital))
            return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is > 0 and <= 60 && Words.FirstFrom(words, colon) is var behind && (behind < 0 || behind - phrase <= MostNamed))
            return true;
        var capital = words.Length > 1 && (words[1].Is(WordTraits.Capital) || (words.Length > 2 && words[1].Is(WordTraits.Stop) && words[2].Is(WordTraits.Capital)) || words[1].Length <= 3);
        return capital && ((text.Length <= 90 && text[^1] is not ('.' or '?' or '!')) || colon is > 0 and <= 90);
    }

    private static readonly PhraseSet SignedPhotos = new(
        "photo by|photos by|photograph by|photographs by|picture by|pictures by|image by|images by|photo courtesy of|photograph courtesy of|picture courtesy of|image courtesy of|courtesy of|photo de|photos de|photo prise par|foto de|fotografia de|foto cortesia de|imagen cortesia de");

    /// <summary>"Photo by Anna Roe", "Picture courtesy of the Harbour Trust": nothing but names behind it, where a headline ("Picture by Turner comes home") says more.</summary>
    private static bool IsSignedPhoto(string text, Word[] words) =>
        words.Length is > 2 and <= 9 && text[^1] is not ('.' or '?' or '!' or ':') && SignedPhotos.MatchAt(words, 0) is > 0 and var n && n < words.Length && words[n..].All(w => w.Is(WordTraits.Capital) || w.Is(WordTraits.Stop) || w.Is(WordTraits.Number)) && words[^1].Is(WordTraits.Capital);

    /// <summary>Whether the text begins with one of the words and a colon behind it, or in capitals.</summary>
    private static bool IsLabelled(string text, Word[] words, PhraseSet labels)
    {
        var n = labels.MatchAt(words, 0);
        if (n == 0 || words[0].Start > 1)
            return false;
        var end = words[n - 1].End;
        while (end < text.Length && text[end] is ' ' or '(' or ')')
            end++;
        return end < text.Length && text[end] is ':' or '/' or '|' || (end < text.Length && words[0].Is(WordTraits.AllCapitals) && words[n - 1].Is(WordTraits.AllCapitals) && words[0].Length > 2 && text[end] is '–' or '-');
    }
}
