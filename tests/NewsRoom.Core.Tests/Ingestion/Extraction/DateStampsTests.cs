using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

/// <summary>Days that stand over the text of a release or under it, and not in it.</summary>
public sealed class DateStampsTests
{
    private const string Text = "The harbour trust has opened a footbridge that walkers waited for since the tides took the old one, and nine of its crew built it from oak.\n\nIt bears four hundred people at a time, said the warden, who counted them.\n";

    [Theory]
    [InlineData("Footbridge opens to walkers at last\nDetails\nCategory: Harbour\nWritten by Anna Roe\nPublished: 13 June 2014\nHits: 812\n\n")]
    [InlineData("Harbour\nFootbridge opens to walkers at last\n13/06/2014\nThe warden on the new footbridge\n\n")]
    [InlineData("Footbridge opens to walkers at last\nBy Anna Roe, Harbour Office   13 Jun 2014\n\n")]
    [InlineData("FOOTBRIDGE OPENS TO WALKERS AT LAST (13 June 2014)\n\n")]
    [InlineData("Footbridge opens to walkers at last\nPress release dateFriday, 13 June, 2014TopicHarbourTagsbridges, walkers\n\n")]
    [InlineData("13.06.14   HARBOUR\nFootbridge opens to walkers at last\n")]
    [InlineData("Nr. 41/2014 vom 13.06.2014\nFootbridge opens to walkers at last\n\n")]
    [InlineData("For the record only: 13 June 2014\n\nFootbridge opens to walkers at last\n\n")]
    [InlineData("Footbridge opens to walkers at last\nItem Date: 6/13/2014 9:00 AM\nCategory: Harbour\n\n")]
    [InlineData("Footbridge opens to walkers at last\nVeröffentlicht am 13. Juni 2014 von Anna Roe\n\n")]
    [InlineData("13 Mehefin 2014\n\nFootbridge opens to walkers at last\n\n")]
    public void A_day_over_the_text_dates_the_release(string head) => Assert.Equal("2014-06-13", Planned.One(head + Text).Date.ToIso());

    [Theory]
    [InlineData("\n-ends-\n\nIssued by the harbour office, Quay Street, 13 June 2014.\n")]
    [InlineData("\nCreated at 13/06/2014 09:14 by Roe, Anna\n")]
    public void A_day_under_the_text_dates_the_release(string foot) =>
        Assert.Equal("2014-06-13", Planned.One("Footbridge opens to walkers at last\n\n" + Text + foot).Date.ToIso());

    [Theory]
    [InlineData("13 June 2014", "9 June 2014", "5 June 2014")]
    [InlineData("Posted by Anna Roe on June 13, 2014 | 2 Comments", "Posted by Anna Roe on June 9, 2014 | 0 Comments", "Posted by admin on June 5, 2014 | 1 Comment")]
    public void The_lines_that_close_the_releases_of_a_page_date_them(string first, string second, string third)
    {
        const string Ferry = "Harbour ferry runs aground\n\nForty passengers of the night ferry waited six hours for the tide on a sandbank, and sang until the lifeboat brought them tea.\n\n";
        var releases = Planned.Of("Footbridge opens to walkers at last\n\n" + Text + "\n" + first + "\n\n" + Ferry + second + "\n\nChoir sings in the harbour hall\n\nThe town choir sang to a full house on its first evening since the roof was mended, and gave the money to the ferry’s crew.\n\n" + third + "\n").Releases;

        Assert.Equal(["2014-06-13", "2014-06-09", "2014-06-05"], releases.Select(r => r.Date.ToIso()));
    }

    [Theory]
    [InlineData("Closing date for entries: 13 June 2014")]
    [InlineData("Next open day: 13 June 2014")]
    public void The_label_of_what_is_to_come_dates_no_release(string line) =>
        Assert.NotEqual("2014-06-13", Planned.One("Footbridge opens to walkers at last\n" + line + "\n\n" + Text).Date.ToIso());

    [Fact]
    public void A_page_whose_short_dates_have_days_behind_the_twelfth_tells_how_it_writes_the_others()
    {
        const string Ferry = "\nHarbour ferry runs aground\nItem Date: 6/5/2014 4:15 PM\n\nForty passengers of the night ferry waited six hours for the tide on a sandbank, and sang until the lifeboat brought them tea.\n";
        var releases = Planned.Of("Footbridge opens to walkers at last\nItem Date: 6/13/2014 9:00 AM\n\n" + Text + Ferry).Releases;

        Assert.Equal(["2014-06-13", "2014-06-05"], releases.Select(r => r.Date.ToIso()));
    }

    [Fact]
    public void A_day_in_brackets_behind_the_lead_dates_the_release() =>
        Assert.Equal("2014-06-13", Planned.One("The harbour trust has opened a footbridge that walkers waited for since the tides took the old one. (13 June 2014)\n\nIt bears four hundred people at a time, said the warden.\n").Date.ToIso());

    [Fact]
    public void The_days_of_a_list_under_the_text_are_still_to_come() =>
        Assert.NotEqual("2014-06-15", Planned.One("Footbridge to open to walkers at last\n\n" + Text + "\nThe walks will be led on:\nSaturday 14 June 2014\nSunday 15 June 2014\n").Date.ToIso());

    [Fact]
    public void A_card_in_one_line_names_the_day_of_what_is_to_come() =>
        Assert.Null(Planned.One("PHOTOCALL: footbridge meets ferry\n\nDate: 13 June. Time: 2.30pm. Place: Harbour office, Quay Street.\n\n" + Text).Date.ToIso());
}
