using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using Xunit;

namespace NewsRoom.Core.Tests.Rendering;

public sealed class GapTextTests
{
    private static readonly string Mail = GapMarker.Markdown(GapKind.MissingEmail, "en");
    private static readonly string Link = GapMarker.Markdown(GapKind.MissingLink, "fr");

    private static string? Put(string body, GapKind kind, int ordinal, int open, string words, string address) =>
        GapText.Find(body, kind, ordinal, open, words) is { } place ? GapText.Put(body, place, kind, words, address) : null;

    [Fact]
    public void The_marker_at_the_gaps_own_place_is_replaced_and_no_other()
    {
        var body = $"Ann: {Mail}. See {Link}. Bob: {Mail}.";

        Assert.Equal($"Ann: {Mail}. See {Link}. Bob: <bob@example.org>.", Put(body, GapKind.MissingEmail, 1, 2, "Bob:", "<bob@example.org>"));
        Assert.Equal($"Ann: {Mail}. See <https://a.example/>. Bob: {Mail}.", Put(body, GapKind.MissingUrl, 0, 1, "See", "<https://a.example/>"));
        Assert.Equal($"Ann:. See {Link}. Bob: {Mail}.", GapText.Remove(body, GapText.Find(body, GapKind.MissingEmail, 0, 2, "Ann:")!.Value));
    }

    [Fact]
    public void Where_the_numbers_differ_the_words_around_decide_and_doubt_changes_nothing()
    {
        var body = $"Ann: {Mail}. Bob: [address lost in the archive].";

        Assert.Equal($"Ann: {Mail}. Bob: <b@example.org>.", Put(body, GapKind.MissingEmail, 2, 3, "Bob:", "<b@example.org>"));
        Assert.Equal("Click [here](<https://a.example/>).", Put($"Click here {Link}.", GapKind.MissingLink, 3, 4, "here.", "<https://a.example/>"));
        Assert.Null(Put(body, GapKind.MissingEmail, 0, 3, "Email:", "<b@example.org>"));
        Assert.Null(Put("No marker.", GapKind.MissingLink, 0, 1, "here", "<https://a.example/>"));
    }

    [Theory]
    [InlineData("It is available here @.", "here.", "It is available [here](<https://a.example/>).")]
    [InlineData("For more, please click here @ or call.", "please click here", "For more, [please click here](<https://a.example/>) or call.")]
    [InlineData("Download the report\\_2 @", "Download the report_2", "[Download the report\\_2](<https://a.example/>)")]
    [InlineData("Press kit @ (zip, 18 MB)", "kit (zip, 18 MB)", "Press [kit](<https://a.example/>) (zip, 18 MB)")]
    [InlineData("The letter is here @ .", "here .", "The letter is [here](<https://a.example/>).")]
    [InlineData("Available only from the @ .", "the .", "Available only from the <https://a.example/>.")]
    [InlineData("More: @ .", "More: .", "More: <https://a.example/>.")]
    [InlineData("Rewritten words @.", "click here.", "Rewritten words <https://a.example/>.")]
    public void Words_that_carried_a_link_carry_it_again(string body, string words, string mended) =>
        Assert.Equal(mended, Put(body.Replace("@", Link, StringComparison.Ordinal), GapKind.MissingLink, 0, 1, words, "<https://a.example/>"));

    [Theory]
    [InlineData("See www. # now", GapKind.MissingUrl, "www.", "See <a> now")]
    [InlineData("Write to anna@ #.", GapKind.MissingEmail, "anna@", "Write to <a>.")]
    [InlineData("Anna Roe \\<\\> #", GapKind.MissingEmail, "<>", "Anna Roe <a>")]
    public void What_was_left_of_an_address_goes(string body, GapKind kind, string words, string mended) =>
        Assert.Equal(mended, Put(body.Replace("#", GapMarker.Markdown(kind, "en"), StringComparison.Ordinal), kind, 0, 1, words, "<a>"));

    [Fact]
    public void A_link_on_words_leads_to_the_address_as_it_was_typed()
    {
        const string address = "<https://a.example/?a=1&copy;=2>";
        var body = Put($"Click here {Link}.", GapKind.MissingLink, 0, 1, "here.", address)!;

        Assert.Contains("href=\"https://a.example/?a=1&amp;copy;=2\"", MarkdownRenderer.Render(body).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_stands_as_it_did_while_only_gaps_were_mended_or_its_sentence_is_the_same()
    {
        var seen = $"Ann Rivers\n\nE: {Mail}\n\nRead the report of the committee here {Link}.";
        var mended = seen.Replace($"here {Link}", "[here](<https://a.example/>)", StringComparison.Ordinal);
        var edited = seen.Replace("Ann Rivers", "Ben Cole", StringComparison.Ordinal);
        GapPlace MailIn(string body) => GapText.Find(body, GapKind.MissingEmail, 0, 1, "E:")!.Value;
        GapPlace LinkIn(string body) => GapText.Find(body, GapKind.MissingLink, 0, 1, "here.")!.Value;

        Assert.True(GapText.StillStands(seen, mended, MailIn(mended), "E:"));
        Assert.False(GapText.StillStands(seen, edited, MailIn(edited), "E:"));
        Assert.True(GapText.StillStands(seen, edited, LinkIn(edited), "Read the report of the committee here."));
        Assert.False(GapText.StillStands(seen, edited, LinkIn(edited), "Read the report of another committee here."));
    }
}
