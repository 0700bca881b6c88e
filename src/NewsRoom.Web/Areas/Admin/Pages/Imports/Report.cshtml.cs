using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Search;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>The end report of a batch, to read and to take along.</summary>
public sealed class ReportModel(NewsRoomDbContext db, SqliteSearchIndex search, TimeProvider clock) : DeskPage
{
    public const int Shown = 200;

    public BatchReport Report { get; private set; } = null!;

    /// <param name="format">"json" or "text" to download it.</param>
    public async Task<IActionResult> OnGetAsync(int id, string? format, CancellationToken cancellationToken)
    {
        if (await BatchReport.ReadAsync(db, search, clock, id, cancellationToken) is not { } report)
            return NotFound();
        Report = report;
        var name = string.Create(CultureInfo.InvariantCulture, $"import-{id}");
        return format switch
        {
            "json" => File(Encoding.UTF8.GetBytes(report.ToJson()), "application/json; charset=utf-8", name + ".json"),
            "text" => File(Encoding.UTF8.GetBytes(report.ToText()), "text/plain; charset=utf-8", name + ".txt"),
            _ => Page(),
        };
    }
}
