using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Pages.Subscribe;

/// <summary>
/// A page that is opened with the secret of a mail. Opening it changes nothing, since mail scanners open every link; a button does. The secret stands for the person,
/// so nobody else can make the post, and the address is kept from caches, search engines and other sites.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(64 * 1024)]
public abstract class AlertPage(PublicForms forms) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>What was done, once it is.</summary>
    public string? Done { get; protected set; }

    /// <summary>A browser that says it was sent here by another site is sent away; a mail program's own POST (RFC 8058) says nothing of the kind.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HttpMethods.IsPost(Request.Method) && !forms.IsOwn(Request))
            context.Result = BadRequest();
        // "same-origin" and not "no-referrer": with that one browsers would call the page's own form foreign.
        Response.Headers["Referrer-Policy"] = "same-origin";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    protected void Head(string title) => new PageHead(title, null) { NoIndex = true }.Show(ViewData);
}
