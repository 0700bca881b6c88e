using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;

namespace NewsRoom.Core.Mail;

/// <summary>Who the newsroom's mail comes from.</summary>
public sealed record MailSenderAddress(string Address, string Name);

/// <summary>Makes a message of a letter: plain text, with the headers that keep answering machines silent and let a mail program unsubscribe.</summary>
internal static class MailWriter
{
    private const int MaxSubject = 200;

    public static MailMessage Write(OutgoingMail mail, MailSenderAddress from)
    {
        var message = new MailMessage
        {
            From = new MailAddress(from.Address, OneLine(from.Name), Encoding.UTF8),
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.To.Add(new MailAddress(mail.To));
        if (mail.ReplyTo is { } reply)
            message.ReplyToList.Add(new MailAddress(reply));
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)))[..32];
        message.Headers.Add("Message-ID", $"<{key}@{message.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    // What people wrote must not become a header of its own.
    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= MaxSubject ? line : line[..MaxSubject].TrimEnd() + "…";
    }
}
