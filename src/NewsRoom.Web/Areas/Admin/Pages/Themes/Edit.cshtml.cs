using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.Themes;

namespace NewsRoom.Web.Areas.Admin.Pages.Themes;

/// <summary>A theme's words: its name, its introduction and the terms the import tags by.</summary>
public sealed class EditModel(NewsRoomDbContext db, AuditLog audit) : ThemeFormPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Name { get; private set; } = "";

    public string SlugText { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } theme)
            return NotFound();
        Input = ThemeForm.From(theme);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(cancellationToken) is not { } theme)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        if (theme.Version != Input.Version)
            return Conflict(theme);
        theme.Edit(Input.Name!.Trim(), Input.Description?.Trim() ?? "", ThemeForm.ReadTerms(Input.Terms, out _));
        audit.Record(AuditVerbs.Saved, AuditLog.Thing(theme));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Notify("The theme is saved.");
        return RedirectToPage("/Themes/Index");
    }

    /// <summary>The form keeps what was typed; the next save is one over the newer version.</summary>
    private PageResult Conflict(Theme theirs)
    {
        ModelState.Clear();
        Input.Version = theirs.Version;
        var form = ThemeForm.From(theirs);
        ModelState.AddModelError("", $"Your text is not saved yet: somebody saved this theme while you were writing. They wrote: {form.Name} · {form.Description} · {form.Terms?.Replace("\n", ", ", StringComparison.Ordinal)}. Save again to put yours over it.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<Theme?> FindAsync(CancellationToken cancellationToken)
    {
        var theme = await db.Themes.FirstOrDefaultAsync(t => t.Id == Id, cancellationToken);
        (Name, SlugText) = (theme?.Name ?? "", theme?.Slug ?? "");
        return theme;
    }
}
