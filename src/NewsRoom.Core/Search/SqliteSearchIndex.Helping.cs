using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;

namespace NewsRoom.Core.Search;

/// <summary>Where something that is being typed may lead.</summary>
/// <param name="Kind">"release", "theme" or "contact".</param>
public sealed record SearchSuggestion(string Kind, string Text, string Path);

/// <summary>Another search that finds something where one found nothing.</summary>
/// <param name="Text">What to search for.</param>
/// <param name="Total">How many releases that finds.</param>
public sealed record SearchAdvice(string Text, int Total);

/// <content>Suggestions while somebody types, and help where nothing was found.</content>
public sealed partial class SqliteSearchIndex
{
    private const int MaxSuggestions = 6;
    private const int MaxOthers = 2;

    /// <summary>More of the vocabulary than this is not looked through for one word.</summary>
    private const int MaxWords = 20_000;

    private const int MaxTried = 5;

    /// <summary>What the index knows by its words, stems as they are kept. It speaks of what is approved and not live yet too, so nothing of it is shown that was not found live.</summary>
    internal const string CreateVocabulary = "CREATE VIRTUAL TABLE PublicSearchWords USING fts5vocab('PublicSearch', 'row');";

    internal const string DropVocabulary = "DROP TABLE PublicSearchWords;";

    /// <summary>Themes, contacts and headlines that begin like what is being typed.</summary>
    public async Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(NewsRoomDbContext db, SearchQuery begun, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(begun);
        if (begun.Match is not { } match || begun.Text.Length < 2)
            return [];
        var live = db.Releases.AsNoTracking().Live(now);
        var pattern = begun.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        var inner = "% " + pattern;
        var themes = await db.Themes.UsedBy(live).Where(t => EF.Functions.Like(t.Name, pattern, "\\") || EF.Functions.Like(t.Name, inner, "\\")).OrderBy(t => t.Name).Take(MaxOthers)
            .Select(t => new SearchSuggestion("theme", t.Name, "/themes/" + t.Slug)).ToListAsync(ct);
        var contacts = await db.Contacts.AnsweringFor(live, now).Where(c => EF.Functions.Like(c.Name, pattern, "\\") || EF.Functions.Like(c.Name, inner, "\\")).OrderBy(c => c.Name).Take(MaxOthers)
            .Select(c => new SearchSuggestion("contact", c.Name, "/contacts/" + c.Slug)).ToListAsync(ct);
        var ranks = db.Database.SqlQueryRaw<RankRow>(PublicIndex.Rank, match);
        var releases = await (from release in live join rank in ranks on release.Id equals rank.ReleaseId
                              orderby rank.Rank, release.SortDay descending, release.Id descending
                              select new SearchSuggestion("release", release.Headline, "/releases/" + release.Slug)).Take(MaxSuggestions).ToListAsync(ct);
        return [.. themes, .. contacts, .. releases];
    }

    /// <summary>The same search with misspelt words mended; null when there is no such search that finds anything.</summary>
    public async Task<SearchAdvice?> DidYouMeanAsync(NewsRoomDbContext db, SearchQuery query, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(query);
        var text = query.Text;
        foreach (var word in query.Words.Where(w => w.Length is >= 4 and <= 30 && w.All(char.IsLetter)).Take(MaxTried))
        {
            if (await CountAsync(db, SearchQuery.Parse(word), now, ct) == 0 && await NearestAsync(db, word, now, ct) is { } nearest)
                text = text.Replace(word, nearest, StringComparison.Ordinal);
        }

        if (text == query.Text)
            return null;
        var total = await CountAsync(db, SearchQuery.Parse(text), now, ct);
        return total == 0 ? null : new SearchAdvice(text, total);
    }

    /// <summary>The same search with one word less, for each word without which something is found.</summary>
    public async Task<IReadOnlyList<SearchAdvice>> WithOneWordLessAsync(NewsRoomDbContext db, SearchQuery query, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Words.Count is < 2 or > MaxTried)
            return [];
        var advice = new List<SearchAdvice>();
        for (var i = 0; i < query.Words.Count; i++)
        {
            var rest = string.Join(' ', query.Words.Where((_, at) => at != i).Select(w => w.Contains(' ', StringComparison.Ordinal) ? $"\"{w}\"" : w));
            var total = await CountAsync(db, SearchQuery.Parse(rest), now, ct);
            if (total > 0)
                advice.Add(new(rest, total));
        }

        return advice;
    }

    private Task<int> CountAsync(NewsRoomDbContext db, SearchQuery query, DateTimeOffset now, CancellationToken ct) =>
        Matching(db, db.Releases.Live(now), query, SearchScope.Public).CountAsync(ct);

    private async Task<string?> NearestAsync(NewsRoomDbContext db, string word, DateTimeOffset now, CancellationToken ct)
    {
        var folded = WordForms.Fold(word);
        var (from, to) = (folded[..1], folded[..1] + "\U0010FFFF");
        var known = await db.Database.SqlQuery<string>($"SELECT term AS Value FROM PublicSearchWords WHERE term >= {from} AND term < {to} LIMIT {MaxWords}").ToListAsync(ct);
        var near = known.Select(term => (Term: term, Distance: StemDistance(term, folded)))
            // A short stem is within two letters of almost anything.
            .Where(t => t.Distance <= Math.Min(folded.Length < 6 ? 1 : 2, t.Term.Length / 3))
            .OrderBy(t => t.Distance).ThenBy(t => Math.Abs(t.Term.Length - folded.Length)).ThenBy(t => t.Term, StringComparer.Ordinal).Take(MaxTried);
        foreach (var (term, _) in near.ToList())
        {
            var hits = (await SearchAsync(db, SearchQuery.Parse(term), SearchScope.Public, SearchFilters.None, now, ct)).Hits;
            if (hits.Count > 0 && Marked(hits[0].HeadlineHtml) is { } inHeadline)
                return inHeadline;
            if (hits.Count > 0 && Marked(hits[0].ExtractHtml) is { } inText)
                return inText;
        }

        return null;
    }

    /// <summary>
    /// Edits (Damerau, 1964; neighbours change place once) that make the stem of a known word from a typed one, whose ending of up to four letters is free: the index
    /// keeps stems, people type words.
    /// </summary>
    internal static int StemDistance(string stem, string word)
    {
        const int freeEnding = 4;
        if (stem.Length > word.Length + 2 || word.Length - stem.Length > freeEnding + 2)
            return int.MaxValue;
        var rows = new int[stem.Length + 1, word.Length + 1];
        for (var i = 0; i <= stem.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= word.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= stem.Length; i++)
        {
            for (var j = 1; j <= word.Length; j++)
            {
                var cost = stem[i - 1] == word[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && stem[i - 1] == word[j - 2] && stem[i - 2] == word[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        var best = int.MaxValue;
        for (var j = Math.Max(0, word.Length - freeEnding); j <= word.Length; j++)
            best = Math.Min(best, rows[stem.Length, j]);
        return best;
    }

    private static string? Marked(string html)
    {
        const string open = "<mark>", close = "</mark>";
        var start = html.IndexOf(open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf(close, start, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var word = WebUtility.HtmlDecode(html[(start + open.Length)..end]);
        return word.All(char.IsLetter) ? word.ToLowerInvariant() : null;
    }
}
