using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>A browser without scripts: it keeps cookies and sends forms with the antiforgery token of the page they stand on.</summary>
public sealed partial class Browser(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<string> GetAsync(string path)
    {
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await TextAsync(answer);
    }

    /// <summary>Posts fields to <paramref name="path"/> with the token of the form on <paramref name="from"/> (the same page when it is not given).</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string>? fields = null, string? from = null, IEnumerable<KeyValuePair<string, string>>? more = null)
    {
        var page = await client.GetAsync(from ?? path);
        var token = Token().Match(await page.Content.ReadAsStringAsync());
        Assert.True(token.Success, $"{from ?? path} ({page.StatusCode}) holds no form");
        var all = (fields ?? []).Append(new("__RequestVerificationToken", token.Groups[1].Value)).Concat(more ?? []);
        using var content = new FormUrlEncodedContent(all);
        return await client.PostAsync(path, content);
    }

    public static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
