using System.Text;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Reading;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Reading;

public sealed class ArchiveReaderTests
{
    private const string Text = "Café – opens\nSecond “line”";

    [Theory]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-16", true, "utf-16le")]
    [InlineData("utf-16BE", true, "utf-16be")]
    [InlineData("windows-1252", false, "windows-1252")]
    public void The_encoding_is_told_by_the_bytes_and_a_byte_order_mark_is_no_text(string encoding, bool mark, string name)
    {
        var codec = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? codec.GetPreamble() : [], .. codec.GetBytes(Text)];

        var document = Read(bytes, out var problem);

        Assert.Null(problem);
        Assert.Equal(name, document.Encoding);
        Assert.Equal(Text.Split('\n'), document.Lines.Select(l => l.Text));
        Assert.Equal(bytes.Length, document.Lines.Sum(l => l.Length));
    }

    [Fact]
    public void Line_ends_of_every_kind_leave_the_words_alone()
    {
        Assert.Equal(["One", "Two", "", "Three"], Read("One\r\nTwo\n\nThree\n"u8.ToArray(), out _).Lines.Select(l => l.Text));
        Assert.Equal(["One", "Two"], Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("One\r\nTwo")], out _).Lines.Select(l => l.Text));
    }

    [Fact]
    public void A_few_broken_bytes_leave_utf_8_utf_8()
    {
        var document = Read([.. "Café über naïve "u8, 0xC3, .. " rôle"u8], out var problem);

        Assert.Null(problem);
        Assert.Equal("utf-8", document.Encoding);
        Assert.Contains("rôle", document.Lines[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "a PDF")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0 }, "an old Word document")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0 }, "zip archive")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "a JPEG picture")]
    [InlineData(new byte[] { 0x7B, 0x5C, 0x72, 0x74, 0x66, 0x31 }, "rich text")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41 }, "cut off in the middle of a character")]
    [InlineData(new byte[] { 0x41, 0, 0x42, 0, 0x43, 0 }, "UTF-16 without a byte order mark")]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4 }, "full of control characters")]
    [InlineData(new byte[] { 0x81, 0x8D, 0x41, 0x81, 0x90 }, "an encoding that is not known here")]
    public void What_is_no_text_is_refused_with_a_sentence_that_says_what_to_do(byte[] bytes, string words)
    {
        var document = Read(bytes, out var problem);

        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.Contains("Save", problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
        Assert.Equal(64, document.Sha256.Length);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_and_told_to_be_split()
    {
        var plan = new ArchivePipeline(new PipelineSettings { Themes = [], MaxDocumentBytes = 10 }).Plan("a.txt", new byte[11], TestContext.Current.CancellationToken);

        Assert.Equal(PlanStatus.Refused, plan.Status);
        Assert.Contains("too large", plan.Message, StringComparison.Ordinal);
        Assert.Contains("Split it", plan.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><head><title>News</title></head></html>", "a web page")]
    [InlineData("\uFEFF\r\n<!DOCTYPE HTML>\r\n<p>News</p>", "a web page")]
    [InlineData("<?xml version=\"1.0\"?><rss/>", "XML")]
    public void What_is_marked_up_for_machines_is_refused_and_not_read_as_text(string text, string words)
    {
        var document = Read(Encoding.UTF8.GetBytes(text), out var problem);

        Assert.Empty(document.Lines);
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> Harbour opens\n\nThe harbour opened today.")]
    [InlineData("<htmlish> is the name of the play\n\nIt opens today.")]
    public void A_text_with_marks_at_its_start_is_still_a_text(string text)
    {
        Read(Encoding.UTF8.GetBytes(text), out var problem);

        Assert.Null(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \t\n")]
    [InlineData("\uFEFF")]
    public void A_file_without_words_is_empty_and_says_what_to_do(string text)
    {
        var plan = Planned.Of(text);

        Assert.Equal((PlanStatus.Empty, 0), (plan.Status, plan.Releases.Count));
        Assert.Contains("Leave it out", plan.Message, StringComparison.Ordinal);
    }

    private static SourceDocument Read(byte[] bytes, out string? problem) => ArchiveReader.Read("a.txt", bytes, 1_000_000, out problem);
}
