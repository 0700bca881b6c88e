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
    public void A_numbered_form_of_the_longest_slug_fits_it_though_its_stem_is_cut()
    {
        var wanted = Slug.From(new string('a', 200));
        Assert.Equal(Slug.MaxLength, wanted.Value.Length);
        Assert.True(FreeSlug.Fits(wanted.Numbered(12).Value, wanted));
    }
}
