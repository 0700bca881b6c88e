using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsRoom.Benchmarks.Generation;

namespace NewsRoom.Benchmarks;

/// <summary><c>memory [N]</c>: the memory that the program itself needs (<c>newsroom import FOLDER --publish</c>) for archives of N/100, N/10 and N releases.</summary>
internal static class MemoryCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(int releases, TextWriter output)
    {
        output.WriteLine("releases   documents   megabytes at a quarter, half, three quarters   at most");
        var exit = 0;
        foreach (var count in (int[])[releases / 100, releases / 10, releases])
            exit = Math.Max(exit, await ImportAsync(count, output));
        return exit;
    }

    private static async Task<int> ImportAsync(int releases, TextWriter output)
    {
        var folder = NewsRoomProcess.NewFolder("memory");
        try
        {
            var archive = Directory.CreateDirectory(Path.Combine(folder, "archive")).FullName;
            var documents = 0;
            foreach (var document in new ArchiveGenerator().Documents(releases))
            {
                await File.WriteAllBytesAsync(Path.Combine(archive, document.Name), document.Bytes);
                documents++;
            }

            await using var import = NewsRoomProcess.Start(folder, "import", "archive", "--publish");
            var ended = import.WaitAsync();
            var samples = new List<(double Done, long Now)>();
            var most = 0L;
            while (!ended.IsCompleted)
            {
                await Task.WhenAny(ended, Task.Delay(Interval));
                var (now, peak) = import.Memory();
                most = Math.Max(most, peak);
                if (now > 0)
                    samples.Add(((double)Written(NewsRoomProcess.DatabaseIn(folder)) / documents, now));
            }

            await ended;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{releases,8:N0} {documents,11:N0} {At(samples, 0.25),15} {At(samples, 0.5),6} {At(samples, 0.75),6} {most,28}"));
            return import.ExitCode;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long At(List<(double Done, long Now)> samples, double share) => samples.FirstOrDefault(s => s.Done >= share).Now;

    private static long Written(string database)
    {
        if (!File.Exists(database))
            return 0;
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT ifnull(max(Id), 0) FROM SourceDocuments";
        try
        {
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            // The tables are not made yet.
            return 0;
        }
    }
}
