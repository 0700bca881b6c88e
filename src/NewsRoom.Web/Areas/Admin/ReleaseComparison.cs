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

/// <summary>What differs between two versions of a release, field by field.</summary>
public static class ReleaseComparison
{
    /// <summary>The fields in the order of the form, as its inputs are named.</summary>
    public static readonly IReadOnlyList<string> Keys = ["Headline", "Standfirst", "Dateline", "Date", "DateNote", "Language", "Body", "ThemeIds", "Contacts"];

    public static IReadOnlyList<FieldChange> Between(ReleaseContent before, ReleaseContent after, ReleaseChoices choices)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. Fields(before, choices).Zip(Fields(after, choices)).Select((pair, i) => new FieldChange(pair.First.Label, pair.First.Text, pair.Second.Text, Keys[i])).Where(c => c.Before != c.After)];
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
