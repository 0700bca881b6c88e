using NewsRoom.Core.Rendering;
using Xunit;

namespace NewsRoom.Core.Tests.Rendering;

public sealed class EditorsNotesTests
{
    [Theory]
    [InlineData("### Notes to editors", "Notes to editors")]
    [InlineData("## Note to Editors:", "Note to Editors:")]
    [InlineData("**Editor’s notes**", "Editor’s notes")]
    [InlineData("**NOTES TO EDITORS:**", "NOTES TO EDITORS:")]
    [InlineData("### Notes aux rédactions", "Notes aux rédactions")]
    [InlineData("### Note à la rédaction", "Note à la rédaction")]
    [InlineData("### Notas para los editores", "Notas para los editores")]
    public void What_follows_a_heading_that_says_so_is_parted_off(string heading, string words)
    {
        var parted = EditorsNotes.PartOff(MarkdownRenderer.Render($"The harbour opens.\n\n{heading}\n\n1. One.\n2. Two.").Html);

        Assert.Equal(words, parted.Heading);
        Assert.Equal("<p>The harbour opens.</p>\n", parted.Body);
        Assert.StartsWith("<ol>", parted.Notes.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_in_the_notes_is_one_level_below_theirs()
    {
        var parted = EditorsNotes.PartOff(MarkdownRenderer.Render("The harbour opens.\n\n## Part\n\n#### Notes to editors\n\nOne.\n\n#### About the Trust\n\nTwo.\n\n##### More").Html);

        Assert.Contains("<h3>Part</h3>", parted.Body, StringComparison.Ordinal);
        Assert.Contains("<h3>About the Trust</h3>", parted.Notes, StringComparison.Ordinal);
        Assert.Contains("<h4>More</h4>", parted.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The harbour opens.\n\n### Notes on the harbour\n\nIt is deep.")]
    [InlineData("The harbour opens.\n\nNotes to editors are not given today.\n\nIt is deep.")]
    [InlineData("The harbour opens.\n\n> ### Notes to editors\n>\n> It is deep.")]
    [InlineData("The harbour opens.\n\n- one\n\n  ### Notes to editors\n\n  It is deep.")]
    [InlineData("### Notes to editors\n\nNothing stands before them.")]
    [InlineData("Nothing stands behind them.\n\n### Notes to editors")]
    public void Nothing_else_is(string markdown)
    {
        var html = MarkdownRenderer.Render(markdown).Html;
        Assert.Equal(new EditorsNotes(html, null, ""), EditorsNotes.PartOff(html));
    }
}
