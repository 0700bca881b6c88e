using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

/// <summary>A real database in a folder of its own, with plans made by hand.</summary>
public abstract class ImportFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsroom-import-").FullName;

    protected FixedClock Clock { get; } = new(Start);

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.MigrateNewsRoomAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    protected NewsRoomDbContext Open()
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(Path.Combine(_folder, "newsroom.db"));
        return new SqliteNewsRoomDbContext(options.Options);
    }

    protected static ImportPlan Plan(string file, params ReleaseDraft[] drafts)
    {
        var bytes = Encoding.UTF8.GetBytes(file + "\n" + string.Join('\n', drafts.Select(d => d.Headline + d.Body)));
        var document = new SourceDocument(file, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), "utf-8", [new SourceLine(1, 0, bytes.Length, file)]);
        return new ImportPlan(document, PlanStatus.Planned, null, [], drafts);
    }

    protected static ReleaseDraft Draft(string headline, int index = 1) => new()
    {
        Index = index,
        StartLine = index,
        EndLine = index,
        Cut = new Cut(0.9, ["contact-line"]),
        Language = "en",
        Headline = headline,
        HeadlineBasis = HeadlineBasis.Text,
        Date = ReleaseDate.Unknown,
        Body = $"The body of {headline}.",
        Fingerprint = new Fingerprint(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(headline))), new byte[64]),
    };

    /// <summary>Applies the plans as one finished run.</summary>
    protected async Task<List<ApplyOutcome>> ApplyAsync(bool publish, params ImportPlan[] plans)
    {
        var token = TestContext.Current.CancellationToken;
        await using var db = Open();
        var applier = new ImportApplier(db, new SqliteSearchIndex(), Clock);
        var batch = await applier.BeginAsync("content", "test", publish, token);
        var outcomes = new List<ApplyOutcome>();
        for (var i = 0; i < plans.Length; i++)
            outcomes.Add(await applier.ApplyAsync(batch, i, plans[i], token));
        await applier.FinishAsync(batch, token);
        return outcomes;
    }

    protected sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
