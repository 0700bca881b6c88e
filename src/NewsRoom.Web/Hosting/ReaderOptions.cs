using System.ComponentModel.DataAnnotations;
using NewsRoom.Core.Mail;

namespace NewsRoom.Web.Hosting;

/// <summary>Section "Mail": how letters leave the house. Without a server they are put into the folder <see cref="StorageOptions.Mail"/>.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>The address letters come from; needed where a server is named.</summary>
    public string From { get; set; } = "";

    /// <summary>The name beside it; empty for the newsroom's title.</summary>
    public string FromName { get; set; } = "";

    /// <summary>Host name of the mail server; empty for the folder.</summary>
    public string SmtpHost { get; set; } = "";

    [Range(1, 65535)]
    public int SmtpPort { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted (STARTTLS).</summary>
    public bool SmtpTls { get; set; } = true;

    public string SmtpUser { get; set; } = "";

    public string SmtpPassword { get; set; } = "";

    /// <summary>How long one letter may take.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>The hour, in the newsroom's time zone, of daily and (on Mondays) weekly alerts.</summary>
    [Range(0, 23)]
    public int DigestHour { get; set; } = 7;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From.Length > 0 && !EmailAddress.TryParse(From, out _))
            yield return new ValidationResult("Mail:From must be one plain address such as press@example.org.", [nameof(From)]);
        if (SmtpHost.Length > 0 && From.Length == 0)
            yield return new ValidationResult("Mail:From is needed where Mail:SmtpHost is set: letters must come from somebody.", [nameof(From)]);
        if (SmtpUser.Length > 0 && !SmtpTls)
            yield return new ValidationResult("Mail:SmtpTls must stay on where Mail:SmtpUser is set, or the password would travel in the clear.", [nameof(SmtpTls)]);
    }
}

/// <summary>Section "Enquiries": the form for journalists and how long what it brings is kept.</summary>
public sealed class EnquiryOptions : IValidatableObject
{
    public const string Section = "Enquiries";

    /// <summary>Who is mailed; empty for the press office's address. A confirmed contact that is asked gets the letter instead.</summary>
    public string MailTo { get; set; } = "";

    /// <summary>Days after it was closed that an enquiry is deleted; one that is never closed, after twice as many from its arrival.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 180;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MailTo.Length > 0 && !EmailAddress.TryParse(MailTo, out _))
            yield return new ValidationResult("Enquiries:MailTo must be one plain address such as press@example.org.", [nameof(MailTo)]);
    }
}

/// <summary>Section "Readers": limits and lists for the public side.</summary>
public sealed class ReaderOptions : IValidatableObject
{
    public const string Section = "Readers";

    /// <summary>The most memory that rendered pages may take, in megabytes; 0 switches the page cache off.</summary>
    [Range(0, 4096)]
    public int PageCacheMegabytes { get; set; } = 32;

    /// <summary>Requests that one network may make of the API in a minute.</summary>
    [Range(1, 100_000)]
    public int ApiRequestsPerMinute { get; set; } = 120;

    /// <summary>Forms (enquiry, alert) that one network may send in an hour.</summary>
    [Range(1, 10_000)]
    public int FormsPerHour { get; set; } = 10;

    /// <summary>Days that words which were searched for and not found are kept.</summary>
    [Range(1, 3650)]
    public int SearchMissDays { get; set; } = 90;

    /// <summary>Words are shown to editors once they were searched for so often.</summary>
    [Range(1, 1000)]
    public int SearchMissThreshold { get; set; } = 3;

    /// <summary>Where to report a security problem ("mailto:security@example.org" or a page): makes /.well-known/security.txt; empty for none.</summary>
    public string SecurityContact { get; set; } = "";

    /// <summary>Addresses of reverse proxies whose X-Forwarded-For is believed; without one every visitor behind a proxy counts as the same network.</summary>
    public IList<string> TrustedProxies { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SecurityContact.Length > 0 && !(Uri.TryCreate(SecurityContact, UriKind.Absolute, out var contact) && contact.Scheme is "mailto" or "https" or "tel"))
            yield return new ValidationResult("Readers:SecurityContact must be a mailto:, https: or tel: address.", [nameof(SecurityContact)]);
        foreach (var proxy in TrustedProxies.Where(p => !System.Net.IPAddress.TryParse(p, out _)))
            yield return new ValidationResult($"Readers:TrustedProxies holds \"{proxy}\", which is no IP address.", [nameof(TrustedProxies)]);
    }
}
