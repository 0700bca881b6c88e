using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Tests.Media;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Tests.Areas;
using Xunit;

namespace NewsRoom.Web.Tests.Canary;

/// <summary>
/// A newsroom with ordinary news in it, and a way to add releases that nobody outside may know of, each of whose fields holds a word that stands nowhere else.
/// </summary>
public sealed class CanaryNewsRoom : DeskFixture
{
    /// <summary>The year that only canaries are dated in.</summary>
    public const int CanaryYear = 2013;

    private const string ArchivePage =
        """
        12 March 2019

        Harbour Trust opens the north quay to small boats

        The Harbour Trust today opened the north quay of Saltmarsh to small boats, after two years of work on its walls and steps.

        For further information please contact: Ann Rivers, Harbour Trust, Tel: 020 7946 0001
        """;

    private uint _size = 40;

    public CanaryNewsRoom()
    {
        File.WriteAllText(Path.Combine(ContentFolder, "page.txt"), ArchivePage);
        // The walk asks more than a visitor does in a minute.
        Settings["Readers:ApiRequestsPerMinute"] = Settings["Readers:FormsPerHour"] = "10000";
        Settings["Readers:SecurityContact"] = "mailto:security@example.org";
    }

    /// <summary>What a canary has to say, and where: every part becomes a word of its own, such as "zqdraftheadline".</summary>
    private static readonly string[] Parts =
        ["headline", "address", "standfirst", "dateline", "body", "quote", "speaker", "boilerplate", "alt", "shown", "caption", "ownwords", "credit", "licence", "file", "theme", "about", "person", "role", "office", "mailbox", "note", "recipient"];

    /// <summary>Every word that must not be met.</summary>
    public HashSet<string> Words { get; } = [];

    /// <summary>The addresses and identifiers of what is hidden, to be tried in every parameter that takes their like.</summary>
    public List<string> Slugs { get; } = [];

    public List<string> ThemeSlugs { get; } = [];

    public List<string> ContactSlugs { get; } = [];

    public List<Asset> Assets { get; } = [];

    public List<int> ReleaseIds { get; } = [];

    /// <summary>The address of the release that the archive brought: it has a source.</summary>
    public string ImportedSlug { get; private set; } = "";

    /// <summary>The secret of a preview link to the draft.</summary>
    public string PreviewToken { get; private set; } = "";

    public static string Word(string kind, string part) => $"zq{kind}{part}";

    /// <summary>What readers may see: it stands there before any canary, and must look the same after.</summary>
    public async Task SeedOrdinaryAsync()
    {
        ImportedSlug = await AskAsync(db => db.Releases.Where(r => r.Sources.Any()).Select(r => r.Slug).SingleAsync());
        var theme = await ThemeAsync("common", "Common matters", "What everybody talks about.");
        var contact = await ContactAsync("Ordinary Person", "ordinary-person", "Press officer", "Press office", "ordinary@example.org");
        OrdinaryAsset = await AssetAsync("harbour.png", new("A harbour", false, "The harbour.", "Ann Able", "CC BY 4.0"));
        var news = await CreateAsync(new()
        {
            Headline = "Ordinary news", Standfirst = "An ordinary standfirst.", Body = "Ordinary words, “said in an ordinary way by people”, said Ordinary Person.", Date = ReleaseDate.OnDay(new(2024, 11, 1)),
            ThemeIds = [theme], ContactIds = [contact], AttachmentIds = [OrdinaryAsset.Id],
        });
        await ApproveAsync(news);
        var second = await CreateAsync(new() { Headline = "More ordinary news", Body = "More words.", ThemeIds = [theme], ContactIds = [contact] });
        await ApproveAsync(second);
        // It is live, and a change to it will wait: see SeedCanariesAsync.
        _changed = await CreateAsync(new() { Headline = "Known news", Standfirst = "Known.", Body = "Known words.", Date = ReleaseDate.OnDay(new(2024, 10, 2)), ThemeIds = [theme], ContactIds = [contact] });
        await ApproveAsync(_changed);
        await SeedWithdrawnAsync();
    }

    /// <summary>A draft, one in review, one under embargo until an hour from now, and a change that waits.</summary>
    public async Task SeedCanariesAsync()
    {
        var draft = await CreateAsync(await ContentAsync("draft"), with: "draft");
        PreviewToken = await WithAsync<PreviewLinks, string>(links => links.CreateAsync(draft.Id, Word("draft", "recipient"), null, Clock.Now.AddDays(2), "Fixture"));
        var review = await CreateAsync(await ContentAsync("review"), with: "review");
        Assert.Equal(StoreResult.Done, await WithAsync<ReleaseStore, StoreResult>(s => s.SubmitAsync(review.Id)));
        var embargo = await CreateAsync(await ContentAsync("embargo"), with: "embargo");
        await ApproveAsync(embargo, Clock.Now.AddHours(1), isEmbargo: true);
        var content = await ContentAsync("pending");
        Assert.Equal(StoreResult.Done, (await WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(_changed!.Id, 1, content, "Fixture", Word("pending", "note")))).Result);
        await SignInAsync();
        var editor = await AskAsync(db => db.Users.Select(u => u.Id).FirstAsync());
        await WithAsync<WorkingCopies, DateTimeOffset>(copies => copies.KeepAsync(editor, draft.Id, 1, $"{{\"headline\":\"{Word("copy", "headline")}\"}}"));
        Words.Add(Word("copy", "headline"));
    }

    /// <summary>It was public for an hour and is not any more: only its address and the reason may be met.</summary>
    private async Task SeedWithdrawnAsync()
    {
        var gone = await CreateAsync(await ContentAsync("gone"), with: "gone");
        await ApproveAsync(gone);
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(StoreResult.Done, await WithAsync<ReleaseStore, StoreResult>(s => s.WithdrawAsync(gone.Id, "It was about something else.")));
    }

    /// <summary>A picture that everybody may see.</summary>
    public Asset OrdinaryAsset { get; private set; } = null!;

    private Release? _changed;

    private async Task<ReleaseContent> ContentAsync(string kind)
    {
        string W(string part) => Word(kind, part);
        Words.UnionWith(Parts.Select(W));
        var theme = await ThemeAsync(W("theme"), $"Theme {W("theme")}", $"About {W("about")}.");
        ThemeSlugs.Add(W("theme"));
        var contact = await ContactAsync($"{W("person")} Doe", W("person"), W("role"), W("office"), $"{W("mailbox")}@example.org");
        ContactSlugs.Add(W("person"));
        var asset = await AssetAsync(W("file") + ".png", new($"A picture of {W("alt")}", false, $"The {W("caption")}.", W("credit"), W("licence")));
        // A picture stands in the text or under it, not in both.
        var shown = await AssetAsync(W("shown") + ".png", new($"A view of {W("shown")}", false, null, null, null));
        Assets.AddRange(asset, shown);
        return new()
        {
            Headline = $"About {W("headline")}",
            Standfirst = $"The {W("standfirst")} stands first.",
            Dateline = W("dateline"),
            Body = $"The {W("body")} lies here. “The {W("quote")} of the whole matter is this”, said {W("speaker")}.\n\n![](media:{shown.Id})",
            Boilerplate = $"About {W("boilerplate")}",
            Date = ReleaseDate.OnDay(new(CanaryYear, 3, 4)),
            ThemeIds = [theme],
            ContactIds = [contact],
            AttachmentIds = [asset.Id],
            AttachmentCaptions = [W("ownwords")],
        };
    }

    /// <param name="with">Gives it a quotation, and an address with a word of its own.</param>
    private async Task<Release> CreateAsync(ReleaseContent content, string? with = null)
    {
        var release = await WithAsync<ReleaseStore, Release>(s => s.CreateAsync(content, "Fixture", with is null ? null : Word(with, "note")));
        if (with is null)
            return release;
        Slugs.Add(release.Slug);
        ReleaseIds.Add(release.Id);
        await AskAsync(async db =>
        {
            var row = await db.FindAsync<Release>(release.Id);
            row!.AddQuotation(new Quotation(0, $"The {Word(with, "quote")} of the whole matter is this", Word(with, "speaker")));
            return await db.SaveChangesAsync();
        });
        if (with is "draft")
        {
            Assert.Equal(StoreResult.Done, await WithAsync<ReleaseStore, StoreResult>(s => s.MoveAsync(release.Id, Slug.From(Word(with, "address")))));
            Slugs.Add(Word(with, "address"));
        }

        return release;
    }

    private Task<ApproveOutcome> ApproveAsync(Release release, DateTimeOffset? at = null, bool isEmbargo = false) => WithAsync<ReleaseStore, ApproveOutcome>(async store =>
    {
        var outcome = await store.ApproveAsync(release.Id, 1, at, isEmbargo, "Approver");
        Assert.Equal(StoreResult.Done, outcome.Result);
        return outcome;
    });

    private Task<int> ThemeAsync(string slug, string name, string about) => AskAsync(async db =>
    {
        var theme = new Theme(slug, name, about);
        db.Add(theme);
        await db.SaveChangesAsync();
        return theme.Id;
    });

    private Task<int> ContactAsync(string name, string slug, string role, string office, string email) => AskAsync(async db =>
    {
        var contact = new MediaContact(name, slug, Clock.Now);
        contact.FillFromImport(role, office, new PhoneNumber("+41 22 717 9111", "+41227179111"), null, email, 2014, Clock.Now);
        db.Add(contact);
        await db.SaveChangesAsync();
        return contact.Id;
    });

    private Task<Asset> AssetAsync(string fileName, AssetDetails details) => WithAsync<MediaStore, Asset>(async store =>
    {
        using var bytes = new MemoryStream(TinyMedia.Png(++_size));
        var asset = (await store.AddAsync(fileName, bytes, "Fixture")).Asset!;
        Assert.Equal(StoreResult.Done, await store.DescribeAsync(asset.Id, asset.Version, details));
        return asset;
    });
}
