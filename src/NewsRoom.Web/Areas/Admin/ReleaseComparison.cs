using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>A field whose two versions differ, in words.</summary>
public sealed record FieldChange(string Label, string Before, string After);

/// <summary>What differs between two versions of a release, field by field.</summary>
public static class ReleaseComparison
{
    public static IReadOnlyList<FieldChange> Between(ReleaseContent before, ReleaseContent after, ReleaseChoices choices)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. Fields(before, choices).Zip(Fields(after, choices), (b, a) => new FieldChange(b.Label, b.Text, a.Text)).Where(c => c.Before != c.After)];
    }

    /// <summary>Every field in words, in the order of the form.</summary>
    public static IReadOnlyList<(string Label, string Text)> Fields(ReleaseContent content, ReleaseChoices choices)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(choices);
        return
        [
            ("Headline", content.Headline),
            ("Standfirst", content.Standfirst ?? ""),
            ("Place", content.Dateline ?? ""),
            ("Closing text", content.Boilerplate ?? ""),
            ("Date", content.Date.ToIso() ?? ""),
            ("Note on the date", content.Date.Note ?? ""),
            ("Language", content.Language),
            ("Body", content.Body),
            ("Themes", string.Join(", ", choices.Themes.Where(t => content.ThemeIds.Contains(t.Id)).Select(t => t.Name))),
            ("Media contacts", string.Join(", ", content.ContactIds.Select(choices.ContactName))),
            ("Attachments", string.Join("; ", content.AttachmentIds.Select((id, i) => content.AttachmentCaption(i) is { } caption ? $"{choices.AssetName(id)}: {caption}" : choices.AssetName(id)))),
        ];
    }
}
