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
    public void A_number_belongs_to_the_country_a_page_speaks_of_only_where_that_is_plain(string line, string? e164) =>
        Assert.Equal(e164, Assert.Single(Of(line)).Phone?.E164);

    private static IReadOnlyList<FoundContact> Of(string text) => Planned.One(Lead + text + "\n").Contacts;
}
