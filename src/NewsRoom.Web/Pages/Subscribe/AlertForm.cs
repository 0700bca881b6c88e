using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;

namespace NewsRoom.Web.Pages.Subscribe;

/// <summary>What a person ticks: everything or some themes, and how often.</summary>
public sealed class AlertForm
{
    /// <summary>"all" or "themes".</summary>
    public string? What { get; set; }

    /// <summary>Slugs.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>"atonce", "daily" or "weekly".</summary>
    public string? Often { get; set; }

    public AlertFrequency Frequency => Enum.TryParse<AlertFrequency>(Often, ignoreCase: true, out var often) && Enum.IsDefined(often) ? often : AlertFrequency.AtOnce;
}

/// <summary>A theme that may be ticked.</summary>
public sealed record ThemeChoice(int Id, string Slug, string Name);

/// <summary>A release whose corrections are followed.</summary>
public sealed record FollowedRelease(int Id, string Slug, string Headline);

/// <summary>What the fields of an alert are drawn from.</summary>
public sealed record AlertFields(AlertForm Form, IReadOnlyList<ThemeChoice> Themes);

/// <summary>What the pages of alerts ask the database.</summary>
internal static class AlertQueries
{
    /// <summary>The themes that the public may see.</summary>
    public static Task<List<ThemeChoice>> ThemesAsync(this NewsRoomDbContext db, DateTimeOffset now, CancellationToken ct) =>
        db.Themes.UsedBy(db.Releases.Live(now)).OrderBy(t => t.Name).Select(t => new ThemeChoice(t.Id, t.Slug, t.Name)).ToListAsync(ct);

    public static AlertChoice ToChoice(this AlertForm form, IReadOnlyList<ThemeChoice> themes) =>
        form.What == "themes"
            ? new(false, [.. themes.Where(t => form.Themes.Contains(t.Slug)).Select(t => t.Id)], null, form.Frequency)
            : new(form.What == "all", [], null, form.Frequency);
}
