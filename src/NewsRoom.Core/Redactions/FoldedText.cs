using System.Globalization;
using System.Net;
using System.Text;

namespace NewsRoom.Core.Redactions;

/// <summary>
/// A text without what does not tell words apart: case, accents, marks of Markdown, characters that are not seen, and the kinds of spaces, dashes and apostrophes. Each folded
/// character knows the range of the text it stands for.
/// </summary>
internal sealed class FoldedText
{
    private readonly string _text;
    private readonly StringBuilder _folded;
    private readonly List<int> _starts;
    private readonly List<int> _ends;

    public FoldedText(string text)
    {
        _text = text;
        _folded = new(text.Length);
        _starts = new(text.Length);
        _ends = new(text.Length);
        for (var at = 0; at < text.Length;)
            at = Take(at);
        Folded = _folded.ToString();
    }

    /// <summary>Lower-case letters and digits; a space for what parts words; an apostrophe; anything else as it is.</summary>
    public string Folded { get; }

    public int StartOf(int folded) => _starts[folded];

    public int EndOf(int folded) => _ends[folded];

    private int Take(int at)
    {
        var c = _text[at];
        if (c == '&' && Entity(at) is var (decoded, afterEntity) && decoded.Length > 0)
            return Add(decoded, at, afterEntity);
        if (c == '%' && Escaped(at) is var (character, afterEscape) && character.Length > 0)
            return Add(character, at, afterEscape);
        if (c == '<' && EndOfTag(at) is > 0 and var afterTag)
            return afterTag;
        var length = char.IsHighSurrogate(c) && at + 1 < _text.Length && char.IsLowSurrogate(_text[at + 1]) ? 2 : 1;
        if (char.IsAscii(c))
            Put(c, at, at + 1);
        else
            Add(_text.Substring(at, length), at, at + length);
        return at + length;
    }

    private int Add(string characters, int start, int end)
    {
        // A lone surrogate is no text and cannot be normalised.
        var normal = characters.Length == 1 && char.IsSurrogate(characters[0]) ? characters : characters.Normalize(NormalizationForm.FormKD);
        foreach (var c in normal)
            Put(c, start, end);
        return end;
    }

    private void Put(char c, int start, int end)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            Emit(char.ToLowerInvariant(c), start, end);
            return;
        }

        if (IsBlank(c, start))
        {
            if (_folded.Length > 0 && _folded[^1] == ' ')
                return;
            Emit(' ', start, end);
            return;
        }

        if (c is '*' or '~' or '\\' or '[' or ']' || (c == '>' && IsLineStart(start)))
            return;
        switch (c)
        {
            case '\'' or '’' or '‘' or '‛' or 'ʼ' or '´' or '`' or '′':
                Emit('\'', start, end);
                return;
            case 'ß':
                Emit("ss", start, end);
                return;
            case 'æ' or 'Æ':
                Emit("ae", start, end);
                return;
            case 'œ' or 'Œ':
                Emit("oe", start, end);
                return;
            case 'ø' or 'Ø':
                Emit('o', start, end);
                return;
            case 'ł' or 'Ł':
                Emit('l', start, end);
                return;
            case 'đ' or 'Đ':
                Emit('d', start, end);
                return;
            case 'ı':
                Emit('i', start, end);
                return;
            case 'þ' or 'Þ':
                Emit("th", start, end);
                return;
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                // It belongs to the letter before it, and goes with it.
                if (_ends.Count > 0 && _folded[^1] != ' ')
                    _ends[^1] = Math.Max(_ends[^1], end);
                return;
            case UnicodeCategory.Format:
                return;
            default:
                Emit(char.ToLowerInvariant(c), start, end);
                return;
        }
    }

    private bool IsBlank(char c, int start) =>
        char.IsWhiteSpace(c) || c is '_' or '+' or '−' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation
        // "ann.rivers" in an address; a full stop has a space behind it.
        || (c == '.' && start + 1 < _text.Length && char.IsLetter(_text[start + 1]));

    private bool IsLineStart(int at)
    {
        for (at--; at >= 0 && _text[at] != '\n'; at--)
        {
            if (_text[at] is not (' ' or '>'))
                return false;
        }

        return true;
    }

    private void Emit(string folded, int start, int end)
    {
        foreach (var c in folded)
            Emit(c, start, end);
    }

    private void Emit(char c, int start, int end)
    {
        _folded.Append(c);
        _starts.Add(start);
        _ends.Add(end);
    }

    /// <summary>"&amp;eacute;" and its like.</summary>
    private (string Decoded, int End) Entity(int at)
    {
        const int longest = 10;
        var end = _text.IndexOf(';', at, Math.Min(longest, _text.Length - at));
        if (end < 0)
            return ("", at);
        var written = _text[at..(end + 1)];
        var decoded = WebUtility.HtmlDecode(written);
        return decoded == written ? ("", at) : (decoded, end + 1);
    }

    /// <summary>One character of a percent-encoded address, which may be up to four bytes.</summary>
    private (string Character, int End) Escaped(int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < 4 && at + (count * 3) + 2 < _text.Length && _text[at + (count * 3)] == '%'
            && byte.TryParse(_text.AsSpan(at + (count * 3) + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
            count++;
        return Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == System.Buffers.OperationStatus.Done ? (rune.ToString(), at + (used * 3)) : ("", at);
    }

    /// <summary>The end of a plain tag such as &lt;em&gt; or &lt;/b&gt;; 0 where none begins.</summary>
    private int EndOfTag(int at)
    {
        const int longest = 12;
        var i = at + 1;
        if (i < _text.Length && _text[i] == '/')
            i++;
        var name = i;
        while (i < _text.Length && i - name < longest && char.IsAsciiLetterOrDigit(_text[i]))
            i++;
        return i > name && i < _text.Length && _text[i] == '>' ? i + 1 : 0;
    }
}
