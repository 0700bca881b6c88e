using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Links;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Data;

/// <summary>A link that somebody should look at.</summary>
public sealed record FailingLink(string Address, string Message);

/// <summary>What is asked of links more than once.</summary>
public static class LinkQueries
{
    /// <summary><see cref="LinkTarget.Fails"/> as a query.</summary>
    public static IQueryable<LinkTarget> Failing(this IQueryable<LinkTarget> links) =>
        links.Where(l => l.State == LinkState.Broken || l.State == LinkState.Silent || l.State == LinkState.NotPublic);

    /// <summary>The links of a release that did not answer at the last visit.</summary>
    public static async Task<IReadOnlyList<FailingLink>> FailingLinksAsync(this NewsRoomDbContext db, int releaseId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Links.Failing().Where(l => db.Set<LinkUse>().Any(u => u.LinkId == l.Id && u.ReleaseId == releaseId)).OrderBy(l => l.Id)
            .Select(l => new FailingLink(l.Address, l.Message ?? "")).ToListAsync(cancellationToken);
    }
}

/// <summary>Which web addresses stand in which releases, and how the last visit to each ended.</summary>
public sealed class LinkStore(NewsRoomDbContext db, TimeProvider clock)
{
    /// <summary>Reads the addresses of one release's latest version.</summary>
    public async Task CollectAsync(int releaseId, CancellationToken cancellationToken = default)
    {
        var bodies = Bodies().Where(b => b.ReleaseId == releaseId);
        var body = await bodies.Select(b => b.Body).FirstOrDefaultAsync(cancellationToken);
        await NoteAsync(releaseId, body is null ? [] : LinksIn.Html(MarkdownRenderer.Render(body).Html), cancellationToken);
    }

    /// <summary>Reads those of every release that is not withdrawn, and forgets addresses that stand nowhere any more.</summary>
    public async Task CollectAsync(CancellationToken cancellationToken = default)
    {
        var holding = await Bodies().Where(b => b.Body.Contains("http")).Select(b => b.ReleaseId).ToListAsync(cancellationToken);
        var known = await db.Set<LinkUse>().Select(u => u.ReleaseId).Distinct().ToListAsync(cancellationToken);
        foreach (var id in holding.Union(known))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await CollectAsync(id, cancellationToken);
        }

        await db.Links.Where(l => !db.Set<LinkUse>().Any(u => u.LinkId == l.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The links to visit: those of one release, or those that nobody has visited since <paramref name="before"/>.</summary>
    public async Task<IReadOnlyList<LinkTarget>> DueAsync(int? releaseId, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var links = db.Links.AsNoTracking();
        links = releaseId is { } id ? links.Where(l => db.Set<LinkUse>().Any(u => u.LinkId == l.Id && u.ReleaseId == id)) : links.Where(l => l.CheckedAt == null || l.CheckedAt < before);
        return await links.OrderBy(l => l.CheckedAt).ThenBy(l => l.Id).ToListAsync(cancellationToken);
    }

    public async Task NoteAsync(int linkId, LinkVisit visit, CancellationToken cancellationToken = default)
    {
        db.ChangeTracker.Clear();
        if (await db.Links.FirstOrDefaultAsync(l => l.Id == linkId, cancellationToken) is not { } link)
            return;
        link.Note(visit, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<ReleaseRevision> Bodies() =>
        db.Releases.Where(r => r.State != ReleaseState.Withdrawn).SelectMany(r => r.Revisions.Where(v => v.Number == r.LatestRevisionNumber)).AsNoTracking();

    private async Task NoteAsync(int releaseId, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known = await db.Links.Where(l => addresses.Contains(l.Address)).ToDictionaryAsync(l => l.Address, cancellationToken);
        foreach (var address in addresses.Where(a => !known.ContainsKey(a)))
        {
            var link = new LinkTarget(address);
            known[address] = link;
            db.Links.Add(link);
        }

        await db.SaveChangesAsync(cancellationToken);
        var wanted = known.Values.Select(l => l.Id).ToHashSet();
        var uses = await db.Set<LinkUse>().Where(u => u.ReleaseId == releaseId).ToListAsync(cancellationToken);
        db.RemoveRange(uses.Where(u => !wanted.Contains(u.LinkId)));
        db.AddRange(wanted.Where(id => uses.TrueForAll(u => u.LinkId != id)).Select(id => new LinkUse(id, releaseId)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
