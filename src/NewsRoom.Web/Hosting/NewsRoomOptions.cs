using System.ComponentModel.DataAnnotations;

namespace NewsRoom.Web.Hosting;

/// <summary>Section "NewsRoom": who this newsroom belongs to. What is empty is not shown.</summary>
public sealed class NewsRoomOptions : IValidatableObject
{
    public const string Section = "NewsRoom";

    [Required]
    public string Organisation { get; set; } = "";

    /// <summary>The title of the site: "News &amp; Events: the IOM UK archive".</summary>
    [Required]
    public string Title { get; set; } = "";

    /// <summary>One or two sentences for the front page and feeds.</summary>
    public string Description { get; set; } = "";

    public PressOfficeOptions PressOffice { get; set; } = new();

    /// <summary>"About X", shown under every release.</summary>
    public string Boilerplate { get; set; } = "";

    /// <summary>The terms on which releases may be reused.</summary>
    public string ReuseTerms { get; set; } = "";

    /// <summary>A line in the footer, such as that this is a demonstration.</summary>
    public string FooterNote { get; set; } = "";

    /// <summary>Scheme, host and port of the public site, without a path: every absolute address is made from it.</summary>
    [Required]
    public Uri PublicBaseAddress { get; set; } = new("http://localhost:5080");

    /// <summary>IANA name: "Europe/London".</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>Language of the site's own words, BCP 47: one that <see cref="Texts.SiteText.Languages"/> has. A release may be in any language.</summary>
    [Required]
    public string Language { get; set; } = "en";

    public LooksOptions Looks { get; set; } = new();

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public Uri Absolute(string path) => new(PublicBaseAddress, path);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!PublicBaseAddress.IsAbsoluteUri || PublicBaseAddress.Scheme is not ("http" or "https") || PublicBaseAddress.AbsolutePath != "/")
            yield return new ValidationResult("NewsRoom:PublicBaseAddress must be an http or https address without a path, such as https://news.example.org.", [nameof(PublicBaseAddress)]);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"NewsRoom:TimeZone \"{TimeZone}\" is not an IANA time zone this machine knows; write one such as Europe/London.", [nameof(TimeZone)]);
        if (!Texts.SiteText.Has(Language))
            yield return new ValidationResult($"NewsRoom:Language \"{Language}\" has no texts; write one of {string.Join(", ", Texts.SiteText.Languages)}.", [nameof(Language)]);
        foreach (var refusal in Looks.Refusals())
            yield return new ValidationResult(refusal, [nameof(Looks)]);
    }
}

/// <summary>How the press office is reached; what is empty is not shown.</summary>
public sealed class PressOfficeOptions
{
    public string Name { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    public string Hours { get; set; } = "";

    public bool IsKnown => Phone.Length > 0 || Email.Length > 0;
}
