using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

/// <summary>What a site sets around its texts is told from them, in the words of any content system.</summary>
public sealed class FrameTests
{
    private const string Bridge = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the storms of that winter.";
    private const string Crowd = "More than four hundred people crossed it in the first hour, and the café on the quay had sold the last of its cake before noon.";
    private const string Oysters = "Oysters have come back to the outer basin of the port for the first time since the dredging of the channel, divers of the university report.";
    private const string Library = "Readers in eleven villages will see the mobile library more often under a timetable that starts after Easter and adds three stops to the round.";

    private static IEnumerable<(int Start, int End, string Headline)> Cut(string page) => Planned.Of(page).Releases.Select(r => (r.StartLine, r.EndLine, r.Headline));

    [Theory]
    [InlineData("Share this page  Facebook  Twitter  Email\nPrint this page")]
    [InlineData("Imprimer | Partager sur Facebook | Envoyer à un ami\nHaut de page")]
    [InlineData("Print   E-mail   Share\nRead more")]
    [InlineData("Back to top\nShare")]
    public void Buttons_under_each_text_part_it_from_the_next(string buttons)
    {
        var page = $"Footbridge opens\n\n{Bridge}\n\n{buttons}\n\nOysters return\n\n{Oysters}\n\n{buttons}\n\nMore stops for readers\n\n{Library}\n\n{buttons}\n";

        Assert.Equal([(1, 3, "Footbridge opens"), (8, 10, "Oysters return"), (15, 17, "More stops for readers")], Cut(page));
    }

    [Fact]
    public void Buttons_under_a_headline_are_no_text()
    {
        var release = Planned.One($"12 May 2016\n\nFootbridge opens\n\nShare   Tweet   Print\n\n{Bridge}\n\n{Crowd}\n");

        Assert.Equal((1, 9, "Footbridge opens"), (release.StartLine, release.EndLine, release.Headline));
        Assert.DoesNotContain("Tweet", release.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Skip to main content\nHarbour Trust\nHome   About us   Ships   People   News\nHome > About us > News")]
    [InlineData("Harbour Trust\nhome | ships | people | news | join us\nNews archive: May 2016\nShowing 1-2 of 2 items")]
    [InlineData("Media centre – Harbour Trust and Lighthouse Society of the Northern Isles")]
    [InlineData("Harbour Trust\nYou are here: Home / News / 2016\nFilter by: All / Ships / People")]
    public void Names_menus_and_paths_over_the_first_text_are_the_pages(string header)
    {
        var page = $"{header}\n\nFootbridge opens\n\n{Bridge}\n\nContact: Anna Roe, 020 7946 0123\n\nOysters return\n\n{Oysters}\n\nContact: Anna Roe, 020 7946 0123\n";
        var first = header.Split('\n').Length + 2;

        Assert.Equal([(first, first + 4, "Footbridge opens"), (first + 6, first + 10, "Oysters return")], Cut(page));
    }

    [Theory]
    [InlineData("Older posts »\nFollow us | Contact us | Cookies")]
    [InlineData("Related pages\nSpot the signs of a storm\nLost property\nPage 1 of 12   Next >\nWe use cookies on this site. Change settings")]
    [InlineData("Harbour Trust is a registered charity. Pictures on request.")]
    [InlineData("Previous month   Next month\nTerms and Conditions")]
    public void Pagers_lists_and_legal_lines_under_the_last_text_are_the_pages(string footer) =>
        Assert.Equal((3, 5), Planned.Of($"12 May 2016\n\nFootbridge opens\n\n{Bridge}\n\n{footer}\n").Releases.Select(r => (r.StartLine + 2, r.EndLine)).Single());

    [Theory]
    [InlineData("The children of the harbour school sold four hundred cookies on the quay, and every one of them was gone before noon.")]
    [InlineData("Harbour Trust, which paid for the works, is a registered charity that has looked after the quays, the lights and the lifeboat of the port for more than a century.")]
    public void The_last_paragraph_of_a_release_is_no_line_of_the_foot(string last) =>
        Assert.Equal(7, Planned.One($"12 May 2016\n\nFootbridge opens\n\n{Bridge}\n\n{last}\n").EndLine);

    [Fact]
    public void A_short_release_under_its_date_is_no_foot_of_the_page() =>
        Assert.Equal("Footbridge opens <b>now</b>", Planned.One("13/06/14\n\nFootbridge opens <b>now</b>\n\nThe harbour trust opened its new footbridge to walkers on Friday.\n").Headline);

    [Fact]
    public void A_date_line_under_each_text_dates_the_text_over_it()
    {
        var page = $"Footbridge opens\n\n{Bridge}\n\nPosted by admin on 21 May 2013 | 2 Comments\n\nOysters return\n\n{Oysters}\n\nPosted by Anna on 9 May 2013 | 0 Comments\n";

        Assert.Equal([("Footbridge opens", 1, 5), ("Oysters return", 7, 11)], Planned.Of(page).Releases.Select(r => (r.Headline, r.StartLine, r.EndLine)));
    }

    [Fact]
    public void A_month_over_several_releases_begins_none()
    {
        var page = $"Harbour Trust\nHome | Ships | News\n\nMay 2016\n\nFootbridge opens\n\n{Bridge}\n\nOysters return\n\n{Oysters}\n\nApril 2016\n\nMore stops for readers\n\n{Library}\n";

        Assert.DoesNotContain(Planned.Of(page).Releases, r => r.StartLine is 4 or 14 || r.Headline.EndsWith("2016", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Estates\n{0}\nComms team | {1} | 2 min read\n\n{2}\n\nWas this useful?  Yes  No  |  12 reactions\n")]
    [InlineData("{0}\nSubmitted by webteam on {1}\n\n{2}\n\nTags:\nharbour\nLog in to post comments\n")]
    [InlineData("{0}\nWritten by Administrator\n{1} 10:14\n{2}\nLast Updated on Monday, 6 June 2016 09:02\n")]
    [InlineData("{1}\n{0}\n\n{2}\n\nPosted by Ama at 11:42 PM   3 comments\nLabels: harbour, news\n")]
    [InlineData("{0} ({1})\n\n{2}\n\n[Top]\n* * * * *\n")]
    [InlineData("Title: {0}\nBody: {2}\nCreated at {1} by Roe, Anna\nEdit Item | Delete Item | Alert Me\n")]
    public void Lines_that_come_again_over_and_under_the_texts_are_heads_and_tails_in_any_words(string layout)
    {
        string Release(string headline, string date, string text) => string.Format(null, layout, headline, date, text) + "\n";
        var lines = Release("", "", "").Split('\n').Length - 1;
        var page = "Harbour Trust\nHome | Ships | News\n\n" + Release("Footbridge opens to walkers", "12 May 2016", Bridge) + Release("Oysters return to the port", "3 May 2016", Oysters) + Release("More stops for readers", "26 April 2016", Library);

        Assert.Equal([4, 4 + lines, 4 + (2 * lines)], Planned.Of(page).Releases.Select(r => r.StartLine));
    }

    [Theory]
    [InlineData("[9aa")]
    [InlineData("Page of 14th May")]
    [InlineData("News | 14th")]
    public void Odd_lines_at_the_top_are_read(string line) => Assert.Single(Planned.Of($"{line}\n\n{Bridge}\n\n{Crowd}\n").Releases);
}
