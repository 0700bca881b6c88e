using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using Xunit;

namespace NewsRoom.Core.Tests.Data;

public sealed class GapNamesTests
{
    private static readonly string[] Names = ["Callum Reid", "Tamsin Bell", "Press Office"];

    private static (string? Name, IReadOnlyList<string> Lines) Read(string body, string words, string sentence)
    {
        var marked = body.Replace("#", GapMarker.Markdown(GapKind.MissingEmail, "en"), StringComparison.Ordinal).Replace("/", "\n\n", StringComparison.Ordinal);
        var place = GapText.Places(marked, GapKind.MissingEmail)[^1];
        var gap = new Gap(GapKind.MissingEmail, 1, words, sentence, 0);
        var passage = GapPassage.Of(marked, place, gap, Names);
        return (GapNames.Addressee(passage, gap, Names), passage.LinesBefore);
    }

    [Theory]
    [InlineData("Contact Tamsin Bell, Tel: 020, Email: #", "Email:", "Contact Tamsin Bell, Tel: 020, Email:", "Tamsin Bell")]
    [InlineData("Callum Reid, E: c.reid@example.org or Tamsin Bell, E: #", "E:", "Callum Reid, E: c.reid@example.org or Tamsin Bell, E:", "Tamsin Bell")]
    [InlineData("Callum Reid, E: c.reid@example.org; mobile 07700, E: #", "E:", "Callum Reid, E: c.reid@example.org; mobile 07700, E:", null)]
    [InlineData("Callum Reid spoke. To book, write to # by May.", "to by", "To book, write to by May.", null)]
    [InlineData("To book, get in touch with Callum Reid at #.", "at", "To book, get in touch with Callum Reid at.", "Callum Reid")]
    [InlineData("Write to Callum Reid or to Anna Roe at #.", "at", "Write to Callum Reid or to Anna Roe at.", null)]
    [InlineData("Callum Reid/E: c.reid@example.org/Tamsin Bell/Museum/T: 020/E: #", "E:", "E:", "Tamsin Bell")]
    [InlineData("Callum Reid/E: c.reid@example.org/Museum/T: 020/E: #", "E:", "E:", null)]
    [InlineData("Callum Reid/Anna Roe/T: 020/E: #", "E:", "E:", null)]
    [InlineData("Callum Reid and Tamsin Bell/E: #", "E:", "E:", null)]
    public void The_address_is_of_who_is_named_nearest_before_it(string body, string words, string sentence, string? name) => Assert.Equal(name, Read(body, words, sentence).Name);

    [Fact]
    public void The_lines_of_a_contact_block_tell_whose_address_was_lost()
    {
        Assert.Equal(["Tamsin Bell", "Museum of Wexborough", "T: 020"], Read("Callum Reid/E: c.reid@example.org/Tamsin Bell/Museum of Wexborough/T: 020/E: #", "E:", "E:").Lines);
        Assert.Equal(["Town Hall", "T: 020"], Read("Enquiries/Wexborough/Town Hall/T: 020/E: #", "E:", "E:").Lines);
        Assert.Equal(["Contact Tamsin Bell, Tel."], Read("Contact Tamsin Bell, Tel. +44 20 7811, Email: #", "Email:", "+44 20 7811, Email:").Lines);
        Assert.Empty(Read("Opening hours/Contact Tamsin Bell, Email: #", "Email:", "Contact Tamsin Bell, Email:").Lines);
    }
}
