using NewsRoom.Web.Tests.Mail;
using Xunit;

namespace NewsRoom.Browser.Tests;

/// <summary>A running newsroom that sends its letters through a real mail server.</summary>
public sealed class MailedNewsRoom : IAsyncLifetime
{
    private SmtpServer? _server;

    public RunningNewsRoom Newsroom { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Chromium.RequiredPath();
        _server = await SmtpServer.StartAsync();
        var port = _server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Newsroom = await RunningNewsRoom.StartAsync(CancellationToken.None, more: ReaderTests.More, settings:
            ["--Mail:SmtpHost=127.0.0.1", "--Mail:SmtpPort=" + port, "--Mail:SmtpTls=false", "--Mail:From=press@news.example.org", "--Enquiries:MailTo=desk@news.example.org"]);
    }

    /// <summary>Waits for a letter to somebody; the newest, where there are several.</summary>
    /// <param name="words">What stands in it.</param>
    public async Task<string> LetterAsync(string to, string words)
    {
        for (var count = 1; ; count++)
        {
            var letters = await _server!.LettersAsync(count);
            if (letters.LastOrDefault(l => l.Contains("To: " + to, StringComparison.Ordinal) && l.Contains(words, StringComparison.Ordinal)) is { } letter)
                return letter;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Newsroom is not null)
            await Newsroom.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
