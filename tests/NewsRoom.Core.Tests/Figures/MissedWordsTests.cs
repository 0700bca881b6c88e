using NewsRoom.Core.Figures;
using NewsRoom.Core.Search;
using Xunit;

namespace NewsRoom.Core.Tests.Figures;

public sealed class MissedWordsTests
{
    [Theory]
    [InlineData("  Climate   Refugees 2014 ", "climate refugees 2014")]
    [InlineData("anna@example.org", null)]
    [InlineData("+44 20 7946 0123", null)]
    [InlineData("call 07700 900123", null)]
    [InlineData("https://example.org/x", null)]
    [InlineData("www.example.org", null)]
    [InlineData("one two three four five six", null)]
    [InlineData("-only", null)]
    [InlineData("", null)]
    public void Only_words_that_reach_nobody_are_counted(string text, string? expected) => Assert.Equal(expected, MissedWords.Of(SearchQuery.Parse(text)));
}
