using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace NewsRoom.Web.Tests.Canary;

/// <summary>Of what is not public no word leaves, by any address that the host answers. The addresses are asked of the host, not listed here.</summary>
public sealed partial class CanaryWalkTests : IAsyncLifetime
{
    private static readonly string[] Suffixes = [".txt", ".md", ".docx", ".json", ".pdf", ".vcf", ".html", "/", "/source", "/feed.atom", "/feed.json", "/amp", "?preview=true", "?format=json"];

    private readonly CanaryNewsRoom _newsroom = new();
    private EveryEndpoint _endpoints = null!;
    private HttpClient _stranger = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What a stranger gets at an address, without what differs with every request.</summary>
    private sealed record Answer(string Path, HttpStatusCode Status, string? ETag, string? Modified, string? Cache, string? Location, string Body);

    public async ValueTask InitializeAsync()
    {
        await _newsroom.SeedOrdinaryAsync();
        _endpoints = new EveryEndpoint(_newsroom);
        // Without cookies: what is cached for everybody is what is looked at.
        _stranger = _newsroom.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("http://localhost:5080") });
    }

    public async ValueTask DisposeAsync()
    {
        _endpoints.Dispose();
        await _newsroom.DisposeAsync();
    }

    [Fact]
    public async Task No_endpoint_gives_away_a_word_of_what_is_hidden_and_nothing_public_moves_when_it_is_saved()
    {
        Assert.True(_endpoints.Public.Count() > 20, $"only {_endpoints.Public.Count()} public endpoints found");
        Assert.True(_endpoints.Desk.Count() > 50, $"only {_endpoints.Desk.Count()} endpoints of the desk found");
        var before = await WalkAsync();
        Assert.True(before.Count(a => a.Status == HttpStatusCode.OK) > 30, "most pages answer");

        await _newsroom.SeedCanariesAsync();
        Assert.True(_newsroom.Words.Count > 80, "there are words to be met");
        await AssertSameAsync(before);
        await AskForTheHiddenAsync(before);
        await AskForTheDeskAsync();
        await SendFormsAsync();
        await AskForMediaAsync();

        // Somebody with a link has looked at it meanwhile, and an editor too.
        using (var seen = await _newsroom.NewBrowser().Client.GetAsync("/preview/" + _newsroom.PreviewToken, Token))
            Assert.Contains(CanaryNewsRoom.Word("draft", "body"), await seen.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        var editor = await _newsroom.SignInAsync();
        foreach (var slug in _newsroom.Slugs)
            using (await editor.Client.GetAsync("/releases/" + slug, Token)) { }
        foreach (var asset in _newsroom.Assets)
            using (await editor.Client.GetAsync(asset.Path, Token)) { }
        await AssertSameAsync(before);
        await AskForMediaAsync();
        Assert.DoesNotContain(before, a => a.Body.Contains(_newsroom.PreviewToken, StringComparison.Ordinal));

        Assert.True(_endpoints.Missed.Count == 0, "No request reached: " + string.Join(", ", _endpoints.Missed));
        await TheWordsCanBeMetAsync(before);
    }

    /// <summary>The embargo ends, and the very words that nobody met stand on the pages: the walk would have met them.</summary>
    private async Task TheWordsCanBeMetAsync(IReadOnlyList<Answer> before)
    {
        _newsroom.Clock.Advance(TimeSpan.FromHours(1));
        var text = new StringBuilder();
        foreach (var path in before.Select(a => a.Path).Append("/releases/about-" + CanaryNewsRoom.Word("embargo", "headline")).Append("/themes/" + CanaryNewsRoom.Word("embargo", "theme")))
            text.Append((await AskAsync(HttpMethod.Get, path)).Body);
        var met = text.ToString();
        foreach (var part in (string[])["headline", "standfirst", "dateline", "body", "boilerplate", "alt", "shown", "ownwords", "credit", "licence", "file", "theme", "about", "person", "role", "office", "mailbox"])
            Assert.True(met.Contains(CanaryNewsRoom.Word("embargo", part), StringComparison.OrdinalIgnoreCase), $"The {part} of a live release is met nowhere: the walk is blind to it.");
        foreach (var kind in (string[])["draft", "review", "pending", "gone"])
            Assert.DoesNotContain(_newsroom.Words.Where(w => w.StartsWith("zq" + kind, StringComparison.Ordinal)), word => met.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Every page and list as it is for everybody, with and without questions.</summary>
    private async Task<List<Answer>> WalkAsync()
    {
        var answers = new List<Answer>();
        foreach (var endpoint in _endpoints.Public.Where(e => EveryEndpoint.Takes(e, "GET")))
        {
            var met = new List<HttpStatusCode>();
            foreach (var path in _endpoints.Ordinary(endpoint))
            {
                foreach (var question in Questions)
                {
                    answers.Add(await AskAsync(HttpMethod.Get, path + question));
                    met.Add(answers[^1].Status);
                }

                answers.Add(await AskAsync(HttpMethod.Head, path));
            }

            // A route that only ever refuses was not exercised.
            Assert.True(met.Exists(s => (int)s < 400) || Refusing().IsMatch(EveryEndpoint.PathOf(endpoint)), $"{EveryEndpoint.PathOf(endpoint)} answers {string.Join(", ", met.Distinct())} to everything: give it something that is there.");
        }

        return answers;
    }

    private static readonly string[] Questions = ["", "?page=2", "?q=ordinary", "?q=words&theme=common", "?q=o", "?theme=common&year=2024", "?contact=ordinary-person", "?year=2013", "?lang=en", "?release=ordinary-news"];

    private async Task AssertSameAsync(IReadOnlyList<Answer> before)
    {
        foreach (var then in before)
        {
            var now = await AskAsync(then.Path.StartsWith("HEAD ", StringComparison.Ordinal) ? HttpMethod.Head : HttpMethod.Get, then.Path.Replace("HEAD ", "", StringComparison.Ordinal));
            Assert.True(then == now, $"{then.Path} is not what it was before something hidden was saved:\n{Difference(then, now)}");
            AssertSilent(now, "");
        }
    }

    /// <summary>What is hidden answers as what never was, whatever is asked for and however.</summary>
    private async Task AskForTheHiddenAsync(IReadOnlyList<Answer> before)
    {
        var bodies = before.Where(a => a.Path.StartsWith('/')).DistinctBy(a => a.Path).ToDictionary(a => a.Path, a => a.Body, StringComparer.Ordinal);
        var hidden = _newsroom.Words.Where(w => w.StartsWith("zqdraft", StringComparison.Ordinal) || w.StartsWith("zqembargo", StringComparison.Ordinal)).ToList();
        foreach (var endpoint in _endpoints.Public.Where(e => EveryEndpoint.Takes(e, "GET")))
        {
            foreach (var (path, word) in _endpoints.Hidden(endpoint))
                await AssertLikeNothingAsync(path, word);
            foreach (var path in _endpoints.Ordinary(endpoint).Where(p => !p.StartsWith("/account", StringComparison.Ordinal)))
            {
                // What answers the same with and without a question does not read it: one word is enough there.
                var reads = bodies[path] != bodies[path + "?q=ordinary"];
                foreach (var word in hidden.Take(reads ? hidden.Count : 1))
                    await AssertLikeNothingAsync($"{path}?q={word}", word);
                foreach (var start in (string[])["zq", "zqd", "zqembargo", "zqgoneh*", "\"zqpending\""])
                    AssertSilent(await AskAsync(HttpMethod.Get, $"{path}?q={Uri.EscapeDataString(start)}"), start);
                await AssertLikeNothingAsync($"{path}?theme={_newsroom.ThemeSlugs[^1]}", _newsroom.ThemeSlugs[^1]);
                await AssertLikeNothingAsync($"{path}?contact={_newsroom.ContactSlugs[^1]}", _newsroom.ContactSlugs[^1]);
                foreach (var slug in _newsroom.Slugs)
                    await AssertLikeNothingAsync($"{path}?release={slug}", slug);
            }
        }

        foreach (var slug in _newsroom.Slugs)
        {
            foreach (var suffix in Suffixes)
                await AssertLikeNothingAsync($"/releases/{slug}{suffix}", slug);
            await AssertLikeNothingAsync($"/releases/{slug.ToUpperInvariant()}", slug);
            await AssertLikeNothingAsync($"//releases/{slug}", slug);
        }
    }

    private async Task AssertLikeNothingAsync(string path, string word)
    {
        var control = Nonsense(word);
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            var hidden = Without(await AskAsync(method, path), word);
            AssertSilent(hidden, word);
            // What was withdrawn says so: everybody has seen its address.
            if (hidden.Status == HttpStatusCode.Gone)
                continue;
            var nothing = Without(await AskAsync(method, path.Replace(word, control, StringComparison.OrdinalIgnoreCase)), control);
            Assert.True(hidden with { Path = "" } == nothing with { Path = "" }, $"{path} is not answered as an address where nothing is:\n{Difference(nothing, hidden)}");
        }

        using var conditional = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", "*" }, { "Range", "bytes=0-40" } } };
        using var answer = await _stranger.SendAsync(conditional, Token);
        AssertSilent(new(path, answer.StatusCode, null, null, null, null, await answer.Content.ReadAsStringAsync(Token)), word);
    }

    private async Task AskForTheDeskAsync()
    {
        foreach (var endpoint in _endpoints.Desk)
        {
            foreach (var path in _endpoints.Ordinary(endpoint))
            {
                var answer = await AskAsync(HttpMethod.Get, path);
                AssertSilent(answer, "");
                Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.MethodNotAllowed, $"{path}: {answer.Status}");
            }
        }
    }

    /// <summary>Forms that strangers may send, with words of what is hidden in every field.</summary>
    private async Task SendFormsAsync()
    {
        foreach (var endpoint in _endpoints.Public.Where(e => EveryEndpoint.Takes(e, "POST")))
        {
            foreach (var path in _endpoints.Ordinary(endpoint))
            {
                var word = CanaryNewsRoom.Word("draft", "headline");
                var fields = new Dictionary<string, string> { ["q"] = word, ["email"] = "stranger@example.org", ["release"] = _newsroom.Slugs[0], ["theme"] = _newsroom.ThemeSlugs[0], ["id"] = $"{_newsroom.ReleaseIds[0]}" };
                using var form = new FormUrlEncodedContent(fields);
                using var sent = await _stranger.PostAsync(path, form, Token);
                Assert.True((int)sent.StatusCode < 500, $"POST {path}: {sent.StatusCode}");
                var text = (await sent.Content.ReadAsStringAsync(Token)).Replace(word, "", StringComparison.OrdinalIgnoreCase).Replace(_newsroom.Slugs[0], "", StringComparison.OrdinalIgnoreCase).Replace(_newsroom.ThemeSlugs[0], "", StringComparison.OrdinalIgnoreCase);
                AssertSilent(new(path, sent.StatusCode, null, null, null, null, text), "");
            }
        }
    }

    private async Task AskForMediaAsync()
    {
        foreach (var asset in _newsroom.Assets)
        {
            string[] guesses = [asset.Path, $"/media/{asset.Token}/", $"/media/{asset.Id}/{asset.FileName}", $"/media/{asset.Sha256[..32]}/{asset.FileName}", $"/media/{asset.FileName}", $"/data/media/{asset.Sha256[..2]}/{asset.Sha256}", $"/media/{asset.Token}/{asset.Name}.jpg"];
            foreach (var guess in guesses)
            {
                var answer = await AskAsync(HttpMethod.Get, guess);
                Assert.True(answer is { Status: HttpStatusCode.NotFound, ETag: null }, $"{guess}: {answer.Status}");
                Assert.DoesNotContain("public", answer.Cache ?? "", StringComparison.Ordinal);
            }
        }
    }

    private void AssertSilent(Answer answer, string asked)
    {
        var text = $"{answer.Body} {answer.ETag} {answer.Location}";
        // The word that was asked for stands in the box: it is what the visitor wrote.
        var met = _newsroom.Words.FirstOrDefault(word => word != asked && text.Contains(word, StringComparison.OrdinalIgnoreCase) && !asked.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.True(met is null, $"{answer.Path} gives away “{met}”.");
    }

    private async Task<Answer> AskAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path.StartsWith("//", StringComparison.Ordinal) ? _stranger.BaseAddress + path[1..] : path, UriKind.RelativeOrAbsolute));
        using var response = await _stranger.SendAsync(request, Token);
        var body = TextOf(await response.Content.ReadAsByteArrayAsync(Token));
        return new((method == HttpMethod.Head ? "HEAD " : "") + path, response.StatusCode, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("O", CultureInfo.InvariantCulture), response.Headers.CacheControl?.ToString(),
            response.Headers.Location?.OriginalString, Fleeting().Replace(body, "="));
    }

    /// <summary>A word of the same length that is nobody's.</summary>
    private static string Nonsense(string word) => string.Concat(word.Select((c, i) => char.IsAsciiLetter(c) ? (char)('a' + ((c * 7 + i * 11 + 5) % 26)) : c));

    private static Answer Without(Answer answer, string word)
    {
        string? Strip(string? text) => text?.Replace(word, "?", StringComparison.OrdinalIgnoreCase);
        return answer with { Body = Strip(answer.Body)!, Location = Strip(answer.Location), ETag = null, Modified = null };
    }

    private static string Difference(Answer a, Answer b)
    {
        var at = a.Body.Zip(b.Body).TakeWhile(pair => pair.First == pair.Second).Count();
        string Near(Answer x) => $"{x.Status} {x.ETag} {x.Modified} {x.Location} …{x.Body[Math.Max(0, at - 80)..Math.Min(x.Body.Length, at + 160)]}…";
        return $"{Near(a)}\n{Near(b)}";
    }

    /// <summary>Tokens of forms, signed times: they differ with every request and say nothing.</summary>
    [GeneratedRegex("value=\"[A-Za-z0-9_.+/=-]{24,}\"")]
    private static partial Regex Fleeting();

    /// <summary>The bytes as they came; of a packed document (Word) the words in it, which packing would hide, without the time and the numbers that each packing gives its parts.</summary>
    private static string TextOf(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', 3, 4, ..])
            return Encoding.Latin1.GetString(bytes);
        using var packed = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', packed.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(packed.GetEntry(name)!.Open(), Encoding.UTF8);
            return Mark().Replace(reader.ReadToEnd(), " ");
        }));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Mark();

    /// <summary>Routes that have nothing to give to a stranger.</summary>
    [GeneratedRegex("^/(status|preview|logo|subscribe/(confirm|unsubscribe|manage)|account/(sign-out|denied|second-step|reset|setup))")]
    private static partial Regex Refusing();
}
