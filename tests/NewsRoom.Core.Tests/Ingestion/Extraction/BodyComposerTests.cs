using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Rendering;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class BodyComposerTests
{
    [Theory]
    [InlineData("# not a heading")]
    [InlineData("> not a quotation")]
    [InlineData("1. not a list")]
    [InlineData("2) not a list")]
    [InlineData("+ not a list")]
    [InlineData("=== not a line")]
    [InlineData("*not* _emphasis_ ~~at~~ **all**")]
    [InlineData("[not](a link) ![not](a picture) <b>not bold</b> &amp; &copy; &#65;")]
    [InlineData("`not code` and a \\ backslash | bar")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("https://harbour.example/a_b_c*d")]
    public void Marks_of_markdown_show_as_the_words_they_were(string words)
    {
        var rendered = MarkdownRenderer.Render(BodyComposer.Escape(words));

        Assert.Equal(words, rendered.Text);
        Assert.StartsWith("<p>", rendered.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", rendered.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_stands_over_a_release_is_not_its_body()
    {
        var release = Planned.One("FOR IMMEDIATE RELEASE\n\n13/06/14\n\nFootbridge opens on the quay\n\nGENEVA, Switzerland, March 10, 2017 – The harbour trust opened its new footbridge to walkers on Friday, two years late.\n\n• free\n• always open\n\nENDS\n");

        Assert.Equal("The harbour trust opened its new footbridge to walkers on Friday, two years late.\n\n- free\n- always open", release.Body);
        Assert.Equal("GENEVA, Switzerland", release.Dateline);
    }
}
