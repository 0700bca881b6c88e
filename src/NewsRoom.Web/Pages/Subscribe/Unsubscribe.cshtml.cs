using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Alerts;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Subscribe;

/// <summary>Ends a subscription: by the button of the page, or by the one POST that a mail program sends (RFC 8058).</summary>
public sealed class UnsubscribeModel(AlertSignUp signUp, SiteText texts, PublicForms forms) : AlertPage(forms)
{
    public bool IsKnown { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Head(texts["Alert.End"]);
        IsKnown = await signUp.FindAsync(Token, ct) is not null;
    }

    // Whoever unsubscribes twice is unsubscribed: that is no error.
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Head(texts["Alert.End"]);
        await signUp.LeaveAsync(Token, ct);
        Done = texts["Alert.End.Done"];
        return Page();
    }
}
