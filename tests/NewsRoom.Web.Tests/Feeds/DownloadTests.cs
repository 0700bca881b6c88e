using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Tests.Pages;
using Xunit;

namespace NewsRoom.Web.Tests.Feeds;

/// <summary>Every format of a release says what its page says.</summary>
public sealed partial class DownloadTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly ReleaseContent Rich = new()
    {
        Headline = "Harbour \"reopens\": all 3 piers & more",
        Standfirst = "In short: it reopens.",
        Dateline = "Geneva",
        Date = ReleaseDate.InMonth(2014, 6),
        Language = "en",
        Boilerplate = "About Harbour Trust\n\nThe trust keeps \"piers\".\n\nSince 1900.",
        Body = """
            The **first** line with a [link to the port](https://port.example.org/a?b=1&c=2) and *more*.

            ## Part two

            - outer one
              - inner **deep**
                1. numbered inside
            - outer two

            3. third
            4. fourth

            | Year | Boats |
            |------|-------|
            | 2013 | 12 |
            | 2014 | **34** |

            > Words of somebody.
            > In two lines.

            Please write to \[address lost in the archive\] or <https://example.org/form>.

                code  with spaces

            ---

            A last line with a break  
            and an entity &copy; and 2 \* 3.
            """,
    };

    [Fact]
    public async Task Every_format_of_a_rich_release_holds_the_words_of_its_page_in_order()
    {
        var contact = await site.AddContactAsync("Anna Roe", new PhoneNumber("+44 20 7946 0123", "+442079460123"), "anna@example.org");
        var slug = await site.AddAsync(Rich with { ContactIds = [contact] }, with: r => r.AddQuotation(new Quotation(0, "Words of somebody", "Ann Lee")));

        await HoldsTheSameWordsAsync(site.Client, slug);

        var text = await site.Client.GetStringAsync(new Uri($"/releases/{slug}.txt", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("link to the port <https://port.example.org/a?b=1&c=2>", text, StringComparison.Ordinal);
        Assert.Contains("Anna Roe\nSpokesperson\nPress office\n+44 20 7946 0123\nanna@example.org\nAs printed in 2014, not confirmed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_to_editors_stand_apart_on_the_page_and_in_their_place_in_every_format()
    {
        var slug = await site.AddAsync(Rich with { Headline = "With notes", Body = Rich.Body + "\n\n### Notes to editors:\n\n1. The piers are **three**.\n2. They are of wood.\n" });

        await HoldsTheSameWordsAsync(site.Client, slug);

        using var page = new HtmlParser().ParseDocument(await site.GetAsync("/releases/" + slug));
        Assert.Equal("Notes to editors:", page.QuerySelector(".editors-notes > h2")?.TextContent);
        Assert.Equal(["The piers are three.", "They are of wood."], page.QuerySelectorAll(".editors-notes li").Select(li => li.TextContent));
        Assert.Null(page.QuerySelector(".release-text > .body li + li + li strong"));
        Assert.DoesNotContain("Notes to editors", page.QuerySelector(".release-text > .body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_format_of_every_release_of_the_sample_archive_holds_the_words_of_its_page_in_order()
    {
        await using var newsroom = new NewsRoomApplication();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot(), "content")))
            File.Copy(file, Path.Combine(newsroom.ContentFolder, Path.GetFileName(file)));
        var client = newsroom.Client();
        var slugs = await newsroom.AskAsync(db => db.Releases.Select(r => r.Slug).ToListAsync());
        Assert.True(slugs.Count > 10, $"Only {slugs.Count} releases were imported.");

        foreach (var slug in slugs)
            await HoldsTheSameWordsAsync(client, slug);
    }

    [Fact]
    public async Task The_word_file_has_real_headings_lists_links_and_tables()
    {
        var slug = await site.AddAsync(Rich with { Headline = "A rich Word file" });
        using var file = WordprocessingDocument.Open(new MemoryStream(await BytesAsync(site.Client, $"/releases/{slug}.docx")), false);

        var main = file.MainDocumentPart!;
        var body = main.Document.Body!;
        var problems = new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(file, TestContext.Current.CancellationToken).Select(p => $"{p.Path?.XPath}: {p.Description}").ToList();
        Assert.Empty(problems);
        Assert.Equal("Part two", body.Descendants<Paragraph>().Single(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading3").InnerText);
        Assert.Contains(body.Descendants<Hyperlink>(), link => link.InnerText == "link to the port" && main.HyperlinkRelationships.Single(r => r.Id == link.Id).Uri.AbsoluteUri == "https://port.example.org/a?b=1&c=2");
        Assert.Contains(body.Descendants<Run>(), r => r.InnerText == "first" && r.RunProperties?.Bold is not null);
        var items = body.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.NumberingProperties is not null).ToDictionary(p => p.InnerText, p => p.ParagraphProperties!.NumberingProperties!.NumberingLevelReference!.Val!.Value);
        Assert.Equal(0, items["outer one"]);
        Assert.Equal(1, items["inner deep"]);
        Assert.Equal(2, items["numbered inside"]);
        Assert.Equal(3, body.Descendants<TableRow>().Count());
    }

    [Fact]
    public async Task The_markdown_file_is_what_the_import_reads_back()
    {
        var contact = await site.AddContactAsync("Berta Low", new PhoneNumber("+44 20 7946 0124", "+442079460124"), "berta@example.org");
        var slug = await site.AddAsync(Rich with { Headline = "Read: me \"back\"", ContactIds = [contact] });

        var bytes = await BytesAsync(site.Client, $"/releases/{slug}.md");
        var plan = new ArchivePipeline(new PipelineSettings { Themes = [] }).Plan(slug + ".md", bytes, TestContext.Current.CancellationToken);

        var draft = Assert.Single(plan.Releases);
        Assert.Equal("Read: me \"back\"", draft.Headline);
        Assert.Equal(Rich.Body.ReplaceLineEndings("\n").TrimEnd(), draft.Body);
        Assert.Equal(Rich.Standfirst, draft.Standfirst);
        Assert.Equal("Geneva", draft.Dateline);
        Assert.Equal("2014-06", draft.Date.ToIso());
        Assert.Equal(Rich.Boilerplate, draft.Boilerplate);
        var read = Assert.Single(draft.Contacts, c => c.Name == "Berta Low");
        Assert.Equal("+442079460124", read.Phone?.E164);
        Assert.Equal("berta@example.org", read.Email);
    }

    [Fact]
    public async Task A_file_names_itself_can_be_asked_for_again_and_follows_the_one_rule_of_visibility()
    {
        var slug = await site.AddAsync(Rich with { Headline = "Asked for again" });
        var draft = await site.AddAsync(Rich with { Headline = "Still a draft" }, draft: true);
        var gone = await site.AddAsync(Rich with { Headline = "Taken back" }, with: r => r.Withdraw("Wrong.", SiteFixture.Start));
        foreach (var extension in (string[])["txt", "md", "docx", "json"])
        {
            using var first = await site.Client.GetAsync(new Uri($"/releases/{slug}.{extension}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal($"{slug}.{extension}", first.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
            Assert.Equal("attachment", first.Content.Headers.ContentDisposition?.DispositionType);
            Assert.NotNull(first.Content.Headers.LastModified);
            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri($"/releases/{slug}.{extension}", UriKind.Relative));
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await site.Client.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            await site.GetAsync($"/releases/{draft}.{extension}", HttpStatusCode.NotFound);
            await site.GetAsync($"/releases/{gone}.{extension}", HttpStatusCode.Gone);
        }

        await site.GetAsync($"/releases/{slug}.pdf", HttpStatusCode.NotFound);
    }

    private static async Task HoldsTheSameWordsAsync(HttpClient client, string slug)
    {
        var page = PageWords(await client.GetStringAsync(new Uri($"/releases/{slug}", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.True(page.Count > 20, $"{slug} has hardly a word.");
        Assert.Equal(page, Words(TextOf(await client.GetStringAsync(new Uri($"/releases/{slug}.txt", UriKind.Relative), TestContext.Current.CancellationToken))).Take(page.Count));
        Assert.Equal(page, Words(WordText(await BytesAsync(client, $"/releases/{slug}.docx"))).Take(page.Count));
        Assert.Equal(page, Words(JsonText(await BytesAsync(client, $"/releases/{slug}.json"))));
        Assert.Equal(page, Words(MarkdownText(Encoding.UTF8.GetString(await BytesAsync(client, $"/releases/{slug}.md")), page)));
    }

    /// <summary>What a reader of the page reads, from the headline to the closing text, in its order.</summary>
    private static List<string> PageWords(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var picture in document.QuerySelectorAll("img"))
            picture.Replace(document.CreateTextNode(picture.GetAttribute("alt") ?? ""));
        var text = new StringBuilder();
        foreach (var part in document.QuerySelectorAll(".release-head h1, .release-head .place, .release-head .date, .release-head .standfirst, .release .changes p, .release .body, .release .editors-notes > h2, .release .closing > :not([data-ours])"))
        {
            // Blocks that touch in the source are words apart on the page.
            foreach (var block in part.QuerySelectorAll("p, li, td, th, h2, h3, h4, h5, h6, blockquote, br, pre"))
                block.Insert(AdjacentPosition.BeforeBegin, " ");
            text.Append(part.TextContent).Append(' ');
        }

        return Words(text.ToString());
    }

    /// <summary>The plain text without what it adds: addresses behind links, marks of lists, quotations and tables.</summary>
    private static string TextOf(string text) => Addresses().Replace(Marks().Replace(text, "$1"), "").Replace(" | ", " ", StringComparison.Ordinal).Replace(" · ", " ", StringComparison.Ordinal);

    private static string WordText(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var text = new StringBuilder();
        foreach (var element in file.MainDocumentPart!.Document.Body!.Descendants())
            text.Append(element switch { Text words => words.Text, Break => " ", Paragraph => " ", _ => "" });
        return text.ToString().Replace(" · ", " ", StringComparison.Ordinal);
    }

    private static string JsonText(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var root = json.RootElement;
        var text = new StringBuilder();
        foreach (var name in (string[])["headline", "dateline", "dateText", "standfirst", "body", "boilerplate"])
        {
            if (root.TryGetProperty(name, out var value))
                Collect(text, value);
        }

        return text.ToString();

        static void Collect(StringBuilder text, JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.String)
                text.Append(element.GetString()).Append(' ');
            else if (element.ValueKind == JsonValueKind.Array)
                foreach (var item in element.EnumerateArray())
                    Collect(text, item);
            else if (element.ValueKind == JsonValueKind.Object)
                foreach (var part in element.EnumerateObject().Where(p => p.Name is "text" or "items" or "rows" or "blocks"))
                    Collect(text, part.Value);
        }
    }

    /// <summary>Read by other programs than those that wrote it: YamlDotNet, and Markdig as it comes.</summary>
    private static string MarkdownText(string file, List<string> page)
    {
        var end = file.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        var matter = new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(file[4..end]);
        string Field(string key) => matter.TryGetValue(key, out var value) ? (string)value : "";
        var html = Markdown.ToHtml(file[(end + 5)..], new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build());
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var block in document.QuerySelectorAll("p, li, td, th, h1, h2, h3, h4, h5, h6, blockquote, br, pre"))
            block.Insert(AdjacentPosition.BeforeBegin, " ");
        // The date is in the file as a value, and on the page in words: those are taken from the page.
        var title = Words(Field("title") + " " + Field("dateline"));
        var body = Words(string.Join(' ', Field("standfirst"), document.Body!.TextContent, Field("boilerplate")));
        return string.Join(' ', [.. title, .. page.Skip(title.Count).Take(page.Count - title.Count - body.Count), .. body]);
    }

    private static async Task<byte[]> BytesAsync(HttpClient client, string path) => await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsRoom.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }

    private static List<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@" <(https?|mailto|tel):[^>\n]*>")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?m)^(\s*)(?:(?:- |\d+\. |> )+)")]
    private static partial Regex Marks();
}
