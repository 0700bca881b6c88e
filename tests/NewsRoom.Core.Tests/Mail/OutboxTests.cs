using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Mail;
using Xunit;

namespace NewsRoom.Core.Tests.Mail;

public sealed class OutboxTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("newsroom-outbox").FullName;
    private readonly StandingClock _clock = new();

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.MigrateNewsRoomAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_letter_is_sent_once_and_its_words_are_forgotten_then()
    {
        var sender = new Recorder(SendOutcome.Sent);
        await QueueAsync("one");

        Assert.Equal(SendOutcome.Sent, await SendAsync(sender));
        Assert.Null(await SendAsync(sender));

        Assert.Equal("reader@example.org", Assert.Single(sender.Mails).To);
        await using var db = Open();
        var row = await db.Outbox.SingleAsync(Ct);
        Assert.Equal((OutboxState.Sent, "", ""), (row.State, row.To, row.Text));
        await Assert.ThrowsAsync<DbUpdateException>(() => QueueAsync("one"));
    }

    [Fact]
    public async Task A_letter_that_is_cut_off_while_it_is_sent_is_not_sent_again_by_itself()
    {
        await QueueAsync("cut");
        // The process dies between the claim and the answer of the server.
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(new Recorder(null)));

        var sender = new Recorder(SendOutcome.Sent);
        _clock.Now += TimeSpan.FromDays(1);
        Assert.Null(await SendAsync(sender));
        Assert.Empty(sender.Mails);

        await using (var db = Open())
        {
            var row = await db.Outbox.SingleAsync(Ct);
            Assert.Equal(OutboxState.Claimed, row.State);
            row.SendAgain(_clock.Now);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(SendOutcome.Sent, await SendAsync(sender));
    }

    [Fact]
    public async Task Of_two_processes_one_claims_a_letter()
    {
        await QueueAsync("both");
        await using var db = Open();
        var id = await db.Outbox.Select(m => m.Id).SingleAsync(Ct);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var own = Open();
            return await new Outbox(own, new Recorder(SendOutcome.Sent), _clock).ClaimAsync(id, _clock.Now, Ct);
        }));

        Assert.Single(claims, claimed => claimed);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_later_and_given_up_in_the_end()
    {
        await QueueAsync("later");
        var sender = new Recorder(SendOutcome.TryLater);

        Assert.Equal(SendOutcome.TryLater, await SendAsync(sender));
        Assert.Null(await SendAsync(sender));
        for (var i = 1; i < Outbox.MaxTries; i++)
        {
            _clock.Now += TimeSpan.FromDays(4);
            Assert.Equal(SendOutcome.TryLater, await SendAsync(sender));
        }

        _clock.Now += TimeSpan.FromDays(40);
        Assert.Null(await SendAsync(sender));
        Assert.Equal(Outbox.MaxTries, sender.Mails.Count);
    }

    [Fact]
    public async Task A_letter_in_the_folder_names_how_to_unsubscribe_and_takes_no_header_from_its_words()
    {
        var sender = new FolderMailSender(_folder, new MailSenderAddress("press@example.org", "Presse"));
        var mail = new OutgoingMail("k", "reader@example.org", "Zürich\r\nBcc: evil@example.org", "Ein Wort: ü.") { Unsubscribe = new Uri("https://news.example.org/subscribe/unsubscribe/abc") };

        Assert.Equal(SendOutcome.Sent, await sender.SendAsync(mail, Ct));

        var text = await File.ReadAllTextAsync(Directory.EnumerateFiles(_folder, "*.eml").Single(), Ct);
        Assert.Contains("List-Unsubscribe: <https://news.example.org/subscribe/unsubscribe/abc>", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(text.Split('\n'), line => line.StartsWith("Bcc:", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("=C3=BC", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reader@Example.ORG", "reader@example.org")]
    [InlineData(" a.b+c@x.co ", "a.b+c@x.co")]
    [InlineData("no address", null)]
    [InlineData("a@b", null)]
    [InlineData("Name <a@b.org>", null)]
    [InlineData("a@b.org\r\nBcc: x@y.org", null)]
    [InlineData("a@b.org,c@d.org", null)]
    [InlineData("", null)]
    public void An_address_is_one_plain_address(string text, string? expected)
    {
        var isOne = EmailAddress.TryParse(text, out var address);

        Assert.Equal(expected is not null, isOne);
        Assert.Equal(expected, isOne ? address.Value : null);
    }

    private SqliteNewsRoomDbContext Open()
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(Path.Combine(_folder, "test.db"));
        return new SqliteNewsRoomDbContext(options.Options);
    }

    private async Task QueueAsync(string key)
    {
        await using var db = Open();
        new Outbox(db, new Recorder(SendOutcome.Sent), _clock).Queue(new OutgoingMail(key, "reader@example.org", "Subject", "Words"));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<SendOutcome?> SendAsync(IMailSender sender)
    {
        await using var db = Open();
        return await new Outbox(db, sender, _clock).SendNextAsync(Ct);
    }

    private sealed class Recorder(SendOutcome? outcome) : IMailSender
    {
        public List<OutgoingMail> Mails { get; } = [];

        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            Mails.Add(mail);
            return Task.FromResult(outcome ?? throw new InvalidOperationException("cut off"));
        }
    }

    private sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
