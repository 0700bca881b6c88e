using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Editors;

/// <summary>Makes a one-time link for a new person. The link is shown in the answer itself, since it is stored nowhere.</summary>
public sealed class InviteModel(Invitations invitations, UserManager<Editor> users, IOptions<NewsRoomOptions> options) : DeskPage
{
    public sealed class InviteInput
    {
        [StringLength(100, ErrorMessage = "Use at most 100 characters.")]
        public string? Name { get; set; }

        [EmailAddress(ErrorMessage = "Write an address such as name@example.org."), StringLength(256, ErrorMessage = "This is too long for an e-mail address.")]
        public string? Email { get; set; }

        public string Role { get; set; } = Roles.Editor;
    }

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public Uri? Link { get; private set; }

    /// <summary>Whom the link is for, in words.</summary>
    public string For { get; private set; } = "the person";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (name, email) = (Blank(Input.Name), Blank(Input.Email));
        if (!Roles.All.Contains(Input.Role))
            ModelState.AddModelError("Input.Role", "Choose what the person may do.");
        if (ModelState.IsValid && email is not null && await users.FindByEmailAsync(email) is { } known)
            ModelState.AddModelError("Input.Email", $"{known.DisplayName} has an account with this address already.");
        if (!ModelState.IsValid)
            return Page();
        var token = await invitations.CreateAsync(RoleSets.UpTo(Input.Role), isSetup: false, new Recipient(name, email, By), cancellationToken);
        Link = options.Value.Absolute("/account/setup?token=" + token);
        For = name ?? email ?? For;
        return Page();
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A role with the ones it includes.</summary>
internal static class RoleSets
{
    public static IReadOnlyList<string> UpTo(string role) => [.. Roles.All.TakeWhile(r => r != role), role];

    public static string Highest(IEnumerable<string> roles) => Roles.All.LastOrDefault(roles.Contains, Roles.Editor);
}
