using System.Text;
using System.Text.RegularExpressions;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>Folds what may differ between two spellings of the same name or headline.</summary>
internal static partial class Names
{
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var plain = text.Normalize(NormalizationForm.FormKC).Replace('’', '\'').Replace('‘', '\'');
        plain = Tag().Replace(plain, "");
        plain = Spaces().Replace(plain, " ").Trim(' ', '.', ',', ';', ':').ToLowerInvariant();
        return Honorific().Replace(plain, "");
    }

    /// <summary>Whether one of two names holds the other; empty text holds nothing.</summary>
    public static bool Overlap(string? one, string? other)
    {
        var (a, b) = (Fold(one), Fold(other));
        return a.Length > 0 && b.Length > 0 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
    }

    public static string? Digits(string? phone)
    {
        var digits = phone is null ? "" : string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null : "+" + digits;
    }

    [GeneratedRegex(@"<[^>]{0,40}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s\u200b]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:(?:dr|prof|professor|mr|mrs|ms|miss|mme|m|sir|dame|rev|revd|captain|capt|sr|sra|h\.?e)\.?\s+)+")]
    private static partial Regex Honorific();
}
