using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Web.Areas.Admin.Checks;

/// <summary>Places where an address or a link is missing: those that the import found, and labels that nothing follows.</summary>
public sealed partial class LostAddressAdvice(NewsRoomDbContext db) : IReleaseAdvice
{
    public async Task<IReadOnlyList<PublishRefusal>> FindAsync(CheckedText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<PublishRefusal>();
        var body = text.Content.Body;
        var open = text.ReleaseId is { } id ? await db.Gaps.CountAsync(g => g.ReleaseId == id && g.MendedAt == null, cancellationToken) : 0;
        if (open > 0)
            found.Add(new("Body", open == 1 ? "One address or link that the archive lost is still missing." : $"{open} addresses or links that the archive lost are still missing."));
        else if (GapMarker.All.Any(marker => body.Replace("\\", "", StringComparison.Ordinal).Contains(marker, StringComparison.Ordinal)))
            found.Add(new("Body", "The text says that an address or a link was lost in the archive, but none is open: mend it, or take the words out."));
        if (Dangling().Match(body) is { Success: true } label)
            found.Add(new("Body", $"Nothing follows “{label.Groups[1].Value.Trim()}”."));
        return found;
    }

    /// <summary>A label at the end of a line.</summary>
    [GeneratedRegex(@"(?:^|\W)((?:e-?mail|tel|telephone|phone|fax|mobile|website|web|twitter)\s?\.?\s?:)[ \t*_]*(?:\r?\n|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Dangling();
}
