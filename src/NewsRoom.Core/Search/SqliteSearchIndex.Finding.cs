using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Search;

public sealed partial class SqliteSearchIndex
{
    /// <summary>How many hits a page holds.</summary>
    public const int PageSize = 20;

    /// <summary>The last page that can be asked for: nobody reads on, and deep pages cost the most.</summary>
    public const int LastPage = 50;

    // Private-use characters stand for the tags until the text is encoded; what the text itself holds of them is dropped with them.
    private const string MarkStart = "\uE000";
    private const string MarkEnd = "\uE001";

    /// <summary>
    /// Finds releases. With words: best first, newer ones first among equals. Without words but with filters: newest first. Without either: nothing.
    /// </summary>
    /// <param name="scope">The public one sees what is live at <paramref name="now"/> only.</param>
    /// <param name="page">1-based; clamped to what can be asked for.</param>
    public async Task<SearchResults> SearchAsync(NewsRoomDbContext db, SearchQuery query, SearchScope scope, SearchFilters filters, DateTimeOffset now, CancellationToken ct, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(filters);
        if (query.IsEmpty && filters.IsEmpty)
            return SearchResults.Nothing;

        var visible = scope == SearchScope.Public ? db.Releases.AsNoTracking().Live(now) : db.Releases.AsNoTracking();
        var found = Narrow(visible, filters);
        var table = scope == SearchScope.Public ? PublicIndex : DeskIndex;
        IQueryable<Release> ordered;
        if (query.Match is { } match)
        {
            var ranks = db.Database.SqlQueryRaw<RankRow>(table.Rank, match);
            var ranked = from release in found join rank in ranks on release.Id equals rank.ReleaseId select new { release, rank.Rank };
            ordered = ranked.OrderBy(r => r.Rank).ThenByDescending(r => r.release.SortDay).ThenByDescending(r => r.release.SortOrder).ThenByDescending(r => r.release.Id).Select(r => r.release);
        }
        else
        {
            ordered = found.NewestFirst();
        }

        // The words are looked up once: the page and the facets are then read by identifier.
        var all = await ordered.Select(r => new FoundRow(r.Id, r.SortDay)).ToListAsync(ct);
        List<int> shown = [.. all.Skip((Math.Clamp(page, 1, LastPage) - 1) * PageSize).Take(PageSize).Select(r => r.Id)];
        var rows = await db.Releases.AsNoTracking().Where(r => EF.Parameter(shown).Contains(r.Id))
            .Select(r => new HitRow(r.Id, r.Slug, r.Headline, r.Standfirst ?? r.BodyText.Substring(0, 240), ReleaseDate.Shown(r.Date.Value, r.Date.Precision, r.Date.NotBefore, r.Date.NotAfter, r.Date.Basis), r.State, r.Language)).ToDictionaryAsync(r => r.Id, ct);
        // One that was deleted in between is in neither list.
        var hits = await WithExtractsAsync(db, table, query.Match, [.. shown.Select(rows.GetValueOrDefault).OfType<HitRow>()], ct);
        var facets = await FacetsAsync(db, all, ct);
        return facets with { Hits = hits };
    }

    /// <summary>Narrows <paramref name="releases"/> to those that hold the words, for lists that have an order of their own. A query without words finds nothing.</summary>
    public IQueryable<Release> Matching(NewsRoomDbContext db, IQueryable<Release> releases, SearchQuery query, SearchScope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Match is not { } match)
            return releases.Where(r => false);
        var ids = db.Database.SqlQueryRaw<int>((scope == SearchScope.Public ? PublicIndex : DeskIndex).Ids, match);
        return releases.Where(r => ids.Contains(r.Id));
    }

    /// <summary>Narrows releases by what a visitor chose.</summary>
    public static IQueryable<Release> Narrow(IQueryable<Release> releases, SearchFilters filters)
    {
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(filters);
        if (filters.Theme is { } theme)
            releases = releases.InTheme(theme);
        if (filters.Year is { } year)
            releases = releases.InYear(year);
        if (filters.Contact is { } contact)
            releases = releases.Where(r => r.Contacts.Any(c => c.Contact!.Slug == contact));
        return releases;
    }

    private static async Task<SearchResults> FacetsAsync(NewsRoomDbContext db, List<FoundRow> found, CancellationToken ct)
    {
        List<int> ids = [.. found.Select(r => r.Id)];
        var themes = await db.Set<ReleaseTheme>().Where(t => EF.Parameter(ids).Contains(t.ReleaseId)).GroupBy(t => new { t.Theme!.Slug, t.Theme.Name })
            .Select(g => new { g.Key.Slug, g.Key.Name, Count = g.Count() }).OrderByDescending(t => t.Count).ThenBy(t => t.Name).ToListAsync(ct);
        var contacts = await db.Set<ReleaseContact>().Where(c => EF.Parameter(ids).Contains(c.ReleaseId) && c.Contact!.MergedIntoId == null).GroupBy(c => new { c.Contact!.Slug, c.Contact.Name })
            .Select(g => new { g.Key.Slug, g.Key.Name, Count = g.Count() }).OrderByDescending(c => c.Count).ThenBy(c => c.Name).Take(12).ToListAsync(ct);
        var years = found.Where(r => r.SortDay is not null).CountBy(r => r.SortDay!.Value.Year).OrderByDescending(y => y.Key).Select(y => (Year: y.Key.ToString(CultureInfo.InvariantCulture), Count: y.Value));
        return new SearchResults(ids.Count, [],
            [.. themes.Select(t => new SearchFacet(t.Slug, t.Name, t.Count))],
            [.. years.Select(y => new SearchFacet(y.Year, y.Year, y.Count))],
            [.. contacts.Select(c => new SearchFacet(c.Slug, c.Name, c.Count))]);
    }

    private static async Task<IReadOnlyList<SearchHit>> WithExtractsAsync(NewsRoomDbContext db, IndexTable table, string? match, List<HitRow> rows, CancellationToken ct)
    {
        var extracts = new Dictionary<int, ExtractRow>();
        if (match is not null && rows.Count > 0)
        {
            var ids = JsonSerializer.Serialize(rows.Select(r => r.Id));
            extracts = await db.Database.SqlQueryRaw<ExtractRow>(table.Extract, match, ids, MarkStart, MarkEnd).ToDictionaryAsync(e => e.ReleaseId, ct);
        }

        return [.. rows.Select(row => extracts.TryGetValue(row.Id, out var extract)
            ? new SearchHit(row.Id, row.Slug, row.Headline, Mark(extract.Headline), Mark(extract.Extract), row.Date, row.State, row.Language)
            : new SearchHit(row.Id, row.Slug, row.Headline, WebUtility.HtmlEncode(row.Headline), WebUtility.HtmlEncode(GapMarker.RemoveFrom(row.Opening)), row.Date, row.State, row.Language))];
    }

    // The text is cut at the marks and encoded piece by piece, so that no mark opens without closing whatever the text holds.
    private static string Mark(string text)
    {
        var pieces = text.Split(MarkStart[0]);
        var html = new System.Text.StringBuilder(WebUtility.HtmlEncode(pieces[0].Replace(MarkEnd, "", StringComparison.Ordinal)));
        foreach (var piece in pieces.Skip(1))
        {
            var end = piece.IndexOf(MarkEnd[0], StringComparison.Ordinal);
            if (end < 0)
            {
                html.Append(WebUtility.HtmlEncode(piece));
                continue;
            }

            html.Append("<mark>").Append(WebUtility.HtmlEncode(piece[..end])).Append("</mark>")
                .Append(WebUtility.HtmlEncode(piece[(end + 1)..].Replace(MarkEnd, "", StringComparison.Ordinal)));
        }

        return html.ToString();
    }

    private sealed record FoundRow(int Id, DateOnly? SortDay);

    private sealed record RankRow(int ReleaseId, double Rank);

    private sealed record ExtractRow(int ReleaseId, string Headline, string Extract);

    private sealed record HitRow(int Id, string Slug, string Headline, string Opening, ReleaseDate Date, ReleaseState State, string Language);
}
