using System.Text;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Themes, contacts and dates of many releases from a CSV table: shown first, then done. The table travels with the form; nothing of it is kept here in between.</summary>
public sealed class TableModel(NewsRoomDbContext db, BulkStore store) : DeskPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The table as text, on its way from the preview to the deed.</summary>
    [BindProperty]
    public string? Csv { get; set; }

    public IReadOnlyList<BulkPlanRow>? Plan { get; private set; }

    /// <summary>Lines that name no release.</summary>
    public IReadOnlyList<string> Unread { get; private set; } = [];

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (Upload is null || Upload.Length is 0 or > BulkTable.MaxBytes)
        {
            ModelState.AddModelError("Upload", "Choose a CSV file of at most 250 kB.");
            return Page();
        }

        using var reader = new StreamReader(Upload.OpenReadStream(), Encoding.UTF8);
        Csv = await reader.ReadToEndAsync(cancellationToken);
        ModelState.Clear();
        if (await RequestAsync(cancellationToken) is { } request)
            Plan = await store.PlanAsync([.. request.Rows.Keys], request, Actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDoAsync([FromForm] List<string> pick, CancellationToken cancellationToken)
    {
        if (await RequestAsync(cancellationToken) is not { } request)
            return Page();
        var picked = BulkForm.Read(pick).Where(p => request.Rows.ContainsKey(p.Key)).ToDictionary();
        if (picked.Count == 0)
        {
            ModelState.AddModelError("", "No release was picked: nothing was changed.");
            return Page();
        }

        var change = await store.DoAsync(picked, request, Actor, cancellationToken);
        return RedirectToPage("/Releases/BulkResult", new { id = change.Id });
    }

    private BulkActor Actor => new(By, User.IsPublisher());

    private async Task<BulkRequest?> RequestAsync(CancellationToken cancellationToken)
    {
        var reading = await BulkTable.ReadAsync(db, Encoding.UTF8.GetBytes(Csv ?? ""), cancellationToken);
        Unread = reading.Problems;
        if (reading.Rows.Count > 0)
            return new(BulkKind.Table) { Rows = reading.Rows };
        foreach (var problem in reading.Problems)
            ModelState.AddModelError("Upload", problem);
        return null;
    }
}
