using NewsRoom.Core.Ingestion.Segmentation;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

public sealed class CodeLinesTests
{
    [Theory]
    [InlineData("<script async src=\"/quay.js\"></script>")]
    [InlineData("<script>if (a < b && c > d) { share(); }</script> <noscript>Please turn scripts on.</noscript>")]
    [InlineData("<!-- /wp:paragraph -->")]
    [InlineData("</div><br/> <IMG SRC=\"quay.jpg\">")]
    public void Tags_comments_and_scripts_without_words_beside_them_are_code(string line) => Assert.True(CodeLines.IsCode(line));

    [Theory]
    [InlineData("<script>alert(1)</script> Footbridge opens")]
    [InlineData("<press@harbour.example>")]
    [InlineData("<http://harbour.example/news>")]
    [InlineData("<Anna Roe>")]
    [InlineData("<b>Footbridge opens</b>")]
    [InlineData("<script>never closed")]
    [InlineData("<>")]
    public void Words_and_addresses_between_such_signs_are_none(string line) => Assert.False(CodeLines.IsCode(line));

    [Fact]
    public void Code_between_two_paragraphs_is_in_no_body_and_parts_nothing()
    {
        var release = Planned.One("The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away.\n\n<!-- more -->\n\nMore than four hundred people crossed it in the first hour, and the café on the quay sold the last of its cake.\n");

        Assert.Equal((1, 5), (release.StartLine, release.EndLine));
        Assert.DoesNotContain("more -->", release.Body, StringComparison.Ordinal);
    }
}
