using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Mail;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Core.Themes;
using Xunit;

namespace NewsRoom.Core.Tests.Alerts;

public sealed class AnnouncerTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    // A Monday, nine in the morning in London.
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsroom-alerts").FullName;
    private readonly StandingClock _clock = new();

    public async ValueTask InitializeAsync()
    {
        _clock.Now = Start;
        await using var db = Open();
        await db.MigrateNewsRoomAsync(Ct);
        await AnnounceAsync();
        _clock.Now += TimeSpan.FromMinutes(1);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_release_is_told_once_to_each_person_however_often_and_wherever_it_is_announced()
    {
        await SubscribeAsync("all@example.org", new(true, [], null, AlertFrequency.AtOnce));
        await SubscribeAsync("other@example.org", new(true, [], null, AlertFrequency.AtOnce));
        await PublishAsync("Harbour opens");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AnnounceAsync()));
        _clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(0, (await AnnounceAsync()).Count);

        Assert.Equal(["all@example.org", "other@example.org"], (await LettersAsync()).Select(m => m.To).Order());
    }

    [Fact]
    public async Task What_was_scheduled_during_a_downtime_is_told_afterwards_and_how_late()
    {
        await SubscribeAsync("all@example.org", new(true, [], null, AlertFrequency.AtOnce));
        await PublishAsync("Under embargo", at: _clock.Now.AddHours(2));
        Assert.Equal(0, (await AnnounceAsync()).Count);

        _clock.Now += TimeSpan.FromHours(26);
        var run = await AnnounceAsync();

        Assert.Equal((1, TimeSpan.FromHours(24)), (run.Count, run.Late));
        Assert.Contains("/releases/under-embargo", Assert.Single(await LettersAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_a_withdrawn_release_and_one_from_before_somebody_subscribed_are_no_news()
    {
        await PublishAsync("Before");
        _clock.Now += TimeSpan.FromMinutes(1);
        await SubscribeAsync("all@example.org", new(true, [], null, AlertFrequency.AtOnce));
        await PublishAsync("Imported", edited: false);
        var gone = await PublishAsync("Gone");
        await using (var db = Open())
        {
            (await db.Releases.SingleAsync(r => r.Id == gone, Ct)).Withdraw("Wrong.", _clock.Now);
            await db.SaveChangesAsync(Ct);
        }

        await AnnounceAsync();

        Assert.Empty(await LettersAsync());
    }

    [Fact]
    public async Task A_theme_reaches_those_who_chose_it_alone()
    {
        var theme = new Theme("harbours", "Harbours", "About them.");
        await using (var db = Open())
        {
            db.Add(theme);
            await db.SaveChangesAsync(Ct);
        }

        await SubscribeAsync("theme@example.org", new(false, [theme.Id], null, AlertFrequency.AtOnce));
        await PublishAsync("Of the theme", themes: [theme.Id]);
        await PublishAsync("Of another");

        await AnnounceAsync();

        Assert.Equal("Of the theme", Assert.Single(await LettersAsync()).Subject);
    }

    [Fact]
    public async Task A_correction_reaches_who_follows_the_release_and_who_was_told_of_it_and_nobody_twice()
    {
        var old = await PublishAsync("Old release");
        await AnnounceAsync();
        _clock.Now += TimeSpan.FromMinutes(1);
        await SubscribeAsync("told@example.org", new(true, [], null, AlertFrequency.AtOnce));
        await SubscribeAsync("follows@example.org", new(false, [], old, AlertFrequency.AtOnce));
        await SubscribeAsync("follows@example.org", new(true, [], null, AlertFrequency.AtOnce));
        var fresh = await PublishAsync("New release");
        await AnnounceAsync();
        Assert.Equal(2, (await LettersAsync()).Count);
        _clock.Now += TimeSpan.FromMinutes(1);

        await NoteAsync(old, "The harbour is in Malta.");
        await NoteAsync(fresh, "It opens at nine.");
        await AnnounceAsync();
        await AnnounceAsync();

        var corrections = (await LettersAsync()).Where(m => m.Subject.StartsWith("Correction: ", StringComparison.Ordinal)).Select(m => (m.To, m.Subject)).Order().ToList();
        Assert.Equal([("follows@example.org", "Correction: New release"), ("follows@example.org", "Correction: Old release"), ("told@example.org", "Correction: New release")], corrections);
    }

    [Fact]
    public async Task A_daily_letter_holds_the_day_and_a_weekly_one_the_week_also_after_downtime()
    {
        await SubscribeAsync("day@example.org", new(true, [], null, AlertFrequency.Daily));
        await SubscribeAsync("week@example.org", new(true, [], null, AlertFrequency.Weekly));
        await PublishAsync("First");
        await PublishAsync("Second");
        await AnnounceAsync();
        Assert.Empty(await LettersAsync());
        Assert.Equal(0, await DigestAsync());

        _clock.Now = Start.AddDays(1).AddHours(-2);
        Assert.Equal(1, await DigestAsync());
        Assert.Equal(0, await DigestAsync());
        var day = Assert.Single(await LettersAsync());
        Assert.Equal("day@example.org", day.To);
        Assert.Contains("/releases/first", day.Text, StringComparison.Ordinal);
        Assert.Contains("/releases/second", day.Text, StringComparison.Ordinal);

        // The machine was off over Monday morning.
        _clock.Now = Start.AddDays(9);
        Assert.Equal(1, await DigestAsync());
        Assert.Equal("week@example.org", (await LettersAsync())[^1].To);
    }

    [Fact]
    public async Task An_address_that_bounces_gets_nothing_and_one_that_left_leaves_nothing_behind()
    {
        await SubscribeAsync("bounces@example.org", new(true, [], null, AlertFrequency.AtOnce));
        await SubscribeAsync("leaves@example.org", new(true, [], null, AlertFrequency.AtOnce));
        await using (var db = Open())
        {
            (await db.AlertSubscribers.SingleAsync(s => s.Email == "bounces@example.org", Ct)).MarkBounced(_clock.Now);
            await db.SaveChangesAsync(Ct);
        }

        await PublishAsync("Harbour opens");
        await AnnounceAsync();
        var letter = Assert.Single(await LettersAsync());
        Assert.Equal("leaves@example.org", letter.To);
        await WithAsync((signUp, _) => signUp.LeaveAsync(letter.Unsubscribe!.Split('/')[^1], Ct));

        Assert.Empty(await LettersAsync());
        SqliteConnection.ClearAllPools();
        await using var after = Open();
        await after.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", Ct);
        SqliteConnection.ClearAllPools();
        Assert.DoesNotContain("leaves@example.org", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(_folder, "test.db"), Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_flood_an_address_and_a_wish_is_forgotten_in_time()
    {
        for (var i = 0; i < 10; i++)
            await WithAsync(async (signUp, _) => { await signUp.RequestAsync(Address("victim@example.org"), new(true, [], null, AlertFrequency.AtOnce), Ct); return true; });

        Assert.Equal(AlertSignUp.MaxRequestsADay, (await LettersAsync()).Count);
        _clock.Now += AlertRequest.Lifetime;
        Assert.Equal(AlertSignUp.MaxRequestsADay, await WithAsync((signUp, _) => signUp.ForgetOldAsync(Ct)));
    }

    private SqliteNewsRoomDbContext Open()
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(Path.Combine(_folder, "test.db"));
        return new SqliteNewsRoomDbContext(options.Options);
    }

    private static Letterhead House => new("The newsroom", new Uri("https://news.example.org"), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), 7, "en",
        (name, with) => name == "Mail.Note" ? $"{with[0]}: {with[1]}" : $"{name.Split('.')[^1]}{string.Concat(with.Select(w => " " + w))}");

    private static EmailAddress Address(string text)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        return address;
    }

    private async Task<T> WithAsync<T>(Func<AlertSignUp, SqliteNewsRoomDbContext, Task<T>> work)
    {
        await using var db = Open();
        return await work(new AlertSignUp(db, new Outbox(db, null!, _clock), House, _clock), db);
    }

    private Task<bool> SubscribeAsync(string email, AlertChoice choice) => WithAsync(async (signUp, db) =>
    {
        await signUp.RequestAsync(Address(email), choice, Ct);
        var request = await db.AlertRequests.SingleAsync(r => r.Email == email, Ct);
        Assert.NotNull(await signUp.ConfirmAsync(request.Token, Ct));
        Assert.Null(await signUp.ConfirmAsync(request.Token, Ct));
        await db.Outbox.Where(m => m.Key.StartsWith("confirm:")).ExecuteDeleteAsync(Ct);
        return true;
    });

    private async Task<int> PublishAsync(string headline, DateTimeOffset? at = null, bool edited = true, IReadOnlyList<int>? themes = null)
    {
        await using var db = Open();
        var content = new ReleaseContent { Headline = headline, Body = "The harbour opens.", ThemeIds = themes ?? [] };
        var body = MarkdownRenderer.Render(content.Body);
        var release = new Release(Slug.From(headline).Value, content, body, "[]", "Ed", _clock.Now);
        Assert.Empty(release.Approve(release.Revisions[^1], body, at ?? _clock.Now, false, "Ed", _clock.Now));
        if (edited)
            release.MarkEdited();
        db.Add(release);
        await db.SaveChangesAsync(Ct);
        return release.Id;
    }

    private async Task NoteAsync(int releaseId, string text)
    {
        await using var db = Open();
        db.PublicNotes.Add(new PublicNote(releaseId, 2, ChangeKind.Correction, text, NotePlace.Top, "Ed", _clock.Now));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<AnnouncementRun> AnnounceAsync()
    {
        await using var db = Open();
        return await new Announcer(db, new Outbox(db, null!, _clock), House, _clock).AnnounceAsync(Ct);
    }

    private async Task<int> DigestAsync()
    {
        await using var db = Open();
        return await new Announcer(db, new Outbox(db, null!, _clock), House, _clock).DigestAsync(Ct);
    }

    private async Task<List<OutboxMail>> LettersAsync()
    {
        await using var db = Open();
        return await db.Outbox.AsNoTracking().OrderBy(m => m.Id).ToListAsync(Ct);
    }

    private sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
