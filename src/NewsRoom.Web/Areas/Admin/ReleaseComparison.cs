using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>A field whose two versions differ, in words.</summary>
/// <param name="Key">The name of the form's field.</param>
public sealed record FieldChange(string Label, string Before, string After, string Key = "")
{
    /// <summary>What is the same and what is not, word by word; of a long body only the surroundings of each change.</summary>
    public IReadOnlyList<DifferencePiece> Pieces => _pieces ??= WordDifference.Between(Before, After, Key == "Body" ? 1 : null);

    private IReadOnlyList<DifferencePiece>? _pieces;
}

/// <summary>A field in words.</summary>
/// <param name="Key">The name of the form's field.</param>
public sealed record FieldText(string Key, string Label, string Text);

/// <summary>What differs between two versions of a release, field by field.</summary>
public static class ReleaseComparison
{
    public static IReadOnlyList<FieldChange> Between(ReleaseContent before, ReleaseContent after, ReleaseChoices choices)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. Fields(before, choices).Zip(Fields(after, choices)).Select(pair => new FieldChange(pair.First.Label, pair.First.Text, pair.Second.Text, pair.First.Key)).Where(c => c.Before != c.After)];
    }

    /// <summary>Every field in words, in the order of the form; the key is the name of its input.</summary>
    public static IReadOnlyList<FieldText> Fields(ReleaseContent content, ReleaseChoices choices)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(choices);
        return
        [
            new("Headline", "Headline", content.Headline),
            new("Standfirst", "Standfirst", content.Standfirst ?? ""),
            new("Dateline", "Place", content.Dateline ?? ""),
            new("Date", "Date", content.Date.ToIso() ?? ""),
            new("DateNote", "Note on the date", content.Date.Note ?? ""),
            new("Language", "Language", content.Language),
            new("Body", "Body", content.Body),
            new("Boilerplate", "Closing text", content.Boilerplate ?? ""),
            new("ThemeIds", "Themes", string.Join(", ", choices.Themes.Where(t => content.ThemeIds.Contains(t.Id)).Select(t => t.Name))),
            new("Contacts", "Media contacts", string.Join(", ", content.ContactIds.Select(choices.ContactName))),
            new("Attachments", "Attachments", string.Join("; ", content.AttachmentIds.Select((id, i) => content.AttachmentCaption(i) is { } caption ? $"{choices.AssetName(id)}: {caption}" : choices.AssetName(id)))),
        ];
    }
}
