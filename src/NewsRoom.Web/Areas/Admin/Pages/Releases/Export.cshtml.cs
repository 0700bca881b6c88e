using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Search;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>The filtered list as CSV, in the form that a table is taken in again. Written as it is read, so that its length costs no memory.</summary>
public sealed class ExportModel(NewsRoomDbContext db, SqliteSearchIndex search, DeskTime time) : DeskPage
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    [BindProperty(SupportsGet = true, Name = "")]
    public ReleaseFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.Now;
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"releases-{time.Local(now):yyyy-MM-dd}.csv\"";
        await Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        await using var csv = CsvWriter.Create(Response.Body, Format, leaveOpen: true);
        await csv.WriteRecordAsync([.. BulkTable.Columns], cancellationToken);
        var themes = await db.Themes.ToDictionaryAsync(t => t.Id, t => t.Slug, cancellationToken);
        var contacts = await db.Contacts.ToDictionaryAsync(c => c.Id, c => c.Slug, cancellationToken);
        var rows = Filter.Find(db, search, now, By).AsNoTracking().OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id).Select(r => new
        {
            r.Id, r.Slug, r.State, r.PublishAt,
            Latest = r.Revisions.Where(v => v.Number == r.LatestRevisionNumber).Select(v => new { v.Number, v.Headline, v.Date, v.ThemeIds, v.ContactIds, v.Language }).First(),
        });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var v = row.Latest;
            await csv.WriteRecordAsync(
            [
                row.Id.ToString(CultureInfo.InvariantCulture), v.Number.ToString(CultureInfo.InvariantCulture), row.Slug, v.Headline, ReleaseStatus.Of(row.State, row.PublishAt, now), v.Date.ToIso() ?? "",
                Slugs(v.ThemeIds, themes), Slugs(v.ContactIds, contacts), v.Language, row.PublishAt is { } at ? DeskTime.Machine(at) : "",
            ], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
        return new EmptyResult();
    }

    private static string Slugs(IEnumerable<int> ids, Dictionary<int, string> known) => string.Join("; ", ids.Where(known.ContainsKey).Select(id => known[id]));
}
