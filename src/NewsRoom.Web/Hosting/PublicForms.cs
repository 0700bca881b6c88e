using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Hosting;

/// <summary>What a form that anybody may send is.</summary>
public enum FormVerdict
{
    Fine,

    /// <summary>A robot filled what people do not see, or was quicker than anybody types: it is thanked and nothing is kept.</summary>
    Robot,

    /// <summary>The form was opened too long ago, or its stamp is not ours: it is shown again with what was typed.</summary>
    Stale,

    /// <summary>Another site sent it.</summary>
    Foreign,

    TooMany,
}

/// <summary>
/// Guards the forms of the public site, which sets no cookie and so has no antiforgery token: a signed time, where the request comes from, a field that only robots fill,
/// and a quota for each network.
/// </summary>
public sealed class PublicForms
{
    /// <summary>Nobody reads and fills a form faster.</summary>
    public static readonly TimeSpan Quickest = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector;
    private readonly TimeProvider _clock;
    private readonly RequestQuota _quota;
    private readonly ReaderOptions _options;
    private readonly string _origin;

    internal PublicForms(IDataProtectionProvider protection, TimeProvider clock, RequestQuota quota, ReaderOptions options, Uri publicBase)
    {
        _protector = protection.CreateProtector("public-form");
        (_clock, _quota, _options, _origin) = (clock, quota, options, publicBase.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>The signed time of now.</summary>
    public string Stamp() => _protector.Protect(_clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <param name="decoy">What stands in the field that people do not see.</param>
    public FormVerdict Check(HttpContext http, string? stamp, string? decoy)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!IsOwn(http.Request))
            return FormVerdict.Foreign;
        var age = AgeOf(stamp);
        if (!string.IsNullOrEmpty(decoy) || age < Quickest)
            return FormVerdict.Robot;
        if (age is null || age > Oldest)
            return FormVerdict.Stale;
        var quota = _quota.Take("form", http.Connection.RemoteIpAddress, _options.FormsPerHour, TimeSpan.FromHours(1));
        if (quota.IsAllowed)
            return FormVerdict.Fine;
        quota.Write(http.Response);
        return FormVerdict.TooMany;
    }

    /// <summary>Whether a page of this site sends it, as far as a browser says so; what says nothing is no browser, and nobody's browser was tricked.</summary>
    public bool IsOwn(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, _origin, StringComparison.OrdinalIgnoreCase);
    }

    private TimeSpan? AgeOf(string? stamp)
    {
        try
        {
            var ticks = long.Parse(_protector.Unprotect(stamp ?? ""), CultureInfo.InvariantCulture);
            return _clock.GetUtcNow() - new DateTimeOffset(ticks, TimeSpan.Zero);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>A page with a form that anybody may send. It is not kept by anybody's cache: its stamp is of this minute.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(64 * 1024)]
public abstract class PublicFormPage(PublicForms forms, SiteText texts) : PageModel
{
    protected SiteText T => texts;

    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>The decoy: hidden from people.</summary>
    [BindProperty]
    public string? Website { get; set; }

    public bool IsStale { get; private set; }

    public string NewStamp() => forms.Stamp();

    /// <summary>What to answer instead of taking the form; null when it is to be taken or, where it is stale, shown again.</summary>
    /// <param name="thanks">Where somebody lands who sent it.</param>
    protected IActionResult? Refuse(string thanks)
    {
        switch (forms.Check(HttpContext, Stamp, Website))
        {
            case FormVerdict.Foreign:
                return BadRequest();
            case FormVerdict.TooMany:
                return StatusCode(StatusCodes.Status429TooManyRequests);
            case FormVerdict.Robot:
                return Redirect(thanks);
            case FormVerdict.Stale:
                IsStale = true;
                ModelState.AddModelError("", T["Form.Stale"]);
                return null;
            default:
                return null;
        }
    }
}
