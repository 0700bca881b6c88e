using NewsRoom.Core.Ingestion.Segmentation;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

public sealed class WordsTests
{
    [Theory]
    [InlineData("programmes", "Programme")]
    [InlineData("countries", "COUNTRY")]
    [InlineData("Écoles", "ecole")]
    [InlineData("communiqués", "COMMUNIQUÉ")]
    [InlineData("2014", "2014")]
    public void Case_accents_and_plurals_do_not_matter_to_a_key(string one, string other) => Assert.Equal(Words.KeyOf(one), Words.KeyOf(other));

    [Theory]
    [InlineData("bus", "bu")]
    [InlineData("gas", "ga")]
    [InlineData("press", "pres")]
    [InlineData("virus", "viru")]
    [InlineData("Paris", "Pari")]
    [InlineData("ties", "ty")]
    public void A_word_that_ends_in_s_by_itself_keeps_it(string word, string less) => Assert.NotEqual(Words.KeyOf(word), Words.KeyOf(less));

    [Fact]
    public void A_word_of_a_text_has_the_key_that_it_has_alone()
    {
        const string text = "The Council’s archives, l’Organisation; e\u0301cole Zürich-Höngg 3rd (WHO) www.example.org naïve";

        Assert.Equal(["The", "Council", "archives", "l", "Organisation", "e\u0301cole", "Zürich", "Höngg", "3rd", "WHO", "www", "example", "org", "naïve"], Words.Of(text).Select(w => text.Substring(w.Start, w.Length)));
        Assert.All(Words.Of(text), w => Assert.Equal(Words.KeyOf(text.AsSpan(w.Start, w.Length)), w.Key));
        Assert.Equal(Words.Of(text).Select(w => w.Key), Words.KeysOf(text));
    }

    [Theory]
    [InlineData("Anna", nameof(WordTraits.Capital))]
    [InlineData("ÉMILE", "Capital, AllCapitals")]
    [InlineData("IOM2", "Capital, AllCapitals")]
    [InlineData("A", nameof(WordTraits.Capital))]
    [InlineData("3rd", nameof(WordTraits.Number))]
    [InlineData("émile", nameof(WordTraits.None))]
    public void Capitals_and_numbers_are_told_by_their_letters(string word, string expected) =>
        Assert.Equal(Enum.Parse<WordTraits>(expected), Assert.Single(Words.Of(word)).Traits & (WordTraits.Capital | WordTraits.AllCapitals | WordTraits.Number));

    [Theory]
    [InlineData("February", nameof(WordTraits.Month))]
    [InlineData("février", nameof(WordTraits.Month))]
    [InlineData("Dr", nameof(WordTraits.Title))]
    [InlineData("spokesman", nameof(WordTraits.Role))]
    [InlineData("university", nameof(WordTraits.Organisation))]
    [InlineData("here", nameof(WordTraits.Link))]
    [InlineData("the", nameof(WordTraits.Stop))]
    public void What_the_lists_know_of_a_word_is_known_when_it_is_read(string word, string expected) => Assert.True(Assert.Single(Words.Of(word)).Is(Enum.Parse<WordTraits>(expected)));

    [Fact]
    public void A_full_stop_begins_a_sentence_and_one_inside_an_address_does_not()
    {
        const string text = "See www.example.org today. It opens.";

        Assert.Equal(["See", "It"], Words.Of(text).Where(w => w.Is(WordTraits.SentenceStart)).Select(w => text.Substring(w.Start, w.Length)));
    }
}
