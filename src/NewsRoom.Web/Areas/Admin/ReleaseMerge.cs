using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>Which of two texts a field takes.</summary>
public static class MergeChoice
{
    public const string Mine = "mine";
    public const string Theirs = "theirs";

    /// <summary>Everything of both: no word of either is left out.</summary>
    public const string Both = "both";
}

/// <summary>A field that two editors left different, with the choice that is made beforehand.</summary>
/// <param name="Change">Before is what the other one saved, After what this editor wrote.</param>
public sealed record MergeField(FieldChange Change, string Choice, bool CanBoth);

/// <summary>Brings two texts together that began from the same version.</summary>
public static class ReleaseMerge
{
    private static readonly string[] Joinable = ["Standfirst", "Body", "ThemeIds", "Contacts", "Attachments"];

    /// <summary>The keys of <see cref="ReleaseComparison.Fields"/>, each of which <see cref="Merge"/> can take from either text.</summary>
    private static readonly string[] Restorable = ["Headline", "Standfirst", "Dateline", "Date", "DateNote", "Language", "Body", "Boilerplate", "ThemeIds", "Contacts", "Attachments"];

    /// <summary>The fields that differ. One that only one of the two changed is chosen beforehand.</summary>
    public static IReadOnlyList<MergeField> Fields(ReleaseContent begun, ReleaseContent mine, ReleaseContent theirs, ReleaseChoices choices)
    {
        var mineChanged = ReleaseComparison.Between(begun, mine, choices).Select(c => c.Key).ToHashSet();
        var theirsChanged = ReleaseComparison.Between(begun, theirs, choices).Select(c => c.Key).ToHashSet();
        return [.. ReleaseComparison.Between(theirs, mine, choices).Select(c => new MergeField(
            c,
            !mineChanged.Contains(c.Key) ? MergeChoice.Theirs : theirsChanged.Contains(c.Key) && Joinable.Contains(c.Key) ? MergeChoice.Both : MergeChoice.Mine,
            Joinable.Contains(c.Key)))];
    }

    public static ReleaseContent Merge(ReleaseContent mine, ReleaseContent theirs, IReadOnlyDictionary<string, string> choices)
    {
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        T Pick<T>(string key, Func<ReleaseContent, T> field, Func<T, T, T>? join = null) => choices.GetValueOrDefault(key) switch
        {
            MergeChoice.Theirs => field(theirs),
            MergeChoice.Both when join is not null => join(field(theirs), field(mine)),
            _ => field(mine),
        };
        var date = Pick("Date", c => c.Date);
        var attachments = Pick("Attachments", Attached, (a, b) => [.. a.Concat(b).DistinctBy(x => x.Id)]);
        return mine with
        {
            Headline = Pick("Headline", c => c.Headline),
            Standfirst = Pick("Standfirst", c => c.Standfirst, (a, b) => string.Join(' ', new[] { a, b }.Where(t => t is not null))),
            Dateline = Pick("Dateline", c => c.Dateline),
            Date = date with { Note = Pick("DateNote", c => c.Date.Note) },
            Language = Pick("Language", c => c.Language),
            Body = Pick("Body", c => c.Body, WordDifference.Union),
            Boilerplate = Pick("Boilerplate", c => c.Boilerplate),
            ThemeIds = Pick("ThemeIds", c => c.ThemeIds, (a, b) => [.. a.Union(b)]),
            ContactIds = Pick("Contacts", c => c.ContactIds, (a, b) => [.. a.Union(b)]),
            AttachmentIds = [.. attachments.Select(a => a.Id)],
            AttachmentCaptions = [.. attachments.Select(a => a.Caption)],
        };
    }

    /// <summary>Puts one field of an earlier version into a newer text.</summary>
    /// <returns>Null when there is no such field.</returns>
    public static ReleaseContent? Restore(ReleaseContent latest, ReleaseContent earlier, string key)
    {
        ArgumentNullException.ThrowIfNull(latest);
        ArgumentNullException.ThrowIfNull(earlier);
        return Restorable.Contains(key) ? Merge(latest, earlier, new Dictionary<string, string> { [key] = MergeChoice.Theirs }) : null;
    }

    private static IReadOnlyList<(int Id, string Caption)> Attached(ReleaseContent content) => [.. content.AttachmentIds.Select((id, i) => (id, content.AttachmentCaption(i) ?? ""))];
}
