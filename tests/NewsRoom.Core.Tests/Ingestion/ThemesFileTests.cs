using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Ingestion;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

public sealed class ThemesFileTests : ImportFixture
{
    private const string Rivers = "- slug: rivers\n  name: Rivers\n  description: About rivers. And lakes.\n  terms:\n    river: 3\n    water: 0.5\n";

    [Fact]
    public void A_theme_has_its_weighted_terms()
    {
        var theme = Assert.Single(ThemesFile.Parse(Rivers, "themes.yml"));

        Assert.Equal(("rivers", "Rivers", "About rivers. And lakes."), (theme.Slug, theme.Name, theme.Description));
        Assert.Equal([("river", 3.0), ("water", 0.5)], theme.Terms.Select(t => (t.Text, t.Weight)));
    }

    [Theory]
    [InlineData("rivers: 3", 1, "must be a list")]
    [InlineData("- slug: \"a\n", 1, "not YAML")]
    [InlineData("- slug: rivers\n  name: Rivers\n  terms:\n    river: 1\n", 1, "lacks \"description:\"")]
    [InlineData("- slug: Big Rivers\n  name: R\n  description: D\n  terms:\n    river: 1\n", 1, "cannot be an address")]
    [InlineData("- slug: rivers\n  name: R\n  description: D\n  terms:\n    river: heavy\n", 5, "must be a number")]
    [InlineData("- slug: rivers\n  name: R\n  description: D\n  terms:\n    river: 0\n", 5, "must be a number")]
    [InlineData(Rivers + Rivers, 7, "there twice")]
    public void A_mistake_is_named_with_its_file_and_line(string text, int line, string words)
    {
        var error = Assert.Throws<ThemesFileException>(() => ThemesFile.Parse(text, "themes.yml"));

        Assert.StartsWith($"themes.yml, line {line}:", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seeding_adds_missing_themes_and_leaves_edited_ones_alone()
    {
        var token = TestContext.Current.CancellationToken;
        await using var db = Open();
        await ThemesFile.SeedAsync(db, ThemesFile.Parse(Rivers, "themes.yml"), token);
        var rivers = await db.Themes.SingleAsync(token);
        rivers.Edit("Streams", rivers.Description, [.. rivers.Terms]);
        await db.SaveChangesAsync(token);

        await ThemesFile.SeedAsync(db, ThemesFile.Parse(Rivers + Rivers.Replace("rivers", "lakes", StringComparison.Ordinal).Replace("About lakes", "On lakes", StringComparison.Ordinal), "themes.yml"), token);

        Assert.Equal(["lakes", "rivers"], (await ThemesFile.FromDatabaseAsync(db, token)).Select(t => t.Slug));
        Assert.Equal("Streams", (await db.Themes.SingleAsync(t => t.Slug == "rivers", token)).Name);
    }

    [Fact]
    public void The_archive_s_own_file_holds_the_four_themes_with_two_sentences_each()
    {
        var themes = ThemesFile.Read(Path.Combine(RepositoryRoot(), "content", "themes.yml"));

        Assert.Equal(["trafficking", "diaspora", "resettlement", "climate"], themes.Select(t => t.Slug));
        Assert.All(themes, t => Assert.Equal(2, t.Description.Count(c => c == '.')));
        Assert.All(themes, t => Assert.Equal(t.Terms.Count, t.Terms.Select(x => x.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count()));
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsRoom.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }
}
