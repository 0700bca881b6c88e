using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Bench;

/// <summary>A bench on a real database. Every call has a context of its own, as every request has.</summary>
public abstract class BenchFixture : ImportFixture
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected async Task<T> AtBenchAsync<T>(Func<ImportBench, Task<T>> act)
    {
        await using var db = Open();
        return await act(new ImportBench(db, Clock));
    }

    protected async Task<T> AskAsync<T>(Func<NewsRoomDbContext, Task<T>> question)
    {
        await using var db = Open();
        return await question(db);
    }

    /// <summary>Does up to <paramref name="most"/> steps of the bench's work, as a worker that is killed afterwards.</summary>
    protected async Task<int> WorkAsync(int most = 100)
    {
        await using var db = Open();
        var work = new BenchWork(db, new SqliteSearchIndex(), Clock);
        var steps = 0;
        while (steps < most && await work.StepAsync(Token))
            steps++;
        return steps;
    }

    protected async Task<int> UploadAsync(params UploadedFile[] files)
    {
        var batch = await AtBenchAsync(b => b.BeginAsync("Upload", "Ann", DateOrder.DayMonth, files, Token));
        await WorkAsync();
        return batch.Id;
    }

    protected Task<BenchDocument?> OpenAsync(int batch, int number = 1) => AtBenchAsync(b => b.OpenAsync(batch, number, compares: true, Token));

    protected async Task<BenchOutcome> EditAsync(int batch, PlanEditKind kind, int line, int? other = null, ReleaseOverride? said = null, int? version = null)
    {
        var seen = version ?? (await OpenAsync(batch))!.Staged.Version;
        return await AtBenchAsync(b => b.EditAsync(batch, 1, seen, new PlanEdit(kind, line, other, said, "Ann"), Token));
    }

    protected async Task AcceptAsync(int batch, bool publishes = false, bool works = true)
    {
        var outcome = await AtBenchAsync(async b => await b.AcceptAsync(batch, null, await b.SeenAsync(batch, Token), publishes, Token));
        Assert.Equal(StoreResult.Done, outcome.Result);
        if (works)
            await WorkAsync();
    }

    protected async Task UndoAsync(int batch)
    {
        await using (var db = Open())
            Assert.Equal(StoreResult.Done, await new BatchUndo(db, new SqliteSearchIndex(), Clock).RequestAsync(batch, "Ann", Token));
        await WorkAsync();
    }

    protected async Task<BatchReport> ReportAsync(int batch)
    {
        await using var db = Open();
        return (await BatchReport.ReadAsync(db, new SqliteSearchIndex(), Clock, batch, Token))!;
    }

    /// <summary>Saves a release as an editor does.</summary>
    protected async Task SaveAsync(int releaseId, Func<ReleaseContent, ReleaseContent> change)
    {
        await using var db = Open();
        var latest = db.Revisions.Where(r => r.ReleaseId == releaseId).OrderByDescending(r => r.Number).First();
        var outcome = await new ReleaseStore(db, new SqliteSearchIndex(), Clock, new AuditLog(db, Clock, () => new AuditActor(null, "Eve", null)), TimeZoneInfo.Utc).SaveAsync(releaseId, latest.Number, change(latest.Content), "Eve", null, Token);
        Assert.Equal(StoreResult.Done, outcome.Result);
    }
}
