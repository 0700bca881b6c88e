using System.Net;
using Xunit;

namespace NewsRoom.Web.Tests.Hosting;

public sealed class MethodTests(NewsRoomApplication newsroom) : IClassFixture<NewsRoomApplication>
{
    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Only_reading_and_sending_forms_is_answered(string method)
    {
        using var client = newsroom.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }
}
