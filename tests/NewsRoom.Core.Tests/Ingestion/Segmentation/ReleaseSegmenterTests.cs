using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

/// <summary>Pages without date lines and headlines, where only the text tells where a release begins.</summary>
public sealed class ReleaseSegmenterTests
{
    private const string Ferry = "A ferry that has crossed the Sound of Torsay four times a day since 1961 will make her last passage on Saturday 8 June, with every islander who ever missed her invited aboard.\n\n" +
        "The ferry carried sheep, brides, two Prime Ministers and, in the winter of 1987, the whole of the school. Her engine was built in Ballina and has been rebuilt there six times.\n\n" +
        "“She never learned to go backwards,” said skipper Morag Bain. “Nor did I.”\n\n" +
        "Tickets are free.";

    private const string Seeds = "Eleven thousand packets of seed have been posted to gardeners in every county by the Bramley Botanic Garden, which asks them to write down, until the first frost, which insects come to the flowers.\n\n" +
        "The seed is of plants that have vanished from the verges: cornflower, corncockle and shepherd’s needle. A gardener needs one square metre and a pencil.\n\n" +
        "“We know what the bees have lost, and want to know what they miss,” botanist Piers Holloway explained.\n\n" +
        "Pencils are not supplied.";

    [Fact]
    public void Leads_are_told_by_how_paragraphs_begin_and_how_the_release_before_closes()
    {
        var starts = Starts(Ferry + "\n\n" + Seeds + "\n");

        Assert.Equal([1, 9], starts);
    }

    [Fact]
    public void A_menu_over_the_first_release_is_no_headline()
    {
        var starts = Starts("Skip to content\nStudy | Research | Business | News | About\n\n" + Ferry + "\n\n" + Seeds + "\n");

        Assert.Equal([4, 12], starts);
    }

    [Fact]
    public void Gaps_that_set_off_header_and_footer_part_no_releases()
    {
        var starts = Starts("Home\nNewsroom\nLatest news from Torsay\n\n\n" + Ferry + "\n\n" + Seeds + "\n\n\nTorsay Council, Pier Road\n");

        Assert.Equal([6, 14], starts);
    }

    [Fact]
    public void What_a_page_closes_its_releases_with_belongs_to_the_one_before()
    {
        const string closing = "Torsay Council looks after four islands, nine piers and one traffic light, which is green.";
        const string contact = "For further information please contact Morag Bain, Torsay Council, +44 1632 960 411";

        var starts = Starts(string.Join("\n\n", Ferry, contact, closing, Seeds, contact, closing) + "\n");

        Assert.Equal([1, 13], starts);
    }

    [Fact]
    public void The_only_headline_of_a_page_whose_releases_close_with_contacts_is_the_name_of_the_page()
    {
        const string contact = "For further information please contact Morag Bain, Torsay Council, +44 1632 960 411";

        var starts = Starts(string.Join("\n\n", "Torsay Council and its islands", Ferry, contact, Seeds, contact) + "\n");

        Assert.Equal([3, 13], starts);
    }

    [Theory]
    [InlineData("Torsay Council\nNews archive\n\n")]
    [InlineData("Torsay Council\nPress office archive\n\n")]
    public void The_names_of_the_site_and_of_the_page_are_no_release(string header)
    {
        var starts = Starts($"{header}13/06/14\n\n{Ferry}\n\n11/05/14\n\n{Seeds}\n");

        Assert.Equal([4, 14], starts);
    }

    [Fact]
    public void A_notice_of_one_paragraph_behind_a_contact_is_a_release_and_so_is_what_follows_it()
    {
        const string contact = "For further information please contact Morag Bain, Torsay Council, +44 1632 960 411";
        const string notice = "The swing bridge at Kirk Skell will be closed on Sunday night. Walkers are taken across by the pilots’ launch. Dogs travel free.";

        var starts = Starts(string.Join("\n\n", Ferry, contact, notice, Seeds, contact) + "\n");

        Assert.Equal([1, 11, 13], starts);
    }

    [Theory]
    [InlineData("Ferry makes her last passage\nIslanders are all invited aboard\nSaturday 8 June 2013\n")]
    [InlineData("Ferry makes her last passage\nBy Morag Bain\nSaturday 8 June 2013\n")]
    [InlineData("Ferry makes her last\npassage on Saturday\nSaturday 8 June 2013\n")]
    [InlineData("Ferry makes her last passage\nBy Morag Bain\nPosted: Saturday, June 8, 2013 - 10:00Image: Region-Country: Default: \n")]
    public void A_headline_stands_over_its_date_with_whatever_is_between_them(string head)
    {
        var page = Planned.Of($"{head}\n{Ferry}\n\nFor further information please contact Morag Bain on +44 1632 960 411\n\n{head}\n{Seeds}\n");

        Assert.Equal(["2013-06-08", "2013-06-08"], page.Releases.Select(r => r.Date.ToIso()));
        Assert.All(page.Releases, r => Assert.StartsWith("Ferry makes her last", r.Headline, StringComparison.Ordinal));
    }

    [Fact]
    public void A_headline_in_capitals_under_a_lost_address_is_no_name()
    {
        const string contact = "For further information please contact Morag Bain, Tel: +44 1632 960 411, Email:";

        var page = Planned.Of(string.Join("\n\n", "Ferry Makes Her Last Passage", Ferry, contact, "Eleven Thousand Packets Posted", Seeds, contact) + "\n");

        Assert.Equal(["Ferry Makes Her Last Passage", "Eleven Thousand Packets Posted"], page.Releases.Select(r => r.Headline));
        Assert.All(page.Releases, r => Assert.Equal("Morag Bain", Assert.Single(r.Contacts).Name));
    }

    [Fact]
    public void A_byline_between_headline_and_dateline_belongs_to_the_release()
    {
        var starts = Starts($"Ferry makes her last passage\nBy Morag Bain\nTORSAY, June 8, 2013 – {Ferry}\n\nSeed for every county\nBy Piers Holloway\nBRAMLEY, May 11, 2013 – {Seeds}\n");

        Assert.Equal([1, 11], starts);
    }

    [Fact]
    public void A_short_line_behind_plain_text_is_a_subhead_where_releases_close_with_a_contact()
    {
        const string contact = "For further information please contact Morag Bain, Torsay Council, +44 1632 960 411";
        var ferry = Ferry.Replace("The ferry carried", "How she is remembered\n\nThe ferry carried", StringComparison.Ordinal);
        var seeds = Seeds.Replace("The seed is", "What is in a packet\n\nThe seed is", StringComparison.Ordinal);

        var starts = Starts(string.Join("\n\n", "Ferry makes her last passage", ferry, contact, "Seed for every county", seeds, contact) + "\n");

        Assert.Equal([1, 15], starts);
    }

    [Fact]
    public void Days_in_a_list_date_nothing_and_begin_nothing()
    {
        var page = Planned.Of($"{Ferry}\n\nShe can be visited on\n\n- 10 June\n\n- 12 June\n\nFor further information please contact Morag Bain on +44 1632 960 411\n");

        Assert.Single(page.Releases);
    }

    [Fact]
    public void The_same_photo_credit_over_each_headline_is_no_boilerplate()
    {
        const string photo = "Photo: © Torsay Council, free to use with this release\n\n";

        var starts = Starts($"{photo}Ferry makes her last passage\n\n{Ferry}\n\n{photo}Seed for every county\n\n{Seeds}\n");

        Assert.Equal(13, starts[^1]);
    }

    [Fact]
    public void A_line_behind_the_contact_belongs_to_the_one_before()
    {
        var starts = Starts(string.Join("\n\n", Ferry, "For further information please contact Morag Bain, Torsay Council, +44 1632 960 411", "Places on the last passage close at noon on Friday.", Seeds) + "\n");

        Assert.Equal([1, 13], starts);
    }

    [Fact]
    public void Articles_open_paragraphs_of_every_kind_in_french()
    {
        var starts = Starts(
            "La ville de Montbrac a inauguré hier sa nouvelle passerelle, qui relie la gare au quartier des tanneurs et remplace un pont fermé depuis onze ans.\n\n" +
            "Les habitants avaient demandé une largeur de quatre mètres. Le conseil a choisi quatre mètres vingt.\n\n" +
            "La passerelle a coûté deux millions d’euros. Le bois vient des forêts du département.\n\n" +
            "Pour plus d’informations, contactez Solène Marchais, ville de Montbrac, 02 99 55 01 44\n");

        Assert.Equal([1], starts);
    }

    [Fact]
    public void A_picture_at_the_end_of_a_sentence_makes_no_headline_of_it()
    {
        var page = "The Border Bowl has been moved to Sunday because of a wedding. 🏏\n\n" + Ferry + "\n\n" + Seeds + "\n";

        Assert.Contains(11, Starts(page));
    }

    [Fact]
    public void A_smaller_heading_in_markdown_begins_no_release()
    {
        var page = "# Tree map of the town is finished\n\nThe town has counted its trees, all 11,204 of them, and put them on a map that anybody can open from today.\n\nForty volunteers walked every street twice.\n\n## What the map shows\n\n" +
            "Limes lead, followed by planes and by a surprising number of figs, which grew from the spit of dockers who ate them.\n\n# Hospice garden opens\n\nThe garden of the hospice opened on Thursday with forty roses and one wheelbarrow, given by the rowing club.\n\nIt has a bench.\n";

        Assert.Equal([1, 11], Planned.Of(page, "news.md").Releases.Select(r => r.StartLine));
    }

    private const string Bridge = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the spring tides of that year.\n\nIt cost £2m and took nine months to build, the trust said in a statement on its work.";

    private const string Oysters = "Oysters have been found in the north basin of the harbour for the first time since 1911, divers who count shells for the trust reported this week.\n\nThe water is clean enough for them since the sewer was moved.";

    [Theory]
    [InlineData("Harbour Trust | Press releases | 2015\n\n")]
    [InlineData("Harbour Trust\n\nPress releases 2015\n\n")]
    [InlineData("Harbour Trust – 2015 press releases\n\n")]
    [InlineData("Harbour Trust\nPress releases, first half of 2015\n\n")]
    [InlineData("Harbour Trust\nMedia centre\nAll | Ships | People\n\n")]
    [InlineData("")]
    public void A_page_whose_markers_stand_under_contacts_begins_its_releases_with_them(string header)
    {
        var releases = Planned.Of($"{header}Media enquiries:\n\nAnna Roe, Head of Media\n\nTelephone: 020 7946 0123\n\nEmbargoed until 00:01 Monday 19 October 2015\n\nFootbridge opens\n\n{Bridge}\n\nENDS\n\nMedia enquiries:\n\nBen Cole\n\nTelephone: 020 7946 0124\n\nFor immediate release\n\n14 September 2015\n\nOysters return\n\n{Oysters}\n\nENDS\n").Releases;

        Assert.Equal([("Footbridge opens", "Anna Roe"), ("Oysters return", "Ben Cole")], releases.Select(r => (r.Headline, Assert.Single(r.Contacts).Name)));
        Assert.Equal(header.Count(c => c == '\n') + 1, releases[0].StartLine);
    }

    [Fact]
    public void The_name_over_a_repeated_press_office_is_the_head_of_the_paper_and_no_headline()
    {
        const string paper = "The Lantern Project\nPress office: 020 7946 0123\n\nFor immediate release";

        var releases = Planned.Of($"{paper}\n\nFootbridge opens\n\n{Bridge}\n\nENDS\n\n{paper}\n\nOysters return\n\n{Oysters}\n\nENDS\n").Releases;

        Assert.Equal([("Footbridge opens", 1), ("Oysters return", 14)], releases.Select(r => (r.Headline, r.StartLine)));
        Assert.All(releases, r => Assert.Equal("020 7946 0123", Assert.Single(r.Contacts).Phone?.AsWritten));
    }

    [Fact]
    public void A_page_whose_releases_close_with_contacts_does_not_begin_them_with_one()
    {
        var releases = Planned.Of($"Harbour Trust | Press | 2016\n\nEmbargoed until 00:01 Tuesday 3 May 2016\n\nFootbridge opens\n\n{Bridge}\n\nENDS\n\nMedia enquiries: Anna Roe, 020 7946 0123\n\nFor immediate release\n\nOysters return\n\n{Oysters}\n\nENDS\n\nMedia enquiries: Ben Cole, 020 7946 0124\n").Releases;

        Assert.Equal([("Footbridge opens", "Anna Roe"), ("Oysters return", "Ben Cole")], releases.Select(r => (r.Headline, Assert.Single(r.Contacts).Name)));
    }

    [Fact]
    public void The_same_lead_in_as_at_the_top_opens_the_next_release_behind_another_contact()
    {
        var releases = Planned.Of($"Harbour Trust | Press | 2016\n\nFor more information, please contact:\n\nAnna Roe\n\nTelephone: 020 7946 0123\n\nFor immediate release\n\nFootbridge opens\n\n{Bridge}\n\nENDS\n\nPictures: Carol Day, 07700 900555\n\nFor more information, please contact:\n\nBen Cole\n\nTelephone: 020 7946 0124\n\nFor immediate release\n\nOysters return\n\n{Oysters}\n").Releases;

        Assert.Equal(["Anna Roe, Carol Day", "Ben Cole"], releases.Select(r => string.Join(", ", r.Contacts.Select(c => c.Name))));
    }

    [Fact]
    public void A_contact_and_a_date_between_the_marker_and_the_headline_belong_to_the_head()
    {
        var releases = Planned.Of($"Harbour Trust – News – 2016\n\nFOR IMMEDIATE RELEASE\n\nContact: Anna Roe\nTel: 020 7946 0123\n\n3 May 2016\n\nFootbridge opens\n\n{Bridge}\n\n###\n\nFOR IMMEDIATE RELEASE\n\nContact: Ben Cole\nTel: 020 7946 0124\n\n12 April 2016\n\nOysters return\n\n{Oysters}\n\n###\n").Releases;

        Assert.Equal([("Footbridge opens", "2016-05-03"), ("Oysters return", "2016-04-12")], releases.Select(r => (r.Headline, r.Date.ToIso())));
    }

    [Theory]
    [InlineData("Photo: N. Abakar/Harbour\n\n{0}")]
    [InlineData("(Photo: N. Abakar/Harbour)\n\n{0}")]
    [InlineData("Photo by N. Abakar\n\n{0}")]
    [InlineData("Images: courtesy of the coastguard\n\n{0}")]
    [InlineData("{0}\nPhoto © N. Abakar")]
    public void A_photo_credit_over_or_under_a_headline_begins_a_release_with_a_dateline(string head)
    {
        var page = $"Harbour Network\nNews releases 2017\n\n{string.Format(null, head, "Footbridge opens to walkers")}\n\nGENEVA, March 10, 2017 – {Bridge}\n\n{string.Format(null, head, "Oysters return to the basin")}\n\nKIGALI, February 21, 2017 – {Oysters}\n";

        Assert.Equal([("Footbridge opens to walkers", "2017-03-10"), ("Oysters return to the basin", "2017-02-21")], Planned.Of(page).Releases.Select(r => (r.Headline, r.Date.ToIso())));
    }

    [Fact]
    public void A_photo_credit_right_over_a_dateline_is_of_the_release_that_begins_there()
    {
        var page = $"Photo: N. Abakar/Harbour\n\nGENEVA, March 10, 2017 – {Bridge}\n\nPhoto: M. Bain/Harbour\nKIGALI, February 21, 2017 – {Oysters}\n\nPhoto: C. Day/Harbour\n\nTUNIS, January 12, 2017 – {Bridge}\n";

        Assert.Equal([1, 7, 14], Starts(page));
    }

    [Fact]
    public void A_headline_that_begins_like_a_photo_credit_is_one() =>
        Assert.Equal("Picture by Turner comes home to the harbour", Planned.One($"Picture by Turner comes home to the harbour\n\n{Bridge}\n").Headline);

    [Theory]
    [InlineData("Load more")]
    [InlineData("« Précédent 1 2 3 Suivant »")]
    [InlineData("1 2 3 … 14 Next\nTerms and conditions | Privacy | Cookies")]
    [InlineData("© Harbour Trust 2016 Accessibility Cookies Contact us")]
    public void The_foot_of_a_page_is_no_release(string foot)
    {
        var release = Planned.One($"{Bridge}\n\nContact: Anna Roe, 020 7946 0123\n\n{foot}\n");

        Assert.Equal((5, "Anna Roe"), (release.EndLine, Assert.Single(release.Contacts).Name));
    }

    [Fact]
    public void A_short_lead_behind_a_contact_begins_its_release_and_a_line_about_tickets_does_not()
    {
        const string contact = "For further information please contact Morag Bain, Torsay Council, +44 1632 960 411";
        const string lead = "The pier will be painted green, after a vote that went to a third count.";
        const string more = "Members of the harbour board chose green over blue by eleven votes to ten, the first time since 1961 that they have agreed to any colour at all. Painting starts in May.";

        Assert.Equal([1, 11], Starts(string.Join("\n\n", Ferry, contact, lead, more) + "\n"));
        Assert.Equal([1, 13], Starts(string.Join("\n\n", Ferry, contact, "Tickets cost two pounds.", Seeds) + "\n"));
    }

    [Fact]
    public void Text_in_another_language_begins_another_release()
    {
        const string french = "Le conseil de Torsay a décidé de repeindre les neuf jetées de l’île, qui n’avaient pas été repeintes depuis la visite d’un ministre en 1987. Les travaux dureront jusqu’à la fin du mois de juin et coûteront quatre mille livres.\n\n" +
            "Les habitants sont invités à choisir la couleur, qui sera la même pour toutes les jetées. Le vert et le bleu ont été proposés par les pêcheurs, le rouge par les écoles.";
        const string english = "Two hundred gardeners met in the rain at Bramley to count what was left of the cornflowers, and most of them went home with wet feet and a number to be ashamed of, which the botanists have written down.\n\n" +
            "Pencils are not supplied, and nor are umbrellas, since the garden has found that neither comes back from a wet meadow.";

        Assert.Equal([1, 5], Starts(french + "\n\n" + english + "\n"));
    }

    [Fact]
    public void One_long_line_does_not_hide_the_width_that_lines_are_wrapped_at()
    {
        const string page =
            "TORSAY, May 3, 2016 – A ferry that has crossed the Sound of\nTorsay four times a day since 1961 will make her last passage\non Saturday, with every islander who ever missed her invited\naboard.\n\n" +
            "The ferry carried sheep, brides and, in the winter of 1987,\nthe whole of the school. Her engine was built in Ballina and\nhas been rebuilt there six times.\n\n" +
            "TORSAY, April 2, 2016 – Eleven thousand packets of seed have\nbeen posted to gardeners in every county, who are asked to\nwrite down which insects come to the flowers.\n\n" +
            "Pictures may be had of the museum of the island, where the ferry will stand from August on.\nThey are free.\n";

        Assert.Equal([1, 10], Starts(page));
    }

    [Fact]
    public void A_heading_over_the_first_contact_is_no_entry_of_a_menu()
    {
        const string sheet = "PRESS CONTACT\n\nMs Anna Roe\n\nTel: 020 7946 0123\n\nFOR IMMEDIATE RELEASE\n\n";

        Assert.Equal([3, 19], Starts($"Newsroom\n\n{sheet}Footbridge opens\n\n{Bridge}\n\n###\n\n{sheet}Oysters return\n\n{Oysters}\n\n###\n"));
    }

    private static List<int> Starts(string text) => [.. Planned.Of(text).Releases.Select(r => r.StartLine)];
}
