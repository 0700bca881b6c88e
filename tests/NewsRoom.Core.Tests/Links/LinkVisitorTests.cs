using System.Net;
using NewsRoom.Core.Links;
using Xunit;

namespace NewsRoom.Core.Tests.Links;

/// <summary>The visitor only ever reaches the public web; what it makes of answers is tried on the loopback address, which a rule of the test's own lets it visit.</summary>
public sealed class LinkVisitorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_inside_is_connected_to_however_it_is_written()
    {
        using var inside = new SmallServer(_ => "200 OK");
        using var inside6 = new SmallServer(_ => "200 OK", IPAddress.IPv6Loopback);
        using var visitor = new LinkVisitor();
        string[] hosts = ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "localhost", "localhost.", "LOCALHOST", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "169.254.169.254", "10.0.0.1", "192.168.0.1"];
        foreach (var address in hosts.Select(h => $"http://{h}:{inside.Port}/").Append($"http://[::1]:{inside6.Port}/").Append("http://127.0.0.1/").Append("https://127.0.0.1/").Append("http://[::1]/"))
        {
            var visit = await visitor.VisitAsync(address, Token);
            // What a resolver does not know is no such site; none is ever one that works.
            Assert.True(visit.State is LinkState.NotPublic or LinkState.Silent, $"{address}: {visit}");
        }

        Assert.Equal(LinkState.NotPublic, (await visitor.VisitAsync($"http://localhost:{inside.Port}/", Token)).State);
        Assert.Equal((0, 0), (inside.Connections, inside6.Connections));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    [InlineData("ftp://example.org/")]
    [InlineData("http://user:secret@example.org/")]
    [InlineData("//example.org/")]
    [InlineData("mailto:a@example.org")]
    public async Task Other_schemes_and_addresses_with_a_password_are_not_visited(string address)
    {
        using var visitor = new LinkVisitor();
        Assert.Equal(LinkState.NotPublic, (await visitor.VisitAsync(address, Token)).State);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_inside_is_not_followed(string target)
    {
        using var inside = new SmallServer(_ => "200 OK");
        using var outside = new SmallServer(_ => $"302 Found\r\nLocation: {string.Format(System.Globalization.CultureInfo.InvariantCulture, target, inside.Port)}");
        using var visitor = new LinkVisitor(place => place.Port == outside.Port);
        var visit = await visitor.VisitAsync(outside.At("/"), Token);
        Assert.Equal((LinkState.NotPublic, 1, 0), (visit.State, outside.Connections, inside.Connections));
    }

    [Fact]
    public async Task What_answers_works_and_what_has_moved_says_where_to()
    {
        using var server = new SmallServer(asked => asked.Split(' ')[1] switch
        {
            "/" => "200 OK",
            "/moved" => "301 Moved\r\nLocation: /",
            "/elsewhere" => "302 Found\r\nLocation: /moved",
            "/gone" => "410 Gone",
            "/closed" => "403 Forbidden",
            "/failing" => "500 Internal Server Error",
            "/no-head" when asked.StartsWith("HEAD", StringComparison.Ordinal) => "405 Method Not Allowed",
            "/no-head" => "206 Partial Content",
            "/round" => "302 Found\r\nLocation: /round",
            _ => "404 Not Found",
        });
        using var visitor = new LinkVisitor(place => place.Port == server.Port);
        Assert.Equal(new LinkVisit(LinkState.Works, 200), await visitor.VisitAsync(server.At("/"), Token));
        var moved = await visitor.VisitAsync(server.At("/moved"), Token);
        Assert.Equal((LinkState.Moved, server.At("/")), (moved.State, moved.LeadsTo));
        Assert.Equal(LinkState.Works, (await visitor.VisitAsync(server.At("/elsewhere"), Token)).State);
        Assert.Equal((LinkState.Broken, 404), Brief(await visitor.VisitAsync(server.At("/nothing"), Token)));
        Assert.Equal((LinkState.Broken, 410), Brief(await visitor.VisitAsync(server.At("/gone"), Token)));
        Assert.Equal((LinkState.Broken, 500), Brief(await visitor.VisitAsync(server.At("/failing"), Token)));
        Assert.Equal((LinkState.Closed, 403), Brief(await visitor.VisitAsync(server.At("/closed"), Token)));
        Assert.Equal((LinkState.Works, 206), Brief(await visitor.VisitAsync(server.At("/no-head"), Token)));
        Assert.Equal(LinkState.Broken, (await visitor.VisitAsync(server.At("/round"), Token)).State);
        Assert.Equal(LinkVisitor.MaxRedirects + 1, server.Asked.Count(a => a.EndsWith("/round", StringComparison.Ordinal)));
    }

    [Fact]
    public void Links_of_a_text_are_found_once_each_and_without_their_fragment()
    {
        var html = Rendering("See <https://example.org/a#part>, [b](http://example.org/b?x=1&y=2), https://example.org/a and [mail](mailto:a@example.org), [here](/releases/x).");
        Assert.Equal(["https://example.org/a", "http://example.org/b?x=1&y=2"], LinksIn.Html(html));
    }

    private static string Rendering(string markdown) => NewsRoom.Core.Rendering.MarkdownRenderer.Render(markdown).Html;

    private static (LinkState, int?) Brief(LinkVisit visit) => (visit.State, visit.Status);
}
