using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Ingestion;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.Imports;

/// <summary>A desk with the real pipeline, and what tests of the bench do through HTTP.</summary>
public sealed partial class BenchDesk : DeskFixture
{
    /// <summary>Three releases, in lines 3 to 14, 16 to 28 and 30 to 38, their date lines included. The first lost an address, the second a link.</summary>
    public const string Page =
        """
        Harbour Trust press releases

        12 March 2019

        Harbour Trust opens the north quay to small boats

        The Harbour Trust today opened the north quay of Saltmarsh to small boats, after two years of work on its walls and steps.

        "We promised the town a quay that everybody can use," said Ann Rivers, harbour master of Saltmarsh.

        The quay has moorings for forty boats and a slipway at its eastern end.

        For further information please contact:
        Ann Rivers, Harbour Trust, Tel: 020 7946 0001, Email:

        3 February 2019

        Lifeboat crew honoured for rescue in January storm

        The crew of the Saltmarsh lifeboat was honoured on Friday for the rescue of nine fishermen in the storm of 14 January.

        "They went out when nobody else could," said Paul Mason, chairman of the Lifeboat Society.

        The medal was handed over by the mayor in the town hall.

        For more information, please click here.

        Media contact: Paul Mason, Lifeboat Society, Tel: 020 7946 0002

        20 January 2019

        Lighthouse museum closes for repairs until Easter

        The lighthouse museum of Saltmarsh will be closed until Easter while its lantern room is repaired.

        The museum expects to welcome visitors again on 19 April with a new exhibition on the keepers of the light.

        For further information please contact Ann Rivers on 020 7946 0001.
        """;

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
    public static byte[] Own(string town) => System.Text.Encoding.UTF8.GetBytes(Page.Replace("Saltmarsh", town, StringComparison.Ordinal)
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
