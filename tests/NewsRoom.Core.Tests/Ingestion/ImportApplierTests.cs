using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Core.Themes;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

public sealed class ImportApplierTests : ImportFixture
{
    private static readonly FoundContact Ann = new("Ann Rivers", null, "River Trust", new PhoneNumber("020 7946 0001", "+442079460001"), null, null, 3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_keeps_everything_the_plan_found()
    {
        await using (var seeding = Open())
            await ThemesFile.SeedAsync(seeding, [new ThemeDefinition("rivers", "Rivers", "About rivers. And lakes.", [new ThemeTerm("river", 3)])], Token);
        await ApplyAsync(publish: false, Plan("page.txt", Draft("Bridge opens") with
        {
            Standfirst = "It spans the river.",
            Dateline = "Leeds",
            Date = ReleaseDate.OnDay(new DateOnly(2014, 6, 13)),
            Contacts = [Ann],
            Themes = [new FoundTheme("rivers", 0.9, [new FoundPhrase(1, "river")]), new FoundTheme("unknown", 0.9, [])],
            Quotes = [new FoundQuote("Ann Rivers", 2, "At last")],
            Gaps = [new FoundGap(GapKind.MissingEmail, 3, "Email:", "Email: for more")],
            Unsure = ["The date may be wrong."],
        }));

        await using var db = Open();
        var release = await db.Releases.Include(r => r.Themes).Include(r => r.Gaps).Include(r => r.Quotations).Include(r => r.Sources)
            .Include(r => r.Revisions).Include(r => r.Contacts).ThenInclude(c => c.Contact).SingleAsync(Token);
        Assert.Equal(("bridge-opens", ReleaseState.Draft, "Leeds", "It spans the river."), (release.Slug, release.State, release.Dateline, release.Standfirst));
        Assert.Equal(new DateOnly(2014, 6, 13), release.SortDay);
        Assert.Equal((0.9, "river"), (Assert.Single(release.Themes).Score, release.Themes[0].Evidence));
        Assert.Equal("Email:", Assert.Single(release.Gaps).Text);
        Assert.Equal("Ann Rivers", Assert.Single(release.Quotations).Speaker);
        Assert.Equal("import", Assert.Single(release.Revisions).CreatedBy);
        Assert.Contains("Ann Rivers", release.Revisions[0].ContactSnapshot, StringComparison.Ordinal);
        Assert.Equal("contact-line", Assert.Single(release.Sources).CutCues);
        Assert.Equal("The date may be wrong.", release.UnsureNotes);
        Assert.Equal((2014, "ann-rivers", true), (release.Contacts[0].Contact!.PrintedYear, release.Contacts[0].Contact!.Slug, release.Contacts[0].Contact!.IsImported));
    }

    [Fact]
    public async Task A_published_import_is_live_at_once_and_an_embargoed_release_is_not()
    {
        await ApplyAsync(publish: true, Plan("page.txt", Draft("Open"), Draft("Held", 2) with { Embargo = new FoundEmbargo("Embargoed until noon", 1, null) }));

        await using var db = Open();
        Assert.Equal("Open", (await db.Releases.Live(Start).SingleAsync(Token)).Headline);
        Assert.Equal("Embargoed until noon", (await db.Releases.SingleAsync(r => r.State == ReleaseState.Draft, Token)).EmbargoNotice);
    }

    [Fact]
    public async Task After_an_import_the_database_knows_how_many_rows_it_has()
    {
        await ApplyAsync(publish: true, Plan("first.txt", Draft("First") with { Contacts = [Ann] }), Plan("second.txt", Draft("Second") with { Contacts = [Ann] }));

        await using var db = Open();
        var counted = await db.Database.SqlQueryRaw<string>("SELECT DISTINCT tbl AS Value FROM sqlite_stat1").ToListAsync(Token);
        Assert.Superset(new HashSet<string> { "Releases", "ReleaseContact", "MediaContacts" }, counted.ToHashSet());
    }

    [Fact]
    public async Task Without_releases_the_database_does_not_count_its_rows_as_none()
    {
        await using var db = Open();
        await db.MigrateNewsRoomAsync(Token);

        Assert.Empty(await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE name = 'sqlite_stat1'").ToListAsync(Token));
    }

    [Fact]
    public async Task The_same_document_again_changes_nothing()
    {
        var plan = Plan("page.txt", Draft("Once"));
        await ApplyAsync(publish: true, plan);

        Assert.Equal([ApplyOutcome.AppliedBefore], await ApplyAsync(publish: true, plan));

        await using var db = Open();
        Assert.Equal((1, 1, 1), (await db.Releases.CountAsync(Token), await db.Documents.CountAsync(Token), await db.Revisions.CountAsync(Token)));
    }

    [Fact]
    public async Task A_document_that_fails_half_way_leaves_nothing_of_itself()
    {
        var good = Draft("Good") with { Contacts = [Ann] };
        var broken = Draft("Broken", 1); // The same place in the document twice: the database refuses the second source.

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => ApplyAsync(publish: true, Plan("page.txt", good, broken)));

        await using var db = Open();
        Assert.Equal((0, 0, 0), (await db.Releases.CountAsync(Token), await db.Documents.CountAsync(Token), await db.Contacts.CountAsync(Token)));
        Assert.Null((await db.Batches.SingleAsync(Token)).FinishedAt);
    }

    [Fact]
    public async Task A_repeated_release_gains_a_source_and_what_it_lacked()
    {
        var first = Plan("a.txt", Draft("Bridge") with { Date = ReleaseDate.InYear(2014) });
        var again = Plan("b.txt", Draft("Bridge!") with
        {
            DuplicateOf = new DuplicateReference("a.txt", 1),
            Date = ReleaseDate.OnDay(new DateOnly(2014, 6, 13)),
            Dateline = "Leeds",
            Contacts = [Ann],
        });

        await ApplyAsync(publish: true, first, again);

        await using var db = Open();
        var release = await db.Releases.Include(r => r.Sources).Include(r => r.Contacts).Include(r => r.Revisions).SingleAsync(Token);
        Assert.Equal(2, release.Sources.Count);
        Assert.Equal(("Bridge", "Leeds", new DateOnly(2014, 6, 13)), (release.Headline, release.Dateline, release.Date.Value));
        Assert.Single(release.Contacts);
        Assert.Equal(["import", "import"], release.Revisions.Select(r => r.CreatedBy));
        Assert.True(release.IsLive(Start));
        Assert.False(release.HasPendingChange);
    }

    [Fact]
    public async Task A_repeated_release_with_nothing_new_gets_no_revision()
    {
        await ApplyAsync(publish: true, Plan("a.txt", Draft("Bridge")), Plan("b.txt", Draft("Bridge") with { DuplicateOf = new DuplicateReference("a.txt", 1) }));

        await using var db = Open();
        Assert.Single(await db.Revisions.ToListAsync(Token));
        Assert.Equal(2, await db.Sources.CountAsync(Token));
    }

    [Fact]
    public async Task What_an_editor_saved_is_never_filled()
    {
        await ApplyAsync(publish: true, Plan("a.txt", Draft("Bridge")));
        int id;
        await using (var desk = Open())
        {
            var edited = await desk.Releases.Include(r => r.Revisions).SingleAsync(Token);
            edited.Save(edited.Revisions[0].Content with { Headline = "Mended" }, MarkdownRenderer.Render("x"), "[]", "Eve", Start, null);
            edited.MarkEdited();
            await desk.SaveChangesAsync(Token);
            id = edited.Id;
        }

        await ApplyAsync(publish: true, Plan("b.txt", Draft("Bridge") with { ExistingReleaseId = id, Dateline = "Leeds" }));

        await using var db = Open();
        var release = await db.Releases.Include(r => r.Sources).SingleAsync(Token);
        Assert.Equal((2, 2, null), (release.Sources.Count, release.LatestRevisionNumber, release.Dateline));
    }

    [Fact]
    public async Task An_import_of_drafts_does_not_change_a_live_page()
    {
        await ApplyAsync(publish: true, Plan("a.txt", Draft("Bridge")));
        await using var db = Open();
        var id = await db.Releases.Select(r => r.Id).SingleAsync(Token);

        await ApplyAsync(publish: false, Plan("b.txt", Draft("Bridge") with { ExistingReleaseId = id, Dateline = "Leeds" }));

        var release = await db.Releases.SingleAsync(Token);
        Assert.Null(release.Dateline);
        Assert.True(release.HasPendingChange);
    }

    [Fact]
    public async Task One_person_is_one_contact_and_what_is_missing_is_filled()
    {
        await ApplyAsync(publish: false,
            Plan("a.txt", Draft("One") with { Date = ReleaseDate.InYear(2012), Contacts = [new FoundContact("Ann Rivers", "Officer", null, null, null, null, 1)] }),
            Plan("b.txt", Draft("Two") with { Date = ReleaseDate.InYear(2015), Contacts = [Ann with { Name = "ANN RIVERS" }] }));

        await using var db = Open();
        var contact = await db.Contacts.SingleAsync(Token);
        Assert.Equal(("Ann Rivers", "Officer", "River Trust", "+442079460001", 2015), (contact.Name, contact.Role, contact.Office, contact.PhoneE164, contact.PrintedYear));
    }

    [Theory]
    [InlineData("", "Press desk")]
    [InlineData("Press desk", null)]
    public async Task Single_names_and_bare_offices_are_one_contact_only_with_the_same_office_and_number(string name, string? office)
    {
        var press = new FoundContact(name, null, office, new PhoneNumber("111", null), null, null, 1);
        await ApplyAsync(publish: false,
            Plan("a.txt", Draft("One") with { Contacts = [press] }),
            Plan("b.txt", Draft("Two") with { Contacts = [press] }),
            Plan("c.txt", Draft("Three") with { Contacts = [press with { Phone = new PhoneNumber("222", null) }] }));

        await using var db = Open();
        Assert.Equal(["press-desk", "press-desk-2"], await db.Contacts.OrderBy(c => c.Id).Select(c => c.Slug).ToListAsync(Token));
    }

    [Fact]
    public async Task An_address_that_is_taken_gets_a_number()
    {
        await ApplyAsync(publish: false, Plan("a.txt", Draft("News"), Draft("News", 2)), Plan("b.txt", Draft("News")));

        await using var db = Open();
        Assert.Equal(["news", "news-2", "news-3"], await db.Releases.OrderBy(r => r.Id).Select(r => r.Slug).ToListAsync(Token));
    }

    [Fact]
    public async Task Within_a_day_earlier_on_a_page_and_earlier_pages_are_newer_and_later_runs_newest()
    {
        await ApplyAsync(publish: false, Plan("a.txt", Draft("A1"), Draft("A2", 2)), Plan("b.txt", Draft("B1")));
        await ApplyAsync(publish: false, Plan("c.txt", Draft("C1")));

        await using var db = Open();
        Assert.Equal(["C1", "A1", "A2", "B1"], await db.Releases.NewestFirst().Select(r => r.Headline).ToListAsync(Token));
        Assert.True(await db.Releases.AllAsync(r => r.SortOrder < 0, Token));
    }
}
