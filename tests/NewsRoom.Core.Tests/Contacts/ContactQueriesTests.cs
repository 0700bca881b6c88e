using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Tests.Ingestion;
using Xunit;

namespace NewsRoom.Core.Tests.Contacts;

/// <summary>How SQLite answers what the public pages ask about contacts.</summary>
public sealed class ContactQueriesTests : ImportFixture
{
    [Fact]
    public async Task Who_answers_for_live_releases_is_not_asked_of_every_contact_anew()
    {
        await using var db = Open();

        var plan = await PlanAsync(db.Database.GetDbConnection(), db.Contacts.AnsweringFor(db.Releases.Live(Start), Start).ToQueryString());

        Assert.Contains(plan, step => step.StartsWith("LIST SUBQUERY", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("CORRELATED", StringComparison.Ordinal));
    }

    /// <summary>The steps of SQLite's plan for a query.</summary>
    private static async Task<List<string>> PlanAsync(System.Data.Common.DbConnection connection, string query)
    {
        var token = TestContext.Current.CancellationToken;
        await connection.OpenAsync(token);
        await using var command = (SqliteCommand)connection.CreateCommand();
        // The first lines set parameters for SQLite's own shell.
        command.CommandText = "EXPLAIN QUERY PLAN " + query[query.IndexOf("SELECT", StringComparison.Ordinal)..];
        foreach (var name in query.Split('\n').Where(line => line.StartsWith(".param set ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]))
            command.Parameters.AddWithValue(name, 0);
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            steps.Add(reader.GetString(3));
        return steps;
    }
}
