using System.Text.RegularExpressions;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using Xunit;

namespace NewsRoom.Core.Tests.Rendering;

public sealed partial class MarkdownRendererTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<svg><math><noscript><template onload=alert(1)>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](java&#x09;script:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("[a](<java\tscript:alert(1)>)")]
    [InlineData("[a](\u0001javascript:alert(1))")]
    [InlineData("[a](data:text/html,<script>alert(1)</script>)")]
    [InlineData("[a](vbscript:msgbox)")]
    [InlineData("[a](blob:https://x/1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("[a][b]\n\n[b]: javascript:alert(1)")]
    [InlineData("[b]\n\n[b]: data:text/html,x")]
    [InlineData("![a](javascript:alert(1))")]
    [InlineData("![x](https://elsewhere.example/pixel.png)")]
    [InlineData("[![x](https://elsewhere.example/pixel.png)](javascript:alert(1))")]
    [InlineData("[a](/b){onclick=alert(1)}")]
    [InlineData("[a](/b \"x\\\" onclick=alert(1)\")")]
    [InlineData("| <script> |\n|---|\n| [a](javascript:x) |")]
    public void Hostile_markdown_yields_neither_script_nor_foreign_image_nor_bad_link(string markdown)
    {
        var html = MarkdownRenderer.Render(markdown).Html;

        foreach (Match tag in Tag().Matches(html))
        {
            Assert.Contains(tag.Groups["name"].Value, (string[])["p", "a", "table", "thead", "tbody", "tr", "th", "td", "em", "strong"]);
            Assert.DoesNotMatch(@"\son\w+=", Quoted().Replace(tag.Value, "\"\""));
        }

        foreach (Match link in Href().Matches(html))
            Assert.True(LinkPolicy.Allows(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value)), link.Value);
    }

    [Theory]
    [InlineData("[a](https://example.org/x?y=1)", "href=\"https://example.org/x?y=1\"")]
    [InlineData("[a](mailto:press@example.org)", "href=\"mailto:press@example.org\"")]
    [InlineData("[a](tel:+442078116008)", "href=\"tel:+442078116008\"")]
    [InlineData("[a](/releases/x)", "href=\"/releases/x\"")]
    [InlineData("<https://example.org/>", "href=\"https://example.org/\"")]
    [InlineData("<press@example.org>", "href=\"mailto:press@example.org\"")]
    [InlineData("[a](page?at=10:30)", "href=\"page?at=10:30\"")]
    public void Honest_links_stay(string markdown, string expected) => Assert.Contains(expected, MarkdownRenderer.Render(markdown).Html, StringComparison.Ordinal);

    [Fact]
    public void An_image_shows_its_words_and_a_refused_link_keeps_its_text()
    {
        var body = MarkdownRenderer.Render("![The *bridge* at night](/x.png) and [this page](javascript:x)");

        Assert.Equal("<p>The <em>bridge</em> at night and this page</p>\n", body.Html);
        Assert.Equal("The bridge at night and this page", body.Text);
    }

    [Fact]
    public void A_picture_of_the_newsroom_is_shown_by_its_number_and_every_other_is_its_words()
    {
        var images = new Dictionary<int, BodyImage> { [5] = new("/media/0f/bridge.jpg", 40, 30, "A \"bridge\"", "Photo: <Ann>") };

        var body = MarkdownRenderer.Render("![](media:5)\n\n![At *night*](media:5) ![six](media:6) ![x](media:5x) ![y](https://elsewhere.example/y.png) ![z](/media/0f/bridge.jpg) [l](media:5)", images);

        Assert.StartsWith("<p><img src=\"/media/0f/bridge.jpg\" alt=\"A &quot;bridge&quot;\" width=\"40\" height=\"30\" loading=\"lazy\"><small class=\"picture-note\">Photo: &lt;Ann&gt;</small></p>", body.Html, StringComparison.Ordinal);
        Assert.Contains("alt=\"At night\"", body.Html, StringComparison.Ordinal);
        Assert.Equal(3, body.Html.Split("<img").Length);
        Assert.EndsWith(" six x y z l</p>\n", body.Html, StringComparison.Ordinal);
        Assert.Equal("A \"bridge\"\n\nAt night six x y z l", body.Text);
    }

    [Fact]
    public void Headings_begin_below_the_headline_of_the_page()
    {
        var html = MarkdownRenderer.Render("# One\n\n###### Six").Html;

        Assert.Contains("<h2>One</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<h6>Six</h6>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", html, StringComparison.Ordinal);
    }

    public static TheoryData<string> Bombs => new(
        new string('>', 5_000) + "x",
        string.Concat(Enumerable.Repeat("> ", 5_000)) + "x",
        string.Join('\n', Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "- x")),
        string.Concat(Enumerable.Repeat("- ", 5_000)) + "x",
        string.Concat(Enumerable.Repeat("1. - ", 5_000)) + "x",
        new string('[', 50_000),
        new string('*', 50_000) + "a",
        new string('_', 50_000) + "a",
        string.Concat(Enumerable.Repeat("*a ", 20_000)),
        string.Concat(Enumerable.Repeat("*a_ ", 20_000)),
        string.Concat(Enumerable.Repeat("[a](", 20_000)),
        string.Concat(Enumerable.Repeat("![a", 20_000)),
        string.Concat(Enumerable.Repeat("[a]", 20_000)) + "\n\n[a]: /x",
        string.Concat(Enumerable.Repeat("`a``", 15_000)),
        string.Concat(Enumerable.Repeat("a|", 20_000)) + "\n" + string.Concat(Enumerable.Repeat("-|", 20_000)),
        string.Concat(Enumerable.Repeat("&a;", 20_000)),
        string.Concat(Enumerable.Repeat("<a ", 20_000)),
        new string('a', 2_000_000));

    [Theory]
    [MemberData(nameof(Bombs), DisableDiscoveryEnumeration = true)]
    public void No_text_overflows_or_grows_out_of_measure(string markdown)
    {
        var body = MarkdownRenderer.Render(markdown);

        Assert.NotEmpty(body.Html);
        Assert.True(body.Html.Length <= 40 * (long)markdown.Length + 1_000, $"{markdown.Length} characters became {body.Html.Length}");
    }

    [Fact]
    public void What_is_nested_too_deeply_is_shown_as_its_lines_and_no_word_is_lost()
    {
        var body = MarkdownRenderer.Render("Before & after.\n\n" + string.Concat(Enumerable.Repeat("> ", 60)) + "deep");

        Assert.StartsWith("<p>Before &amp; after.</p>", body.Html, StringComparison.Ordinal);
        Assert.EndsWith("deep", body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_has_paragraphs_apart_and_bullets_kept()
    {
        var text = MarkdownRenderer.Render("First *line*\nof one.\n\n- a\n- b\n  - c\n\n1. x\n2. y\n\n> said\n\n&amp; \\*").Text;

        Assert.Equal("First line of one.\n\n- a\n- b\n  - c\n\n1. x\n2. y\n\nsaid\n\n& *", text);
    }

    [Theory]
    [InlineData(GapKind.MissingEmail, "en", "[address lost in the archive]")]
    [InlineData(GapKind.MissingLink, "en-GB", "[link lost in the archive]")]
    [InlineData(GapKind.MissingUrl, "fr", "[lien perdu dans l'archive]")]
    [InlineData(GapKind.MissingEmail, "es", "[dirección perdida en el archivo]")]
    [InlineData(GapKind.MissingEmail, "cy", "[address lost in the archive]")]
    public void A_lost_place_is_set_apart_in_html_and_plain_in_text(GapKind kind, string language, string expected)
    {
        var marker = GapMarker.For(kind, language);
        Assert.Equal(expected, marker);
        foreach (var written in new[] { GapMarker.Markdown(kind, language), marker })
        {
            var body = MarkdownRenderer.Render($"Email: {written}.");
            Assert.Equal($"<p>Email: <span class=\"gap\">{expected.Replace("'", "&#39;", StringComparison.Ordinal)}</span>.</p>\n", body.Html.Replace("l'archive", "l&#39;archive", StringComparison.Ordinal));
            Assert.Equal($"Email: {expected}.", body.Text);
        }
    }

    [Fact]
    public void A_marker_in_the_title_of_a_link_stays_text()
    {
        var html = MarkdownRenderer.Render("[x](/y \"[link lost in the archive]\")").Html;

        Assert.DoesNotContain("<span", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("<(?<name>[a-zA-Z][^\\s/>]*)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
