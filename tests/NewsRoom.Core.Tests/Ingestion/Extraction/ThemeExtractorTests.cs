using System.Text;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Themes;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class ThemeExtractorTests
{

    [Fact]
    public void One_mention_tags_a_short_release_that_speaks_of_the_subject_all_along() =>
        Assert.Contains(Planned.One("Four people who were locked in a nail bar in Saltmarsh have been given their passports back.\n\nThey had worked for two years to pay off a debt, without wages, for a gang that called it rent.\n\nThe police treat them as victims of human trafficking.\n").Themes, t => t.Slug == "trafficking");

    [Fact]
    public void A_list_that_names_every_theme_is_about_none_of_them() =>
        Assert.Empty(Planned.One("The spring meeting of the harbour forum ended on Friday after a morning spent on one word of its minutes.\n\nThe draft has twenty aims, which range from data to resettlement, the role of the diaspora, the fight against human trafficking and climate change.\n\nThe forum kept to one, the price of a berth, and compared what boats pay in eleven towns.\n").Themes);

    private static readonly ArchivePipeline Pipeline = new(new PipelineSettings { Themes = [new ThemeDefinition("rivers", "Rivers", "About rivers.", [new ThemeTerm("river", 3), new ThemeTerm("flood plain", 2)])] });

    [Fact]
    public void What_a_release_is_about_tags_it_and_the_phrases_say_why()
    {
        var theme = Assert.Single(Of("River trust opens flood plain", "The river trust gave the river back its flood plain on Friday, and the river filled it within a day.", "A river needs room, the trust says, and a flood plain is the cheapest there is."));

        Assert.Equal("rivers", theme.Slug);
        Assert.InRange(theme.Score, 0.5, 1);
        Assert.All(theme.Phrases, p => Assert.InRange(p.Line, 1, 5));
        Assert.Contains(theme.Phrases, p => p.Text.Equals("flood plain", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_word_in_passing_does_not_tag() =>
        Assert.Empty(Of("Choir sings in town hall", "The town choir sang in the hall on Friday to a full house, its first concert since the roof was mended.", "The hall stands beside the river and holds four hundred people, who stayed for tea and cake."));

    [Fact]
    public void What_an_organisation_says_of_itself_does_not_tag() =>
        Assert.Empty(Of("Choir sings in town hall", "The town choir sang in the hall on Friday to a full house, its first concert since the roof was mended.", "About River Trust: the river trust keeps the river and its flood plain, and each river in the county."));

    private static IReadOnlyList<FoundTheme> Of(params string[] paragraphs) =>
        Assert.Single(Pipeline.Plan("a.txt", Encoding.UTF8.GetBytes(string.Join("\n\n", paragraphs) + "\n")).Releases).Themes;
}
