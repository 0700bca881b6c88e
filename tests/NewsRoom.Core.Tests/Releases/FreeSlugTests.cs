using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Releases;

public sealed class FreeSlugTests
{
    [Theory]
    [InlineData("harbour-opens", true)]
    [InlineData("harbour-opens-2", true)]
    [InlineData("harbour-opens-117", true)]
    [InlineData("harbour-opens-1", false)]
    [InlineData("harbour-opens-late", false)]
    [InlineData("harbour", false)]
    public void A_numbered_form_fits_its_slug(string slug, bool fits) => Assert.Equal(fits, FreeSlug.Fits(slug, Slug.From("Harbour opens")));

    [Fact]
    public void A_headline_in_letters_that_addresses_do_not_have_is_addressed_by_what_is_known_of_its_date()
    {
        const string headline = "عودة قوارب الصيد إلى الميناء";
        Assert.Equal("release-2024-11-22", Slug.OfRelease(headline, ReleaseDate.OnDay(new DateOnly(2024, 11, 22))).Value);
        Assert.Equal("release-2024-11", Slug.OfRelease(headline, ReleaseDate.InMonth(2024, 11)).Value);
        Assert.Equal("release", Slug.OfRelease(headline, ReleaseDate.Unknown).Value);
        Assert.Equal("iom-report", Slug.OfRelease("تقرير IOM report", ReleaseDate.InMonth(2024, 11)).Value);
        Assert.True(FreeSlug.Fits("release-2024-11-22-2", Slug.OfRelease(headline, ReleaseDate.OnDay(new DateOnly(2024, 11, 22)))));
    }

    [Fact]
    public void A_numbered_form_of_the_longest_slug_fits_it_though_its_stem_is_cut()
    {
        var wanted = Slug.From(new string('a', 200));
        Assert.Equal(Slug.MaxLength, wanted.Value.Length);
        Assert.True(FreeSlug.Fits(wanted.Numbered(12).Value, wanted));
    }
}
