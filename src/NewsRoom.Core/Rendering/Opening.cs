namespace NewsRoom.Core.Rendering;

/// <summary>The beginning of a body, for lists.</summary>
public static class Opening
{
    private const int MinSentence = 50;
    private const int MaxLength = 240;

    /// <summary>How much of a body is enough for <see cref="Sentence"/>.</summary>
    public const int Needed = 400;

    /// <summary>The first sentence of the first paragraph; cut between words when it is very long.</summary>
    /// <param name="text">Plain text, or its first <see cref="Needed"/> characters.</param>
    public static string Sentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraph = text.TrimStart();
        var end = paragraph.IndexOf("\n\n", StringComparison.Ordinal);
        if (end >= 0)
            paragraph = paragraph[..end];
        for (var i = MinSentence; i < paragraph.Length && i < MaxLength; i++)
        {
            if (EndsSentence(paragraph, i))
                return paragraph[..(i + 1)].Trim();
        }

        if (paragraph.Length <= MaxLength)
            return paragraph.Trim();
        var cut = paragraph.LastIndexOf(' ', MaxLength);
        return paragraph[..(cut > 0 ? cut : MaxLength)].TrimEnd(' ', ',', ';', ':', '–', '-') + "…";
    }

    /// <summary>The first sentence; where <paramref name="headline"/> says its beginning already, the words behind that, or the next sentence when few are left.</summary>
    public static string Following(string text, string headline)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(headline);
        var opening = text.TrimStart();
        if (headline.Length == 0 || !opening.StartsWith(headline, StringComparison.OrdinalIgnoreCase))
            return Sentence(opening);
        var rest = opening[headline.Length..].TrimStart(' ', '.', ',', ';', ':', '!', '?');
        // Cut off in the middle of a word it is no headline of this text.
        if (opening.Length > headline.Length && char.IsLetterOrDigit(opening[headline.Length]))
            return Sentence(opening);
        var following = Sentence(rest);
        if (following.Length < MinSentence && rest.Length > following.Length)
            following = Sentence(rest[following.Length..]);
        return following.Length == 0 ? "" : char.IsLower(following[0]) || following[0] is '(' ? "… " + following : following;
    }

    // A stop behind one or two letters is an abbreviation ("Mr.", "St.", "U.K.") more often than an end.
    private static bool EndsSentence(string text, int at) =>
        text[at] is '.' or '!' or '?'
        && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))
        && (text[at] != '.' || text[(at - 3)..at].All(c => char.IsLetterOrDigit(c) || c is '”' or ')' or '’'));
}
