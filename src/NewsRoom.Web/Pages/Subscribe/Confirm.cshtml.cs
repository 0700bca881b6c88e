using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Alerts;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Subscribe;

/// <summary>Confirms an address: the link shows a button, and the button confirms.</summary>
public sealed class ConfirmModel(AlertSignUp signUp, SiteText texts, PublicForms forms) : AlertPage(forms)
{
    public bool IsKnown { get; private set; }

    public string? ManageAddress { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Head(texts["Alert.Confirm"]);
        IsKnown = await signUp.FindRequestAsync(Token, ct) is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Head(texts["Alert.Confirm"]);
        if (await signUp.ConfirmAsync(Token, ct) is { } subscriber)
        {
            Done = texts["Alert.Confirm.Done"];
            ManageAddress = "/subscribe/manage/" + subscriber.Token;
        }

        return Page();
    }
}
