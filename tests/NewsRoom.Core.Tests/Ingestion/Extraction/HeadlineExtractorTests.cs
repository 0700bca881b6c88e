using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class HeadlineExtractorTests
{
    [Fact]
    public void A_headline_of_the_source_is_taken_as_it_stands()
    {
        var release = Planned.One("13/06/14\n\nFootbridge opens <script>alert(1)</script>\n\nThe harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away.\n");

        Assert.Equal(("Footbridge opens <script>alert(1)</script>", HeadlineBasis.Text), (release.Headline, release.HeadlineBasis));
        Assert.DoesNotContain("Footbridge opens", release.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_a_clause_of_the_lead_is_suggested()
    {
        var release = Planned.One("GENEVA, Switzerland, March 10, 2017 – The harbour trust opened its new footbridge to walkers, two years after the old one was washed away by spring tides and storms of the winter.\n\nMore than four hundred people crossed in the first hour, and the café on the quay ran out of cake before noon.\n");

        Assert.StartsWith("The harbour trust opened its new footbridge to walkers", release.Headline, StringComparison.Ordinal);
        Assert.Equal((HeadlineBasis.Suggested, true), (release.HeadlineBasis, release.Headline.Length <= 80));
    }

    [Theory]
    [InlineData("On Friday, December 12th, the museum opened a gallery of boats.", "The museum opened a gallery of boats")]
    [InlineData("Who keeps the harbours? The trust does.", "Who keeps the harbours?")]
    [InlineData("“We are glad to be here.” So said the mayor.", "We are glad to be here")]
    [InlineData("Two passport readers, a generator and a shelter with benches for 60 people were handed over at Rosso, where the road from Dakar crosses the river.", "Two passport readers, a generator and a shelter with benches")]
    [InlineData("Paid for by the Environment Agency and the city, the wall is built for the floods of the 2080s, when peaks are expected to be higher.", "The wall is built for the floods of the 2080s")]
    [InlineData("A bridge for moose, sketched by four students on the back of a menu, has won the province's award for a work not yet built.", "A bridge for moose has won the province's award for a work not yet built")]
    [InlineData("Twenty-three runners, throwers and jumpers will wear the colours of the Northern Isles at the games in Bermuda.", "Twenty-three runners, throwers and jumpers will wear the colours")]
    [InlineData("   ", "Untitled release")]
    [InlineData("”", "Untitled release")]
    [InlineData("Visit the quay (12/6)", "Visit the quay")]
    [InlineData("The  harbour  trust  opened  a  gallery", "The harbour trust opened a gallery")]
    public void A_suggestion_says_what_happened(string lead, string headline) => Assert.Equal(headline, HeadlineExtractor.Suggest(lead));

    [Fact]
    public void A_suggestion_has_80_characters_at_most_and_no_word_is_cut_or_left_hanging()
    {
        const string lead = "The harbour trust and its partners in eleven coastal towns have together begun to count and to map the seals of the";

        var headline = HeadlineExtractor.Suggest(lead);

        Assert.InRange(headline.Length, 40, 80);
        Assert.StartsWith(headline + " ", lead, StringComparison.Ordinal);
        Assert.DoesNotContain(headline.Split(' ')[^1], (string[])["the", "and", "to", "of", "in"]);
    }

    [Fact]
    public void One_word_without_an_end_is_cut_at_the_limit_and_never_within_a_character()
    {
        Assert.Equal(80, HeadlineExtractor.Cut(new string('a', 300), 80).Length);
        Assert.Equal(79, HeadlineExtractor.Cut(new string('a', 79) + "👩👩", 80).Length);
    }

    private const string Text = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the spring tides.";

    [Theory]
    [InlineData("Ref: PR 112\n\nFootbridge opens after two years")]
    [InlineData("Release No. 14/2017\n\nFootbridge opens after two years")]
    [InlineData("RESEARCH\n\nFootbridge opens after two years")]
    [InlineData("PHOTOCALL – PHOTOCALL\n\nFootbridge opens after two years")]
    [InlineData("Walkers wait at the gate. Photo: Anna Roe\n\nFootbridge opens after two years")]
    [InlineData("Title: Footbridge opens after two years")]
    [InlineData("Footbridge opens after two years (12 June 2014)")]
    public void The_headline_is_not_what_stands_over_it_nor_beside_it(string head) =>
        Assert.Equal("Footbridge opens after two years", Planned.Of($"PRESS RELEASE\n\n{head}\n\n{Text}\n\nENDS\n\nPRESS RELEASE\n\nFerry returns\n\n{Text}\n\nENDS\n").Releases[0].Headline);

    [Fact]
    public void The_name_of_the_sender_over_every_release_is_no_headline()
    {
        string[] headlines = ["Footbridge opens after two years", "Ferry returns to the north quay", "Crane is sold for scrap"];

        var plan = Planned.Of(string.Join("\n\n", headlines.Select((h, i) => $"Westbay Harbour Trust\n\nPress release – {i + 3} June 2014\n\n{h}\n\n{Text}\n\nEnds")));

        Assert.Equal(headlines, plan.Releases.Select(r => r.Headline));
    }

    [Fact]
    public void The_same_headline_twice_is_put_before_the_editor()
    {
        var plan = Planned.Of($"13/06/14\n\nService update\n\n{Text}\n\n14/06/14\n\nService update\n\nThe ferry to the north quay sails again from Monday, and its timetable is the one of last summer.\n");

        Assert.Equal(2, plan.Releases.Count);
        Assert.All(plan.Releases, r => Assert.Contains(r.Unsure, u => u.Contains("has the same one", StringComparison.Ordinal)));
    }
}
