using NewsRoom.Core.Search;
using Xunit;

namespace NewsRoom.Core.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("climate summit", "\"climate\" AND \"summit\"")]
    [InlineData("\"climate summit\" geneva", "\"climate summit\" AND \"geneva\"")]
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

    [Fact]
    public void A_very_long_text_is_cut() => Assert.True(SearchQuery.Parse(new string('x', 10_000)).Text.Length <= SearchQuery.MaxLength);
}
