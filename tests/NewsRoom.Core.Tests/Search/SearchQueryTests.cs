using NewsRoom.Core.Search;
using Xunit;

namespace NewsRoom.Core.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("climate summit", "\"climate\" AND \"summit\"")]
    [InlineData("\"climate summit\" geneva", "\"climate summit\" AND (\"geneva\" OR \"genevo\")")]
    [InlineData("“climate summit”", "\"climate summit\"")]
    [InlineData("climate -geneva -\"new york\"", "(\"climate\") NOT (\"geneva\" OR \"new york\")")]
    [InlineData("migra*", "\"migra\"*")]
    [InlineData("Headline:x NEAR(a", "\"Headline:x\" AND \"NEAR(a\"")]
    [InlineData("OR AND", "\"OR\" AND \"AND\"")]
    [InlineData("\"open phrase", "\"open phrase\"")]
    [InlineData("well-known", "\"well-known\"")]
    public void Words_become_a_quoted_expression(string text, string expected) => Assert.Equal(expected, SearchQuery.Parse(text).Match);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t\0 ")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("* ^ ( ) - +")]
    [InlineData("-without")]
    public void What_has_no_word_to_look_for_is_empty(string? text) => Assert.True(SearchQuery.Parse(text).IsEmpty);

    [Theory]
    [InlineData("refugiados", "(\"refugiados\" OR \"refugiada\")")]
    [InlineData("nationaux", "(\"nationaux\" OR \"national\")")]
    [InlineData("\"nationaux\"", "\"nationaux\"")]
    [InlineData("a1b2a", "\"a1b2a\"")]
    public void French_and_Spanish_forms_are_asked_for_beside_the_word(string text, string expected) => Assert.Equal(expected, SearchQuery.Parse(text).Match);

    [Fact]
    public void The_last_word_of_what_is_being_typed_is_only_begun()
    {
        Assert.Equal("{Headline Standfirst Contacts} : (\"climate\" AND \"su\"*)", SearchQuery.Begun("climate su").Match);
        Assert.True(SearchQuery.Begun("\" *").IsEmpty);
    }

    [Fact]
    public void A_very_long_text_is_cut() => Assert.True(SearchQuery.Parse(new string('x', 10_000)).Text.Length <= SearchQuery.MaxLength);
}
