using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Contacts;

/// <summary>A contact's details and the releases they answer for.</summary>
public sealed class EditModel(NewsRoomDbContext db, ContactStore store, DeskTime time) : ContactFormPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public MediaContact Contact { get; private set; } = null!;

    public IReadOnlyList<(int Id, string Headline)> Releases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var result = await ShowAsync(cancellationToken);
        if (Contact is not null)
            Input = ContactForm.From(Contact, time.Zone);
        return result;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var before = await db.Contacts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id, cancellationToken);
        switch (await store.SaveAsync(Id, Input.Version, Input.ToDetails(before, time.Zone), cancellationToken))
        {
            case StoreResult.NotFound:
                return NotFound();
            case StoreResult.Outdated:
                return await ShowConflictAsync(before!, cancellationToken);
            case StoreResult.Done:
                Notify("The contact is saved.");
                break;
            default:
                Notify("Nothing was changed: the contact was merged into another one.");
                break;
        }

        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.Contacts.AsNoTracking().Include(c => c.MergedInto).Include(c => c.Successor).FirstOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } contact)
            return NotFound();
        Contact = contact;
        var rows = await db.Releases.OfContact(Id).NewestFirst().Take(20).Select(r => new { r.Id, r.Headline }).ToListAsync(cancellationToken);
        Releases = [.. rows.Select(r => (r.Id, r.Headline))];
        return Page();
    }

    /// <summary>The form keeps what was typed; what the other one saved is named, and the next save is one over it.</summary>
    private async Task<IActionResult> ShowConflictAsync(MediaContact theirs, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Input.Version = theirs.Version;
        var parts = new[] { theirs.Name, theirs.Role, theirs.Office, theirs.PhoneAsWritten, theirs.OtherPhoneAsWritten, theirs.Email }.Where(p => p is not null);
        ModelState.AddModelError("", $"Your text is not saved yet: somebody saved this contact while you were writing. They wrote: {string.Join(" · ", parts)}. Save again to put yours over it.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(cancellationToken);
    }
}
