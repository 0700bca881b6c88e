using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace NewsRoom.Core.Releases;

/// <summary>The readable part of an address: lower-case ASCII letters, digits and single hyphens, 1 to 80 characters.</summary>
public readonly record struct Slug
{
    /// <summary>The longest slug in characters; <see cref="From"/> cuts between words.</summary>
    public const int MaxLength = 80;

    private Slug(string value) => Value = value;

    public string Value { get; }

    public override string ToString() => Value;

    public static bool TryParse([NotNullWhen(true)] string? text, out Slug slug)
    {
        slug = default;
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength || text[0] == '-' || text[^1] == '-')
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') || (c == '-' && text[i - 1] == '-'))
                return false;
        }

        slug = new Slug(text);
        return true;
    }

    /// <summary>Makes a slug from any text: accents are folded, everything else becomes a hyphen, and the cut falls between words.
    /// Text without one usable character gives <paramref name="fallback"/>.</summary>
    public static Slug From(string text, string fallback = "release")
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in Fold(text))
        {
            if (char.IsAsciiLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’') && folded.Length > 0 && folded[^1] != '-')
                folded.Append('-');
        }

        var value = folded.ToString().TrimEnd('-');
        if (value.Length > MaxLength)
        {
            var cut = value.LastIndexOf('-', MaxLength);
            value = value[..(cut > MaxLength / 2 ? cut : MaxLength)].TrimEnd('-');
        }

        return new Slug(value.Length == 0 ? fallback : value);
    }

    /// <summary>The address of a release. A headline without one Latin letter or digit (Arabic, Chinese, Greek) gives what is known of its date: <c>release-2024-11-22</c>.</summary>
    public static Slug OfRelease(string headline, ReleaseDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return From(headline, date.ToIso() is { } known ? "release-" + known : "release");
    }

    /// <summary>The same slug with a number behind it, for an address that is taken: <c>summit-opens-2</c>.</summary>
    public Slug Numbered(int number)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        var stem = Value.Length + suffix.Length > MaxLength ? Value[..(MaxLength - suffix.Length)].TrimEnd('-') : Value;
        return new Slug(stem + suffix);
    }

    private static string Fold(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            _ = c switch
            {
                'ß' => builder.Append("ss"),
                'æ' or 'Æ' => builder.Append("ae"),
                'œ' or 'Œ' => builder.Append("oe"),
                'ø' or 'Ø' => builder.Append('o'),
                'ł' or 'Ł' => builder.Append('l'),
                'đ' or 'Đ' => builder.Append('d'),
                'þ' or 'Þ' => builder.Append("th"),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }
}
