using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Editors;

/// <summary>Makes a one-time link for a new person. The link is shown in the answer itself, since it is stored nowhere.</summary>
public sealed class InviteModel(Invitations invitations, IOptions<NewsRoomOptions> options) : DeskPage
{
    public sealed class InviteInput
    {
        public string Role { get; set; } = Roles.Editor;
    }

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public Uri? Link { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Roles.All.Contains(Input.Role))
        {
            ModelState.AddModelError("Input.Role", "Choose what the person may do.");
            return Page();
        }

        var token = await invitations.CreateAsync(RoleSets.UpTo(Input.Role), isSetup: false, cancellationToken);
        Link = options.Value.Absolute("/account/setup?token=" + token);
        return Page();
    }
}

/// <summary>A role with the ones it includes.</summary>
internal static class RoleSets
{
    public static IReadOnlyList<string> UpTo(string role) => [.. Roles.All.TakeWhile(r => r != role), role];

    public static string Highest(IEnumerable<string> roles) => Roles.All.LastOrDefault(roles.Contains, Roles.Editor);
}
