using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Enquiries;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Enquiries;

/// <summary>One enquiry: its words, how to answer, and who does.</summary>
public sealed class DetailsModel(NewsRoomDbContext db, IOptions<EnquiryOptions> options) : DeskPage
{
    public Enquiry Enquiry { get; private set; } = null!;

    public (string Slug, string Name)? Release { get; private set; }

    public (int Id, string Name)? Contact { get; private set; }

    public IReadOnlyList<(string Id, string Name)> Editors { get; private set; } = [];

    /// <summary>When it is deleted if nothing happens to it.</summary>
    public DateTimeOffset DeletedAt => Enquiry.ClosedAt is { } closed ? closed.AddDays(options.Value.RetentionDays) : Enquiry.ReceivedAt.AddDays(2 * options.Value.RetentionDays);

    /// <summary>Opens a letter to the journalist that quotes the question.</summary>
    public string? AnswerLink => Enquiry.Email is null ? null
        : $"mailto:{Uri.EscapeDataString(Enquiry.Email).Replace("%40", "@", StringComparison.Ordinal)}?subject={Uri.EscapeDataString("Your enquiry")}&body={Uri.EscapeDataString("\r\n\r\n> " + Quote(Enquiry.Question))}";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Enquiries.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } enquiry)
            return NotFound();
        Enquiry = enquiry;
        if (await db.Releases.Where(r => r.Id == enquiry.ReleaseId).Select(r => new { r.Slug, r.Headline }).FirstOrDefaultAsync(cancellationToken) is { } release)
            Release = (release.Slug, release.Headline);
        if (await db.Contacts.Where(c => c.Id == enquiry.ContactId).Select(c => new { c.Id, c.Name }).FirstOrDefaultAsync(cancellationToken) is { } contact)
            Contact = (contact.Id, contact.Name);
        var editors = await db.Users.Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken);
        Editors = [.. editors.OrderBy(u => u.DisplayName, StringComparer.CurrentCulture).Select(u => (u.Id, u.DisplayName))];
        return Page();
    }

    // A mailto address has its limits: the beginning of a long question is enough to know which one it is.
    private static string Quote(string question) => (question.Length <= 800 ? question : question[..800] + "…").ReplaceLineEndings("\r\n> ");
}
