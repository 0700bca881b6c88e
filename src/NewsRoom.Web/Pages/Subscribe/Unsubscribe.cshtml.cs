using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Alerts;

namespace NewsRoom.Web.Pages.Subscribe;

/// <summary>Ends a subscription: by the button of the page, or by the one POST that a mail program sends (RFC 8058).</summary>
public sealed class UnsubscribeModel(AlertSignUp signUp) : AlertPage
{
    public bool IsKnown { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Head("Unsubscribe");
        IsKnown = await signUp.FindAsync(Token, ct) is not null;
    }

    // Whoever unsubscribes twice is unsubscribed: that is no error.
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Head("Unsubscribe");
        await signUp.LeaveAsync(Token, ct);
        Done = "You are unsubscribed. Your address has been deleted.";
        return Page();
    }
}
