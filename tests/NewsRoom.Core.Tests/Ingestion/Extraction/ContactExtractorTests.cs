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

    private static IReadOnlyList<FoundContact> Of(string text) => Planned.One(Lead + text + "\n").Contacts;
}
