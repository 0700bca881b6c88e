using NewsRoom.Core.Ingestion;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class ContactExtractorTests
{
    private const string Lead = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the spring tides.\n\n";

    [Fact]
    public void Two_people_joined_by_or_are_two_contacts_each_with_their_own_number()
    {
        var contacts = Of("For more information please contact Anna Roe, Tel: +44 20 7946 0123, Email: anna@harbour.example or Ben Cole, Tel: +44 20 7946 0124");

        Assert.Equal([("Anna Roe", "+442079460123", "anna@harbour.example"), ("Ben Cole", "+442079460124", null)], contacts.Select(c => (c.Name, c.Phone?.E164, c.Email)));
    }

    [Theory]
    [InlineData("Media contact: Anna Roe / Ben Cole, 020 7946 0123")]
    [InlineData("Contact: Anna Roe/Ben Cole on 020 7946 0123")]
    [InlineData("Press contact: Anna Roe & Ben Cole, 020 7946 0123")]
    public void One_number_behind_two_people_with_a_sign_between_them_is_both_people_s(string line) =>
        Assert.Equal([("Anna Roe", "+442079460123"), ("Ben Cole", "+442079460123")], Of(line).Select(c => (c.Name, c.Phone?.E164)));

    [Theory]
    [InlineData("For further information, please contact the harbour master, Anna Roe, on 020 7946 0123.", "Anna Roe")]
    [InlineData("Contact Anna Roe T 020 7946 0123", "Anna Roe")]
    [InlineData("Anna Roe\nResponsable des relations presse\n020 7946 0123", "Anna Roe")]
    [InlineData("Contacto para medios: Ana María Ruiz de la Torre (020 7946 0123)", "Ana María Ruiz de la Torre")]
    [InlineData("Contacto: Dra. Ana Ruiz, directora, 020 7946 0123", "Dra. Ana Ruiz")]
    public void A_name_is_whole_wherever_it_stands(string line, string name)
    {
        var contact = Assert.Single(Of(line));

        Assert.Equal((name, "+442079460123"), (contact.Name, contact.Phone?.E164));
    }

    [Fact]
    public void A_block_of_lines_is_one_contact_with_its_second_number()
    {
        var contact = Assert.Single(Of("Media contact:\nAnna Roe\nT: +44 20 7946 0123\nM: +44 7700 900123\nE: anna@harbour.example"));

        Assert.Equal(("Anna Roe", "+442079460123", "+447700900123", "anna@harbour.example", 4), (contact.Name, contact.Phone?.E164, contact.OtherPhone?.E164, contact.Email, contact.Line));
    }

    [Fact]
    public void A_role_that_the_body_gives_is_taken()
    {
        var contact = Assert.Single(Of("“We waited two years for this day,” said Anna Roe, harbour director of the trust.\n\nFor more information please contact Anna Roe, Tel: +44 20 7946 0123"));

        Assert.Contains("director", contact.Role, StringComparison.Ordinal);
    }

    [Fact]
    public void A_press_office_without_a_person_is_a_contact_by_its_office()
    {
        var contact = Assert.Single(Of("For more information please call the press office on 020 7946 0123."));

        Assert.Contains("office", contact.Name, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("+442079460123", contact.Phone?.E164);
    }

    [Fact]
    public void The_press_office_of_a_service_is_named_whole() =>
        Assert.Equal("Blood Service press office", Assert.Single(Of("Contact the Blood Service press office on 020 7946 0123. Out of hours: 07700 900456.")).Name);

    [Theory]
    [InlineData("Name: Anna Roe\nTitle: Head of Media\nOrganisation: Harbour Trust\nPhone: 020 7946 0123")]
    [InlineData("Nom : Anna Roe\nFonction : Head of Media\nOrganisme : Harbour Trust\nTél. : 020 7946 0123")]
    [InlineData("Nombre: Anna Roe\nCargo: Head of Media\nEntidad: Harbour Trust\nTeléfono: 020 7946 0123")]
    public void A_form_s_labels_are_no_part_of_the_contact(string lines)
    {
        var contact = Assert.Single(Of(lines));

        Assert.Equal(("Anna Roe", "Head of Media", "Harbour Trust", "020 7946 0123"), (contact.Name, contact.Role, contact.Office, contact.Phone?.AsWritten));
    }

    [Fact]
    public void A_number_a_digit_short_is_kept_as_written_and_not_dialled()
    {
        var contact = Assert.Single(Of("For more information please contact Anna Roe, Tel: +44 20 7946 012"));

        Assert.Equal(("+44 20 7946 012", null), (contact.Phone?.AsWritten, contact.Phone?.E164));
    }

    [Fact]
    public void People_whom_the_text_names_are_no_contacts() => Assert.Empty(Of("The bridge was opened by Anna Roe and Ben Cole, who cut a ribbon at noon and read from a letter of 1907."));

    [Theory]
    [InlineData("To arrange an interview, call Anna Roe on 01632 960 127. Please come to the side door.")]
    [InlineData("Visits can be arranged with Anna Roe at the Saltmarsh Museum of Rope, 01632 960 127.")]
    [InlineData("Reporters who wish to be there should tell Anna Roe, 01632 960 127, by noon on Monday.")]
    [InlineData("For pictures: Anna Roe 01632 960 127, no calls before nine.")]
    [InlineData("Press: Anna Roe, 01632 960 127, email:")]
    [InlineData("For more information contact the Chapter Clerk, Anna Roe, 01632 960 127, Email:")]
    public void Whoever_a_sentence_names_before_a_number_is_the_contact(string line)
    {
        var contact = Assert.Single(Of(line));

        Assert.Equal(("Anna Roe", "01632 960 127"), (contact.Name, contact.Phone?.AsWritten));
    }

    [Theory]
    [InlineData("Para más información, pueden dirigirse a Lucía Serrano, Red Orilla, tel. 91 555 01 22")]
    [InlineData("Los ayuntamientos interesados pueden llamar a Lucía Serrano al 91 555 01 22.")]
    public void Spanish_lead_ins_name_the_person_and_not_the_office(string line) =>
        Assert.Equal("Lucía Serrano", Assert.Single(Of(line)).Name);

    [Fact]
    public void A_role_between_or_and_the_name_does_not_hide_the_second_person() =>
        Assert.Equal(["Anna Roe", "Ben Cole"], Of("Further information from Anna Roe, 01632 960 333, or flood officer Ben Cole, 07700 900 338.").Select(c => c.Name));

    [Fact]
    public void Office_hours_in_brackets_are_no_office() =>
        Assert.Equal(["Anna Roe"], Of("Press contact: Anna Roe, Harbour Trust, 01632 960 502 (office hours) or 07700 900 318 (evenings)").Select(c => c.Name));

    [Theory]
    [InlineData("For further information contact Anna Roe or Ben Cole on 020 7946 0123.")]
    [InlineData("Contact: Anna Roe, Ben Cole, 020 7946 0123")]
    public void One_number_behind_two_people_reaches_both(string line) =>
        Assert.Equal([("Anna Roe", "020 7946 0123"), ("Ben Cole", "020 7946 0123")], Of(line).Select(c => (c.Name, c.Phone?.AsWritten)));

    [Fact]
    public void Numbers_with_surnames_in_brackets_are_one_each() =>
        Assert.Equal([("Anna Roe", "020 7946 0123"), ("Ben Cole", "020 7946 0124")], Of("Contact: Anna Roe or Ben Cole: 020 7946 0123 (Roe), 020 7946 0124 (Cole)").Select(c => (c.Name, c.Phone?.AsWritten)));

    [Theory]
    [InlineData("Press enquiries: Anna Roe 020 7946 0123 (weekdays), Ben Cole 07700 900456 (evenings and weekends)")]
    [InlineData("Queries from Wales to Anna Roe on 020 7946 0123; all others to Ben Cole on 07700 900456.")]
    [InlineData("Anna Roe can be reached on 020 7946 0123, and her deputy, Ben Cole, on 07700 900456.")]
    public void When_a_number_is_answered_does_not_hide_the_next_person(string line) =>
        Assert.Equal([("Anna Roe", "020 7946 0123"), ("Ben Cole", "07700 900456")], Of(line).Select(c => (c.Name, c.Phone?.AsWritten)));

    [Theory]
    [InlineData("Contacts:\nAnna Roe\nHead of Communications\nHarbour Trust\n+44 20 7946 0123", "Head of Communications", "Harbour Trust")]
    [InlineData("Contact presse :\nAnna Roe\nResponsable des relations presse\nPort de Brest\nTél. : +44 20 7946 0123", "Responsable des relations presse", "Port de Brest")]
    [InlineData("Anna Roe, Senior Press Officer\nHarbour Trust\nTel: +44 20 7946 0123", "Senior Press Officer", "Harbour Trust")]
    public void Under_a_name_stand_its_role_and_its_office(string lines, string role, string office)
    {
        var contact = Assert.Single(Of(lines));

        Assert.Equal(("Anna Roe", role, office, "+44 20 7946 0123"), (contact.Name, contact.Role, contact.Office, contact.Phone?.AsWritten));
    }

    [Fact]
    public void Two_names_joined_by_y_are_two_people() =>
        Assert.Equal(["Ana Ruiz", "Tomás Oduya"], Of("Más información: Ana Ruiz y Tomás Oduya, oficina de prensa, 91 900 12 34").Select(c => c.Name));

    [Fact]
    public void Whom_one_would_like_to_talk_to_is_no_contact() =>
        Assert.Equal(["Ben Cole"], Of("To talk to Anna Roe or to one of the builders, ring Ben Cole: 020 7946 0123.").Select(c => c.Name));

    [Theory]
    [InlineData("Media enquiries should be addressed to Anna Roe, who can be contacted by telephone on 020 7946 0123.")]
    [InlineData("Anna Roe is the person to ask for pictures (020 7946 0123).")]
    [InlineData("Contact: Anna Roe T: 020 7946 0123")]
    [InlineData("Contact: Anna Roe at the Union of Land and Food Workers, 020 7946 0123")]
    public void A_contact_has_its_name_and_its_number_without_the_signs_around_them(string line)
    {
        var contact = Assert.Single(Of(line));

        Assert.Equal(("Anna Roe", "020 7946 0123"), (contact.Name, contact.Phone?.AsWritten));
    }

    [Fact]
    public void A_helpline_for_the_public_is_no_contact() =>
        Assert.Empty(Of("The helpline is open around the clock on 01632 960 999."));

    [Theory]
    [InlineData("Media enquiries: Anna Roe, 020 7946 0123, or out of hours the duty press officer, 07700 900456.", "duty press officer")]
    [InlineData("Media enquiries: Anna Roe on 020 7946 0123 or, outside office hours, our on-call press officer on 07700 900456.", "on-call press officer")]
    [InlineData("Contact: Anna Roe, 020 7946 0123, or the switchboard on 07700 900456.", "switchboard")]
    [InlineData("Contacto: Anna Roe, 020 7946 0123, o el jefe de prensa de guardia, 07700 900456.", "jefe de prensa de guardia")]
    public void Whoever_is_on_duty_is_not_the_person_named_before(string line, string duty) =>
        Assert.Equal([("Anna Roe", "020 7946 0123", null), (duty, "07700 900456", null)], Of(line).Select(c => (c.Name, c.Phone?.AsWritten, c.OtherPhone?.AsWritten)));

    [Theory]
    [InlineData("Contact Anna Roe on 020 7946 0123. Out of hours: 07700 900456.")]
    [InlineData("Media enquiries: Anna Roe, 020 7946 0123 (9am to 5pm) or 07700 900456 (evenings and weekends)")]
    [InlineData("Contact: Ben Cole on 020 7946 0999 or Anna Roe on 020 7946 0123 (out of hours 07700 900456).")]
    public void A_number_out_of_hours_belongs_to_the_person_before_it(string line)
    {
        var contact = Of(line).Single(c => c.Name == "Anna Roe");

        Assert.Equal(("020 7946 0123", "07700 900456", null), (contact.Phone?.AsWritten, contact.OtherPhone?.AsWritten, contact.Office));
    }

    [Fact]
    public void A_number_out_of_hours_in_a_sentence_behind_two_people_is_both_people_s() =>
        Assert.Equal([("Anna Roe", "020 7946 0999"), ("Ben Cole", "020 7946 0999")], Of("For further information contact Anna Roe on 020 7946 0123 or Ben Cole on 020 7946 0124. Out of hours: 020 7946 0999.").Select(c => (c.Name, c.OtherPhone?.AsWritten)));

    [Fact]
    public void A_number_out_of_hours_set_off_under_several_people_is_none_of_theirs()
    {
        var contacts = Of("Media contacts:\nAnna Roe, Senior Press Officer\nT: 020 7946 0123\n\nBen Cole, Press Officer\nT: 020 7946 0124\n\nOut of hours: 020 7946 0999");

        Assert.Equal([("Anna Roe", "020 7946 0123", null), ("Ben Cole", "020 7946 0124", null)], contacts.Select(c => (c.Name, c.Phone?.AsWritten, c.OtherPhone?.AsWritten)));
    }

    [Theory]
    [InlineData("Contact: Anna Roe in the alumni office on 020 7946 0123", "alumni office")]
    [InlineData("Anna Roe, press office, 020 7946 0123", "press office")]
    [InlineData("To attend contact Anna Roe at the museum, Tel: 020 7946 0123", "museum")]
    [InlineData("Contactez Anna Roe, mairie de Brest, tél. 020 7946 0123", "mairie de Brest")]
    [InlineData("For further information, please contact IOM Niger: Anna Roe, Tel: 020 7946 0123", "IOM Niger")]
    [InlineData("Press contacts: Pilots’ Union: Anna Roe, 020 7946 0123", "Pilots’ Union")]
    [InlineData("In Geneva: Anna Roe, 020 7946 0123", "Geneva")]
    [InlineData("Weekdays: Anna Roe, 020 7946 0123", null)]
    [InlineData("Pictures: Anna Roe (Mon–Wed), 020 7946 0123", null)]
    public void An_office_is_read_in_small_letters_and_before_a_colon_but_no_hours_or_labels(string line, string? office)
    {
        var contact = Assert.Single(Of(line));

        Assert.Equal(("Anna Roe", office), (contact.Name, contact.Office));
    }

    [Theory]
    [InlineData("For more information contact the harbour master, Anna Roe, on 020 7946 0123.", "harbour master")]
    [InlineData("Contact the secretary of the friends, Anna Roe, 020 7946 0123", "secretary of the friends")]
    [InlineData("Contact: Director of Programmes Anna Roe: 020 7946 0123", "Director of Programmes")]
    [InlineData("“A good day,” said Curator of natural history Anna Roe.\n\nContact: Anna Roe, 020 7946 0123", "Curator of natural history")]
    [InlineData("“A good day,” said the chairman of the friends, Anna Roe.\n\nContact: Anna Roe, 020 7946 0123", "chairman of the friends")]
    [InlineData("Contact presse :\n\nAnna Roe, responsable des relations presse\n\nTél. : 020 7946 0123", "responsable des relations presse")]
    public void A_role_before_a_name_is_whole(string lines, string role)
    {
        var contact = Assert.Single(Of(lines));

        Assert.Equal(("Anna Roe", role), (contact.Name, contact.Role));
    }

    [Fact]
    public void A_role_in_the_plural_is_that_of_each() =>
        Assert.Equal([("Anna Roe", "Press Officer"), ("Ben Cole", "Press Officer")], Of("Anna Roe and Ben Cole, Press Officers, 020 7946 0123").Select(c => (c.Name, c.Role)));

    [Theory]
    [InlineData("Contact Anna Roe or, in her absence, Ben Cole on 020 7946 0123.")]
    [InlineData("Contact Anna Roe or, failing her, Ben Cole, 020 7946 0123.")]
    public void Who_answers_in_somebody_s_absence_has_the_same_number(string line) =>
        Assert.Equal([("Anna Roe", "020 7946 0123"), ("Ben Cole", "020 7946 0123")], Of(line).Select(c => (c.Name, c.Phone?.AsWritten)));

    [Theory]
    [InlineData("Notes to editors\n\n1. The study was paid for by the Lascelles Trust, registered charity 0000000.")]
    [InlineData("Notes to editors\n\n2. The helpline is open round the clock: call 0800 000 0000.")]
    public void A_register_s_number_or_a_helpline_in_the_notes_is_no_press_office(string lines) =>
        Assert.Empty(Of(lines));

    [Fact]
    public void Position_house_and_town_may_stand_between_a_name_and_its_number()
    {
        var contact = Assert.Single(Of("Media enquiries should be made to:\n\nAnna Roe\nCommunications Officer\nRoyal Courts House\nArdmore\nTelephone: 020 7946 0123"));

        Assert.Equal(("Anna Roe", "Communications Officer", "020 7946 0123"), (contact.Name, contact.Role, contact.Phone?.AsWritten));
    }

    [Theory]
    [InlineData("Consul Anna Roe")]
    [InlineData("Canon Anna Roe")]
    [InlineData("Ambassador Anna Roe")]
    public void A_rank_is_no_part_of_the_name(string named) => Assert.Equal("Anna Roe", Assert.Single(Of($"For more information contact {named} on 020 7946 0123.")).Name);

    private static IReadOnlyList<FoundContact> Of(string text) => Planned.One(Lead + text + "\n").Contacts;
}
