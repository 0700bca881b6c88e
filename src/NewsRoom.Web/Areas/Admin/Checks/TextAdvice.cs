using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Checks;

/// <summary>Lengths, and what readers miss.</summary>
public sealed class TextAdvice : IReleaseAdvice
{
    /// <summary>Characters that search engines and phones show of a headline.</summary>
    private const int LongHeadline = 80;

    /// <summary>Characters that lists show of a standfirst.</summary>
    private const int LongStandfirst = 255;

    public Task<IReadOnlyList<PublishRefusal>> FindAsync(CheckedText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Task.FromResult<IReadOnlyList<PublishRefusal>>([.. Find(text.Content)]);
    }

    private static IEnumerable<PublishRefusal> Find(ReleaseContent content)
    {
        if (content.Headline.Length > LongHeadline)
            yield return new("Headline", $"The headline has {content.Headline.Length} characters; search engines and phones show about {LongHeadline}.");
        if (content.Standfirst is null)
            yield return new("Standfirst", "There is no standfirst: lists show the headline alone.");
        else if (content.Standfirst.Length > LongStandfirst)
            yield return new("Standfirst", $"The standfirst has {content.Standfirst.Length} characters; lists cut it after {LongStandfirst}.");
        if (content.Date.Precision == DatePrecision.Unknown)
            yield return new("Date", "There is no date.");
        else if (content.Date.Precision != DatePrecision.Day)
            yield return new("Date", "The day of the date is not known: readers see the month or the year alone.");
        if (content.ThemeIds.Count == 0)
            yield return new("ThemeIds", "It has no theme: readers find it by search alone.");
    }
}

/// <summary>Whether another release has the same headline.</summary>
public sealed class UsedHeadlineAdvice(NewsRoomDbContext db) : IReleaseAdvice
{
    public async Task<IReadOnlyList<PublishRefusal>> FindAsync(CheckedText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var headline = text.Content.Headline.Trim();
        if (headline.Length == 0)
            return [];
        var id = text.ReleaseId ?? 0;
        var used = await db.Releases.CountAsync(r => r.Id != id && EF.Functions.Like(r.Headline, Pattern(headline), "\\"), cancellationToken);
        return used == 0 ? [] : [new("Headline", used == 1 ? "Another release has this very headline." : $"{used} other releases have this very headline.")];
    }

    // Without a wildcard, LIKE is equality that looks over the case of Latin letters.
    private static string Pattern(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>Whom a journalist can ring.</summary>
public sealed class PeopleAdvice : IReleaseAdvice
{
    public Task<IReadOnlyList<PublishRefusal>> FindAsync(CheckedText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Task.FromResult<IReadOnlyList<PublishRefusal>>(text.Content.ContactIds.Count == 0
            ? [new("AddContact", "It has no media contact: a journalist finds nobody to ring.")]
            : [.. text.Choices.Contacts.Where(c => text.Content.ContactIds.Contains(c.Id) && !c.IsConfirmed).Select(c => new PublishRefusal("AddContact", $"{c.Name} is not confirmed: readers are told so."))]);
    }
}
