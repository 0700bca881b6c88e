using System.Net;
using System.Text.RegularExpressions;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

public sealed partial class ArchiveTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task A_date_that_names_its_month_is_filed_there_however_wide_its_bounds_are()
    {
        var december = ReleaseDate.InMonth(2011, 12);
        await site.AddAsync(new() { Headline = "Open end", Body = "Words.", Date = december with { NotBefore = new(2011, 12, 5), NotAfter = null } });
        await site.AddAsync(new() { Headline = "Wide bounds", Body = "Words.", Date = december with { NotBefore = new(2011, 10, 1), NotAfter = new(2012, 2, 3) } });
        await site.AddAsync(new() { Headline = "Year alone", Body = "Words.", Date = ReleaseDate.InYear(2011) });
        await site.AddAsync(new() { Headline = "Last weeks of the year", Body = "Words.", Date = ReleaseDate.InYear(2011) with { NotBefore = new(2011, 12, 12), NotAfter = null } });

        Assert.Equal(["last-weeks-of-the-year", "wide-bounds", "open-end"], Slugs(await site.GetAsync("/archive/2011/12")));
        var year = await site.GetAsync("/archive/2011");
        Assert.Equal(4, Slugs(year).Count);
        Assert.Matches(@"December</a> <span class=""count"" aria-hidden=""true"">3<", year);
        Assert.Matches(@"Month not known</span> <span class=""count"" aria-hidden=""true"">1<", year);
        await site.GetAsync("/archive/2012/02", HttpStatusCode.NotFound);
    }

    private static List<string> Slugs(string html) => [.. Row().Matches(html).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("row-headline\"><a href=\"/releases/([^\"]+)\"")]
    private static partial Regex Row();
}
