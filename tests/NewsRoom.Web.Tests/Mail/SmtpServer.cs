using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Xunit;

namespace NewsRoom.Web.Tests.Mail;

/// <summary>A real mail server, Debian's python3-aiosmtpd, that puts what it takes into a folder.</summary>
internal sealed partial class SmtpServer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly string _folder = Directory.CreateTempSubdirectory("newsroom-smtp-").FullName;
    private readonly Process _process;

    private SmtpServer(int port, X509Certificate2? certificate)
    {
        Port = port;
        string[] tls = [];
        if (certificate is not null)
        {
            var (name, key) = (Path.Combine(_folder, "server.pem"), Path.Combine(_folder, "server.key"));
            File.WriteAllText(name, certificate.ExportCertificatePem());
            File.WriteAllText(key, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
            tls = ["--tlscert", name, "--tlskey", key];
        }

        string[] arguments = ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "-c", "aiosmtpd.handlers.Mailbox", .. tls, Path.Combine(_folder, "mail")];
        _process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    public int Port { get; }

    /// <summary>Starts a server; skips the test where there is none, unless it is required.</summary>
    /// <param name="certificate">With its key: the server then takes letters after STARTTLS alone. Null for a server without TLS.</param>
    public static async Task<SmtpServer> StartAsync(X509Certificate2? certificate = null)
    {
        var isRequired = Environment.GetEnvironmentVariable("NEWSROOM_TESTS_REQUIRE")?.Contains("smtp", StringComparison.Ordinal) == true;
        if (!isRequired && !await HasServerAsync())
            Assert.Skip("python3-aiosmtpd is not installed.");
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var server = new SmtpServer(port, certificate);
        for (var i = 0; i < 300; i++)
        {
            Assert.False(server._process.HasExited, "The mail server does not start.");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return server;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException("The mail server does not answer.");
    }

    /// <summary>Waits up to two minutes until so many letters have arrived and returns them, oldest first, their soft line breaks taken out.</summary>
    public async Task<IReadOnlyList<string>> LettersAsync(int count)
    {
        var inbox = Path.Combine(_folder, "mail", "new");
        for (var i = 0; i < 1200; i++)
        {
            var files = Directory.Exists(inbox) ? new DirectoryInfo(inbox).GetFiles() : [];
            if (files.Length >= count)
                return [.. files.OrderBy(f => f.LastWriteTimeUtc).Select(f => Decode(File.ReadAllText(f.FullName)))];
            await Task.Delay(100);
        }

        throw new TimeoutException($"Fewer than {count} letters arrived.");
    }

    /// <summary>How many letters have arrived.</summary>
    public int Count => Directory.Exists(Path.Combine(_folder, "mail", "new")) ? Directory.GetFiles(Path.Combine(_folder, "mail", "new")).Length : 0;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<bool> HasServerAsync()
    {
        if (!File.Exists(Python))
            return false;
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private static string Decode(string letter) => Escape().Replace(letter.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal), match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex("=([0-9A-F]{2})", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
