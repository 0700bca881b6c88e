using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Tests.Ingestion.Bench;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.Imports;

/// <summary>A desk with the real pipeline, and what tests of the bench do through HTTP.</summary>
public sealed partial class BenchDesk : DeskFixture
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Uploads files through the form and waits until they are read. Returns the address of the batch.</summary>
    public async Task<string> UploadAsync(Browser browser, params (string Name, byte[] Bytes)[] files)
    {
        var answer = await PostFilesAsync(browser, files);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var address = answer.Headers.Location!.OriginalString;
        await SettleAsync(IdOf(address));
        return address;
    }

    public static async Task<HttpResponseMessage> PostFilesAsync(Browser browser, params (string Name, byte[] Bytes)[] files)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var form = await browser.Client.GetStringAsync(new Uri("/admin/imports/new", UriKind.Relative), Token);
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(FormToken().Match(form).Groups[1].Value), "__RequestVerificationToken");
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), "Input.Files", name);
        return await browser.Client.PostAsync(new Uri("/admin/imports/new", UriKind.Relative), content, Token);
    }

    /// <summary>A page of words of its own, so that no other test's page repeats it.</summary>
    public static byte[] Own(string town) => System.Text.Encoding.UTF8.GetBytes(HarbourPage.Text.Replace("Saltmarsh", town, StringComparison.Ordinal)
        .Replace("Harbour Trust", $"{town} Trust", StringComparison.Ordinal).Replace("Lifeboat", $"{town} Rescue", StringComparison.Ordinal)
        .Replace("museum", $"museum at {town} point", StringComparison.Ordinal).Replace("quay", $"{town} quay", StringComparison.Ordinal));

    public static int IdOf(string address) => int.Parse(address[(address.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    /// <summary>Waits until the worker has nothing to do for the batch.</summary>
    public async Task SettleAsync(int batch)
    {
        for (var i = 0; i < 600; i++)
        {
            var busy = await AskAsync(db => db.StagedDocuments.AnyAsync(d => d.BatchId == batch && (d.State == StagedState.Waiting || (d.State == StagedState.Queued && db.Batches.Any(b => b.Id == batch && !b.IsStopped))), Token))
                || await AskAsync(db => db.Batches.AnyAsync(b => b.Id == batch && b.UndoRequestedAt != null && b.UndoneAt == null, Token));
            if (!busy)
                return;
            await Task.Delay(100, Token);
        }

        Assert.Fail("The worker of the bench did not come to an end within a minute.");
    }

    public Task<int> VersionAsync(int batch) => AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch && d.Number == 1).Select(d => d.Version).SingleAsync(Token));

    /// <summary>Sends one edit of the plan, from the version given or the present one.</summary>
    public async Task<HttpResponseMessage> EditAsync(Browser browser, int batch, string act, int line, int? other = null, int? version = null, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var fields = new Dictionary<string, string> { ["Act"] = act, ["Line"] = $"{line}", ["Other"] = $"{other}", ["Version"] = $"{version ?? await VersionAsync(batch)}", ["Place"] = place ?? "" };
        return await browser.PostAsync($"/admin/imports/{batch}/1?handler=Edit", fields, from: $"/admin/imports/{batch}/1");
    }

    public async Task<HttpResponseMessage> AcceptAsync(Browser browser, int batch, bool publishes = false)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var address = $"/admin/imports/{batch}" + (publishes ? "/publish" : "");
        var page = await browser.GetAsync(address);
        var answer = await browser.PostAsync(publishes ? address : address + "?handler=Accept", new() { ["seen"] = Seen().Match(page).Groups[1].Value }, from: "/admin/imports/new");
        await SettleAsync(batch);
        return answer;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"seen\" value=\"([0-9]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Seen();
}
