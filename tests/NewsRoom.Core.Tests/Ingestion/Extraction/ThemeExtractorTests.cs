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
    public void People_in_the_diaspora_tag_a_release_that_names_them_once_behind_its_lead() =>
        Assert.Contains(Planned.One("The school on the quay of Saltmarsh has a roof again, a year after the storm took the old one.\n\nA third of the cost came from the diaspora.\n\nIt is of tin, and the pupils say that rain on it drowns the sums.\n").Themes, t => t.Slug == "diaspora");

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

    [Theory]
    [InlineData("Five members of a gang were jailed on Friday for drug trafficking, after a trial of three weeks at Saltmarsh Crown Court.")]
    [InlineData("The harbour trust earned a little less in a harder economic climate, its treasurer said at the yearly meeting on Friday.")]
    [InlineData("Soldiers who are sent on resettlement courses before they leave the army can now borrow from the building society.")]
    [InlineData("A chart of the slave trade out of Saltmarsh was bought by the museum on Friday with money from its friends.")]
    [InlineData("Black ice and snow closed the coast road on Friday, and rain is to follow before the winter is over.")]
    public void A_phrase_of_another_sense_does_not_tag(string lead) => Assert.Empty(Planned.One(lead + "\n").Themes);

    [Theory]
    [InlineData("trafficking", "Seventeen men from three countries had not been paid for four months, an inspection of forty boats has found.\n\nTwo boats were held in port. Seven of the deckhands have been recognised as victims of trafficking, and a transit visa was all that they had.\n")]
    [InlineData("climate", "Forty-two villages will have to move inland because the sea is coming into their gardens.\n\n“Climate change took the school first,” said the headman of one. A sea wall was built in vain.\n")]
    [InlineData("climate", "La mer a déjà pris le cimetière et la moitié des cocotiers. Elle avance de deux mètres par an.\n\nC’est le premier village du littoral qui se déplace à cause du changement climatique.\n")]
    public void A_theme_that_is_named_once_among_its_own_words_is_found(string slug, string text) =>
        Assert.Contains(Planned.One(text).Themes, t => t.Slug == slug);

    [Theory]
    [InlineData("The skipper of a trawler with a tonne of cocaine under its whelks was jailed on Friday.\n\nThe judge called it trafficking on an industrial scale by men who could not mend their nets.")]
    [InlineData("A shop has opened as a place where men released from prison that morning can charge a telephone and see a housing officer.\n\nThe resettlement centre is paid for by the prison, and three of those who came were recalled to prison.")]
    [InlineData("Ten thousand oysters have been resettled on the bottom of the sea to bring back a reef.\n\nThe resettlement of the oysters will be inspected every six weeks for two years.")]
    [InlineData("A family of voles from a barley field has settled on the marsh, where the herd keeps the grass short.\n\nThe resettlement of the voles took a horse trailer, and no other species was disturbed.")]
    [InlineData("The church wall of a drowned village can be seen again, since the reservoir has fallen by nine metres.\n\nThe warden will tell of the resettlement of the 214 villagers, to a street of houses with bathrooms.")]
    [InlineData("One hundred and fifty years after slavery was abolished on the islands, strangers sat down in pairs on Sunday.\n\nEach had somebody opposite whose forebears stood on the other side; the commemoration of slavery is tomorrow.")]
    [InlineData("Eleven men were told to leave a hotel in the city with a day’s notice.\n\nThis is not resettlement; it is moving people about like furniture, the director said.")]
    public void A_word_that_its_company_turns_or_that_is_denied_does_not_tag(string text) => Assert.Empty(Planned.One(text + "\n").Themes);

    [Fact]
    public void A_word_that_its_company_would_turn_names_the_theme_where_its_own_sense_is_told_of() =>
        Assert.Contains(Planned.One("Men who grew cannabis in a locked house for a gang were victims of trafficking, the court said on Friday.\n\nTwo of the victims were children, and the trafficking of both is to be tried in May.\n").Themes, t => t.Slug == "trafficking");

    [Fact]
    public void A_theme_may_name_a_phrase_of_another_sense_itself() =>
        Assert.Equal("drugs", Assert.Single(In(Drugs, "Drug trafficking trial ends", "The trial of five men for drug trafficking ended on Friday, and drug trafficking is what they were jailed for.")).Slug);

    private static readonly ArchivePipeline Drugs = new(new PipelineSettings { Themes = [new ThemeDefinition("drugs", "Drugs", "About drugs.", [new ThemeTerm("drug trafficking", 3)])] });

    private static IReadOnlyList<FoundTheme> Of(params string[] paragraphs) => In(Pipeline, paragraphs);

    private static IReadOnlyList<FoundTheme> In(ArchivePipeline pipeline, params string[] paragraphs) =>
        Assert.Single(pipeline.Plan("a.txt", Encoding.UTF8.GetBytes(string.Join("\n\n", paragraphs) + "\n")).Releases).Themes;
}
