using System.Net;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Core.Search;
using NewsRoom.Core.Themes;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

/// <summary>The site on a database of its own, with a clock that stands still, and the ways to put releases into it.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2024, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly NewsRoomApplication _newsroom = new() { Settings = { ["NewsRoom:PublicBaseAddress"] = "https://news.example.org" } };

    public FakeClock Clock => _newsroom.Clock;

    public NewsRoomApplication Newsroom => _newsroom;

    public HttpClient Client { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Clock.Now = Start;
        Client = _newsroom.Client();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    public Task InDatabaseAsync(Func<NewsRoomDbContext, Task> work) => _newsroom.AskAsync(async db =>
    {
        await work(db);
        return true;
    });

    public async Task<string> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Saves and indexes a release; live at once unless told otherwise.</summary>
    public async Task<string> AddAsync(ReleaseContent content, string? slug = null, DateTimeOffset? publishAt = null, bool draft = false, Action<Release>? with = null)
    {
        var address = slug ?? Slug.From(content.Headline).Value;
        await InDatabaseAsync(async db =>
        {
            var body = MarkdownRenderer.Render(content.Body);
            var release = new Release(address, content, body, "[]", "Ed", Clock.GetUtcNow());
            if (!draft)
                Assert.Empty(release.Approve(release.Revisions[^1], body, publishAt ?? Clock.GetUtcNow(), false, "Ed", Clock.GetUtcNow()));
            with?.Invoke(release);
            db.Add(release);
            await db.SaveChangesAsync();
            await new SqliteSearchIndex().IndexAsync(db, release, body, content, [.. db.Contacts], isNew: true, CancellationToken.None);
        });
        return address;
    }

    public async Task<int> AddThemeAsync(string slug)
    {
        var theme = new Theme(slug, "Theme " + slug, "About " + slug + ".");
        await InDatabaseAsync(db => SaveAsync(db, theme));
        return theme.Id;
    }

    public async Task<int> AddContactAsync(string name, PhoneNumber? phone = null, string? email = null, Action<MediaContact>? with = null)
    {
        var contact = new MediaContact(name, Slug.From(name).Value, Clock.GetUtcNow());
        contact.FillFromImport("Spokesperson", "Press office", phone, null, email, 2014, Clock.GetUtcNow());
        with?.Invoke(contact);
        await InDatabaseAsync(db => SaveAsync(db, contact));
        return contact.Id;
    }

    private static Task<int> SaveAsync(NewsRoomDbContext db, object entity)
    {
        db.Add(entity);
        return db.SaveChangesAsync();
    }
}
