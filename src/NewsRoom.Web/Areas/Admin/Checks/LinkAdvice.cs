using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Checks;

/// <summary>Web addresses that did not answer at the last visit and still stand in the text.</summary>
public sealed class LinkAdvice(NewsRoomDbContext db) : IReleaseAdvice
{
    public async Task<IReadOnlyList<PublishRefusal>> FindAsync(CheckedText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.ReleaseId is not { } id)
            return [];
        var failing = await db.FailingLinksAsync(id, cancellationToken);
        return [.. failing.Where(l => text.Content.Body.Contains(l.Address.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)).Select(l => new PublishRefusal("Body", $"The link {l.Address} does not answer. {l.Message}".TrimEnd()))];
    }
}
