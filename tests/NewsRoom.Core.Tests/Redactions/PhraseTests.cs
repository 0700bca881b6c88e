using System.Text;
using NewsRoom.Core.Redactions;
using Xunit;

namespace NewsRoom.Core.Tests.Redactions;

public sealed class PhraseTests
{
    private const string Gone = "[name removed]";

    private static readonly Phrase Ann = Phrase.TryParse("Ann-José O'Rivers")!;

    [Theory]
    [InlineData("Ann-José O'Rivers said so.", "[name removed] said so.")]
    [InlineData("ANN JOSE O’RIVERS", "[name removed]")]
    [InlineData("by ann jose orivers.", "by [name removed].")]
    [InlineData("Ann\u00a0 José\u200b O'Rivers's words", "[name removed]'s words")]
    [InlineData("**Ann-José** O'Rivers", "[name removed]")]
    [InlineData("_Ann-José O'Rivers_, in emphasis", "_[name removed]_, in emphasis")]
    [InlineData("Ann-José\nO'Rivers", "[name removed]\n")]
    [InlineData("Ann-Jose\u0301 O'Rivers", "[name removed]")]
    [InlineData("Ann&nbsp;Jos&eacute; O&#39;Rivers", "[name removed]")]
    [InlineData("Write to <ann.jose.orivers@example.org>.", "Write to [name removed].")]
    [InlineData("[her page](https://example.org/people/ann-jose-orivers?x=1)", "[her page](https://example.org/people/name-removed?x=1)")]
    [InlineData("https://example.org/Ann%20Jos%C3%A9%20O'Rivers.html", "https://example.org/name-removed.html")]
    [InlineData("<b>Ann</b>-José O'Rivers", "<b>[name removed]")]
    public void It_is_found_however_it_is_written(string text, string expected) => Assert.Equal(expected, Ann.ReplaceIn(text, Gone));

    [Theory]
    [InlineData("Joann José O'Rivers")]
    [InlineData("Ann José O'Riversen")]
    [InlineData("Ann; José; O'Rivers")]
    [InlineData("Ann Rivers")]
    [InlineData("")]
    public void Other_words_stay(string text)
    {
        Assert.False(Ann.IsIn(text));
        Assert.Same(text, Ann.ReplaceIn(text, Gone));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" -- ")]
    [InlineData("Al")]
    public void Too_little_is_no_phrase(string? text) => Assert.Null(Phrase.TryParse(text));

    [Fact]
    public void Its_mark_needs_the_key_and_does_not_depend_on_how_it_is_written()
    {
        var mark = Ann.Hash("a key"u8);
        Assert.Equal(mark, Phrase.TryParse("ann josé  O’RIVERS")!.Hash("a key"u8));
        Assert.NotEqual(mark, Ann.Hash("another key"u8));
        Assert.Equal(64, mark.Length);
    }

    [Fact]
    public void Json_is_read_before_it_is_searched_and_stays_json()
    {
        var text = new RedactedText(Ann, Gone);
        Assert.Equal("""{"a":"[name removed] spoke","b":[1,"x"],"c":null}""", text.Of("""{"a":"Ann-Jos\u00e9 O\u0027Rivers spoke","b":[1,"x"],"c":null}"""));
        Assert.Null(text.Of("""{"a":"Ann"}"""));
        Assert.Equal("[[name removed]]", text.Of("[Ann-José O'Rivers]"));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16le")]
    [InlineData("windows-1252")]
    public void A_document_keeps_its_encoding_and_its_lines(string name)
    {
        var encoding = name switch { "utf-16le" => Encoding.Unicode, "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!, _ => Encoding.UTF8 };
        var bytes = encoding.GetBytes("First – line\r\nAnn-José\r\nO'Rivers spoke\r\nLast\r\n");
        var (after, kept) = new RedactedText(Ann, Gone).Of(bytes, name)!.Value;
        Assert.Equal(name, kept);
        Assert.Equal("First – line\r\n[name removed]\r\n spoke\r\nLast\r\n", encoding.GetString(after));
    }

    [Fact]
    public void A_long_hostile_text_takes_no_long_time()
    {
        var text = string.Concat(Enumerable.Repeat("ann jose &&&& %%% <<< *** ", 40_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(Ann.IsIn(text));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }
}
