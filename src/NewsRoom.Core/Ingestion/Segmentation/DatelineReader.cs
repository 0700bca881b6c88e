namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A dateline before the lead: place, date or both, and a dash.</summary>
/// <param name="Length">Up to and including the dash and the spaces behind it.</param>
internal sealed record Dateline(string? Place, int Length);

/// <summary>Reads the dateline of a lead: "GENEVA, Switzerland, March 10, 2017 – ", "London – ", "April 25, 2016 – ".</summary>
internal static class DatelineReader
{
    private const int MaxLength = 90;

    private static readonly KeySet Particles = [.. "de la le les du des el los las of and et y en san saint the d l a au aux sur upon am".Split(' ').Select(w => Words.KeyOf(w))];

    public static Dateline? Read(string text)
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
        var date = DateScanner.Scan(left, words, monthFirst: false).Find(d => d.HasDay);
        var placeEnd = left.Length;
        foreach (var word in words)
        {
            var inDate = date.HasDay && word.Start >= date.Start && word.End <= date.End;
            if (inDate)
            {
                placeEnd = Math.Min(placeEnd, date.Start);
                continue;
            }

            if (!word.Is(WordTraits.Capital) && !Particles.Contains(word.Key))
                return false;
        }

        if (!words[0].Is(WordTraits.Capital) && !date.HasDay)
            return false;
        var name = date.HasDay ? (date.Start > 0 ? left[..placeEnd] : left[date.End..]).Trim(' ', ',', '(', ')', '–', '-', '/', '|') : left.Trim(' ', ',');
        if (name.EndsWith(" le", StringComparison.OrdinalIgnoreCase))
            name = name[..^3].Trim(' ', ',');
        if (name.Contains('(', StringComparison.Ordinal))
            name = name[..name.IndexOf('(', StringComparison.Ordinal)].Trim();
        // A single short word in capitals without a date is an organisation's acronym more often than a town.
        if (!date.HasDay && words.Length == 1 && words[0].Is(WordTraits.AllCapitals) && words[0].Length <= 4 && name is not ("ROME" or "OSLO" or "BERN" or "BONN" or "LIMA" or "CALI" or "BAKU" or "KYIV" or "JUBA" or "SUVA" or "BATH" or "YORK" or "HULL" or "CORK"))
            return false;
        if (!date.HasDay && words.Length > 6)
            return false;
        place = name.Length is > 1 and <= 60 ? name : null;
        return place is not null || date.HasDay;
    }
}
