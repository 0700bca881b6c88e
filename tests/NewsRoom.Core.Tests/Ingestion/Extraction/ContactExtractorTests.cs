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

    private static IReadOnlyList<FoundContact> Of(string text) => Planned.One(Lead + text + "\n").Contacts;
}
