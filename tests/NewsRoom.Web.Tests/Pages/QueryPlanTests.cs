using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

/// <summary>How SQLite answers what the public pages ask: a question that reads a table from end to end is felt only when the archive has grown.</summary>
public sealed partial class QueryPlanTests
{
    /// <summary>One of each kind of page, feed and answer that is made from releases.</summary>
    private static readonly string[] Pages =
    [
        "/", "/releases", "/releases/the-mill-opens-gate-2", "/releases/the-mill-opens-gate-2.txt", "/themes/climate", "/themes/climate/feed.atom", "/archive", "/archive/2024", "/archive/2024/3",
        "/contacts", "/contacts/ada-byron", "/contacts/ada-byron.vcf", "/contacts/ada-byron/feed.atom", "/search", "/search?q=mill", "/search?theme=climate", "/search?contact=ada-byron",
        "/search?q=mill+gate&year=2024&theme=climate", "/search?q=mlil", "/search/suggest?q=mil", "/search/feed.atom?q=mill", "/feed.atom", "/feed.rss", "/feed.json", "/sitemap.xml", "/sitemap-0.xml",
        "/sitemap-pages.xml", "/sitemap-news.xml", "/corrections", "/corrections/feed.atom", "/subscribe", "/subscribe/mail", "/subscribe/mail?theme=climate", "/enquiry", "/enquiry?release=the-mill-opens-gate-2",
        "/api/releases", "/api/releases/the-mill-opens-gate-2", "/api/themes", "/api/contacts", "/api/search?q=mill",
    ];

    /// <summary>The tables that grow with the archive.</summary>
    private static readonly string[] Growing = ["Releases", "Revisions", "ReleaseTheme", "ReleaseContact", "ReleaseSources", "Quotations", "Gaps", "MediaContacts", "PublicNotes", "Documents"];

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_public_page_reads_a_table_that_grows_from_end_to_end()
    {
        var listener = new Listener();
        await using var site = new SiteFixture { Newsroom = { Listener = listener } };
        await site.InitializeAsync();
        var theme = await site.AddThemeAsync("climate");
        var contact = await site.AddContactAsync("Ada Byron");
        foreach (var n in Enumerable.Range(1, 3))
        {
            await site.AddAsync(new() { Headline = $"The mill opens gate {n}", Body = "\"We waited long,\" said Ada Byron.", Date = ReleaseDate.OnDay(new(2024, 3, n)), ThemeIds = [theme], ContactIds = [contact] });
        }

        await using var connection = new SqliteConnection($"Data Source={site.Newsroom.DatabaseFile};Mode=ReadOnly");
        await connection.OpenAsync(Ct);
        Assert.NotEmpty(await ReadsAsync(connection, "SELECT r.Id FROM \"Releases\" AS \"r\" WHERE r.Headline LIKE '%gate%'", []));

        var whole = new List<string>();
        foreach (var page in Pages)
        {
            listener.Asked.Clear();
            using var answer = await site.Client.GetAsync(new Uri(page, UriKind.Relative), Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page} answered {answer.StatusCode}.");
            foreach (var (query, parameters) in listener.Asked)
                whole.AddRange((await ReadsAsync(connection, query, parameters)).Select(step => $"{page}: {step} in {query.ReplaceLineEndings(" ")}"));
        }

        Assert.Empty(whole);
    }

    /// <summary>The steps of SQLite's plan that read a growing table without an index.</summary>
    private static async Task<List<string>> ReadsAsync(SqliteConnection connection, string query, IEnumerable<(string Name, object Value)> parameters)
    {
        var names = Aliases().Matches(query).Where(m => Growing.Contains(m.Groups["table"].Value)).Select(m => m.Groups["alias"].Value).ToHashSet();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
        {
            // "SCAN r" reads the rows of a table; "SCAN r USING COVERING INDEX …" reads the few bytes an index keeps of each.
            if (reader.GetString(3).Split(' ') is ["SCAN", var name] && names.Contains(name))
                steps.Add(reader.GetString(3));
        }

        return steps;
    }

    [GeneratedRegex("\"(?<table>[A-Za-z]+)\" AS \"(?<alias>[a-z0-9]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Aliases();

    /// <summary>Takes down what is asked of the database.</summary>
    private sealed class Listener : DbCommandInterceptor
    {
        public ConcurrentQueue<(string Query, List<(string Name, object Value)> Parameters)> Asked { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Asked.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value ?? DBNull.Value))]));
            return new(result);
        }
    }
}
