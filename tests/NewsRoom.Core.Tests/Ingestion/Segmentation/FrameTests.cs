using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;
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
    [InlineData("Skip to main contentHarbour TrustMenuSearch\nHomeShipsPeopleNewsContact\nHomeNews")]
    [InlineData("The Wayback Machine - http://web.archive.org/web/20060218103412/http://www.harbour.example/news\n14 captures\n21 Nov 2003 - 18 Feb 2006\nmain : about us : ships : people : news")]
    [InlineData("harbour.example\nMedia room - Harbour Trust\n6-8 minutes")]
    [InlineData("Harbour Trust\nQuay news")]
    [InlineData("HARBOUR TRUST\n[ Home | Ships | People | What's New | Guestbook ]\nThis page was last updated on 3rd November 1998. Best viewed at 800 x 600.")]
    [InlineData("Ships\nPeople\nContact\nYou are here: Home News Latest news\nLatest news")]
    [InlineData("<!-- begin: content --><script>window.ships = { \"open\": true };</script>\nHarbour Trust | News")]
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
    [InlineData("« First ‹ Previous 1 2 3 4 Next › Last »\nMost read: Tides / Ferries / Lost property\nHarbour Trust, The Quay, Marlhaven. Tel 020 7946 0600.")]
    [InlineData("Start Prev 1 2 3 Next End\nMay 2016 | April 2016 | March 2016\nUpcoming: regatta, 6 August 2016")]
    [InlineData("Pages123456next ›last »")]
    [InlineData("Back to top\n© Harbour Trust")]
    [InlineData("Copyright Harbour Trust")]
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

    [Theory]
    [InlineData("2018-12-03 | Ships | permalink", "2018-11-21 | Nature | permalink", "2018-11-05 | Books | permalink")]
    [InlineData("Posted on 14 May | 2,118 views | Share", "Posted on 9 May | 94 views | Share", "Posted on 30 April | 377 views | Share")]
    [InlineData("12 March 2016", "4 March 2016", "26 February 2016")]
    public void Dates_under_texts_that_have_no_headlines_close_them(string first, string second, string third)
    {
        var page = $"Harbour Trust | News archive\n\n{Bridge}\n\n{Crowd}\n\n{first}\n\n{Oysters}\n\n{second}\n\n{Library}\n\n{third}\n";

        Assert.Equal([(3, 7), (9, 11), (13, 15)], Planned.Of(page).Releases.Select(r => (r.StartLine, r.EndLine)));
    }

    [Fact]
    public void Lines_that_come_again_under_the_texts_part_them_where_nothing_stands_over_any()
    {
        static string Tail(string at, string label) => $"Posted by Anna at {at}\n4 comments:\nLabels: {label}";
        var page = $"Harbour Trust | News archive\n\n{Bridge}\n{Tail("10:14", "quay")}\n\n{Oysters}\n{Tail("09:02", "nature")}\n\n{Library}\n{Tail("16:40", "books")}\n";

        Assert.Equal([3, 8, 13], Planned.Of(page).Releases.Select(r => r.StartLine));
    }

    [Fact]
    public void A_heading_of_Markdown_begins_a_release_whatever_its_words_are()
    {
        var page = $"## Footbridge opens\n\n{Bridge}\n\nContact: Anna Roe, 020 7946 0123\n\n## **They came back.** Oysters return\n\n{Oysters}\n\n## “Nobody reads at noon”: more stops\n\n{Library}\n";

        Assert.Equal([1, 7, 11], Cut(page).Select(r => r.Start));
    }

    [Fact]
    public void Behind_a_colon_that_lost_its_address_a_release_can_begin()
    {
        var page = $"TORSAY, March 3, 2016 – {Bridge}\n\n{Crowd}\n\nWalkers may book until Easter. Forms are available at:\n\nTORSAY, March 1, 2016 – {Oysters}\n\n{Library}\n";

        Assert.Equal([1, 7], Cut(page).Select(r => r.Start));
    }

    [Fact]
    public void Text_whose_last_sentence_lost_its_end_is_no_headline()
    {
        var page = Page.Read(ArchiveReader.Read("page.txt", System.Text.Encoding.UTF8.GetBytes("The plan of the new quay can be seen on our website. Schools that want to walk on it before it opens should email\n"), long.MaxValue, out _).Lines, 1, monthFirst: false);

        Assert.False(page.Is(0, Traits.TitleLike));
    }

    [Fact]
    public void The_widest_of_the_empty_lines_part_releases_whatever_the_usual_number_is()
    {
        var page = $"{Bridge}\n\n\n{Crowd}\n\n\nThe café will stay open until ten from now on, its keeper said.\n\n\n\n{Oysters}\n\n\nThe dredging ended in 1998, and nobody had looked since.\n\n\nThe university will dive again in May.\n\n\n\n{Library}\n";

        Assert.Equal([1, 11, 21], Planned.Of(page).Releases.Select(r => r.StartLine));
    }

    [Fact]
    public void Labels_run_together_under_a_headline_belong_to_it_and_date_it()
    {
        static string Labels(string day) => $"Press release dateMonday, {day} March, 2019TopicShipsTagsquay, bridge\n\nShareFacebookTwitterEmailPrint";
        var page = $"Footbridge opens\n{Labels("11")}\n\n{Bridge}\n\nOysters return\n{Labels("18")}\n\n{Oysters}\n";
        var plan = Planned.Of(page);

        Assert.Equal([(1, "Footbridge opens"), (8, "Oysters return")], plan.Releases.Select(r => (r.StartLine, r.Headline)));
        Assert.Equal([new DateOnly(2019, 3, 11), new DateOnly(2019, 3, 18)], plan.Releases.Select(r => r.Date.Value!.Value));
    }

    [Theory]
    [InlineData("Anna MacDonald and Paul McKenzie speak on YouTube")]
    [InlineData("The 22nd regatta, in 2019, had 300m races")]
    public void Names_and_numbers_are_not_taken_apart(string headline) =>
        Assert.Equal(headline, Planned.One($"12 May 2016\n\n{headline}\n\n{Bridge}\n").Headline);

    [Fact]
    public void A_first_release_that_begins_as_no_other_does_is_unsure()
    {
        var page = $"Customers: ring 0800 555 0101, the press see below\n\n12 May 2016\n\nFootbridge opens\n\n{Bridge}\n\n11 May 2016\n\nOysters return\n\n{Oysters}\n";

        Assert.InRange(Planned.Of(page).Releases[0].Cut.Confidence, 0, 0.89);
        Assert.InRange(Planned.Of(page[(page.IndexOf('\n', StringComparison.Ordinal) + 2)..]).Releases[0].Cut.Confidence, 0.95, 1);
    }

    [Theory]
    [InlineData("HARBOUR TRUST – PRESS NOTICE")]
    [InlineData("Harbour Trust – media release – for immediate release")]
    [InlineData("**APPEAL**  Issued by the harbour master")]
    [InlineData("NEWS    NEWS    NEWS")]
    [InlineData("MEDIA NOTE")]
    [InlineData("Pressemitteilung")]
    public void A_marker_is_known_behind_a_name_between_stars_and_in_other_languages(string marker)
    {
        var page = $"{marker}\n\nFootbridge opens\n\n{Bridge}\n\n{Crowd}\n\n{marker}\n\nOysters return\n\n{Oysters}\n";

        Assert.Equal([(1, "Footbridge opens"), (9, "Oysters return")], Planned.Of(page).Releases.Select(r => (r.StartLine, r.Headline)));
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
