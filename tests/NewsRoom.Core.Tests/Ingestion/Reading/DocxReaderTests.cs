using System.IO.Compression;
using System.Text;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Reading;

public sealed class DocxReaderTests
{
    private const string Lead = "The harbour trust opened its new footbridge to walkers on Friday 13 June 2014, two years after the old one was washed away by the spring tides.";
    private const string More = "More than four hundred people crossed in the first hour, and the café on the quay ran out of cake before noon, said the harbour master.";

    [Fact]
    public void A_heading_paragraphs_lists_links_and_tables_become_a_release_in_markdown()
    {
        var file = new DocxFile();
        file.Text("Footbridge opens", "Kop1").Text("Walkers are back on the quay", "Subtitle").Text(Lead)
            .Paragraph(DocxFile.Run("It is ") + DocxFile.Run("free", "<w:b/>") + DocxFile.Run(" and ") + DocxFile.Run("always open", "<w:i/>") + DocxFile.Run(", see ") + file.Link("the plan", "https://harbour.example/plan") + DocxFile.Run("."))
            .Text("What it cost", "Kop2")
            .Paragraph(DocxFile.Run("Timber"), item: (1, 0)).Paragraph(DocxFile.Run("Oak"), item: (1, 1)).Paragraph(DocxFile.Run("Steel"), item: (1, 0))
            .Paragraph(DocxFile.Run("First"), item: (2, 0)).Paragraph(DocxFile.Run("Second"), item: (2, 0))
            .Table(["Part", "Cost"], ["Deck | rail", "£4"]).Text(More);

        var plan = Plan(file.Bytes());
        var release = Assert.Single(plan.Releases);

        Assert.Equal(("docx", "Footbridge opens", HeadlineBasis.Text, "Walkers are back on the quay"), (plan.Document.Encoding, release.Headline, release.HeadlineBasis, release.Standfirst));
        Assert.Equal("2014-06-13", release.Date.NotBefore?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            $"{Lead}\n\nIt is **free** and *always open*, see [the plan](<https://harbour.example/plan>).\n\n## What it cost\n\n- Timber\n    - Oak\n- Steel\n1. First\n2. Second\n\n| Part | Cost |\n| --- | --- |\n| Deck \\| rail | £4 |\n\n{More}",
            release.Body);
        var html = MarkdownRenderer.Render(release.Body).Html;
        Assert.Contains("<strong>free</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<td>Deck | rail</td>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://harbour.example/plan\"", html, StringComparison.Ordinal);
        Assert.Empty(release.Gaps);
    }

    [Fact]
    public void Dated_headings_are_a_release_each_and_what_stands_above_them_is_the_page_header()
    {
        var file = new DocxFile().Text("Harbour Trust news", "Title")
            .Text("Footbridge opens", "Own").Text("13 June 2014").Text(Lead).Text(More)
            .Text("Ferry returns", "Kop1").Text("2 May 2014").Text("The ferry to the island is running again after a winter in dry dock, with a new engine and a coat of blue paint.").Text(More.Replace("cake", "tea", StringComparison.Ordinal));

        var plan = Plan(file.Bytes());

        Assert.Equal(["Footbridge opens", "Ferry returns"], plan.Releases.Select(r => r.Headline));
        Assert.Equal(["2014-06-13", "2014-05-02"], plan.Releases.Select(r => r.Date.ToIso()));
        Assert.All(plan.Releases, r => Assert.Equal("heading", Assert.Single(r.Cut.Cues)));
        Assert.Equal("page-header", plan.NonRelease[0].Kind);
        Lines.AssertAccounted(plan);
    }

    [Fact]
    public void A_document_without_headings_is_read_like_a_page_of_text()
    {
        var file = new DocxFile().Text(Lead).Text(More).Text("For more information please contact Anna Roe, Harbour Trust, Tel: +44 20 7946 0123, Email:");

        var release = Assert.Single(Plan(file.Bytes()).Releases);

        Assert.Equal(("Anna Roe", "+442079460123"), (release.Contacts[0].Name, release.Contacts[0].Phone?.E164));
        Assert.Equal(GapKind.MissingEmail, Assert.Single(release.Gaps).Kind);
        Assert.EndsWith("\\[address lost in the archive\\]", release.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_behind_a_word_is_the_contact_s_and_a_link_that_is_there_is_no_gap()
    {
        var file = new DocxFile();
        file.Text("Footbridge opens", "Title").Text(Lead)
            .Paragraph(DocxFile.Run("To download the plan ") + file.Link("click here", "https://harbour.example/plan") + DocxFile.Run("."))
            .Paragraph(DocxFile.Run("For more information contact Anna Roe, tel. +44 20 7946 0123, ") + file.Link("email", "mailto:anna%2Eroe@harbour.example?subject=Bridge"));

        var release = Assert.Single(Plan(file.Bytes()).Releases);

        Assert.Equal("anna.roe@harbour.example", Assert.Single(release.Contacts).Email);
        Assert.Empty(release.Gaps);
    }

    [Fact]
    public void A_link_that_a_field_makes_is_kept_and_one_that_would_run_a_script_is_words()
    {
        var field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://harbour.example/a\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + DocxFile.Run("a page") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var file = new DocxFile();
        file.Text("Footbridge opens", "Title").Text(Lead).Paragraph(DocxFile.Run("Here is ") + field + DocxFile.Run(" and ") + file.Link("a trick", "javascript:alert(1)") + DocxFile.Run(" for you."));

        Assert.EndsWith("Here is [a page](<https://harbour.example/a>) and a trick for you.", Assert.Single(Plan(file.Bytes()).Releases).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleted_words_are_left_out_and_the_words_of_a_text_box_are_read_once()
    {
        const string box = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        var file = new DocxFile().Text("Footbridge opens", "Title").Text(Lead)
            .Raw("<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t xml:space=\"preserve\"> and added</w:t><w:br/><w:t>below.</w:t></w:r></w:ins></w:p>").Raw(box);

        var plan = Plan(file.Bytes());

        Assert.Equal(["Footbridge opens", "", Lead, "", "Kept and added", "below.", "", "In the box."], plan.Document.Lines.Select(l => l.Text));
        Assert.Equal(plan.Document.Lines.Select(l => l.Text), SourceText.Lines(plan.Document.Bytes.ToArray(), plan.Document.Encoding));
    }

    [Fact]
    public void Marks_of_markdown_in_the_words_show_as_the_words_they_were()
    {
        var words = "*not* _a_ [link](x) `code` <b> | # 1. & &amp; ***";
        var file = new DocxFile().Text("Footbridge opens", "Title").Text(Lead).Paragraph(DocxFile.Run("#1 ", "<w:b/>") + DocxFile.Run(words));

        var release = Assert.Single(Plan(file.Bytes()).Releases);

        Assert.EndsWith("\n\n#1 " + words, MarkdownRenderer.Render(release.Body).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        var file = new DocxFile { Prolog = "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" }.Text(Lead);

        Assert.Contains("damaged or locked", Refusal(file.Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_unpacks_too_far_is_refused()
    {
        var bytes = Zip(("word/document.xml", "<a>" + new string(' ', 3_000_000) + "</a>"));

        Assert.True(bytes.Length < 100_000);
        Assert.Contains("unpacks to more than 2 MB", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_with_entries_without_end_is_refused_before_their_list_is_read()
    {
        var bytes = Zip([("word/document.xml", "<a/>"), .. Enumerable.Range(0, 15_000).Select(i => ($"word/picture-with-a-long-name-{i}", ""))]);

        Assert.Contains("other than .docx", Refusal(bytes, 8 * 1024 * 1024), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_nested_without_end_is_refused()
    {
        var bytes = Zip(("word/document.xml", string.Concat(Enumerable.Repeat("<a>", 20_000))));

        Assert.Contains("damaged", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_cut_off_in_the_middle_and_a_zip_of_other_things_are_refused_with_what_to_do()
    {
        var whole = new DocxFile().Text(Lead).Bytes();

        Assert.Contains("Save its text as a .txt file", Refusal(whole[..(whole.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("other than .docx", Refusal(Zip(("picture.png", "x"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_words_is_empty() => Assert.Equal(PlanStatus.Empty, Plan(new DocxFile().Text("").Bytes()).Status);

    private static ImportPlan Plan(byte[] bytes) => Planned.Pipeline.Plan("page.docx", bytes);

    private static string Refusal(byte[] bytes, long limit = 1024 * 1024)
    {
        var plan = new ArchivePipeline(new PipelineSettings { Themes = Array.Empty<ThemeDefinition>(), MaxDocumentBytes = limit }).Plan("page.docx", bytes);
        Assert.Equal(PlanStatus.Refused, plan.Status);
        return plan.Message!;
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
