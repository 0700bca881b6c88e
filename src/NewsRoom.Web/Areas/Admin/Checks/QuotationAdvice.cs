using System.Text.RegularExpressions;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Checks;

/// <summary>Words in quotation marks that nobody is named for. It reads the text as it is typed, so it asks less than the import does: a verb of speech, or a colon, in the paragraph or in the one before.</summary>
public sealed partial class QuotationAdvice : IReleaseAdvice
{
    /// <summary>Shorter runs in quotation marks are names and titles, not speech.</summary>
    private const int MinWords = 6;

    /// <summary>Words of it that the advice repeats.</summary>
    private const int Shown = 6;

    private const int MaxAdvice = 5;

    public Task<IReadOnlyList<PublishRefusal>> FindAsync(CheckedText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Task.FromResult<IReadOnlyList<PublishRefusal>>([.. Find(text.Content.Body).Take(MaxAdvice)]);
    }

    private static IEnumerable<PublishRefusal> Find(string body)
    {
        var spokenBefore = false;
        foreach (var paragraph in body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var quotes = Quoted().Matches(paragraph).Select(m => m.Groups[1].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length >= MinWords).ToList();
            var isSpoken = Speech().IsMatch(Quoted().Replace(paragraph, " "));
            if (!isSpoken && !spokenBefore)
            {
                foreach (var words in quotes)
                    yield return new("Body", $"Who says “{string.Join(' ', words.Take(Shown))}…”? No speaker is named.");
            }

            // What somebody goes on to say in the next paragraph has its speaker in this one.
            spokenBefore = isSpoken || (spokenBefore && quotes.Count > 0);
        }
    }

    [GeneratedRegex("[“\"«„]([^“”\"«»„]+)[”\"»“]", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:said|says|saying|say|adds?|added|tells?|told|explain(?:s|ed)|notes?|noted|states?|stated|stress(?:es|ed)|warn(?:s|ed)|according to|declare[sd]|comment(?:s|ed)|remark(?:s|ed)|conclude[sd]|calls?|called|writes?|wrote|ask(?:s|ed)|urge[sd]|insist(?:s|ed)|recall(?:s|ed)|continue[sd]|emphasi[sz]e[sd]|reads?|dit|déclaré|affirmé|expliqué|ajouté|souligné|selon|dijo|afirmó|explicó|señaló|añadió|según)\b|:\s*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Speech();
}
