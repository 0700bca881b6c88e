using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.Imports;

/// <summary>What stands in the fields of the gap list before anybody types.</summary>
public sealed partial class GapAdviceTests
{
    private const string Page =
        """
        Press releases

        12 March 2019

        Wexborough opens a new bridge over the river Wex

        The council of Wexborough today opened a new bridge over the river Wex, after two years of work on its piers and its roadway.

        "We promised the town a bridge that everybody can use," said Lena Ode, leader of the council.

        The bridge carries two lanes and a path for cyclists.

        Contact: Press Office, Town Hall, Wexborough. Tel: 01632 960111, Email:

        3 February 2019

        Caldmoor hospital honours its nurses for the winter

        The hospital of Caldmoor honoured its nurses on Friday for their work in the long winter of the past year in the town.

        "They went on when nobody else could," said Paul Mason, chairman of the hospital trust.

        For more information, please click here.

        Contact: Press Office, Caldmoor Hospital, Tel: 01632 960222, Email: pressoffice@caldmoor.example

        20 January 2019

        Lighthouse museum closes for repairs until Easter

        The lighthouse museum of Wexborough will be closed until Easter while its lantern room is repaired by the builders.

        The museum expects to welcome visitors again on 19 April with a new exhibition on the keepers of the light.

        For further information contact:

        Callum Reid
        Museum of Westermouth
        T: 01632 960333
        E: c.reid@westermouth.example

        Tamsin Bell
        Museum of Wexborough
        T: 01632 960444
        E:
        W:
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<Browser> OpenAsync(BenchDesk desk, params string[] pages)
    {
        var browser = await desk.SignInAsync(Roles.Publisher);
        foreach (var page in pages)
            await desk.AcceptAsync(browser, BenchDesk.IdOf(await desk.UploadAsync(browser, ("page.txt", Encoding.UTF8.GetBytes(page)))));
        return browser;
    }

    private static Task<Gap> GapAsync(BenchDesk desk, string headline, string text) =>
        desk.AskAsync(db => db.Gaps.AsNoTracking().SingleAsync(g => g.Text == text && db.Releases.Any(r => r.Id == g.ReleaseId && r.Headline.StartsWith(headline)), Token));

    /// <summary>The part of the list that one gap has.</summary>
    private static string Of(Gap gap, string list)
    {
        var start = list.IndexOf($"<li id=\"gap-{gap.Id}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, "The gap is not listed.");
        return WebUtility.HtmlDecode(list[start..list.IndexOf("</li>", start, StringComparison.Ordinal)]);
    }

    private static string Typed(string item) => Field().Match(item) is { Success: true } match ? match.Groups[1].Value : "";

    private static async Task<HttpResponseMessage> MendAsync(Browser browser, Gap gap, string address) =>
        await browser.PostAsync("/admin/gaps?handler=Mend", new() { ["Gap"] = $"{gap.Id}", ["Version"] = "1", ["Address"] = address }, from: "/admin/gaps");

    [Fact]
    public async Task Nobody_elses_address_is_filled_in_and_the_block_tells_whose_was_lost()
    {
        await using var desk = new BenchDesk();
        var browser = await OpenAsync(desk, Page);
        var list = await browser.GetAsync("/admin/gaps");

        var bell = Of(await GapAsync(desk, "Lighthouse", "E:"), list);
        Assert.Equal("", Typed(bell));
        Assert.Contains("c.reid@westermouth.example (Callum Reid, Museum of Westermouth, a contact of this release)", bell, StringComparison.Ordinal);
        Assert.Matches("<span class=\"quiet\">Tamsin Bell", bell);
        Assert.DoesNotContain("<span class=\"quiet\">Callum Reid", bell, StringComparison.Ordinal);
        Assert.Matches("<option value=\"[0-9]+\" selected=\"selected\">Tamsin Bell</option>", bell);

        var office = Of(await GapAsync(desk, "Wexborough", "Email:"), list);
        Assert.Equal("", Typed(office));
        Assert.DoesNotContain("caldmoor.example", office, StringComparison.Ordinal);

        var website = Of(await GapAsync(desk, "Lighthouse", "W:"), list);
        Assert.Matches("<span class=\"quiet\">Tamsin Bell", website);
    }

    [Fact]
    public async Task The_address_of_the_person_named_at_the_gap_is_filled_in_from_wherever_it_is_known()
    {
        await using var desk = new BenchDesk();
        var browser = await OpenAsync(desk, Page);
        await browser.PostAsync("/admin/contacts/new", new() { ["Input.Name"] = "Tamsin Bell", ["Input.Email"] = "bell@wexborough.example" });

        var bell = Of(await GapAsync(desk, "Lighthouse", "E:"), await browser.GetAsync("/admin/gaps"));
        Assert.Equal("bell@wexborough.example", Typed(bell));
        Assert.Contains("bell@wexborough.example (Tamsin Bell, as known elsewhere); c.reid@westermouth.example", bell, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_filled_in_for_the_same_telling_sentence_and_never_for_a_label_or_a_stock_phrase()
    {
        await using var desk = new BenchDesk();
        const string telling = "For more on the keepers of the Wexborough lighthouse lantern, please click here.";
        var first = Page.Replace("The bridge carries two lanes and a path for cyclists.", telling, StringComparison.Ordinal);
        var second = first.Replace("Wexborough opens", "Saltmarsh opens", StringComparison.Ordinal).Replace("Caldmoor", "Saltmarsh", StringComparison.Ordinal)
            .Replace("Lighthouse museum closes", "Harbour museum shuts", StringComparison.Ordinal).Replace("lighthouse museum of Wexborough", "harbour museum of Saltmarsh", StringComparison.Ordinal)
            .Replace("builders", "masons of the town", StringComparison.Ordinal).Replace("Tamsin Bell", "Hugh Marsh", StringComparison.Ordinal).Replace("council of Wexborough", "council of Saltmarsh", StringComparison.Ordinal);
        var browser = await OpenAsync(desk, first, second);
        foreach (var (headline, text, address) in ((string, string, string)[])[("Caldmoor", "please click here.", "https://stock.example/"), ("Lighthouse", "W:", "https://label.example/"), ("Wexborough", "please click here.", "https://telling.example/")])
            Assert.Equal(HttpStatusCode.Redirect, (await MendAsync(browser, await GapAsync(desk, headline, text), address)).StatusCode);

        var list = await browser.GetAsync("/admin/gaps");
        Assert.Equal("https://telling.example/", Typed(Of(await GapAsync(desk, "Saltmarsh opens", "please click here."), list)));
        Assert.DoesNotContain("stock.example", list, StringComparison.Ordinal);
        Assert.DoesNotContain("label.example", list, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"Address\"[^>]* value=\"([^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
