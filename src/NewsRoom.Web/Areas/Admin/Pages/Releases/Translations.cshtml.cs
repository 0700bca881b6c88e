using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>The same release in other languages: links to them, and takes this one out of its group.</summary>
public sealed class TranslationsModel(NewsRoomDbContext db, ReleaseStore store) : DeskPage
{
    private const string AddressField = "Input.Address";

    public sealed class TranslationInput
    {
        public string? Address { get; set; }
    }

    [BindProperty]
    public TranslationInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Headline { get; private set; } = "";

    public string Language { get; private set; } = "";

    public IReadOnlyList<Translation> Linked { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var slug = (Input.Address ?? "").Trim().TrimEnd('/').Split('/')[^1];
        var other = await db.Releases.Where(r => r.Slug == slug).Select(r => (int?)r.Id).FirstOrDefaultAsync(cancellationToken);
        if (other is null)
        {
            ModelState.AddModelError(AddressField, "There is no release at this address.");
            return await ShowAsync(cancellationToken);
        }

        var result = other == Id ? StoreResult.Refused : await store.LinkTranslationAsync(Id, other.Value, cancellationToken);
        if (result != StoreResult.Refused)
            return BackToRelease(result, Id, "The translation is linked.");
        ModelState.AddModelError(AddressField, "Two releases of a group would have the same language. Set the language of each release first.");
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancellationToken) =>
        BackToRelease(await store.UnlinkTranslationAsync(Id, cancellationToken), Id, "The release is no longer linked to translations.");

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.Releases.AsNoTracking().Where(r => r.Id == Id).Select(r => new { r.Headline, r.Language, r.TranslationGroup }).FirstOrDefaultAsync(cancellationToken) is not { } release)
            return NotFound();
        (Headline, Language) = (release.Headline, release.Language);
        if (release.TranslationGroup is { } group)
            Linked = await db.Releases.AsNoTracking().Where(r => r.TranslationGroup == group && r.Id != Id).OrderBy(r => r.Language).Select(r => new Translation(r.Id, r.Language, r.Headline)).ToListAsync(cancellationToken);
        return Page();
    }

    public sealed record Translation(int Id, string Language, string Headline);
}
