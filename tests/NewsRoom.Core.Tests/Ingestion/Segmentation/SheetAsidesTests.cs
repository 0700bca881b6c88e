using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

/// <summary>What stands between releases, and belongs to one of them.</summary>
public sealed class SheetAsidesTests
{
    private const string Bridge = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by spring tides and storms.";
    private const string Oysters = "Native oysters have been laid again on the bed of the inner basin, where the last of them was dredged up in 1931, the trust said this morning.";
    private const string Crane = "The last steam crane of the north quay has been sold for scrap, after no museum could be found that had room for its jib of forty metres.";

    [Fact]
    public void A_line_of_labels_that_begins_with_the_language_closes_its_release()
    {
        static string Labels(string day) => $"Language English Posted: {day}, 2017 - 16:33Image: Region-Country: Asia and the PacificCambodiaThemes: Counter-TraffickingDefault: ";
        var page = $"Press Room\n\nFootbridge opens to walkers\n\nTAYPORT – {Bridge}\n\n{Crane}\n{Labels("Tuesday, April 4")}\n\nOysters return to the basin\n\nTAYPORT – {Oysters}\n\n{Crane}\n{Labels("Monday, April 3")}\n";

        Assert.Equal([(3, "2017-04-04"), (10, "2017-04-03")], Planned.Of(page).Releases.Select(r => (r.StartLine, r.Date.ToIso())));
    }

    [Fact]
    public void Words_for_the_press_between_a_contact_and_the_marker_are_of_the_release_that_the_contact_opens()
    {
        static string Contact(string aside) => $"For press enquiries:\n\nAnna Roe, Press Officer\n\nTelephone: 01632 960411 / out of hours 07700 900155\n\n{aside}";
        var page = $"{Contact("Interviews can be arranged between 9 am and 11 am only.")}\n\nEmbargoed until 00.01 on Thursday 3 July 2014\n\nFootbridge opens to walkers\n\n{Bridge}\n\nENDS\n\n{Contact("The press desk is staffed until 6 pm.")}\n\nFor immediate release\n\nOysters return to the basin\n\n{Oysters}\n\nENDS\n";

        Assert.Equal([(1, "Footbridge opens to walkers"), (17, "Oysters return to the basin")], Planned.Of(page).Releases.Select(r => (r.StartLine, r.Headline)));
    }

    [Fact]
    public void A_heading_over_a_sentence_that_leads_to_the_press_office_opens_the_first_release()
    {
        var page = $"MEDIA CONTACTS\n\nTo arrange an interview, please contact:\n\nAnna Roe, Head of Media\n\nT: 020 7946 0381\n\nEMBARGOED UNTIL 00:01 TUESDAY 14 OCTOBER 2014\n\nFootbridge opens to walkers\n\n{Bridge}\n\nENDS\n";

        Assert.Equal([1], Planned.Of(page).Releases.Select(r => r.StartLine));
    }

    [Fact]
    public void What_stands_under_Background_behind_a_contact_is_of_the_release_before()
    {
        var page = $"News\n\n{Oysters}\n\nMedia contact: Anna Roe, 020 7946 0381\n\n{Bridge}\n\nMedia contact: Anna Roe, 020 7946 0381\n\nBackground\n\nThe Harbours Act began in 2007. It allows trusts that cannot find enough stone to bring it in from other counties for their piers.\n";

        Assert.Equal([3, 7], Planned.Of(page).Releases.Select(r => r.StartLine));
    }

    [Fact]
    public void Where_date_lines_stand_right_under_the_text_before_an_empty_line_parts_paragraphs()
    {
        var page = $"8 September 2016\nFootbridge opens to walkers\n{Bridge}\n\nJohn Anthony Peel, 44, of Cowper Road, was the first to walk across it.\n6 September 2016\nOysters return to the basin\n{Oysters}\n\nMary Anne Dale, 31, of Marsh Street, laid them.\n1 September 2016\nCrane is sold for scrap\n{Crane}\n";

        Assert.Equal(["Footbridge opens to walkers", "Oysters return to the basin", "Crane is sold for scrap"], Planned.Of(page).Releases.Select(r => r.Headline));
    }
}
