using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NewsRoom.Core.Mail;
using Xunit;

namespace NewsRoom.Web.Tests.Mail;

/// <summary>Letters over STARTTLS, to a real mail server that takes nothing before it.</summary>
public sealed class MailOverTlsTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private static readonly OutgoingMail Letter = new("key", "reader@example.org", "Bâteaux", "Les bâteaux sont là.\n");

    [Fact]
    public async Task A_letter_is_handed_on_encrypted_to_a_server_whose_certificate_is_trusted()
    {
        using var certificate = Certificate();
        await using var server = await SmtpServer.StartAsync(certificate);
        using var trust = new Trust(certificate);

        Assert.Equal(SendOutcome.Sent, await Sender(server, tls: true).SendAsync(Letter, Ct));

        var letter = (await server.LettersAsync(1))[0];
        Assert.Contains("To: reader@example.org", letter, StringComparison.Ordinal);
        Assert.True(trust.WasAsked);
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_no_letter_and_it_waits()
    {
        using var certificate = Certificate();
        await using var server = await SmtpServer.StartAsync(certificate);

        Assert.Equal(SendOutcome.TryLater, await Sender(server, tls: true).SendAsync(Letter, Ct));

        Assert.Equal(0, server.Count);
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_no_letter_where_it_is_asked_for()
    {
        await using var server = await SmtpServer.StartAsync();

        Assert.Equal(SendOutcome.TryLater, await Sender(server, tls: true).SendAsync(Letter, Ct));

        Assert.Equal(0, server.Count);
    }

    [Fact]
    public async Task A_server_that_asks_for_encryption_gets_no_letter_without_it()
    {
        using var certificate = Certificate();
        await using var server = await SmtpServer.StartAsync(certificate);

        Assert.NotEqual(SendOutcome.Sent, await Sender(server, tls: false).SendAsync(Letter, Ct));

        Assert.Equal(0, server.Count);
    }

    private static SmtpMailSender Sender(SmtpServer server, bool tls) =>
        new(new SmtpSettings("127.0.0.1", server.Port, tls, "", "", TimeSpan.FromSeconds(60)), new MailSenderAddress("press@news.example.org", "Newsroom"));

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Vouches for one certificate, as a machine's own store of authorities would, until it is disposed.</summary>
    private sealed class Trust : IDisposable
    {
#pragma warning disable SYSLIB0014 // The mail client of .NET asks nobody else.
        public Trust(X509Certificate2 certificate) => ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, _) =>
        {
            WasAsked = true;
            return shown?.GetCertHashString(HashAlgorithmName.SHA256) == certificate.GetCertHashString(HashAlgorithmName.SHA256);
        };

        public bool WasAsked { get; private set; }

        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014
    }
}
