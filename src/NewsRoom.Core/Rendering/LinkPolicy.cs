namespace NewsRoom.Core.Rendering;

/// <summary>Which addresses a body may link to: the web, mail, telephone, and places on this site.</summary>
public static class LinkPolicy
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>Whether a browser would follow <paramref name="address"/> to one of the permitted schemes.
    /// Browsers drop tabs, line ends and leading control characters before they read the scheme, so this does too.</summary>
    public static bool Allows(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return false;
        var seen = string.Concat(address.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        var colon = seen.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return true;
        // A colon behind a path, query or fragment sign is no scheme.
        var path = seen.AsSpan().IndexOfAny('/', '?', '#');
        return (path >= 0 && path < colon) || Schemes.Contains(seen[..colon], StringComparer.OrdinalIgnoreCase);
    }
}
