using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>A field of a proposed release: how two of it are told apart and shown, and how words take it from others.</summary>
/// <param name="Take">The first words, with this field of the second ones.</param>
public sealed record WordsField(string Key, string Label, Func<ReleaseOverride, string> Text, Func<ReleaseOverride, ReleaseOverride, ReleaseOverride> Take)
{
    /// <summary>Takes everything of both, the first before the second; null where a field holds one thing.</summary>
    public Func<ReleaseOverride, ReleaseOverride, ReleaseOverride>? Join { get; init; }

    public bool IsSame(ReleaseOverride one, ReleaseOverride other) => Text(one) == Text(other);

    /// <param name="choice">One of <see cref="MergeChoice"/>.</param>
    public ReleaseOverride Chosen(ReleaseOverride mine, ReleaseOverride theirs, string choice) => choice switch
    {
        MergeChoice.Theirs => Take(mine, theirs),
        MergeChoice.Both when Join is not null => Join(mine, theirs),
        _ => mine,
    };
}

/// <summary>Words that two editors began from the same ones, brought together.</summary>
/// <param name="Taken">Fields that only the other one had changed.</param>
/// <param name="Asked">Fields that both had changed; the words have this editor's.</param>
public sealed record MergedWords(ReleaseOverride Words, IReadOnlyList<WordsField> Taken, IReadOnlyList<WordsField> Asked);

/// <summary>Compares what editors say of one proposed release, field by field.</summary>
public static class FieldsMerge
{
    public static IReadOnlyList<WordsField> Fields { get; } =
    [
        new("Headline", "Headline", w => w.Headline ?? "", (w, from) => w with { Headline = from.Headline }),
        new("Standfirst", "Standfirst", w => w.Standfirst ?? "", (w, from) => w with { Standfirst = from.Standfirst }),
        new("Date", "Date", w => w.Date ?? "", (w, from) => w with { Date = from.Date, DateNote = from.DateNote }),
        new("Dateline", "Place", w => w.Dateline ?? "", (w, from) => w with { Dateline = from.Dateline }),
        new(ThemesKey, "Themes", w => string.Join(", ", w.Themes ?? []), (w, from) => w with { Themes = from.Themes }),
        new("Contacts", "Media contacts", w => string.Join('\n', (w.Contacts ?? []).Select(Words)), (w, from) => w with { Contacts = from.Contacts })
        {
            Join = (mine, theirs) => mine with { Contacts = [.. theirs.Contacts!.Where(t => !mine.Contacts!.Any(m => IsSamePerson(m, t))), .. mine.Contacts!] },
        },
    ];

    private const string ThemesKey = "Themes";

    /// <summary>A theme is in or out, so two editors never contradict one another there; of every other field only one can have the last word.</summary>
    public static MergedWords Merge(ReleaseOverride begun, ReleaseOverride mine, ReleaseOverride theirs)
    {
        ArgumentNullException.ThrowIfNull(begun);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var taken = Fields.Where(f => !f.IsSame(begun, theirs) && f.IsSame(begun, mine)).ToList();
        var asked = Fields.Where(f => !f.IsSame(begun, theirs) && !f.IsSame(begun, mine) && !f.IsSame(mine, theirs) && f.Key != ThemesKey).ToList();
        var themes = mine.Themes!.Union(theirs.Themes!).Where(t => !begun.Themes!.Contains(t) || (mine.Themes!.Contains(t) && theirs.Themes!.Contains(t)));
        return new(taken.Aggregate(mine, (words, field) => field.Take(words, theirs)) with { Themes = [.. themes.Order(StringComparer.Ordinal)] }, taken, asked);
    }

    /// <summary>What becomes an edit: the words that differ from the plan. What was said before and is not touched stays said.</summary>
    /// <returns>Null when nothing differs.</returns>
    public static ReleaseOverride? Said(ReleaseOverride? before, ReleaseOverride planned, ReleaseOverride mine)
    {
        var changed = Fields.Where(f => !f.IsSame(planned, mine)).ToList();
        return changed.Count == 0 ? null : changed.Aggregate(before ?? new(), (words, field) => field.Take(words, mine));
    }

    private static bool IsSamePerson(ContactOverride one, ContactOverride other) => string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private static string Words(ContactOverride contact)
    {
        (string Label, string? Text)[] parts = [("role", contact.Role), ("office", contact.Office), ("telephone", contact.Phone), ("second telephone", contact.OtherPhone), ("e-mail", contact.Email)];
        return string.Join("; ", parts.Where(p => !string.IsNullOrEmpty(p.Text)).Select(p => $"{p.Label}: {p.Text}").Prepend(contact.Name));
    }
}
