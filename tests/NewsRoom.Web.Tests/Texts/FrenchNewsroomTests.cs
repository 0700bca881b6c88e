using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Enquiries;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Tests.Pages;
using Xunit;

namespace NewsRoom.Web.Tests.Texts;

/// <summary>A newsroom that speaks French speaks it where nobody looks at first: in feeds, letters, cards and hours.</summary>
public sealed class FrenchNewsroomTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feeds_letters_cards_and_hours_are_in_the_language_of_the_newsroom()
    {
        await using var site = new SiteFixture();
        site.Newsroom.Settings["NewsRoom:Language"] = "fr";
        await site.InitializeAsync();
        var contact = await site.AddContactAsync("Anne Roy", with: c => c.SetDuty(null, new DutyHours(DutyDays.Weekdays, new TimeOnly(9, 0), new TimeOnly(17, 30), "Europe/Paris", null), "fr, en"));
        var slug = await site.AddAsync(new() { Headline = "Le port rouvre", Body = "Le port rouvre lundi.", Language = "fr", ContactIds = [contact] });
        await site.InDatabaseAsync(async db =>
        {
            var release = await db.Releases.SingleAsync(Ct);
            db.PublicNotes.Add(new PublicNote(release.Id, 1, ChangeKind.Correction, "Lundi, et non mardi.", NotePlace.Top, "Ed", SiteFixture.Start));
            await db.SaveChangesAsync(Ct);
        });

        var corrections = await site.GetAsync("/corrections/feed.atom");
        Assert.Contains("<title>Rectifications – ", corrections, StringComparison.Ordinal);
        Assert.Contains("<title>Rectification\u00A0: Le port rouvre</title>", corrections, StringComparison.Ordinal);
        Assert.Contains("<title>Recherche\u00A0: port – ", await site.GetAsync("/search/feed.atom?q=port"), StringComparison.Ordinal);
        var page = await site.GetAsync("/releases/" + slug);
        Assert.Contains("lun.–ven., 09:00–17:30 Europe/Paris", page, StringComparison.Ordinal);
        Assert.Contains("data-zone=\"Europe/Paris\"", page, StringComparison.Ordinal);
        Assert.Contains("français, anglais", page, StringComparison.Ordinal);
        Assert.Contains("Horaires\u00A0: lun.–ven.", (await site.GetAsync("/contacts/anne-roy.vcf")).Replace("\r\n ", "", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal), StringComparison.Ordinal);

        var form = new EnquiryForm("Jean Petit", "La Gazette", null, "+33 1 23 45 67 89", "Quand ?", new DateTimeOffset(2024, 12, 2, 16, 0, 0, TimeSpan.Zero), "Europe/Paris", null, null);
        await site.Newsroom.WithAsync<EnquiryDesk, Enquiry>(desk => desk.ReceiveAsync(form, "presse@example.org", "Le port rouvre", Ct));
        var letter = await site.Newsroom.AskAsync(db => db.Outbox.SingleAsync(Ct));
        Assert.Equal("Question de presse\u00A0: Jean Petit, La Gazette", letter.Subject);
        Assert.Contains("Date limite\u00A0: lun. 2 déc. 2024, 17:00 (Europe/Paris); lun. 2 déc. 2024, 16:00 (Europe/London)", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Au sujet de\u00A0: Le port rouvre", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("none given", letter.Text, StringComparison.Ordinal);
    }
}
