using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Benchmarks.Generation;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Search;

namespace NewsRoom.Benchmarks;

/// <summary>
/// <c>serve [N]</c>: the real host with N releases answers readers who ask for the front page, a release, a theme and a search, first alone and then while its bench writes and publishes
/// three times as many. Requests are sent at fixed times, whether or not those before were answered, and their time counts from when they were due.
/// </summary>
internal static class ServeCommand
{
    private const int RequestsASecond = 40;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly string[] Kinds = ["front page", "release", "theme", "search"];

    public static async Task<int> RunAsync(int releases, TextWriter output)
    {
        var folder = NewsRoomProcess.NewFolder("serve");
        try
        {
            var clock = Stopwatch.StartNew();
            await ImportAsync(folder, releases);
            Tell("imported", clock);
            await StageAsync(folder, releases * 3);
            Tell("on the bench", clock);
            var pages = Pages(NewsRoomProcess.DatabaseIn(folder));
            var alone = await ReadAsync(folder, pages, () => true);
            Tell("answered alone", clock);
            await AcceptAsync(folder);
            var before = Queued(folder);
            var beside = await ReadAsync(folder, pages, () => Queued(folder) > 0);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{RequestsASecond} requests a second beside {releases:N0} releases; {before - Queued(folder)} documents were written meanwhile."));
            output.WriteLine("page          alone: middle   p99   most   while writing: middle   p99   most   p99 against alone (ms)");
            foreach (var kind in Kinds)
                Row(output, kind, [.. alone.Where(a => a.Kind == kind)], [.. beside.Where(b => b.Kind == kind)]);
            Row(output, "all", alone, beside);
            var failures = alone.Concat(beside).Select(a => a.Failure).OfType<string>().ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{alone.Count + beside.Count} requests, {failures.Count} not answered with 200. {string.Join("; ", failures.Distinct().Take(5))}"));
            return failures.Count == 0 ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Tell(string what, Stopwatch clock) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0} s: {what}"));

    private sealed record Answer(string Kind, double Milliseconds, string? Failure);

    private static void Row(TextWriter output, string name, List<Answer> alone, List<Answer> beside)
    {
        var (a, b) = (Sorted(alone), Sorted(beside));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-12} {At(a, 0.5),15:0.0} {At(a, 0.99),6:0.0} {At(a, 1),6:0.0} {At(b, 0.5),23:0.0} {At(b, 0.99),6:0.0} {At(b, 1),6:0.0} {At(b, 0.99) / At(a, 0.99),12:0.00}"));
    }

    private static double[] Sorted(List<Answer> answers) => [.. answers.Select(a => a.Milliseconds).Order()];

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    /// <summary>Serves, and reads while there is reason to.</summary>
    private static async Task<List<Answer>> ReadAsync(string folder, IReadOnlyList<(string Kind, string[] Paths)> pages, Func<bool> goesOn)
    {
        var address = NewsRoomProcess.FreeAddress();
        await using var host = await NewsRoomProcess.ServeAsync(folder, address);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        await SendAsync(client, pages, () => true, WarmUp);
        return await SendAsync(client, pages, goesOn, Longest);
    }

    private static async Task<List<Answer>> SendAsync(HttpClient client, IReadOnlyList<(string Kind, string[] Paths)> pages, Func<bool> goesOn, TimeSpan longest)
    {
        var random = new Random(1);
        var answers = new List<Task<Answer>>();
        var clock = Stopwatch.StartNew();
        for (var number = 0; clock.Elapsed < longest && (number % RequestsASecond != 0 || goesOn()); number++)
        {
            var due = TimeSpan.FromSeconds((double)number / RequestsASecond);
            if (due > clock.Elapsed)
                await Task.Delay(due - clock.Elapsed);
            var (kind, paths) = pages[number % pages.Count];
            answers.Add(AskAsync(client, kind, paths[random.Next(paths.Length)], clock, due));
        }

        return [.. await Task.WhenAll(answers)];
    }

    private static async Task<Answer> AskAsync(HttpClient client, string kind, string path, Stopwatch clock, TimeSpan due)
    {
        // What is sent must not wait for what is answered.
        await Task.Yield();
        string? failure = null;
        try
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            await response.Content.ReadAsByteArrayAsync();
            if (!response.IsSuccessStatusCode)
                failure = $"{path}: {(int)response.StatusCode}";
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            failure = $"{path}: {error.Message}";
        }

        return new(kind, (clock.Elapsed - due).TotalMilliseconds, failure);
    }

    private static List<(string Kind, string[] Paths)> Pages(string database)
    {
        string[] words = [.. WordLists.Nouns.Take(60)];
        (string, string[])[] pages =
        [
            (Kinds[0], ["/"]),
            (Kinds[1], [.. Read(database, "SELECT Slug FROM Releases WHERE State = 'Approved' ORDER BY Id LIMIT 500").Select(s => "/releases/" + s)]),
            (Kinds[2], [.. Read(database, "SELECT Slug FROM Themes WHERE Id IN (SELECT ThemeId FROM ReleaseTheme)").Select(s => "/themes/" + s)]),
            (Kinds[3], [.. words.Zip(words.Skip(1), (a, b) => $"/search?q={a}%20{b}")]),
        ];
        return [.. pages];
    }

    private static async Task ImportAsync(string folder, int releases)
    {
        Write(Path.Combine(folder, "first"), new ArchiveGenerator(), releases);
        await using var import = NewsRoomProcess.Start(folder, "import", "first", "--publish");
        await import.WaitAsync();
        if (import.ExitCode != 0)
            throw new InvalidOperationException("The first archive could not be imported.");
        // The made-up words are of no theme.
        await using var db = Open(folder);
        await db.Database.ExecuteSqlRawAsync("INSERT OR IGNORE INTO ReleaseTheme (ReleaseId, ThemeId) SELECT r.Id, t.Id FROM Releases r JOIN Themes t ON (r.Id + t.Id) % 3 = 0");
    }

    private static void Write(string folder, ArchiveGenerator generator, int releases)
    {
        Directory.CreateDirectory(folder);
        foreach (var document in generator.Documents(releases))
            File.WriteAllBytes(Path.Combine(folder, document.Name), document.Bytes);
    }

    /// <summary>Puts an archive on the bench and has its plans made.</summary>
    private static async Task StageAsync(string folder, int releases)
    {
        await using var db = Open(folder);
        var bench = new ImportBench(db, TimeProvider.System);
        foreach (var documents in new ArchiveGenerator(seed: 77).Documents(releases).Chunk(500))
            await bench.BeginAsync("benchmark", "benchmark", DateOrder.DayMonth, [.. documents.Select(d => new UploadedFile(d.Name, d.Bytes))]);
        var work = new BenchWork(db, new SqliteSearchIndex(), TimeProvider.System);
        while (await work.StepAsync())
        {
            // A document a step.
        }
    }

    private static async Task AcceptAsync(string folder)
    {
        await using var db = Open(folder);
        var bench = new ImportBench(db, TimeProvider.System);
        foreach (var batch in await db.Batches.Where(b => b.IsStaged).Select(b => b.Id).ToListAsync())
            await bench.AcceptAsync(batch, null, await bench.SeenAsync(batch), publishes: true);
    }

    private static int Queued(string folder) => int.Parse(Read(NewsRoomProcess.DatabaseIn(folder), "SELECT count(*) FROM StagedDocuments WHERE State = 'Queued'").Single(), CultureInfo.InvariantCulture);

    private static List<string> Read(string database, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return values;
    }

    private static SqliteNewsRoomDbContext Open(string folder)
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(NewsRoomProcess.DatabaseIn(folder));
        return new(options.Options);
    }
}
