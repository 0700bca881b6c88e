using System.Net;
using System.Text.RegularExpressions;
using NewsRoom.Core.Links;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>Reads what an editor types into a gap.</summary>
public static partial class GapAddress
{
    private const int Longest = 2000;

    /// <summary>What is typed as Markdown, between angle brackets; null when nobody could write or follow it.</summary>
    public static string? Read(GapKind kind, string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return kind == GapKind.MissingEmail ? Email(typed) : Link(typed);
    }

    /// <summary>What to type instead.</summary>
    public static string WhatToDo(GapKind kind, string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (kind == GapKind.MissingEmail)
            return "Write an e-mail address such as name@example.org.";
        return Web(typed) is { } uri && !IsReachable(uri)
            ? $"Readers cannot open “{uri.Host}” from where they are. Paste the address that they would use, such as https://www.example.org/page."
            : "Paste a web address such as https://www.example.org/page.";
    }

    private static string? Email(string address) => address.Length is > 0 and <= 254 && MailAddress().IsMatch(address) ? $"<{address}>" : null;

    private static string? Link(string address)
    {
        if (Web(address) is not { } uri || !IsReachable(uri))
            return null;
        // What .NET leaves unescaped and an autolink cannot hold.
        var written = uri.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
        return written.Any(char.IsControl) ? null : $"<{written}>";
    }

    /// <summary>The web address that is typed, with "https://" where only that lacks.</summary>
    private static Uri? Web(string address)
    {
        if (address.Length is 0 or > Longest || !Uri.TryCreate(WithoutScheme().IsMatch(address) ? "https://" + address : address, UriKind.Absolute, out var uri))
            return null;
        return (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 && uri.UserInfo.Length == 0 ? uri : null;
    }

    private static bool IsReachable(Uri uri) => IPAddress.TryParse(uri.Host.Trim('[', ']'), out var number)
        ? PublicAddress.Is(number)
        : uri.Host.TrimEnd('.').Contains('.', StringComparison.Ordinal);

    // What CommonMark takes for an address between angle brackets, with a dot in the domain.
    [GeneratedRegex(@"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex MailAddress();

    // "www.iom.int/pensions": a host with a dot, and what may follow a host.
    [GeneratedRegex(@"^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:[0-9]{1,5})?([/?#].*)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex WithoutScheme();
}
