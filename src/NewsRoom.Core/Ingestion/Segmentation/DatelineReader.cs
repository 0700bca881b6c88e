namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A dateline before the lead: place, date or both, and a dash.</summary>
/// <param name="Length">Up to and including the dash and the spaces behind it.</param>
/// <param name="IsDateAlone">A day and a colon or a full stop: the lead's own, or a line of a list of days.</param>
internal sealed record Dateline(string? Place, int Length, bool IsDateAlone = false);

/// <summary>Reads the dateline of a lead: "GENEVA, Switzerland, March 10, 2017 – ", "London – ", "April 25, 2016 – ".</summary>
internal static class DatelineReader
{
    private const int MaxLength = 90;

    private static readonly KeySet Particles = [.. "de la le les du des el los las of and et y en san saint the d l a au aux sur upon am".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>How far into a text the date of a dateline may begin.</summary>
    private const int MaxPlace = 60;

    /// <summary>What a sentence about a day begins with: "On 4 April 2017: …".</summary>
    private static readonly KeySet SentenceWords = [.. "on in by since until from after before between during as at depuis en desde hasta avant apres".Split(' ').Select(w => Words.KeyOf(w))];

    public static Dateline? Read(string text) =>
        // "Geneva, Switzerland – 4 April 2017 – The …": of two readings the one that takes the date in.
        (BeforeDash(text), BehindDate(text)) is var (place, dated) && (place is null || dated?.Length > place.Length) ? dated : place;

    /// <summary>"(Geneva, 4 April 2017) The …", "PARIS, 4 avril 2017. La …", "4 April 2017, Geneva: The …": a full date tells where no dash closes it alone.</summary>
    private static Dateline? BehindDate(string text)
    {
        if (text.AsSpan(0, Math.Min(text.Length, MaxPlace)).IndexOfAnyInRange('0', '9') < 0)
            return null;
        var left = text[..Math.Min(text.Length, MaxLength)];
        var words = Words.Of(left);
        var date = DateScanner.Scan(left, words, monthFirst: false).Find(d => d.IsFull);
        if (!date.IsFull || date.Start > MaxPlace || SentenceWords.Contains(words[0].Key) || words.Any(w => w.End <= date.Start && !w.Is(WordTraits.Capital) && !Particles.Contains(w.Key)))
            return null;
        var end = date.End;
        if (date.Start == 0 && left[end..] is [',', ' ', ..] && left.IndexOfAny([':', '–', '—', '.', ';'], end) is > 0 and var sign && words.All(w => w.Start < end || w.Start > sign || w.Is(WordTraits.Capital) || Particles.Contains(w.Key)))
            end = sign;
        if (Closing(text, end) is not (> 0 and var after))
            return null;
        var place = (date.Start > 0 ? left[..date.Start] : left[date.End..end]).Trim(' ', ',', '(', '[', '–', '—', '-', ':', '.', '/', '|');
        foreach (var article in (string[])[" le", " a"])
            place = place.EndsWith(article, StringComparison.OrdinalIgnoreCase) ? place[..^article.Length].TrimEnd(' ', ',') : place;
        return new(place.Length > 2 ? place : null, after, IsDateAlone: place.Length <= 2);
    }

    /// <summary>Where the text begins behind what closes a dateline; 0 when nothing does.</summary>
    private static int Closing(string text, int end)
    {
        var after = end;
        while (after < text.Length && text[after] is ' ' or ')' or ']' or '.' or ':' or '-' or '–' or '—')
            after++;
        var signs = text.AsSpan(end, after - end);
        return after < text.Length && signs.EndsWith(" ") && signs.Trim().Length > 0 && (char.IsUpper(text[after]) || char.IsDigit(text[after]) || text[after] is '"' or '“' or '«' or '‘') ? after : 0;
    }

    private static Dateline? BeforeDash(string text)
    {
        var dash = DashAt(text);
        if (dash < 2)
            return null;
        var after = dash + 1;
        while (after < text.Length && text[after] is '-' or '–' or '—' or ' ')
            after++;
        // "Migration – whether forced or not – is …" goes on with a small letter.
        if (after >= text.Length || !(char.IsUpper(text[after]) || char.IsDigit(text[after]) || text[after] is '"' or '“' or '«' or '‘'))
            return null;
        var left = text[..dash].TrimEnd(' ', ',', ':');
        return IsPlaceOrDate(left, out var place) ? new(place, after) : null;
    }

    private static int DashAt(string text)
    {
        if (text.AsSpan(0, Math.Min(text.Length, MaxLength)).IndexOfAny('-', '–', '—') < 0)
            return -1;
        for (var i = 1; i + 1 < text.Length && i < MaxLength; i++)
        {
            if (text[i] is '–' or '—' && (text[i - 1] == ' ' || text[i + 1] == ' '))
                return i;
            if (text[i] == '-' && (text[i - 1] == ' ' || text[i - 1] == '.') && text[i + 1] is ' ' or '-')
                return i;
            if (text[i] is '.' or '?' or '!' or ';' && text[i + 1] == ' ' && i > 4 && char.IsLower(text[i - 2]) && char.IsLower(text[i - 3]))
                return -1;
        }

        return -1;
    }

    private static bool IsPlaceOrDate(string left, out string? place)
    {
        place = null;
        var words = Words.Of(left);
        if (words.Length is 0 or > 12)
            return false;
        var date = DateScanner.Scan(left, words, monthFirst: false).Find(d => d.Month > 0);
        var dated = date.Month > 0;
        var placeEnd = left.Length;
        foreach (var word in words)
        {
            var inDate = dated && word.Start >= date.Start && word.End <= date.End;
            if (inDate)
            {
                placeEnd = Math.Min(placeEnd, date.Start);
                continue;
            }

            if (!word.Is(WordTraits.Capital) && !Particles.Contains(word.Key))
                return false;
        }

        if (!words[0].Is(WordTraits.Capital) && !dated)
            return false;
        var name = dated ? (date.Start > 0 ? left[..placeEnd] : left[date.End..]).Trim(' ', ',', '(', ')', '–', '-', '/', '|') : left.Trim(' ', ',');
        if (name.EndsWith(" le", StringComparison.OrdinalIgnoreCase))
            name = name[..^3].Trim(' ', ',');
        if (name.Contains('(', StringComparison.Ordinal))
            name = name[..name.IndexOf('(', StringComparison.Ordinal)].Trim();
        // A single short word in capitals without a date is an organisation's acronym more often than a town.
        if (!dated && words.Length == 1 && words[0].Is(WordTraits.AllCapitals) && words[0].Length <= 4 && name is not ("ROME" or "OSLO" or "BERN" or "BONN" or "LIMA" or "CALI" or "BAKU" or "KYIV" or "JUBA" or "SUVA" or "BATH" or "YORK" or "HULL" or "CORK"))
            return false;
        if (!dated && words.Length > 6)
            return false;
        place = name.Length is > 1 and <= 60 ? name : null;
        return place is not null || dated;
    }
}
