using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Xunit;

namespace NewsRoom.Web.Tests.Cli;

/// <summary>The built program, killed in the middle of an import without a chance to tidy up.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Documents = 120;

    private static readonly string[] Nouns =
        ["harbour", "lantern", "orchard", "railway", "museum", "glacier", "festival", "library", "workshop", "causeway", "meadow", "foundry", "archive", "bakery", "estuary", "observatory"];

    private readonly string _folder = Directory.CreateTempSubdirectory("newsroom-killed-").FullName;

    [Fact]
    public async Task A_kill_leaves_all_of_a_document_or_none_and_a_rerun_completes_the_import()
    {
        var token = TestContext.Current.CancellationToken;
        WriteArchive();
        using (var whole = Start("whole"))
        {
            await whole.WaitForExitAsync(token);
            Assert.Equal(0, whole.ExitCode);
        }

        var expected = Read("whole");
        Assert.Equal(Documents, expected.Count);
        Assert.Contains(expected.Values, releases => releases > 1);

        using (var killed = Start("killed"))
        {
            while (!killed.HasExited && Read("killed").Count < 3)
                await Task.Delay(2, token);
            killed.Kill();
            await killed.WaitForExitAsync(token);
            Assert.NotEqual(0, killed.ExitCode);
        }

        var left = Read("killed");
        Assert.InRange(left.Count, 3, Documents - 1);
        Assert.All(left, document => Assert.Equal(expected[document.Key], document.Value));
        Assert.Equal(0, Unsearchable("killed"));

        using (var again = Start("killed"))
        {
            await again.WaitForExitAsync(token);
            Assert.Equal(0, again.ExitCode);
        }

        Assert.Equal(expected, Read("killed"));
        Assert.Equal(0, Unsearchable("killed"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private string Database(string name) => Path.Combine(_folder, name, "newsroom.db");

    private Process Start(string name)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(Program).Assembly.Location, "import", Path.Combine(_folder, "pages"), "--publish"])
            start.ArgumentList.Add(argument);
        start.Environment["Storage__Database"] = Database(name);
        start.Environment["Storage__Content"] = _folder;
        start.Environment["Storage__Keys"] = Path.Combine(_folder, name, "keys");
        start.Environment["Storage__Logs"] = "";
        var process = Process.Start(start)!;
        // Read, or the program would stand still before a full pipe.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>How many releases each stored document has; empty while there is no database.</summary>
    private SortedDictionary<string, long> Read(string name)
    {
        var releases = new SortedDictionary<string, long>(StringComparer.Ordinal);
        if (!File.Exists(Database(name)))
            return releases;
        using var connection = Open(name);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'DeskSearch'";
        // The last table that the migrations make.
        if ((long)command.ExecuteScalar()! == 0)
            return releases;
        command.CommandText = "SELECT d.FileName, (SELECT COUNT(*) FROM Sources s WHERE s.DocumentId = d.Id) FROM SourceDocuments d";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            releases[reader.GetString(0)] = reader.GetInt64(1);
        return releases;
    }

    /// <summary>How many releases search does not know.</summary>
    private long Unsearchable(string name)
    {
        using var connection = Open(name);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Releases WHERE Id NOT IN (SELECT ReleaseId FROM PublicSearchTexts) OR Id NOT IN (SELECT ReleaseId FROM DeskSearchTexts)";
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open(string name)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database(name), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private void WriteArchive()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "pages"));
        var random = new Random(20140613);
        for (var i = 0; i < Documents; i++)
            File.WriteAllText(Path.Combine(_folder, "pages", $"page-{i:000}.txt"), Release(random, i, 0) + "\n" + Release(random, i, 1));
    }

    private static string Release(Random random, int page, int index)
    {
        string Sentence() => $"The {string.Join(' ', Enumerable.Range(0, 12).Select(_ => Nouns[random.Next(Nouns.Length)] + random.Next(90)))} opened to visitors.";
        return $"""
            Press release {page}-{index}: the {Nouns[random.Next(Nouns.Length)]} of number {random.Next(10_000)} opens

            {1 + random.Next(28)} June 2014

            {Sentence()} {Sentence()}

            {Sentence()} {Sentence()}

            For more information, please contact Ada Hall, Tel: +44 20 7946 {random.Next(1000, 9999)}

            """;
    }
}
