using System.Text;
using NewsRoom.Core.Ingestion.Reading;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Reading;

public sealed class FrontMatterTests
{
    [Fact]
    public void A_mapping_between_fences_is_a_front_matter_and_its_keys_have_no_case()
    {
        var matter = Read("---\nTitle: Bridge\ntags: [a, b]\ntopics: c, d\n---\nText")!;

        Assert.Equal((5, "Bridge"), (matter.Lines, matter.Text("headline", "title")));
        Assert.Equal(["a", "b", "c", "d"], matter.List("tags", "topics"));
    }

    [Theory]
    [InlineData("Title: Bridge\n---\nText")]
    [InlineData("---\nnot a mapping\n---\nText")]
    [InlineData("---\ntitle: [broken\n---\nText")]
    [InlineData("---\ntitle: never closed\nText")]
    [InlineData("---\n... 1. Website:\n\nThe harbour opened.\n---\nText")]
    public void What_is_no_mapping_between_fences_is_text(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("a: ", "[")]
    [InlineData("a:\n  ", "- ")]
    [InlineData("", "{a: ")]
    public void Nesting_without_end_is_text(string start, string part) => Assert.Null(Read($"---\n{start}{string.Concat(Enumerable.Repeat(part, 10_000))}\n---\nText"));

    [Fact]
    public void A_mapping_and_a_list_of_mappings_are_both_read()
    {
        Assert.Equal("Anna Roe", Assert.Single(Read("---\ncontact:\n  Name: Anna Roe\n---\n")!.Maps("contact"))["name"]);
        Assert.Equal(["A", "B"], Read("---\ncontacts:\n- name: A\n- name: B\n---\n")!.Maps("contacts").Select(c => c["name"]));
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("FR_ch", "fr")]
    [InlineData("e", null)]
    [InlineData("français", null)]
    public void A_language_is_two_letters(string written, string? language) => Assert.Equal(language, Read($"---\nlang: {written}\n---\n")!.Language());

    private static FrontMatter? Read(string text) => FrontMatter.Read(ArchiveReader.Read("a.md", Encoding.UTF8.GetBytes(text), 1_000_000, out _).Lines);
}
