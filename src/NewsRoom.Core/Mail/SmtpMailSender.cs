using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace NewsRoom.Core.Mail;

/// <summary>How the mail server is reached.</summary>
/// <param name="UseTls">STARTTLS; without it nothing is encrypted, which suits a server on the same machine only.</param>
/// <param name="User">Empty where the server asks for no name.</param>
public sealed record SmtpSettings(string Host, int Port, bool UseTls, string User, string Password, TimeSpan Patience);

/// <summary>Sends through a mail server.</summary>
public sealed class SmtpMailSender(SmtpSettings server, MailSenderAddress from) : IMailSender
{
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        using var message = MailWriter.Write(mail, from);
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.UseTls };
        if (server.User.Length > 0)
            client.Credentials = new NetworkCredential(server.User, server.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(server.Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return SendOutcome.Sent;
        }
        catch (SmtpException error)
        {
            return OutcomeOf(error);
        }
        catch (OperationCanceledException)
        {
            return SendOutcome.Unsure;
        }
    }

    private static SendOutcome OutcomeOf(SmtpException error) => error.StatusCode switch
    {
        // Nobody listens, the name is unknown, or the talk ended over encryption (a certificate nobody vouches for, or no STARTTLS): nothing of the letter was said yet.
        SmtpStatusCode.GeneralFailure => error.InnerException is SocketException or AuthenticationException or null ? SendOutcome.TryLater : SendOutcome.Unsure,
        >= (SmtpStatusCode)500 => SendOutcome.Refused,
        _ => SendOutcome.TryLater,
    };
}

/// <summary>Puts every letter as an .eml file into a folder: for trying out, and where another program takes them away.</summary>
public sealed class FolderMailSender(string folder, MailSenderAddress from) : IMailSender
{
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        // For the newsroom's own account alone: letters hold addresses.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var message = MailWriter.Write(mail, from);
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
        try
        {
            await client.SendMailAsync(message, cancellationToken);
            return SendOutcome.Sent;
        }
        catch (Exception error) when (error is SmtpException or IOException)
        {
            return SendOutcome.TryLater;
        }
    }
}
