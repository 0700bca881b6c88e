using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Links that show one release to one person before it is public.</summary>
public sealed class PreviewsModel(NewsRoomDbContext db, PreviewLinks links, DeskTime time, IOptions<NewsRoomOptions> options) : DeskPage
{
    public sealed class PreviewInput
    {
        [Required(ErrorMessage = "Write whom the link is for."), StringLength(PreviewLink.MaxRecipient, ErrorMessage = "Use at most 200 characters.")]
        public string? Recipient { get; set; }

        [Range(1, 90, ErrorMessage = "A link lives 1 to 90 days.")]
        public int Days { get; set; } = 7;

        public bool Pinned { get; set; } = true;
    }

    public sealed record Row(int Id, string Recipient, int? Version, string By, DateTimeOffset At, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, bool IsOpen, IReadOnlyList<DateTimeOffset> Openings);

    [BindProperty]
    public PreviewInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Title { get; private set; } = "";

    public int Latest { get; private set; }

    /// <summary>The link that was just made, this once.</summary>
    public Uri? Link { get; private set; }

    public DateTimeOffset Expires { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ShowAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        Expires = time.Now.AddDays(Input.Days);
        var token = await links.CreateAsync(Id, Input.Recipient!.Trim(), Input.Pinned ? Latest : null, Expires, By, cancellationToken);
        // Not after a redirect: the token must not be kept anywhere on the way.
        Link = options.Value.Absolute($"{Workflow.PreviewPath}/{token}");
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(int linkId, CancellationToken cancellationToken)
    {
        if (!await links.RevokeAsync(Id, linkId, By, cancellationToken))
            return NotFound();
        Notify("The link is revoked: it leads nowhere from now on.");
        return RedirectToPage(new { id = Id });
    }

    private async Task<bool> ShowAsync(CancellationToken cancellationToken)
    {
        var latest = await db.Revisions.Where(r => r.ReleaseId == Id).OrderByDescending(r => r.Number).Select(r => new { r.Number, r.Headline }).FirstOrDefaultAsync(cancellationToken);
        if (latest is null)
            return false;
        (Latest, Title) = (latest.Number, latest.Headline.Length > 0 ? latest.Headline : "(no headline)");
        var found = await db.PreviewLinks.AsNoTracking().Where(l => l.ReleaseId == Id).OrderByDescending(l => l.Id).ToListAsync(cancellationToken);
        var ids = found.ConvertAll(l => l.Id);
        var openings = (await db.PreviewOpenings.AsNoTracking().Where(o => ids.Contains(o.LinkId)).OrderByDescending(o => o.At).ToListAsync(cancellationToken)).ToLookup(o => o.LinkId, o => o.At);
        Rows = found.ConvertAll(l => new Row(l.Id, l.Recipient, l.RevisionNumber, l.CreatedBy, l.CreatedAt, l.ExpiresAt, l.RevokedAt, l.IsOpen(time.Now), [.. openings[l.Id]]));
        return true;
    }
}
