using System.ComponentModel;

namespace NewsRoom.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Next">The address of the next part; null at the end.</param>
internal sealed record ApiPage<T>([property: Description("The items of this part.")] IReadOnlyList<T> Items, [property: Description("Address of the next part; absent at the end.")] Uri? Next);

/// <summary>A theme or contact of a release.</summary>
internal sealed record ApiLink(string Slug, string Name, Uri Url);

/// <summary>The date of a release, with what is known of it.</summary>
internal sealed record ApiDate(
    [property: Description("\"2014-06-13\", \"2014-06\" or \"2014\"; absent when it is not known.")] string? Value,
    [property: Description("day, month, year or unknown.")] string Precision,
    [property: Description("The first day it can be.")] DateOnly? NotBefore,
    [property: Description("The last day it can be.")] DateOnly? NotAfter);

/// <summary>A release without its body.</summary>
internal sealed record ApiRelease(
    [property: Description("Never changes.")] string Id,
    string Slug,
    Uri Url,
    string Headline,
    string? Standfirst,
    string? Dateline,
    ApiDate Date,
    string Language,
    [property: Description("The last change that readers were told of.")] DateTimeOffset Updated,
    IReadOnlyList<ApiLink> Themes,
    IReadOnlyList<ApiLink> Contacts,
    [property: Description("The body as plain text; only where one release is asked for.")] string? Text = null,
    [property: Description("The body as HTML; only where one release is asked for.")] string? Html = null);

/// <summary>A theme.</summary>
internal sealed record ApiTheme(string Slug, string Name, string Description, int Releases, Uri Url, Uri Feed);

/// <summary>A media contact, as its page shows it.</summary>
internal sealed record ApiContact(
    string Slug,
    string Name,
    string? Role,
    string? Office,
    [property: Description("In E.164; absent where what is printed cannot be a right number.")] string? Phone,
    string? Email,
    [property: Description("False: as printed years ago; ask the press office first.")] bool Confirmed,
    [property: Description("The last year a release printed these details.")] int? PrintedYear,
    Uri Url,
    Uri VCard);

/// <summary>A release that was found.</summary>
internal sealed record ApiHit(string Slug, Uri Url, string Headline, [property: Description("Where the words stand: HTML with mark elements.")] string ExtractHtml, ApiDate Date, string Language);

/// <summary>What was found.</summary>
internal sealed record ApiHits(int Total, IReadOnlyList<ApiHit> Items, Uri? Next);
