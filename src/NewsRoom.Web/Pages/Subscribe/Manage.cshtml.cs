using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Subscribe;

/// <summary>What a person receives, and its change.</summary>
public sealed class ManageModel(NewsRoomDbContext db, AlertSignUp signUp, TimeProvider clock, SiteText texts, PublicForms forms) : AlertPage(forms)
{
    [BindProperty]
    public AlertForm Input { get; set; } = new();

    /// <summary>The releases whose corrections stay wanted.</summary>
    [BindProperty]
    public List<int> Follow { get; set; } = [];

    public IReadOnlyList<ThemeChoice> Themes { get; private set; } = [];

    public IReadOnlyList<FollowedRelease> Followed { get; private set; } = [];

    public AlertFields Fields => new(Input, Themes);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is not { } subscriber)
            return NotFound();
        var slugs = Themes.Where(t => subscriber.ThemeIds.Contains(t.Id)).Select(t => t.Slug);
        Input = new AlertForm { What = subscriber.WantsAll ? "all" : subscriber.ThemeIds.Count > 0 ? "themes" : null, Themes = [.. slugs], Often = subscriber.Frequency.ToString() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is not { } subscriber)
            return NotFound();
        // A theme that is not public just now cannot be ticked, and stays.
        var choice = Input.ToChoice(Themes);
        if (!choice.All)
            choice = choice with { ThemeIds = [.. choice.ThemeIds, .. subscriber.ThemeIds.Except(Themes.Select(t => t.Id))] };
        await signUp.ChangeAsync(Token, choice, subscriber.ReleaseIds.Except(Follow).ToList(), ct);
        if (await ShowAsync(ct) is null)
            return Redirect("/subscribe/unsubscribe/" + Token);
        Done = texts["Alert.Manage.Done"];
        return Page();
    }

    private async Task<AlertSubscriber?> ShowAsync(CancellationToken ct)
    {
        Head(texts["Alert.Manage"]);
        if (await signUp.FindAsync(Token, ct) is not { } subscriber)
            return null;
        var now = clock.GetUtcNow();
        Themes = await db.ThemesAsync(now, ct);
        Followed = await db.Releases.Live(now).Where(r => subscriber.ReleaseIds.Contains(r.Id)).OrderBy(r => r.Headline).Select(r => new FollowedRelease(r.Id, r.Slug, r.Headline)).ToListAsync(ct);
        return subscriber;
    }
}
