using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Web.Pages.Releases;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages;

/// <summary>Every public note, newest first.</summary>
public sealed class CorrectionsModel(NewsRoomDbContext db, TimeProvider clock, SiteText texts) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<NoteView> Notes { get; private set; } = [];

    /// <summary>The key of the next part; null at the end.</summary>
    public int? Older { get; private set; }

    /// <param name="before">The id of the last note of the part before: notes are numbered as they come.</param>
    public async Task OnGetAsync(string? before, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var notes = NoteView.Of(db, now);
        if (int.TryParse(before, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var key))
        {
            var earlier = db.PublicNotes.Where(n => n.Id < key).Select(n => n.Id);
            notes = notes.Where(n => earlier.Contains(n.Id));
        }

        var rows = await notes.Take(PageSize + 1).ToListAsync(ct);
        Notes = [.. rows.Take(PageSize)];
        Older = rows.Count > PageSize ? Notes[^1].Id : null;
        new PageHead(texts["Corrections"], "/corrections") { Section = "corrections", Description = texts["Corrections.What"], FeedPath = "/corrections/feed.atom", FeedTitle = texts["Corrections"] }.Show(ViewData);
    }
}
