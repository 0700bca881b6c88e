using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;

namespace NewsRoom.Web.Areas.Admin.Pages.Themes;

/// <summary>A theme from scratch.</summary>
public sealed class NewModel(NewsRoomDbContext db, AuditLog audit) : ThemeFormPage
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var name = Input.Name!.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var slug = await FreeSlug.AmongAsync(db.Themes.Select(t => t.Slug), Slug.From(name, "theme"), cancellationToken);
        var theme = new Theme(slug, name, Input.Description?.Trim() ?? "");
        theme.Edit(theme.Name, theme.Description, ThemeForm.ReadTerms(Input.Terms, out _));
        db.Themes.Add(theme);
        await db.SaveChangesAsync(cancellationToken);
        audit.Record(AuditVerbs.Created, AuditLog.Thing(theme));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Notify($"The theme {name} is made. Tag releases with it on their Edit page.");
        return RedirectToPage("/Themes/Index");
    }
}
