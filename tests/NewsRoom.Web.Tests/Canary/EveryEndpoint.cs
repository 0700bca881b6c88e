using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace NewsRoom.Web.Tests.Canary;

/// <summary>
/// The endpoints that the host has registered, addresses for each of them, and a note of which of them requests have reached. A route with a parameter
/// that nothing is known of fails the test: whoever adds one names here what stands in it.
/// </summary>
public sealed class EveryEndpoint : IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly CanaryNewsRoom _newsroom;
    private readonly IDisposable _listening;
    private readonly ConcurrentDictionary<string, bool> _reached = [];

    public EveryEndpoint(CanaryNewsRoom newsroom)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        _newsroom = newsroom;
        All = [.. newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
        // Routing itself says what it has matched: a page cannot pretend.
        _listening = newsroom.Services.GetRequiredService<DiagnosticListener>().Subscribe(this, name => name == "Microsoft.AspNetCore.Routing.EndpointMatched");
    }

    public IReadOnlyList<RouteEndpoint> All { get; }

    public IEnumerable<RouteEndpoint> Public => All.Where(e => !IsDesk(e));

    public IEnumerable<RouteEndpoint> Desk => All.Where(IsDesk);

    /// <summary>The endpoints that no request has reached yet.</summary>
    public IReadOnlyList<string> Missed => [.. All.Select(NameOf).Distinct().Where(name => !_reached.ContainsKey(name))];

    public static string PathOf(RouteEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');
    }

    public static bool Takes(RouteEndpoint endpoint, string method)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The addresses of a route with what is public in its parameters.</summary>
    public IEnumerable<string> Ordinary(RouteEndpoint endpoint) => Fill(endpoint, OrdinaryValues);

    /// <summary>The addresses of a route with what is hidden in its parameters. Each stands beside the word it was made of.</summary>
    public IEnumerable<(string Path, string Word)> Hidden(RouteEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (endpoint.RoutePattern.Parameters.Count == 0)
            return [];
        var words = _newsroom.Slugs.Concat(_newsroom.ThemeSlugs).Concat(_newsroom.ContactSlugs).Concat(_newsroom.Assets.Select(a => a.Token)).Concat(_newsroom.Assets.Select(a => a.Name));
        return words.Distinct().SelectMany(word => Fill(endpoint, (name, kind) => HiddenValues(name, kind, word)).Select(path => (path, word))).Where(p => p.path.Contains(p.word, StringComparison.Ordinal));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is HttpContext context && context.GetEndpoint() is RouteEndpoint endpoint)
            _reached[NameOf(endpoint)] = true;
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => _listening.Dispose();

    private static bool IsDesk(RouteEndpoint endpoint) => (PathOf(endpoint) + "/").StartsWith("/admin/", StringComparison.OrdinalIgnoreCase);

    // A page has one endpoint an address; a minimal API one a method set.
    private static string NameOf(RouteEndpoint endpoint) =>
        PathOf(endpoint) + " " + string.Join('|', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []);

    private static IEnumerable<string> Fill(RouteEndpoint endpoint, Func<string, string, IReadOnlyList<string>> values)
    {
        var paths = new List<string> { "" };
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            var segments = new List<string> { "" };
            foreach (var part in segment.Parts)
            {
                if (part is RoutePatternLiteralPart literal)
                    segments = [.. segments.Select(s => s + literal.Content)];
                else if (part is RoutePatternSeparatorPart separator)
                    segments = [.. segments.Select(s => s + separator.Content)];
                else if (part is RoutePatternParameterPart parameter)
                    segments = [.. segments.SelectMany(s => (Constrained(parameter) is { } only ? [only] : values(parameter.Name, PathOf(endpoint))).Select(v => s + v))];
            }

            paths = [.. paths.SelectMany(p => segments.Select(s => s.Length == 0 ? p : p + "/" + s))];
        }

        return paths.Select(p => p.Length == 0 ? "/" : p).Distinct();
    }

    /// <summary>What a parameter takes that has to look like a secret or an identifier; null for any other.</summary>
    private static string? Constrained(RoutePatternParameterPart parameter)
    {
        foreach (var rule in parameter.ParameterPolicies.Select(p => p.Content ?? ""))
        {
            if (rule == "guid")
                return Guid.Empty.ToString();
            // The secrets of letters: nobody has them.
            if (rule == "length(40)")
                return new string('A', 40);
        }

        return null;
    }

    private IReadOnlyList<string> OrdinaryValues(string name, string route) => name.ToLowerInvariant() switch
    {
        "slug" when route.StartsWith("/themes/", StringComparison.Ordinal) || route.Contains("/themes/", StringComparison.Ordinal) => ["common"],
        "slug" when route.Contains("/contacts/", StringComparison.Ordinal) => ["ordinary-person"],
        "slug" => ["ordinary-news", "known-news", _newsroom.ImportedSlug],
        "theme" => ["common"],
        "contact" => ["ordinary-person"],
        "year" => ["2024"],
        "month" => ["", "11"],
        "day" => ["1"],
        "code" => ["404"],
        "link" => ["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
        "token" when route.Contains("/media/", StringComparison.Ordinal) => [_newsroom.OrdinaryAsset.Token],
        "name" when route.Contains("/media/", StringComparison.Ordinal) => [_newsroom.OrdinaryAsset.FileName],
        _ => Anything(name, route),
    };

    private IReadOnlyList<string> HiddenValues(string name, string route, string word) => name.ToLowerInvariant() switch
    {
        "slug" or "theme" or "contact" or "token" => [word],
        "link" => ["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
        "name" => [.. _newsroom.Assets.Where(a => a.Token == word || a.Name == word).Select(a => a.FileName)],
        "year" => [$"{CanaryNewsRoom.CanaryYear}"],
        "month" => ["3"],
        "day" => ["4"],
        "code" => ["404"],
        _ => Anything(name, route),
    };

    /// <summary>Parameters that name a row by its number, or a secret. The numbers are those of the canaries.</summary>
    private IReadOnlyList<string> Anything(string name, string route)
    {
        switch (name.ToLowerInvariant())
        {
            case "id" or "releaseid" or "number" or "sourceid" or "assetid" or "contactid" or "linkid" or "line" or "other" or "from" or "to" or "page" or "area":
                return [.. _newsroom.ReleaseIds.Take(1).Append(1).Distinct().Select(id => $"{id}")];
            case "token" or "key" or "secret":
                return ["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"];
            case "extension" or "format":
                return ["txt", "md", "docx", "json", "html"];
            case "part":
                return ["0", "1"];
            case "lang" or "language":
                return ["en"];
            default:
                Assert.Fail($"The route {route} has a parameter {{{name}}}: say in {nameof(EveryEndpoint)} what stands in it.");
                return [];
        }
    }
}
