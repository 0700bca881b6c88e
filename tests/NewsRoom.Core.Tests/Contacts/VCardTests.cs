using System.Text;
using NewsRoom.Core.Contacts;
using Xunit;

namespace NewsRoom.Core.Tests.Contacts;

public sealed class VCardTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);
    private static readonly Uri Page = new("https://news.example.org/contacts/x");

    [Fact]
    public void A_card_has_its_parts_in_vcard_4()
    {
        var contact = new MediaContact("Pär Liljert", "par-liljert", At);
        contact.Edit("Pär Liljert", "Head of Office", "IOM Liaison Office in China", new PhoneNumber("+8610.5979.9695", "+861059799695"), null, "press@example.org", At);

        var lines = VCard.Write(contact, "IOM UK", Page, "As printed in 2014, not confirmed.").Split("\r\n");

        Assert.Equal("BEGIN:VCARD", lines[0]);
        Assert.Equal("VERSION:4.0", lines[1]);
        Assert.Contains($"UID:urn:uuid:{contact.PublicId}", lines);
        Assert.Contains("FN:Pär Liljert", lines);
        Assert.Contains("N:Liljert;Pär;;;", lines);
        Assert.Contains("ORG:IOM UK;IOM Liaison Office in China", lines);
        Assert.Contains("TITLE:Head of Office", lines);
        Assert.Contains("TEL;VALUE=uri;TYPE=work:tel:+861059799695", lines);
        Assert.Contains("EMAIL;TYPE=work:press@example.org", lines);
        Assert.Contains("NOTE:As printed in 2014\\, not confirmed.", lines);
        Assert.Contains("REV:20261122T093000Z", lines);
        Assert.Equal(["END:VCARD", ""], lines[^2..]);
    }

    [Fact]
    public void A_number_that_cannot_be_right_is_said_and_not_dialled()
    {
        var contact = new MediaContact("A B", "a-b", At);
        contact.Edit("A B", null, null, new PhoneNumber("+44 207 811 60", null), null, null, At);

        var card = VCard.Write(contact, "X", Page, null);

        Assert.DoesNotContain("TEL", card, StringComparison.Ordinal);
        Assert.Contains("NOTE:The number +44 207 811 60 looks incomplete.", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_end_the_card_or_begin_another_line()
    {
        var contact = new MediaContact("Eve\r\nEND:VCARD\nTEL:1;2,3\\4\u0007", "eve", At);

        var lines = VCard.Write(contact, "X\rY", Page, null).Split("\r\n");

        Assert.Single(lines, line => line.StartsWith("END:VCARD", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("TEL", StringComparison.Ordinal));
        Assert.Contains(@"FN:Eve\nEND:VCARD\nTEL:1\;2\,3\\4", lines);
        Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_between_characters()
    {
        var contact = new MediaContact(string.Concat(Enumerable.Repeat("Ö😀é ", 40)).Trim(), "o", At);

        var card = VCard.Write(contact, "X", Page, null);

        Assert.All(card.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains("FN:" + contact.Name, card.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', card);
    }
}
