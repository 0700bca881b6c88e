using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Search;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Contacts;
using NewsRoom.Web.Pages.Releases;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages;

/// <summary>What is shown instead of a page: not found, withdrawn, an error. It says nothing of what went wrong inside.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class StatusModel(IServiceProvider services, TimeProvider clock, IOptions<NewsRoomOptions> options, SiteText texts) : PageModel
{
    private const int MaxSuggestions = 5;

    public int Code { get; private set; }

    public string Heading { get; private set; } = "";

    public ReleaseAddress.Gone? Withdrawal { get; private set; }

    /// <summary>It is the address of a contact who has left and whom nobody follows.</summary>
    public bool HasLeft => HttpContext.Items.ContainsKey(typeof(ContactAddress));

    public PressOfficeOptions PressOffice => options.Value.PressOffice;

    public IReadOnlyList<SearchHit> Suggestions { get; private set; } = [];

    public string? WithdrawalDay => Withdrawal is null ? null : texts.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Withdrawal.At, options.Value.Zone).DateTime));

    /// <summary>Runs for every method: what is shown again keeps the one it was asked with.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var again = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        // Asked for by its own address it is a page that does not exist.
        Code = failed ? 500 : again is null ? 404 : int.Parse((string)RouteData.Values["code"]!, System.Globalization.CultureInfo.InvariantCulture);
        Withdrawal = HttpContext.Items[typeof(ReleaseAddress.Gone)] as ReleaseAddress.Gone;
        Heading = Code switch
        {
            404 => texts["Status.404"],
            410 when HasLeft => texts["Status.Left"],
            410 => texts["Status.410"],
            400 or 405 or 415 => texts["Status.400"],
            401 or 403 => texts["Status.403"],
            429 => texts["Status.429"],
            _ => Code >= 500 ? texts["Status.500"] : texts["Status.Other"],
        };
        // The address of a preview is a secret and no search.
        if (Code == 404 && again is not null && !again.OriginalPath.StartsWith(Workflow.PreviewPath, StringComparison.OrdinalIgnoreCase) && !again.OriginalPath.StartsWith("/subscribe/", StringComparison.OrdinalIgnoreCase))
            Suggestions = await SuggestAsync(again.OriginalPath, HttpContext.RequestAborted);
        Response.StatusCode = Code;
        new PageHead(Heading, null) { NoIndex = true }.Show(ViewData);
        await next();
    }

    // The services are asked for here alone, so that an error in the database still gets its page.
    private async Task<IReadOnlyList<SearchHit>> SuggestAsync(string path, CancellationToken ct)
    {
        var words = SearchQuery.AnyOf(string.Join(' ', path.Split('/', '-', '_', '.', '+').Where(word => word is not ("releases" or "contacts" or "themes" or "archive"))));
        var db = services.GetRequiredService<NewsRoomDbContext>();
        var results = await services.GetRequiredService<SqliteSearchIndex>().SearchAsync(db, words, SearchScope.Public, SearchFilters.None, clock.GetUtcNow(), ct);
        return [.. results.Hits.Take(MaxSuggestions)];
    }
}
