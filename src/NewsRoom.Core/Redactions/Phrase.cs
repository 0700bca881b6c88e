using System.Security.Cryptography;
using System.Text;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Redactions;

/// <summary>
/// A name, or other words, that are looked for as whole words however they are written: <c>Ann Rivers</c> is also ANN RIVERS, <c>**Ann** Rivers</c>, Ann&#160;Rivers, ann-rivers and
/// ann.rivers@example.org.
/// </summary>
public sealed class Phrase
{
    public const int MinLetters = 3;

    public const int MaxLength = 100;

    /// <summary>What may stand between two words of it, besides what folding drops.</summary>
    private const int MaxGap = 3;

    private readonly string[] _words;

    private Phrase(string[] words) => _words = words;

    /// <summary>The folded words with one space between them.</summary>
    public string Folded => string.Join(' ', _words);

    public int Words => _words.Length;

    /// <summary>Null when there are too few letters to look for, or too many.</summary>
    public static Phrase? TryParse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return null;
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in new FoldedText(text.Trim()).Folded + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
                continue;
            }

            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }

        return words.Sum(w => w.Length) < MinLetters ? null : new Phrase([.. words]);
    }

    /// <summary>The mark that is kept of it.</summary>
    public string Hash(ReadOnlySpan<byte> key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Folded)));

    public bool IsIn(string text) => Ranges(text).Count > 0;

    /// <summary>Where it stands in a text: ranges of characters, in order, none over another.</summary>
    public IReadOnlyList<(int Start, int End)> Ranges(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<(int, int)>();
        if (text.Length == 0)
            return found;
        var folded = new FoldedText(text);
        var all = folded.Folded;
        for (var at = all.IndexOf(_words[0], StringComparison.Ordinal); at >= 0; at = all.IndexOf(_words[0], at, StringComparison.Ordinal))
        {
            var end = EndAt(all, at);
            if (end < 0 || !IsEdge(all, at - 1, at) || !IsEdge(all, end, end - 1))
            {
                at++;
                continue;
            }

            found.Add((folded.StartOf(at), folded.EndOf(end - 1)));
            at = end;
        }

        return found;
    }

    /// <summary>The text with <paramref name="replacement"/> wherever it stood. Line ends inside it stay, so that lines keep their numbers.</summary>
    public string ReplaceIn(string text, string replacement)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(replacement);
        var ranges = Ranges(text);
        if (ranges.Count == 0)
            return text;
        var result = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var found in ranges)
        {
            var (start, end) = Widen(text, found.Start, found.End);
            start = Math.Max(start, copied);
            if (end <= copied)
                continue;
            result.Append(text, copied, start - copied).Append(IsInAddress(text, start) ? Slug.From(replacement, "removed").Value : replacement);
            foreach (var c in text.AsSpan(start, end - start))
            {
                if (c is '\n' or '\r')
                    result.Append(c);
            }

            copied = end;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    private int EndAt(string all, int at)
    {
        var end = at + _words[0].Length;
        foreach (var word in _words.AsSpan(1))
        {
            var gap = 0;
            while (gap < MaxGap && end < all.Length && all[end] is ' ' or '\'' or '.' or '@')
            {
                end++;
                gap++;
            }

            if (!all.AsSpan(end).StartsWith(word))
                return -1;
            end += word.Length;
        }

        return end;
    }

    /// <summary>Whether a word ends between two neighbours; scripts that write no spaces have no such edge.</summary>
    private static bool IsEdge(string all, int outside, int inside)
    {
        const char firstWithoutSpaces = '\u0E00';
        return outside < 0 || outside >= all.Length || !char.IsLetterOrDigit(all[outside]) || all[inside] >= firstWithoutSpaces;
    }

    /// <summary>A mail address goes as a whole, and marks that would be left without their partner go too.</summary>
    private static (int Start, int End) Widen(string text, int start, int end)
    {
        var (from, to) = (start, end);
        while (from > 0 && IsOfMail(text[from - 1]))
            from--;
        while (to < text.Length && IsOfMail(text[to]))
            to++;
        while (to > end && text[to - 1] == '.')
            to--;
        if (text.AsSpan(from, to - from).Contains('@'))
            return from > 0 && to < text.Length && text[from - 1] == '<' && text[to] == '>' ? (from - 1, to + 1) : (from, to);
        foreach (var mark in "*_~")
        {
            var inside = text.AsSpan(start, end - start).Count(mark);
            if (inside == 0)
                continue;
            if (Run(text, start - 1, -1, mark) == inside)
                start -= inside;
            else if (Run(text, end, 1, mark) == inside)
                end += inside;
        }

        return (start, end);
    }

    private static int Run(string text, int at, int step, char mark)
    {
        var length = 0;
        for (; at >= 0 && at < text.Length && text[at] == mark; at += step)
            length++;
        return length;
    }

    private static bool IsOfMail(char c) => char.IsLetterOrDigit(c) || c is '.' or '@' or '_' or '+' or '-' or '%';

    /// <summary>Whether a place is part of a web address or a path, where a space or a bracket would end it.</summary>
    private static bool IsInAddress(string text, int at)
    {
        var from = at;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('<' or '(' or '"' or '[' or '>'))
            from--;
        var before = text.AsSpan(from, at - from);
        return before.Contains("://", StringComparison.Ordinal) || before.StartsWith("/") || before.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }
}
