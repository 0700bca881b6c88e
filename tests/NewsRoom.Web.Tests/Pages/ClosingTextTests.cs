using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Pages.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

public sealed class ClosingTextTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task A_release_shows_what_it_closed_with_once_under_its_own_heading()
    {
        var slug = await site.AddAsync(new ReleaseContent { Headline = "Footbridge opens", Body = "It is open.", Boilerplate = "About Harbour & Co:\n\nIt keeps <eleven> harbours." });

        var html = await site.GetAsync("/releases/" + slug);

        Assert.Equal(2, html.Split("About Harbour & Co").Length);
        Assert.Contains("<p>It keeps <eleven> harbours.</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<eleven>", await site.Client.GetStringAsync(new Uri("/releases/" + slug, UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_is_no_heading()
    {
        Assert.Null(ClosingText.Of(" \n\n "));
        Assert.Equal((null, 1), (ClosingText.Of("About Harbour Trust: it keeps harbours.")!.Heading, ClosingText.Of("About Harbour Trust: it keeps harbours.")!.Paragraphs.Count));
        Assert.Equal((null, 2), (ClosingText.Of("It keeps harbours.\n\nSince 1907.")!.Heading, ClosingText.Of("It keeps harbours.\n\nSince 1907.")!.Paragraphs.Count));
    }

    [Fact]
    public void A_folder_gives_its_text_markdown_and_word_files_and_nothing_that_word_left_open()
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-kinds-").FullName;
        foreach (var name in (string[])["b.md", "a.TXT", "c.docx", "~$c.docx", "themes.yml", "d.doc"])
            File.WriteAllText(Path.Combine(folder, name), "x");

        Assert.Equal(["a.TXT", "b.md", "c.docx"], ImportFile.List([folder], out _)!.Select(f => f.Name));

        Directory.Delete(folder, recursive: true);
    }
}
