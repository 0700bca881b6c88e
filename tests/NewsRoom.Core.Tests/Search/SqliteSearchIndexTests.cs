using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Core.Search;
using NewsRoom.Core.Themes;
using Xunit;

namespace NewsRoom.Core.Tests.Search;

public sealed class SqliteSearchIndexTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("newsroom-search").FullName;
    private readonly SqliteSearchIndex _index = new();
    private SqliteNewsRoomDbContext _db = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(Path.Combine(_folder, "test.db"));
        _db = new SqliteNewsRoomDbContext(options.Options);
        await _db.MigrateNewsRoomAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_live_release_is_found_with_its_words_marked()
    {
        await Add("Summit opens in Geneva", "Ministers spoke of *migrants* & <borders>.");

        var hit = Assert.Single((await Find("migrant")).Hits);

        Assert.Equal("summit-opens-in-geneva", hit.Slug);
        Assert.Contains("<mark>migrants</mark> &amp; &lt;borders&gt;", hit.ExtractHtml, StringComparison.Ordinal);
        Assert.Equal("<mark>Summit</mark> opens in Geneva", (await Find("summit")).Hits[0].HeadlineHtml);
    }

    [Fact]
    public async Task A_draft_a_scheduled_and_a_withdrawn_release_are_the_desks_alone()
    {
        await Add("Canaryone draft", "x", draft: true);
        await Add("Canaryone scheduled", "x", publishAt: Now.AddSeconds(1));
        var withdrawn = await Add("Canaryone withdrawn", "x");
        withdrawn.Withdraw("Wrong.", Now);
        await _db.SaveChangesAsync(Ct);
        await Index(withdrawn);

        var results = await Find("canaryone");
        Assert.Equal(0, results.Total);
        Assert.Empty(results.Years);
        Assert.Equal(3, (await Find("canaryone", SearchScope.Desk)).Total);
        Assert.Equal(1, (await _index.SearchAsync(_db, SearchQuery.Parse("canaryone"), SearchScope.Public, SearchFilters.None, Now.AddSeconds(1), Ct)).Total);
    }

    [Fact]
    public async Task After_a_change_the_old_words_are_forgotten_and_the_index_is_sound()
    {
        var release = await Add("Old headline", "Oldword stands here.");
        var content = release.Revisions[^1].Content with { Headline = "New headline", Body = "Newword stands here." };
        var body = MarkdownRenderer.Render(content.Body);
        var revision = release.Save(content, body, "[]", "Ed", Now, null);
        await _db.SaveChangesAsync(Ct);
        await Index(release);
        Assert.Equal(1, (await Find("oldword")).Total);
        Assert.Equal(1, (await Find("newword", SearchScope.Desk)).Total);
        Assert.Equal(0, (await Find("newword")).Total);

        Assert.Empty(release.Approve(revision, body, Now, false, "Ed", Now));
        await _db.SaveChangesAsync(Ct);
        await Index(release);

        Assert.Equal(0, (await Find("oldword")).Total);
        Assert.Equal(1, (await Find("newword")).Total);
        await _db.Database.ExecuteSqlRawAsync("INSERT INTO PublicSearch(PublicSearch, rank) VALUES('integrity-check', 1); INSERT INTO DeskSearch(DeskSearch, rank) VALUES('integrity-check', 1);", Ct);
    }

    [Fact]
    public async Task A_removed_release_is_in_neither_index()
    {
        var release = await Add("Gone", "Goneword.");

        await _index.RemoveAsync(_db, release.Id, Ct);
        await _index.RemoveAsync(_db, release.Id, Ct);

        Assert.Equal(0, (await Find("goneword")).Total);
        Assert.Equal(0, (await Find("goneword", SearchScope.Desk)).Total);
        Assert.Equal(0, await _db.PublicSearchTexts.CountAsync(Ct) + await _db.DeskSearchTexts.CountAsync(Ct));
    }

    [Fact]
    public async Task A_hit_in_the_headline_comes_first_and_the_newer_one_among_equals()
    {
        await Add("Nothing of it", "Harbour.", day: new(2015, 1, 1));
        await Add("Harbour reopens", "Text.", day: new(2013, 1, 1));
        await Add("Harbour reopens", "Text.", day: new(2014, 1, 1));

        Assert.Equal(["2014-01-01", "2013-01-01", "2015-01-01"], (await Find("harbour")).Hits.Select(h => h.Date.ToIso()));
    }

    [Fact]
    public async Task Filters_narrow_and_facets_count_what_is_found()
    {
        var theme = new Theme("climate", "Climate", "About it.");
        var contact = new MediaContact("Ann Lee", "ann-lee", Now);
        _db.AddRange(theme, contact);
        await _db.SaveChangesAsync(Ct);
        await Add("Flood one", "x", day: new(2014, 2, 1), theme: theme, contact: contact);
        await Add("Flood two", "x", day: new(2015, 2, 1), theme: theme);
        await Add("Flood three", "x", day: new(2015, 3, 1));

        var all = await Find("flood");
        Assert.Equal([("2015", 2), ("2014", 1)], all.Years.Select(y => (y.Key, y.Count)));
        Assert.Equal(("climate", 2), all.Themes.Select(t => (t.Key, t.Count)).Single());
        Assert.Equal(("ann-lee", 1), all.Contacts.Select(t => (t.Key, t.Count)).Single());
        Assert.Equal("flood-two", Assert.Single((await Find("flood", filters: new("climate", 2015))).Hits).Slug);
        Assert.Equal("flood-one", Assert.Single((await Find("", filters: new(Contact: "ann-lee"))).Hits).Slug);
        Assert.Equal(1, (await Find("Lee")).Total);
        Assert.Equal(0, (await Find("flood", filters: new(Year: 99999))).Total);
    }

    public static TheoryData<string> Hostile => new("\"", "\"\"\"", "'", "a\"b", "NEAR(", "NEAR(a b, 2)", "*", "a*b*", "^a", "a^", "Headline:a", "{a b}:c", "-", "--a", "a -", "(", ")", "a AND", "OR", "NOT a", "a OR b OR",
        "\0", "a\0b", "\ud800", "a\udc00b", "%", "_", "a;DROP TABLE Releases", "a' OR 1=1 --", "½", "²", "…", "x:y:z", "+a", "a+b", "\u200f\u202e", "{0}", "@p0", "é*", "🙂", "汉字",
        new string('(', 10_000), new string('"', 10_000), string.Concat(Enumerable.Repeat("a* ", 4_000)), string.Concat(Enumerable.Repeat("-a ", 4_000)));

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task No_text_is_a_syntax_error(string text)
    {
        await Add("a b c", "a b c");

        var results = await Find(text);
        Assert.True(results.Total <= 1);
        await _index.SearchAsync(_db, SearchQuery.AnyOf(text), SearchScope.Public, SearchFilters.None, Now, Ct);
    }

    [Fact]
    public async Task Marks_are_whole_even_when_the_text_holds_the_signs_that_stand_for_them()
    {
        await Add("Odd \uE000 signs \uE001 \uE001", "word \uE001<b>\uE000 word");

        var hit = Assert.Single((await Find("word")).Hits);

        Assert.Equal(hit.ExtractHtml.Split("<mark>").Length, hit.ExtractHtml.Split("</mark>").Length);
        Assert.DoesNotContain("<b>", hit.ExtractHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accents_numbers_and_genders_are_folded()
    {
        await Add("Los refugiados llegan", "Las migraciones y los niños.");
        await Add("Des réfugiées arrivent", "Les plans nationaux.");

        foreach (var word in (string[])["refugiada", "refugiado", "migración", "ninos", "réfugié", "refugiee", "national"])
            Assert.Equal(1, (await Find(word)).Total);
    }

    [Fact]
    public async Task A_misspelt_word_is_mended_from_what_is_live_alone()
    {
        await Add("Migration rises", "The harbour of Valletta.");
        await Add("Zanzibar treaty", "Secretword.", publishAt: Now.AddHours(1));

        Assert.Equal(("migration rises", 1), await MeantAsync("migartion rises"));
        Assert.Equal(("valletta", 1), await MeantAsync("valleta"));
        Assert.Null(await MeantAsync("zanzibra"));
        Assert.Null(await MeantAsync("secretwrod"));
        Assert.Null(await MeantAsync("qqqqqqqq"));
        var less = await _index.WithOneWordLessAsync(_db, SearchQuery.Parse("harbour qqqq"), Now, Ct);
        Assert.Equal(("harbour", 1), (Assert.Single(less).Text, less[0].Total));
    }

    [Theory]
    [InlineData("migrat", "migration", 0)]
    [InlineData("migrat", "migartion", 1)]
    [InlineData("harbour", "harbor", 1)]
    [InlineData("summit", "valley", 6)]
    public void The_distance_of_a_stem_leaves_the_ending_free(string stem, string word, int expected) => Assert.Equal(expected, SqliteSearchIndex.StemDistance(stem, word));

    [Fact]
    public async Task Suggestions_are_headlines_themes_and_contacts_that_begin_so_and_are_live()
    {
        var theme = new Theme("migration", "Migration", "About it.");
        var contact = new MediaContact("Mira Mignon", "mira-mignon", Now);
        _db.AddRange(theme, contact);
        await _db.SaveChangesAsync(Ct);
        await Add("Migrants reach the harbour", "x", theme: theme, contact: contact);
        await Add("Migraines of the press", "x", publishAt: Now.AddHours(1));

        var found = await _index.SuggestAsync(_db, SearchQuery.Begun("mig"), Now, Ct);

        Assert.Equal([("theme", "/themes/migration"), ("contact", "/contacts/mira-mignon"), ("release", "/releases/migrants-reach-the-harbour")], found.Select(s => (s.Kind, s.Path)));
        Assert.Empty(await _index.SuggestAsync(_db, SearchQuery.Begun("m"), Now, Ct));
        foreach (var text in (string[])["\"", "%", "_%", "NEAR(", "{a} : b", "\0", new string('(', 10_000)])
            await _index.SuggestAsync(_db, SearchQuery.Begun(text), Now, Ct);
    }

    private async Task<(string, int)?> MeantAsync(string text) =>
        await _index.DidYouMeanAsync(_db, SearchQuery.Parse(text), Now, Ct) is { } advice ? (advice.Text, advice.Total) : null;

    private Task<SearchResults> Find(string text, SearchScope scope = SearchScope.Public, SearchFilters? filters = null) =>
        _index.SearchAsync(_db, SearchQuery.Parse(text), scope, filters ?? SearchFilters.None, Now, Ct);

    private async Task<Release> Add(string headline, string markdown, DateOnly? day = null, Theme? theme = null, MediaContact? contact = null, DateTimeOffset? publishAt = null, bool draft = false)
    {
        var count = await _db.Releases.CountAsync(r => r.Headline == headline, Ct);
        var slug = Slug.From(headline);
        var content = new ReleaseContent
        {
            Headline = headline,
            Body = markdown,
            Date = day is { } d ? ReleaseDate.OnDay(d) : ReleaseDate.Unknown,
            ThemeIds = theme is null ? [] : [theme.Id],
            ContactIds = contact is null ? [] : [contact.Id],
        };
        var body = MarkdownRenderer.Render(markdown);
        var release = new Release(count == 0 ? slug.Value : slug.Numbered(count + 1).Value, content, body, "[]", "Ed", Now);
        if (!draft)
            Assert.Empty(release.Approve(release.Revisions[^1], body, publishAt ?? Now, false, "Ed", Now));
        _db.Add(release);
        await _db.SaveChangesAsync(Ct);
        await _index.IndexAsync(_db, release, body, content, contact is null ? [] : [contact], isNew: true, Ct);
        return release;
    }

    private async Task Index(Release release)
    {
        var latest = release.Revisions[^1].Content;
        await _index.IndexAsync(_db, release, MarkdownRenderer.Render(latest.Body), latest, [], Ct);
    }
}
