namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Finds runs of digits and signs that can be telephone numbers.</summary>
internal static class PhoneScanner
{
    private const int MaxDigits = 16;

    /// <summary>The runs in order, as ranges of the text; the list is not to be changed. A number has 7 to 16 digits; two numbers parted by " / " or a comma are two runs.</summary>
    public static List<(int Start, int End)> Find(string text)
    {
        List<(int, int)>? found = null;
        for (var i = 0; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAny(Starts);
            if (next < 0)
                break;
            i += next;
            if (!CanStart(text, i))
                continue;
            var (end, digits) = Run(text, i);
            if (digits is >= 7 and <= MaxDigits && !IsDateOrAmount(text, i, end, digits))
            {
                // "(020 7946 0123)": the bracket is around the number, not part of it.
                (found ??= []).Add((text[i] == '(' && !text.AsSpan(i, end - i).Contains(')') ? i + 1 : i, end));
                i = end;
            }
            else if (digits >= 7 && text[i] != '+' && IsRegisterNumber(text, i))
            {
                i = end;
            }
            else
            {
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                    i++;
            }
        }

        return found ?? None;
    }

    private static readonly List<(int, int)> None = [];

    private static readonly System.Buffers.SearchValues<char> Starts = System.Buffers.SearchValues.Create("0123456789+(");

    private static bool CanStart(string text, int i)
    {
        var c = text[i];
        if (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '/' or '.' or '@' or '-' or '_' or '=') && !(text[i - 1] is '.' or '/' && i > 1 && char.IsLetter(text[i - 2]) && c is '+' or '0'))
            return false;
        return char.IsAsciiDigit(c) || (c is '+' or '(' && i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] is '+'));
    }

    private static (int End, int Digits) Run(string text, int start)
    {
        var digits = 0;
        var end = start;
        var (gap, open) = (0, false);
        for (var j = start; j < text.Length; j++)
        {
            var c = text[j];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                end = j + 1;
                gap = 0;
                // Too many for a number already: how many more does not matter.
                if (digits > MaxDigits)
                    break;
                continue;
            }

            var sign = c is ' ' or '.' or '-' or '–' or '‑' or '(' or ')' || (c == '+' && (j == start || (j == start + 1 && text[start] == '('))) || (c == '/' && digits < 7 && j + 1 < text.Length && char.IsAsciiDigit(text[j + 1]) && text[j - 1] != ' ');
            // "Anna Roe (not before 10) 020 7946 0123": what closes a bracket that was open before ends what stood in it.
            if (c == ')' && !open)
                break;
            open |= c == '(';
            // A plus sign or a bracket after enough digits opens the next number.
            if (!sign || ++gap > 3 || (c is '(' && digits >= 7))
                break;
        }

        return (end, digits);
    }

    /// <summary>"13/2/2017", "(2017-02-13": one or two digits, one or two, and a year, parted by one sign.</summary>
    private static bool IsDate(ReadOnlySpan<char> span)
    {
        var first = span.IndexOfAny('/', '.', '-');
        var second = first < 1 ? -1 : span[(first + 1)..].IndexOf(span[first]);
        if (second is not (1 or 2))
            return false;
        var one = span[..first];
        var three = span[(first + second + 2)..];
        return (one.Length <= 2 && three.Length == 4 || one.Length == 4 && three.Length <= 2) && !three.ContainsAnyExceptInRange('0', '9') && !one.ContainsAnyExceptInRange('0', '9') && (one.Length == 4 ? one : three) is ['1', '9', ..] or ['2', '0', ..];
    }

    private static bool IsDateOrAmount(string text, int start, int end, int digits)
    {
        var span = text.AsSpan(start, end - start);
        if (IsDate(span.Trim("() ")) || IsDateWithHour(text, start, end) || IsYears(span) || IsOfYear(span))
            return true;
        if (span[0] != '+' && IsRegisterNumber(text, start))
            return true;
        if (span[0] is '+' or '(')
            return false;
        if (IsCount(text, start, end))
            return true;
        // Years in a row ("2014 2015"), amounts with a unit before them.
        return (start > 0 && text[start - 1] is '£' or '$' or '€') || (digits == 8 && span.Length == 9 && span[4] is '-' or '–' or ' ' && span[0] is '1' or '2' && (span.StartsWith("19") || span.StartsWith("20")));
    }

    /// <summary>"03/27/2017 - 16:40", "13/06/14 9:30": a date and, cut by its colon, the hour.</summary>
    private static bool IsDateWithHour(string text, int start, int end)
    {
        var span = text.AsSpan(start, end - start);
        var day = span.IndexOf(' ');
        if (day < 6)
            return false;
        var date = span[..day];
        return IsDate(date) || (end + 1 < text.Length && text[end] is ':' or 'h' && char.IsAsciiDigit(text[end + 1]) && date.Length <= 8 && date.Count('/') == 2);
    }

    /// <summary>"2013/14 (2012/13", "2012–2013", "2014 2015": years, and the last two digits of one behind another.</summary>
    private static bool IsYears(ReadOnlySpan<char> span)
    {
        var years = 0;
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] == '+')
                return false;
            if (!char.IsAsciiDigit(span[i]))
                continue;
            var end = i + 1;
            while (end < span.Length && char.IsAsciiDigit(span[end]))
                end++;
            if (span[i..end] is not (['1', '9', _, _] or ['2', '0', _, _]) && !(years > 0 && end - i == 2 && span[i - 1] is '/' or '-' or '–'))
                return false;
            years++;
            i = end;
        }

        return years > 1;
    }

    /// <summary>"Nr. 112/2011": the running number of a year.</summary>
    private static bool IsOfYear(ReadOnlySpan<char> span) =>
        span.IndexOf('/') is > 0 and < 5 and var slash && !span[..slash].ContainsAnyExceptInRange('0', '9') && span[(slash + 1)..] is ['1', '9', >= '0' and <= '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9'];

    /// <summary>"1 200 000 personnes", "12 345 678 €": thousands parted by spaces or points, and what there are so many of.</summary>
    private static bool IsCount(string text, int start, int end)
    {
        var first = start;
        while (first < end && char.IsAsciiDigit(text[first]))
            first++;
        if (text[start] == '0' || first - start > 3)
            return false;
        for (var i = first; i < end; i += 4)
        {
            if (i + 4 > end || text[i] is not (' ' or '.') || text.AsSpan(i + 1, 3).ContainsAnyExceptInRange('0', '9'))
                return false;
        }

        var from = end;
        while (from < text.Length && text[from] is ' ' or '\u00a0')
            from++;
        if (from < text.Length && text[from] is '€' or '$' or '£')
            return true;
        var to = from;
        while (to < text.Length && char.IsLetter(text[to]))
            to++;
        return Counted.Contains(text[from..to].ToLowerInvariant());
    }

    private static readonly HashSet<string> Counted = [.. "euro euros eur usd dollars francs fcfa pesos soles people persons households homes litres tonnes hectares personnes habitants foyers personas habitantes hogares litros toneladas hectáreas de d".Split(' ')];

    /// <summary>"registered charity 1012345", "company no. 01234567", "ISBN 978 0 123 45678 9", "SIRET : 123 456 789 00012": what a register counts, and nobody answers.</summary>
    private static bool IsRegisterNumber(string text, int start)
    {
        var end = start;
        for (var word = 0; word < 6; word++)
        {
            while (end > 0 && text[end - 1] is ' ' or '.' or ':' or '°' or '#' or '(')
                end--;
            var from = end;
            while (from > 0 && char.IsLetter(text[from - 1]))
                from--;
            if (from == end)
                return false;
            var name = text[from..end].ToLowerInvariant();
            if (RegisterNouns.Contains(name))
                return true;
            if (!BesideRegister.Contains(name))
                return false;
            end = from;
        }

        return false;
    }

    private static readonly HashSet<string> RegisterNouns = [.. "charity company registration registered vat isbn issn siret siren rna nif cif ruc nit asociación association reference ref".Split(' ')];

    private static readonly HashSet<string> BesideRegister = [.. "no nos n nº number numbers num número numero numéro in england wales scotland ireland uk and the commission register under registro".Split(' ')];
}
