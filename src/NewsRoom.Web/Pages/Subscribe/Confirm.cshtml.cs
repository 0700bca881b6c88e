using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Alerts;

namespace NewsRoom.Web.Pages.Subscribe;

/// <summary>Confirms an address: the link shows a button, and the button confirms.</summary>
public sealed class ConfirmModel(AlertSignUp signUp) : AlertPage
{
    public bool IsKnown { get; private set; }

    public string? ManageAddress { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Head("Confirm your address");
        IsKnown = await signUp.FindRequestAsync(Token, ct) is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Head("Confirm your address");
        if (await signUp.ConfirmAsync(Token, ct) is { } subscriber)
        {
            Done = "Your address is confirmed. Mail comes from now on.";
            ManageAddress = "/subscribe/manage/" + subscriber.Token;
        }

        return Page();
    }
}
