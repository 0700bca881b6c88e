using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>Ends one of one's own sessions.</summary>
public sealed class EndSessionModel(UserManager<Editor> users, EditorSessions sessions) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Profile/Index");

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var session) || await users.GetUserAsync(User) is not { } editor || !await sessions.EndAsync(editor, session, cancellationToken: cancellationToken))
            return NotFound();
        Notify("That session is ended.");
        return RedirectToPage("/Profile/Index", null, "sessions");
    }
}
