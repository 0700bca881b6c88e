using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Audit;

/// <summary>The audit log as CSV, with the filter of the page, latest first. It is written as it is read, so that its length costs no memory.</summary>
public sealed class ExportModel(NewsRoomDbContext db, DeskTime time) : DeskPage
{
    // What a spreadsheet would take for a formula is written as text, with an apostrophe before it.
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{time.Local(time.Now):yyyy-MM-dd}.csv\"";
        // The mark at the beginning tells spreadsheets that this is UTF-8.
        await Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        await using var csv = CsvWriter.Create(Response.Body, Format, leaveOpen: true);
        await csv.WriteRecordAsync(["time", "person", "account", "verb", "kind", "id", "label", "place", "details"], cancellationToken);
        await foreach (var entry in db.Audit.AsNoTracking().Asked(Filter.ToQuestion(time)).OrderByDescending(e => e.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            await csv.WriteRecordAsync([DeskTime.Machine(entry.At), entry.Actor, entry.ActorId!, entry.Verb, entry.Kind, entry.ThingId, entry.Label, entry.Origin!, entry.Details!], cancellationToken);
        await csv.FlushAsync(cancellationToken);
        return new EmptyResult();
    }
}
