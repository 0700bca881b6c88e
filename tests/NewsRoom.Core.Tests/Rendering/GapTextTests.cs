using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using Xunit;

namespace NewsRoom.Core.Tests.Rendering;

public sealed class GapTextTests
{
    private static readonly string Mail = GapMarker.Markdown(GapKind.MissingEmail, "en");
    private static readonly string Link = GapMarker.Markdown(GapKind.MissingLink, "fr");

    [Fact]
    public void The_marker_at_the_gaps_own_place_is_replaced_and_no_other()
    {
        var body = $"Ann: {Mail}. See {Link}. Bob: {Mail}.";

        Assert.Equal($"Ann: {Mail}. See {Link}. Bob: <bob@example.org>.", GapText.Replace(body, GapKind.MissingEmail, 1, 2, "Bob:", "<bob@example.org>"));
        Assert.Equal($"Ann: {Mail}. See <https://a.example/>. Bob: {Mail}.", GapText.Replace(body, GapKind.MissingUrl, 0, 1, "See", "<https://a.example/>"));
        Assert.Equal($"Ann:. See {Link}. Bob: {Mail}.", GapText.Replace(body, GapKind.MissingEmail, 0, 2, "Ann:", ""));
    }

    [Fact]
    public void Where_the_numbers_differ_the_words_before_decide_and_doubt_changes_nothing()
    {
        var body = $"Ann: {Mail}. Bob: [address lost in the archive].";

        Assert.Equal($"Ann: {Mail}. Bob: <b@example.org>.", GapText.Replace(body, GapKind.MissingEmail, 2, 3, "Bob:", "<b@example.org>"));
        Assert.Null(GapText.Replace(body, GapKind.MissingEmail, 0, 3, "Email:", "<b@example.org>"));
        Assert.Null(GapText.Replace("No marker.", GapKind.MissingLink, 0, 1, "here", "<https://a.example/>"));
    }

    [Theory]
    [InlineData("https://example.org/a path?q=<x>", "<https://example.org/a%20path?q=%3Cx%3E>")]
    [InlineData("http://example.org", "<http://example.org/>")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("//example.org/x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://user:secret@example.org/", null)]
    [InlineData("example.org", null)]
    [InlineData("", null)]
    public void Only_web_addresses_become_links(string typed, string? markdown) => Assert.Equal(markdown, GapStore.Link(typed));

    [Theory]
    [InlineData("ann@example.org", "<ann@example.org>")]
    [InlineData("ann@localhost", null)]
    [InlineData("Ann <ann@example.org>", null)]
    [InlineData("ann@example.org>\n<script>", null)]
    [InlineData("ann@example.org\n", null)]
    [InlineData("ann@@example.org", null)]
    public void Only_addresses_become_addresses(string typed, string? markdown) => Assert.Equal(markdown, GapStore.Email(typed));
}
