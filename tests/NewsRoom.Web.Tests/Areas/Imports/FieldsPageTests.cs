using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.People;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.Imports;

/// <summary>The page of one proposed release, through HTTP: forms are sent as a browser without scripts would send them.</summary>
public sealed class FieldsPageTests(BenchDesk desk) : IClassFixture<BenchDesk>
{
    private const string Headline = "Input.Headline";
    private const string Date = "Input.Date";
    private const string Begun = "Input.Begun";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_only_one_of_two_editors_changed_is_taken_from_that_one()
    {
        var (anna, ben) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var batch = await UploadAsync(anna, "Conwy");
        var opened = await OpenAsync(ben, batch, 18);
        await SaveAsync(anna, batch, 18, f => f[Headline] = "Medal for the crew");

        opened[Date] = "2019-02-08";
        var answer = await PostAsync(ben, batch, 18, opened);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        using var page = Parse(await answer.Content.ReadAsStringAsync(Token));
        Assert.Contains("Only they had changed headline", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("fieldset.merge"));
        Assert.Equal("unsaved", page.QuerySelector("form[data-leaving]")!.GetAttribute("data-leaving"));
        var again = FieldsOf(page);
        Assert.Equal(("Medal for the crew", "2019-02-08"), (again[Headline], again[Date]));
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(ben, batch, 18, again)).StatusCode);
        var draft = await DraftAsync(batch, 18);
        Assert.Equal(("Medal for the crew", "2019-02-08"), (draft.Headline, draft.Date.ToIso()));
    }

    [Theory]
    [InlineData("theirs", "Medal for the crew")]
    [InlineData("mine", "Nine saved")]
    public async Task A_field_that_both_changed_is_shown_with_both_values_and_asked(string choice, string expected)
    {
        var (anna, ben) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var batch = await UploadAsync(anna, "Cardigan" + choice);
        var opened = await OpenAsync(ben, batch, 18);
        await SaveAsync(anna, batch, 18, f => f[Headline] = "Medal for the crew");
        opened[Headline] = "Nine saved";
        using var page = Parse(await (await PostAsync(ben, batch, 18, opened)).Content.ReadAsStringAsync(Token));
        var asked = page.QuerySelector("#Input_Choice_Headline_")!.TextContent;
        Assert.Contains("Medal for the crew", asked, StringComparison.Ordinal);
        Assert.Contains("Nine saved", asked, StringComparison.Ordinal);
        var again = FieldsOf(page);

        var unanswered = await PostAsync(ben, batch, 18, again);
        Assert.Equal(HttpStatusCode.OK, unanswered.StatusCode);
        using var still = Parse(await unanswered.Content.ReadAsStringAsync(Token));
        Assert.Contains("Choose whose words are to stand.", still.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(still.QuerySelector("#Input_Choice_Headline_"));
        again = FieldsOf(still);
        again["Input.Choice[Headline]"] = choice;

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(ben, batch, 18, again)).StatusCode);
        Assert.Equal(expected, (await DraftAsync(batch, 18)).Headline);
    }

    [Fact]
    public async Task Contacts_that_both_changed_can_both_be_kept()
    {
        var (anna, ben) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var batch = await UploadAsync(anna, "Aberaeron");
        var opened = await OpenAsync(ben, batch, 18);
        await SaveAsync(anna, batch, 18, f => Contact(f, 1, "Cara Moss", "01632 960011"));
        Contact(opened, 1, "Dan Pike", "01632 960012");
        using var page = Parse(await (await PostAsync(ben, batch, 18, opened)).Content.ReadAsStringAsync(Token));
        var again = FieldsOf(page);
        again["Input.Choice[Contacts]"] = "both";

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(ben, batch, 18, again)).StatusCode);
        Assert.Equal(["Cara Moss", "Paul Mason", "Dan Pike"], (await DraftAsync(batch, 18)).Contacts.Select(c => c.Name));
    }

    [Fact]
    public async Task An_edit_of_another_release_does_not_stop_a_save()
    {
        var (anna, ben) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var batch = await UploadAsync(anna, "Criccieth");
        var opened = await OpenAsync(ben, batch, 18);
        await SaveAsync(anna, batch, 5, f => f[Headline] = "Quay open");
        opened[Headline] = "Nine saved";

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(ben, batch, 18, opened)).StatusCode);
        Assert.Equal(("Quay open", "Nine saved"), ((await DraftAsync(batch, 5)).Headline, (await DraftAsync(batch, 18)).Headline));
    }

    [Fact]
    public async Task Words_for_a_release_that_was_left_out_meanwhile_are_shown_again_and_saved_once_it_is_back()
    {
        var (anna, ben) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var batch = await UploadAsync(anna, "Pwllheli");
        var opened = await OpenAsync(ben, batch, 18);
        await desk.EditAsync(anna, batch, "Drop", 18);
        opened[Headline] = "Nine saved";

        var answer = await PostAsync(ben, batch, 18, opened, from: 5);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        using var page = Parse(await answer.Content.ReadAsStringAsync(Token));
        Assert.Contains("no longer in the plan", page.Body!.TextContent, StringComparison.Ordinal);
        var again = FieldsOf(page);
        Assert.Equal("Nine saved", again[Headline]);
        await anna.PostAsync($"/admin/imports/{batch}/1?handler=TakeBack", new() { ["version"] = $"{await desk.VersionAsync(batch)}" }, from: $"/admin/imports/{batch}/1");
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(ben, batch, 18, again)).StatusCode);
        Assert.Equal("Nine saved", (await DraftAsync(batch, 18)).Headline);
    }

    [Fact]
    public async Task Words_for_a_document_that_was_accepted_meanwhile_are_shown_again_with_the_reason()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, "Fishguard");
        var opened = await OpenAsync(browser, batch, 18);
        await desk.AcceptAsync(browser, batch);
        opened[Headline] = "Nine saved";

        using var page = Parse(await (await PostAsync(browser, batch, 18, opened)).Content.ReadAsStringAsync(Token));

        Assert.Contains("The document was accepted", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nine saved", FieldsOf(page)[Headline]);
    }

    [Fact]
    public async Task A_second_telephone_number_and_a_role_are_shown_and_stay_when_the_name_is_corrected()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var text = Encoding.UTF8.GetString(BenchDesk.Own("Porthcawl")).Replace("Media contact: Paul Mason, Porthcawl Rescue Society, Tel: 020 7946 0002", "Media contact: Fiona Leckie, Communications Officer, Porthcawl Rescue Society, 01632 960 845 (office hours) or 07700 900 512 (out of hours)", StringComparison.Ordinal);
        Assert.Contains("Fiona Leckie", text, StringComparison.Ordinal);
        var batch = BenchDesk.IdOf(await desk.UploadAsync(browser, ("porthcawl.txt", Encoding.UTF8.GetBytes(text))));
        Assert.Contains("Communications Officer, Porthcawl Rescue Society, 01632 960 845, 07700 900 512", await browser.GetAsync($"/admin/imports/{batch}/1"), StringComparison.Ordinal);
        var opened = await OpenAsync(browser, batch, 18);
        Assert.Equal(("Communications Officer", "01632 960 845", "07700 900 512"), (opened["Input.Contacts[0].Role"], opened["Input.Contacts[0].Phone"], opened["Input.Contacts[0].OtherPhone"]));
        opened["Input.Contacts[0].Name"] = "Fiona Leckey";

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, batch, 18, opened)).StatusCode);
        await desk.AcceptAsync(browser, batch);

        var contact = await desk.AskAsync(db => db.Set<MediaContact>().SingleAsync(c => c.Name == "Fiona Leckey", Token));
        Assert.Equal(("Communications Officer", "+441632960845", "+447700900512"), (contact.Role, contact.PhoneE164, contact.OtherPhoneE164));
    }

    [Fact]
    public async Task A_row_can_be_added_without_scripts_called_by_its_office_and_left_out()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, "Laugharne");
        var opened = await OpenAsync(browser, batch, 18);
        opened[Headline] = "Nine saved";
        using var page = Parse(await (await PostAsync(browser, batch, 18, opened, handler: "Row")).Content.ReadAsStringAsync(Token));
        Assert.Equal("Input.Contacts[1].Name", page.QuerySelector("[autofocus]")!.GetAttribute("name"));
        Assert.EndsWith("handler=Row#contacts", page.QuerySelector("button[formaction]")!.GetAttribute("formaction"), StringComparison.Ordinal);
        var fields = FieldsOf(page);
        Assert.Equal("Nine saved", fields[Headline]);

        fields["Input.Contacts[1].Phone"] = "01632 960 077";
        Assert.Contains("Write who this is", await Browser.TextAsync(await PostAsync(browser, batch, 18, fields)), StringComparison.Ordinal);
        fields["Input.Contacts[1].Office"] = "Press desk";
        fields["Input.Contacts[0].LeftOut"] = "true";

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, batch, 18, fields)).StatusCode);
        var contact = Assert.Single((await DraftAsync(batch, 18)).Contacts);
        Assert.Equal(("Press desk", "01632 960 077"), (contact.Name, contact.Phone?.AsWritten));
    }

    [Theory]
    [InlineData(Date, "0001", "before 1900")]
    [InlineData(Date, "2099-01-01", "more than a year ahead")]
    [InlineData(Date, "9999-12", "more than a year ahead")]
    [InlineData("Input.Contacts[0].Phone", "abc", "all its digits")]
    [InlineData("Input.Contacts[0].OtherPhone", "0163", "all its digits")]
    [InlineData("Input.Contacts[0].Email", "paul@office", "name@example.org")]
    public async Task What_can_be_no_date_number_or_address_is_refused_with_a_sentence(string field, string typed, string sentence)
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, "Machynlleth" + sentence.Length + typed.Length);
        var version = await desk.VersionAsync(batch);
        var opened = await OpenAsync(browser, batch, 18);
        opened[field] = typed;

        using var page = Parse(await (await PostAsync(browser, batch, 18, opened)).Content.ReadAsStringAsync(Token));

        Assert.Contains(sentence, page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, FieldsOf(page)[field]);
        Assert.Equal(version, await desk.VersionAsync(batch));
    }

    [Fact]
    public async Task A_day_that_is_still_ahead_is_saved_with_a_doubt()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, "Harlech");
        var day = desk.Clock.Now.AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await SaveAsync(browser, batch, 18, f => f[Date] = day);

        var draft = await DraftAsync(batch, 18);
        Assert.Equal(day, draft.Date.ToIso());
        Assert.Contains(draft.Unsure, d => d.StartsWith("Check the date: It was still ahead when Ada editor typed it", StringComparison.Ordinal));
        await SaveAsync(browser, batch, 18, f => f[Date] = "2019-02");
        Assert.DoesNotContain((await DraftAsync(batch, 18)).Unsure, d => d.Contains("ahead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lines_of_the_release_stand_beside_the_form()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, "Barmouth");
        using var page = Parse(await browser.Client.GetStringAsync(new Uri($"/admin/imports/{batch}/1/fields?line=18", UriKind.Relative), Token));

        var lines = page.QuerySelectorAll(".lines tr");
        Assert.Equal(("16", "28"), (lines[0].QuerySelector("th")!.TextContent, lines[^1].QuerySelector("th")!.TextContent));
        Assert.Contains("honoured on Friday", page.QuerySelector("#line-20 td")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("as opened", page.QuerySelector("form[data-leaving]")!.GetAttribute("data-leaving"));
        Assert.NotNull(page.QuerySelector("script[src^='/desk/leaving.js']"));
    }

    [Fact]
    public async Task A_form_that_tells_nothing_sensible_of_what_it_was_opened_on_is_still_saved()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, "Tywyn");
        foreach (var begun in (string[])["", "[", "{}", "{\"contacts\":[null,{}]}"])
        {
            await SaveAsync(browser, batch, 18, f => (f[Begun], f[Headline]) = (begun, "Medal for the crew " + begun.Length));
            Assert.Equal("Medal for the crew " + begun.Length, (await DraftAsync(batch, 18)).Headline);
        }
    }

    private async Task<int> UploadAsync(Browser browser, string town) => BenchDesk.IdOf(await desk.UploadAsync(browser, (town + ".txt", BenchDesk.Own(town))));

    private static async Task<Dictionary<string, string>> OpenAsync(Browser browser, int batch, int line)
    {
        using var page = Parse(await browser.Client.GetStringAsync(new Uri($"/admin/imports/{batch}/1/fields?line={line}", UriKind.Relative), Token));
        return FieldsOf(page);
    }

    private static async Task SaveAsync(Browser browser, int batch, int line, Action<Dictionary<string, string>> change)
    {
        var fields = await OpenAsync(browser, batch, line);
        change(fields);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, batch, line, fields)).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, int batch, int line, Dictionary<string, string> fields, string? handler = null, int? from = null) =>
        browser.PostAsync($"/admin/imports/{batch}/1/fields?line={line}{(handler is null ? "" : "&handler=" + handler)}", fields, from: $"/admin/imports/{batch}/1/fields?line={from ?? line}");

    private static void Contact(Dictionary<string, string> fields, int row, string name, string phone) =>
        (fields[$"Input.Contacts[{row}].Name"], fields[$"Input.Contacts[{row}].Phone"]) = (name, phone);

    private async Task<ReleaseDraft> DraftAsync(int batch, int line)
    {
        var document = await desk.WithAsync<ImportBench, BenchDocument?>(bench => bench.OpenAsync(batch, 1, compares: false, Token));
        return document!.Plan.Releases.Single(r => r.StartLine <= line && line <= r.EndLine);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>What a browser would send of the form.</summary>
    private static Dictionary<string, string> FieldsOf(IHtmlDocument page)
    {
        var form = page.QuerySelector("form[data-leaving]")!;
        var fields = form.QuerySelectorAll("input[name^='Input.'], textarea[name^='Input.']")
            .Where(e => e is not IHtmlInputElement { Type: "checkbox" or "radio" })
            .ToDictionary(e => e.GetAttribute("name")!, e => e is IHtmlTextAreaElement area ? area.Value : e.GetAttribute("value") ?? "");
        Assert.NotEmpty(fields);
        foreach (var (index, theme) in form.QuerySelectorAll("input[name='Input.Themes'][checked]").Index())
            fields[$"Input.Themes[{index}]"] = theme.GetAttribute("value")!;
        return fields;
    }
}
