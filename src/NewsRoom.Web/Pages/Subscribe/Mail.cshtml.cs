using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Mail;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Subscribe;

/// <summary>Asks for alerts by mail. The answer is the same whether the address is known or not.</summary>
public sealed class MailModel(NewsRoomDbContext db, AlertSignUp signUp, TimeProvider clock, PublicForms forms, SiteText texts) : PublicFormPage(forms, texts)
{
    private const string Thanks = "/subscribe/mail/sent";

    [BindProperty]
    public AlertForm Input { get; set; } = new();

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Slug of a release whose corrections are to be followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Release { get; set; }

    /// <summary>Slug of a theme that is ticked to begin with.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    public IReadOnlyList<ThemeChoice> Themes { get; private set; } = [];

    public FollowedRelease? Followed { get; private set; }

    public AlertFields Fields => new(Input, Themes);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        var ticked = Themes.Any(t => t.Slug == Theme);
        Input = new AlertForm { What = ticked ? "themes" : "all", Themes = ticked ? [Theme!] : [] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Refuse(Thanks) is { } refused)
            return refused;
        await ShowAsync(ct);
        if (!EmailAddress.TryParse(Email, out var email))
            ModelState.AddModelError("Email", T["Alert.Email.Wrong"]);
        var choice = Followed is { } release ? new AlertChoice(false, [], release.Id, AlertFrequency.AtOnce) : Input.ToChoice(Themes);
        if (choice.IsEmpty)
            ModelState.AddModelError("What_all", T["Alert.Choose"]);
        if (!ModelState.IsValid)
            return Page();
        await signUp.RequestAsync(email, choice, ct);
        return Redirect(Thanks);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Themes = await db.ThemesAsync(now, ct);
        Followed = string.IsNullOrEmpty(Release) ? null : await db.Releases.Live(now).Where(r => r.Slug == Release).Select(r => new FollowedRelease(r.Id, r.Slug, r.Headline)).FirstOrDefaultAsync(ct);
        new PageHead(T["Alert"], "/subscribe/mail") { NoIndex = true, Section = "subscribe", Description = T["Alert.Do"] }.Show(ViewData);
    }
}
