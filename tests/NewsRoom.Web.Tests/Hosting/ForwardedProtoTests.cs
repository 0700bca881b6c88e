using System.Net;
using Xunit;

namespace NewsRoom.Web.Tests.Hosting;

/// <summary>Whether a visitor came by https, on a site whose public address is still http.</summary>
public sealed class ForwardedProtoTests(NewsRoomApplication newsroom) : IClassFixture<NewsRoomApplication>
{
    [Theory]
    [InlineData("127.0.0.1", "https", true)]
    [InlineData("127.0.0.1", "http", false)]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("203.0.113.9", "https", false)]
    public async Task Only_a_proxy_on_this_machine_is_believed(string from, string? proto, bool asksForHttps)
    {
        var answer = await newsroom.Server.SendAsync(context =>
        {
            context.Request.Path = "/robots.txt";
            context.Connection.RemoteIpAddress = IPAddress.Parse(from);
            if (proto is not null)
                context.Request.Headers["X-Forwarded-Proto"] = proto;
        }, TestContext.Current.CancellationToken);

        Assert.Equal((200, asksForHttps), (answer.Response.StatusCode, answer.Response.Headers.ContainsKey("Strict-Transport-Security")));
    }
}
