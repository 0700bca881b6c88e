using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Benchmarks.Generation;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;

namespace NewsRoom.Benchmarks;

/// <summary>
/// <c>duplicates [N]</c>: what the search for duplicates costs for each of N releases against N in the database, beside 1,000 against 1,000. All of it is counted: making the fingerprints, reading
/// those of the database, looking each release up and remembering it. Looking up alone is shown too.
/// </summary>
internal static class DuplicatesCommand
{
    private const int Small = 1_000;

    private static readonly ArchivePipeline Pipeline = new(new PipelineSettings { Themes = [] });

    /// <summary>Processor seconds for each release.</summary>
    private readonly record struct Cost(double Fingerprint, double Load, double Find)
    {
        public double Whole => Fingerprint + Load + Find;
    }

    public static async Task<int> RunAsync(int releases, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-duplicates-").FullName;
        try
        {
            var drafts = Drafts(releases * 2);
            var fingerprint = Fingerprinting();
            var small = await MeasureAsync(Path.Combine(folder, "small.db"), drafts, Small, fingerprint, 40);
            var large = await MeasureAsync(Path.Combine(folder, "large.db"), drafts, releases, fingerprint, 3);
            output.WriteLine("releases against releases    microseconds a release: whole   fingerprint   reading those of the database   looking up");
            Row(output, Small, small);
            Row(output, releases, large);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{releases:N0} against {Small:N0}: whole {large.Whole / small.Whole:0.00} times, without fingerprints {(large.Load + large.Find) / (small.Load + small.Find):0.00} times, looking up alone {large.Find / small.Find:0.00} times"));
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Row(TextWriter output, int releases, Cost cost) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{releases,10:N0} {cost.Whole * 1e6,36:0.00} {cost.Fingerprint * 1e6,13:0.00} {cost.Load * 1e6,31:0.00} {cost.Find * 1e6,12:0.00}"));

    /// <summary>Releases of a generated archive, with nothing but what the search for duplicates looks at.</summary>
    private static List<ReleaseDraft> Drafts(int count)
    {
        var drafts = new List<ReleaseDraft>(count);
        foreach (var document in new ArchiveGenerator(recaptures: false).Documents(count + count / 20))
        {
            foreach (var draft in Pipeline.Plan(document.Name, document.Bytes).Releases)
                drafts.Add(new() { Index = drafts.Count + 1, StartLine = 1, EndLine = 1, Cut = draft.Cut, Language = draft.Language, Headline = "", HeadlineBasis = draft.HeadlineBasis, Date = draft.Date, Body = "", Fingerprint = draft.Fingerprint });
            if (drafts.Count >= count)
                break;
        }

        return drafts[..count];
    }

    /// <summary>Seconds to make one fingerprint; the size of the archive does not matter to it.</summary>
    private static double Fingerprinting()
    {
        var pages = new ArchiveGenerator().Documents(2_000).Where(d => d.Name.EndsWith(".txt", StringComparison.Ordinal)).Select(d => Page.Read(ArchiveReader.Read(d.Name, d.Bytes, long.MaxValue, out _).Lines, 1, false)).ToList();
        var segments = pages.Select(p => ReleaseSegmenter.Segment(p)).ToList();
        return Spent.Least(() =>
        {
            for (var i = 0; i < pages.Count; i++)
            {
                foreach (var segment in segments[i])
                    FingerprintMaker.Of(pages[i], segment.First, segment.Last);
            }
        }, 30) / segments.Sum(s => s.Count);
    }

    private static async Task<Cost> MeasureAsync(string path, List<ReleaseDraft> drafts, int releases, double fingerprint, int runs)
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(path);
        await using var db = new SqliteNewsRoomDbContext(options.Options);
        await db.MigrateNewsRoomAsync();
        Fill((SqliteConnection)db.Database.GetDbConnection(), drafts.Take(releases));
        var plan = Pipeline.Plan("a.txt", "A page.\n"u8.ToArray()) with { Status = PlanStatus.Planned, Releases = drafts[releases..(releases * 2)] };
        var (load, find) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < runs; run++)
        {
            var finder = new DuplicateFinder();
            load = Math.Min(load, Spent.Least(() =>
            {
                foreach (var known in KnownReleases.InDatabase(db))
                    finder.Add(known);
            }, 1));
            find = Math.Min(find, Spent.Least(() => finder.Resolve(plan), 1));
        }

        return new(fingerprint, load / releases, find / releases);
    }

    /// <summary>Rows that hold fingerprints and dates; whatever else a row must have is empty.</summary>
    private static void Fill(SqliteConnection connection, IEnumerable<ReleaseDraft> drafts)
    {
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "SELECT name FROM pragma_table_info('Releases') WHERE \"notnull\" AND NOT pk AND name NOT IN ('PublicId', 'Slug', 'WordsHash', 'Sketch', 'Date_Precision', 'Date_Value')";
        var others = new List<string>();
        using (var reader = insert.ExecuteReader())
        {
            while (reader.Read())
                others.Add(reader.GetString(0));
        }

        insert.CommandText = $"INSERT INTO Releases (PublicId, Slug, WordsHash, Sketch, Date_Precision, Date_Value, {string.Join(", ", others)}) VALUES ($id, $slug, $words, $sketch, $precision, $day, {string.Join(", ", others.Select(_ => "''"))})";
        foreach (var (number, draft) in drafts.Index())
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$id", new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]).ToString());
            insert.Parameters.AddWithValue("$slug", string.Create(CultureInfo.InvariantCulture, $"release-{number}"));
            insert.Parameters.AddWithValue("$words", draft.Fingerprint.WordsHash);
            insert.Parameters.AddWithValue("$sketch", draft.Fingerprint.Sketch);
            insert.Parameters.AddWithValue("$precision", draft.Date.Precision.ToString());
            insert.Parameters.AddWithValue("$day", draft.Date.Precision == DatePrecision.Day ? draft.Date.Value!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : DBNull.Value);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        connection.Close();
    }
}
