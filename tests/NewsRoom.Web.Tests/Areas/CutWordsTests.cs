using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Areas.Admin;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

public sealed class CutWordsTests
{
    [Fact]
    public void Every_reason_that_the_import_gives_in_the_archive_and_the_cases_has_words_for_an_editor()
    {
        var pipeline = new ArchivePipeline(new() { Themes = [] });
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "NewsRoom.sln")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests run inside the repository.");
        // Every tenth case is enough to meet all of them.
        var cases = Directory.EnumerateFiles(Path.Combine(root, "tests/NewsRoom.Core.Tests/Ingestion/Cases/work"), "*.txt").Order(StringComparer.Ordinal).Where((_, i) => i % 10 == 0);
        var found = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "content"), "*.txt").Concat(cases))
            found.UnionWith(pipeline.Plan(Path.GetFileName(file), File.ReadAllBytes(file), TestContext.Current.CancellationToken).Releases.SelectMany(r => r.Cut.Cues));

        Assert.True(found.Count > 20, $"only {found.Count} found");
        Assert.DoesNotContain(found, cue => !CutWords.Knows(cue));
        Assert.Equal("an editor set it, some new sign", CutWords.Of(new Cut(1, ["editor", "some-new-sign"])));
        Assert.Equal("no single reason", CutWords.Of(new Cut(1, [])));
    }
}
