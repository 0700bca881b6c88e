using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Pages.Contacts;

/// <summary>Merges one contact into another, after naming what becomes of it.</summary>
public sealed class MergeModel(NewsRoomDbContext db, ContactStore store) : DeskPage
{
    public sealed class MergeInput
    {
        [Required(ErrorMessage = "Choose the contact that stays.")]
        public int? Into { get; set; }
    }

    [BindProperty]
    public MergeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Name { get; private set; } = "";

    public string SlugText { get; private set; } = "";

    public string Details { get; private set; } = "";

    public int Releases { get; private set; }

    public IReadOnlyList<ReleaseChoices.ContactChoice> Others { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var into = Input.Into!.Value;
        switch (await store.MergeAsync(Id, into, cancellationToken))
        {
            case StoreResult.NotFound:
                return NotFound();
            case StoreResult.Done:
                Notify("The contacts are merged.");
                break;
            default:
                Notify("Nothing was changed: one of the two was merged already.");
                break;
        }

        return RedirectToPage("/Contacts/Edit", new { id = into });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.Contacts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id && c.MergedIntoId == null, cancellationToken) is not { } contact)
            return NotFound();
        Name = contact.Name;
        SlugText = contact.Slug;
        Details = string.Join(" · ", new[] { contact.Role, contact.Office, contact.PhoneAsWritten, contact.OtherPhoneAsWritten, contact.Email }.Where(d => d is not null).DefaultIfEmpty("none"));
        Releases = await db.Releases.OfContact(Id).CountAsync(cancellationToken);
        Others = [.. (await ReleaseChoices.LoadAsync(db, cancellationToken)).Contacts.Where(c => c.Id != Id)];
        return Page();
    }
}
