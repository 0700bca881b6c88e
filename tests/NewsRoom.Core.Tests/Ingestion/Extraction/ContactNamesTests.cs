using NewsRoom.Core.Ingestion;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

/// <summary>Who a contact line names, and who it does not.</summary>
public sealed class ContactNamesTests
{
    private const string Lead = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the spring tides.\n\n";

    [Theory]
    [InlineData("Contact: Dean Hartley, Media Manager, 020 7946 0123", "Dean Hartley")]
    [InlineData("Contact June Akroyd on 020 7946 0123", "June Akroyd")]
    [InlineData("For interviews please call Ma. Teresa Villanueva in Iloilo, Tel: 020 7946 0123", "Ma. Teresa Villanueva")]
    [InlineData("Contact: Mary-Jane St. Clair on 020 7946 0123", "Mary-Jane St. Clair")]
    [InlineData("For interviews please call Atty. Renato Dizon in Manila, Tel: 020 7946 0123", "Atty. Renato Dizon")]
    [InlineData("Press contact: Njoki wa Kamau, 020 7946 0123", "Njoki wa Kamau")]
    [InlineData("Contact presse : Paul d’Ornano, 020 7946 0123", "Paul d’Ornano")]
    [InlineData("Renseignements auprès d’Idriss Belkacem, tél. 020 7946 0123.", "Idriss Belkacem")]
    [InlineData("Contact: Sarah Jane Smith MBE, Head of Press, 020 7946 0123", "Sarah Jane Smith")]
    public void Names_are_read_with_their_particles_and_short_forms(string line, string name) =>
        Assert.Equal([(name, "+442079460123")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("For more information on Plural Voices contact Anna Roe in Cork, 020 7946 0123")]
    [InlineData("To order copies, click the cover. For interviews with Constance Abara, contact Anna Roe, 020 7946 0123")]
    [InlineData("Interviews with Constance Abara are available. Contact Anna Roe, 020 7946 0123.")]
    [InlineData("For further information contact Anna Roe, School of Biological Sciences, tel. 020 7946 0123")]
    [InlineData("Contact : Section du Bas-Valais, Anna Roe, tél. 020 7946 0123")]
    [InlineData("Contacto prensa: Concejalía de Cultura, Anna Roe, teléfono 020 7946 0123")]
    public void Subjects_schools_and_sections_are_nobody_s_name(string line) =>
        Assert.Equal([("Anna Roe", "+442079460123")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("For further information: Anna Roe, Head of Diaspora Programmes, London, telephone 020 7946 0123. In Accra: Kojo Ansah, +233 30 255 0144.")]
    [InlineData("For more information, please contact:\nIn London, Anna Roe, 020 7946 0123\nIn Accra, Kojo Ansah, +233 30 255 0144")]
    public void The_town_before_a_name_is_no_name(string lines) =>
        Assert.Equal([("Anna Roe", "+442079460123"), ("Kojo Ansah", "+233302550144")], Of(lines).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("The museum’s press desk is on 020 7946 0123.")]
    [InlineData("The press desk is staffed until 10pm. Tel 020 7946 0123. E-mail: .")]
    [InlineData("The secretariat (020 7946 0123) is glad to reserve seats for the press.")]
    [InlineData("St Brannoc’s press office can be contacted on 020 7946 0123 or by email: press@harbour.example")]
    [InlineData("Le service de presse est joignable au 020 7946 0123.")]
    [InlineData("El gabinete de prensa atiende a los medios en el 020 7946 0123.")]
    [InlineData("For a copy of the paper: Press Office, 020 7946 0123. Professor Roe is on 020 7946 0199 until Friday.")]
    [InlineData("Press office (24 hours): 020 7946 0123. Passengers are asked to ring the customers’ line, 0808 157 0112.")]
    public void A_desk_that_answers_is_one_contact(string line) =>
        Assert.Equal([("+442079460123", null)], Of(line).Select(c => (c.Phone?.E164, c.OtherPhone?.E164)));

    [Theory]
    [InlineData("Anna Roe can be contacted on 020 7946 0123 or via email at . To stay unnamed, visit the website.")]
    [InlineData("Free kits are handed out on Thursday. Officer Anna Roe of the rural team can be reached on 020 7946 0123.")]
    [InlineData("Anna Roe se tient à la disposition de la presse au 020 7946 0123.")]
    [InlineData("Anna Roe, portavoz de la Red, atenderá a los medios en el 020 7946 0123.")]
    [InlineData("Anna Roe is happy to speak to reporters. Her number is 020 7946 0123.")]
    [InlineData("Pictures are available from Anna Roe, Harbour Trust. Telephone 020 7946 0123.")]
    [InlineData("Questions may be addressed to La Porta’s Bangkok office: Anna Roe, email: , tel: 020 7946 0123")]
    [InlineData("Cameras are welcome. Ring Anna Roe first: 020 7946 0123.")]
    [InlineData("020 7946 0123 (Anna Roe, press officer)")]
    public void Who_answers_is_the_contact_however_the_sentence_says_so(string line) =>
        Assert.Equal([("Anna Roe", "+442079460123")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("Questions to the press officer, Anna Roe, by email at or on Twitter at .")]
    [InlineData("If you would like a part, email Anna Roe in the events team at by the end of the month.")]
    [InlineData("Write to Anna Roe, chair of trustees, at before the end of June.")]
    [InlineData("Écrire à Anna Roe, coordinatrice des cours, à l’adresse")]
    [InlineData("Inscripciones: escriba a Anna Roe a antes del 3 de mayo.")]
    [InlineData("The diary is kept by the Revd Anna Roe of the chaplaincy, who can be reached at .")]
    [InlineData("Community Support Officer Anna Roe will talk to any council that asks. Email her on")]
    [InlineData("An electronic version is available from Anna Roe (email: ).")]
    [InlineData("Bookings and enquiries: Anna Roe at by 3 May.")]
    public void An_address_lost_inside_a_sentence_leaves_its_contact(string line) => Assert.Equal(["Anna Roe"], Of(line).Select(c => c.Name));

    [Theory]
    [InlineData("For interviews with Supt Birkett: Anna Roe, Senior Press Officer, 020 7946 0123")]
    [InlineData("Interviews with Ben Cole or Clara Diaz can be arranged through Anna Roe, 020 7946 0123.")]
    [InlineData("To request images of Ben Cole: Anna Roe, 020 7946 0123")]
    [InlineData("Journalists can ring Anna Roe of Athletics Mercia on 020 7946 0123.")]
    [InlineData("Press: Friends of Marsh Brook, Anna Roe, 020 7946 0123")]
    public void What_a_contact_is_for_or_belongs_to_is_nobody_to_ring(string line) =>
        Assert.Equal([("Anna Roe", "+442079460123")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("Contact: Cathal Mac an Ghoill (020 7946 0123)", "Cathal Mac an Ghoill")]
    [InlineData("Contact: Wilfred St.Clair Boothe, race director – 020 7946 0123 – @", "Wilfred St.Clair Boothe")]
    [InlineData("For further information contact Máire Kinsella, Traveller Health Unit, 020 7946 0123", "Máire Kinsella")]
    [InlineData("Pour plus d’informations, veuillez contacter Me Delphine Ruchat, 020 7946 0123", "Delphine Ruchat")]
    [InlineData("For more information: Mrs Marku, La Porta Albania, 020 7946 0123; e-mail :", "Marku")]
    [InlineData("Will Hart, press officer, 020 7946 0123", "Will Hart")]
    public void A_name_is_read_whole_though_part_of_it_is_another_word(string line, string name) =>
        Assert.Equal([(name, "+442079460123")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Fact]
    public void A_name_in_brackets_behind_a_number_is_that_number_s() =>
        Assert.Equal([("Anna Roe", "+442079460123"), ("Ben Cole", "+442079460124")], Of("020 7946 0123 (Anna Roe) or 020 7946 0124 (Ben Cole)").Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("Anna Roe said that visitors who need help can call the tide line on 0800 496 0123.")]
    [InlineData("Tickets for the concert with Anna Roe cost £12 from the box office on 020 7946 0199.")]
    [InlineData("The trust spent £2.3 million in 2013/14 (2012/13: £1.9 million), said its treasurer, Anna Roe.")]
    [InlineData("Il a fallu 12 345 678 euros pour rebâtir la passerelle, a dit Anna Roe, présidente du port.")]
    public void Whoever_speaks_near_figures_or_a_public_line_is_no_contact(string line) => Assert.Empty(Of(line));

    [Fact]
    public void The_number_behind_or_an_office_is_the_office_s()
    {
        var contacts = Of("For interviews contact Dr Anna Roe, Peatland Group, email, or the press office on 020 7946 0123.");

        Assert.Equal([("Dr Anna Roe", null), ("press office", "+442079460123")], contacts.Select(c => (c.Name, c.Phone?.E164)));
    }

    [Fact]
    public void An_organisation_behind_or_answers_beside_a_person()
    {
        var contacts = Of("For more information please contact Anna Roe, Tel: 020 7946 0123, or the Independent Harbour Commission in Gaborone, Tel: +267 361 2400");

        Assert.Equal([("Anna Roe", "+442079460123", null), ("Independent Harbour Commission in Gaborone", "+2673612400", null)], contacts.Select(c => (c.Name, c.Phone?.E164, c.OtherPhone?.E164)));
    }

    [Theory]
    [InlineData("Media: Anna Roe, Harbour Trust, Email:")]
    [InlineData("RSVP: Anna Roe at")]
    [InlineData("A note of the discussion can be had from Anna Roe at, Policy Officer.")]
    public void A_name_whose_address_was_lost_is_a_contact(string line) => Assert.Equal(["Anna Roe"], Of(line).Select(c => c.Name));

    [Fact]
    public void Or_between_the_lines_of_two_people_parts_nothing()
    {
        var contacts = Of("For more information, please contact:\n\nAnna Roe\n\nTelephone: 020 7946 0123\n\nor Ben Cole\n\nTelephone: 020 7946 0124");

        Assert.Equal([("Anna Roe", "+442079460123"), ("Ben Cole", "+442079460124")], contacts.Select(c => (c.Name, c.Phone?.E164)));
    }

    [Theory]
    [InlineData("Pour plus d’informations, contacter le secrétariat de la maternité au 04 75 01 23 45.", "secrétariat de la maternité")]
    [InlineData("Contact : direction de la communication, 04 75 01 23 45", "direction de la communication")]
    public void An_office_in_small_letters_is_named_whole(string line, string office) =>
        Assert.Equal([(office, "+33475012345")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("Walkers come from Nairobi, Mombasa and all of Kenya. Contact: Anna Roe, 0722 555 123", "+254722555123")]
    [InlineData("Walkers come from Nairobi, Mombasa and all of Kenya, and from London and Cardiff. Contact: Anna Roe, 0722 555 123", null)]
    [InlineData("Walkers come from Nairobi, Mombasa and all of Kenya. Contact: Anna Roe, 0722 555 12", null)]
    [InlineData("Walkers come from Bucharest, Cluj and all of Romania. Contact: Anna Roe, 0744 555 123", "+40744555123")]
    public void A_number_belongs_to_the_country_a_page_speaks_of_only_where_that_is_plain(string line, string? e164) =>
        Assert.Equal(e164, Assert.Single(Of(line)).Phone?.E164);

    [Theory]
    [InlineData("Moorings secretary: Anna Roe, 020 7946 0123", "Moorings secretary")]
    [InlineData("Duty Press Officer: Anna Roe T 020 7946 0123", "Duty Press Officer")]
    [InlineData("Contact: press officer Anna Roe, 020 7946 0123", "press officer")]
    [InlineData("To invite the harbourmaster, telephone the trust’s secretary, Mrs Anna Roe, on 020 7946 0123.", "trust’s secretary")]
    [InlineData("Contact: Anna Roe, conservator, 020 7946 0123", "conservator")]
    [InlineData("Contact presse : Anna Roe, avocate, 020 7946 0123", "avocate")]
    [InlineData("Contacto: Anna Roe, subdirectora, tel. 020 7946 0123", "subdirectora")]
    [InlineData("A duty engineer, Anna Roe, is on the quay and can speak to reporters: 020 7946 0123.", "duty engineer")]
    public void A_role_is_read_before_a_colon_a_title_or_a_comma_and_in_small_letters(string line, string role) =>
        Assert.Equal([("Anna Roe", role, "+442079460123")], Of(line).Select(c => (c.Name, c.Role, c.Phone?.E164)));

    [Theory]
    [InlineData("Press office: Anna Roe, 020 7946 0123", "Press office")]
    [InlineData("Press desk on the day: Anna Roe, 020 7946 0123", "Press desk")]
    [InlineData("Questions to the Quay House team: Anna Roe, 020 7946 0123", "Quay House team")]
    [InlineData("For more information, please contact:\nIn Cork, Anna Roe, 020 7946 0123", "Cork")]
    [InlineData("Contact : Section du Bas-Valais, Anna Roe, tél. 020 7946 0123", "Section du Bas-Valais")]
    [InlineData("Contact: Anna Roe, National Museum of Rope, 020 7946 0123", "National Museum of Rope")]
    [InlineData("Contact: Anna Roe, harbour master’s office, 020 7946 0123", "harbour master’s office")]
    [InlineData("Contact: Anna Roe, Office of the Harbour Commissioner, 020 7946 0123", "Office of the Harbour Commissioner")]
    [InlineData("Those who wish to help should ring Anna Roe at the boathouse, 020 7946 0123.", "boathouse")]
    [InlineData("Those who wish to help should ring Anna Roe at the latest on 020 7946 0123.", null)]
    [InlineData("Contact : Anna Roe à l’OIM Abidjan, tél. 020 7946 0123", "OIM Abidjan")]
    [InlineData("Anna Roe is available for interviews. Please ring reception, 020 7946 0123.", null)]
    public void An_office_is_read_before_and_behind_a_name_and_is_no_role(string line, string? office) =>
        Assert.Equal([("Anna Roe", null, office)], Of(line).Select(c => (c.Name, c.Role, c.Office)));

    [Fact]
    public void What_stands_behind_or_is_said_of_the_next_person()
    {
        var contacts = Of("More information: Anna Roe (via the press office), or press officer Ben Cole, tel. 020 7946 0123.");

        Assert.Equal([("Anna Roe", null, "press office"), ("Ben Cole", "press officer", null)], contacts.Select(c => (c.Name, c.Role, c.Office)));
    }

    [Fact]
    public void The_office_before_one_colon_is_not_that_of_the_next() =>
        Assert.Equal([("Anna Roe", "Harbour Trust Cork"), ("Ben Cole", null)], Of("Contact Harbour Trust Cork: Anna Roe, 020 7946 0123. Pictures: Ben Cole, 020 7946 0124.").Select(c => (c.Name, c.Office)));

    [Fact]
    public void A_number_that_both_are_on_is_that_of_each() =>
        Assert.Equal([("Anna Roe", "director", "+442079460123"), ("Ben Cole", "training lead", "+442079460123")], Of("For further details contact: Anna Roe, director, or Ben Cole, training lead, both on 020 7946 0123.").Select(c => (c.Name, c.Role, c.Phone?.E164)));

    [Fact]
    public void A_stroke_behind_an_address_parts_two_people() =>
        Assert.Equal([("Anna Roe", "+442079460123"), ("Ben Cole", "+442079460124")], Of("Press contacts: Anna Roe 020 7946 0123 newsdesk@harbour.example | Ben Cole (moorings) 020 7946 0124").Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("Media: call the duty press officer on 020 7946 0123 (option 2), or Anna Roe on ext. 4410 of the same number.", "duty press officer")]
    [InlineData("Contact the Noise Desk, free, 020 7946 0123. Press: Anna Roe.", "Noise Desk")]
    public void The_number_of_the_office_before_a_person_is_not_the_person_s(string line, string office) =>
        Assert.Equal([("Anna Roe", null), (office, "+442079460123")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("For further information please contact Rights of Way on 020 7946 0123.", "Rights of Way")]
    [InlineData("For further information: Harbour Welcome office, 020 7946 0123", "Harbour Welcome office")]
    [InlineData("For a copy of the paper or an interview: Press Office, 020 7946 0123.", "Press Office")]
    [InlineData("For more information please contact the communications team at St Brannoc’s on 020 7946 0123.", "communications team")]
    [InlineData("Enquiries about the rescue only to the duty officer, 020 7946 0123. Questions about visas are for the Home Office.", "duty officer")]
    public void A_house_that_answers_is_named_as_it_is_asked_for(string line, string office) =>
        Assert.Equal([(office, "+442079460123")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("Anyone who saw the boat should call Anna Roe on 101, quoting log 12.")]
    [InlineData("Internal and external enquiries: Anna Roe, ext. 2290")]
    [InlineData("For interviews: Anna Roe, legal counsel, at")]
    [InlineData("Press tickets: Anna Roe, tel. 960 233")]
    public void A_short_number_or_a_lost_one_leaves_its_contact(string line) => Assert.Equal(["Anna Roe"], Of(line).Select(c => c.Name));

    [Theory]
    [InlineData("Anna Roe would like to hear from whoever saw the boat. She can be reached on 020 7946 0123.", "Anna Roe")]
    [InlineData("Anna Roe se tient à votre disposition au 020 7946 0123.", "Anna Roe")]
    [InlineData("Ring Siobhan on the day (020 7946 0123).", "Siobhan")]
    [InlineData("Clubs can text Anna Roe on 020 7946 0123 or drop a line to Coastal Rowing Ireland, Youghal.", "Anna Roe")]
    [InlineData("Ring the Quiet Harbour Helpline, or speak to Anna Roe, on 020 7946 0123.", "Anna Roe")]
    public void Whom_a_sentence_means_is_the_contact_and_no_house_beside_them(string line, string name) =>
        Assert.Equal([(name, "+442079460123")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Fact]
    public void A_role_in_the_text_is_found_though_the_contact_line_has_a_title() =>
        Assert.Equal("head of moorings", Assert.Single(Of("“The tide was kind,” said Anna Roe, head of moorings.\n\nMore information: Prof. Anna Roe, 020 7946 0123")).Role);

    [Theory]
    [InlineData("Witnesses are asked to contact Sergeant Anna Roe on 020 7946 0123.", "Anna Roe", "Sergeant")]
    [InlineData("For more information please contact Sister Anna Roe, Tel: 020 7946 0123", "Anna Roe", "Sister")]
    [InlineData("Contact: Father Aidan Roe, 020 7946 0123", "Aidan Roe", "Father")]
    [InlineData("Contact: Cllr Anna Roe, harbour spokesperson, 020 7946 0123", "Anna Roe", "harbour spokesperson")]
    [InlineData("Contact: Dr Anna Roe, 020 7946 0123", "Dr Anna Roe", null)]
    public void A_rank_before_a_name_is_the_role_where_no_other_is_told(string line, string name, string? role) =>
        Assert.Equal([(name, role)], Of(line).Select(c => (c.Name, c.Role)));

    [Theory]
    [InlineData("For more information please contact Anna Roe, Head of Lifelong Learning, Tel: 020 7946 0123", "Head of Lifelong Learning")]
    [InlineData("Inquiries to the boatyard's secretary, Anna Roe, telephone 020 7946 0123.", "secretary")]
    [InlineData("Their keeper, Dr Anna Roe, closed the gate.\n\nContact: Anna Roe, 020 7946 0123", "keeper")]
    public void What_a_role_is_for_is_no_second_name(string lines, string role) =>
        Assert.Equal([("Anna Roe", role, "+442079460123")], Of(lines).Select(c => (c.Name, c.Role, c.Phone?.E164)));

    [Theory]
    [InlineData("Dr Anna Roe, oceanographer\nOffice: 020 7946 0123\nMobile: 07700 900123\n\nProf. Ben Cole, economist\nOffice: 020 7946 0124")]
    [InlineData("Contacts:\nDr Anna Roe, head of the tide tables, T: 020 7946 0123, M: 07700 900123, E: anna.roe@harbour-trust.example\nProf. Ben Cole, economist, T: 020 7946 0124")]
    public void Each_of_several_people_one_under_another_has_the_numbers_below_or_behind(string lines) =>
        Assert.Equal([("Dr Anna Roe", "+442079460123", "+447700900123"), ("Prof. Ben Cole", "+442079460124", null)], Of(lines).Select(c => (c.Name, c.Phone?.E164, c.OtherPhone?.E164)));

    [Theory]
    [InlineData("Media: Anna Roe, 020 7946 0123, or out of hours the duty controller on 020 7946 0124", "duty controller")]
    [InlineData("Media: Anna Roe 020 7946 0123, Harbour press line 020 7946 0124", "Harbour press line")]
    public void A_desk_beside_somebody_is_a_contact_of_its_own(string line, string desk) =>
        Assert.Equal([("Anna Roe", "+442079460123"), (desk, "+442079460124")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Fact]
    public void Who_is_available_through_a_desk_has_not_its_number() =>
        Assert.Equal([("Anna Roe", null), ("press desk", "+442079460123")], Of("Anna Roe is available for interview this week, please book through the press desk on 020 7946 0123.").Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("Please contact the Harbour Master's Office, Tel: 020 7946 0123", "Harbour Master's Office")]
    [InlineData("Charts may be had from the press section, tel. 020 7946 0123", "press section")]
    public void An_office_is_named_with_whose_it_is(string line, string office) => Assert.Equal([office], Of(line).Select(c => c.Name));

    [Theory]
    [InlineData("Contact:\nAnna Roe\nTel: 020 7946 0123 (Mon-Fri), 07700 900123 (nights)")]
    [InlineData("Dr Cole can be reached through Anna Roe on 020 7946 0123.")]
    [InlineData("No interviews today. Anna Roe – T: 020 7946 0123 – E:")]
    [InlineData("Questions are answered by Anna Roe, tide clerk, on 020 7946 0123.")]
    [InlineData("Para más información: Biblioteca Municipal, Anna Roe, teléfono 020 7946 0123")]
    public void Days_houses_and_whoever_is_spoken_for_are_no_contact(string lines) =>
        Assert.Equal([("Anna Roe", "+442079460123")], Of(lines).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("Accreditation: Anna Roe, 020 7946 0123")]
    [InlineData("Orders: Anna Roe, 020 7946 0123")]
    public void What_somebody_answers_for_is_no_office(string line) => Assert.Null(Assert.Single(Of(line)).Office);

    [Theory]
    [InlineData("Contact: Anna Roe, Public Affairs, 020 7946 0123", "Public Affairs")]
    [InlineData("Póngase en contacto con Anna Roe en la Universidad de Ribera, tel.: 020 7946 0123", "Universidad de Ribera")]
    public void A_department_or_a_house_behind_a_name_is_the_office(string line, string office) => Assert.Equal((null, office), (Assert.Single(Of(line)).Role, Of(line)[0].Office));

    [Fact]
    public void A_given_name_alone_is_asked_for() => Assert.Equal(["Denis"], Of("Questions? Ask Denis at the tackle shop, 020 7946 0123.").Select(c => c.Name));

    private static IReadOnlyList<FoundContact> Of(string text) => Planned.One(Lead + text + "\n").Contacts;
}
