using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Cli;

public sealed class ImportCommandTests : IDisposable
{
    private readonly NewsRoomApplication _newsroom = new() { Tools = PlainPipeline.Tools };
    private readonly string _archive = Directory.CreateTempSubdirectory("newsroom-archive-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _newsroom.Dispose();
        Directory.Delete(_archive, recursive: true);
    }

    [Fact]
    public async Task An_import_makes_drafts_and_reports_in_words()
    {
        Write("a.txt", "One\nBody");
        Write("b.txt", "Two\nBody");

        var (exitCode, output, _) = await _newsroom.RunAsync("import", _archive);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("2 documents, 2 releases, 0 of them merged as duplicates.", output, StringComparison.Ordinal);
        Assert.Equal([ReleaseState.Draft, ReleaseState.Draft], await _newsroom.AskAsync(db => db.Releases.Select(r => r.State).ToListAsync(Token)));
    }

    [Fact]
    public async Task Publish_publishes()
    {
        Write("a.txt", "One\nBody");

        await _newsroom.RunAsync("import", Path.Combine(_archive, "a.txt"), "--publish");

        Assert.Equal(1, await _newsroom.AskAsync(db => db.Releases.Live(NewsRoomApplication.Start).CountAsync(Token)));
    }

    [Fact]
    public async Task A_refused_document_gives_exit_code_1_and_the_others_are_imported()
    {
        Write("a.txt", "One\nBody");
        Write("b.txt", "\0\0");

        var (exitCode, output, _) = await _newsroom.RunAsync("import", _archive);

        Assert.Equal(1, exitCode);
        Assert.Contains("Refused: b.txt. Save it as plain text.", output, StringComparison.Ordinal);
        Assert.Equal(1, await _newsroom.AskAsync(db => db.Releases.CountAsync(Token)));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_unread()
    {
        Write("a.txt", new string('x', 1024 * 1024 + 1));

        var (exitCode, output, _) = await _newsroom.RunAsync("import", _archive);

        Assert.Equal(1, exitCode);
        Assert.Contains("Refused: a.txt. The file is larger than 1 MB.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_json_stands_alone_on_standard_output()
    {
        Write("a.txt", "One\nBody");
        Write("deeper/a.txt", "One\nThe same");
        Write(".hidden.txt", "Hidden\nBody");

        var (exitCode, output, error) = await _newsroom.RunAsync("import", _archive, "--dry-run", "--report", "json");

        Assert.Equal(0, exitCode);
        Assert.Contains("A dry run", error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(output);
        var names = json.RootElement.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("file").GetString()).ToList();
        Assert.Equal([Path.GetFileName(_archive) + "/a.txt", "deeper/a.txt"], names);
        Assert.Equal(names[0], json.RootElement.GetProperty("documents")[1].GetProperty("releases")[0].GetProperty("duplicateOf").GetProperty("file").GetString());
        Assert.Equal((0, 0), await _newsroom.AskAsync(async db => (await db.Releases.CountAsync(Token), await db.Batches.CountAsync(Token))));
    }

    [Fact]
    public async Task A_dry_run_over_what_was_imported_plans_it_anew_and_an_import_skips_it()
    {
        Write("a.txt", "One\nBody");
        await _newsroom.RunAsync("import", _archive);

        var dry = await _newsroom.RunAsync("import", _archive, "--dry-run", "--report", "json");
        var real = await _newsroom.RunAsync("import", _archive, "--report", "json");

        Assert.Equal(("planned", 1), StatusOf(dry.Output));
        Assert.Equal(("skipped", 0), StatusOf(real.Output));
        Assert.Equal((0, 1), (real.ExitCode, await _newsroom.AskAsync(db => db.Releases.CountAsync(Token))));
    }

    [Theory]
    [InlineData("There is no file or folder", "import", "no-such-place")]
    [InlineData("Required argument missing", "import")]
    [InlineData("not recognized", "import", ".", "--report", "xml")]
    [InlineData("Unrecognized command", "bring-in")]
    public async Task Bad_usage_is_exit_code_2_with_a_sentence(string sentence, params string[] args)
    {
        var (exitCode, output, error) = await _newsroom.RunAsync(args);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    private static (string? Status, int Releases) StatusOf(string report)
    {
        using var json = JsonDocument.Parse(report);
        var document = json.RootElement.GetProperty("documents")[0];
        return (document.GetProperty("status").GetString(), document.GetProperty("releases").GetArrayLength());
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_archive, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
