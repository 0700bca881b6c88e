using System.Globalization;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>What an editor asks of many releases at once.</summary>
public sealed class BulkForm
{
    public BulkKind Kind { get; set; }

    public int? Theme { get; set; }

    public int? Contact { get; set; }

    public int? Replacement { get; set; }

    public string? Reason { get; set; }

    public static readonly IReadOnlyList<(BulkKind Kind, string Label, bool NeedsPublisher)> Kinds =
    [
        (BulkKind.AddTheme, "Add a theme", false), (BulkKind.RemoveTheme, "Remove a theme", false),
        (BulkKind.AttachContact, "Attach a contact", false), (BulkKind.ReplaceContact, "Replace a contact by another", false), (BulkKind.DetachContact, "Detach a contact", false),
        (BulkKind.Submit, "Submit for review", false), (BulkKind.Publish, "Publish now", true), (BulkKind.Withdraw, "Withdraw", true), (BulkKind.ReturnToDraft, "Return to draft", false),
    ];

    public BulkRequest ToRequest() => new(Kind) { ThemeId = Theme, ContactId = Contact, ReplacementId = Replacement, Reason = Reason?.Trim() };

    /// <summary>Everything that is missing, with its field.</summary>
    public IEnumerable<(string Field, string Message)> Problems(ReleaseChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        const int longest = 500;
        if (Kind is BulkKind.AddTheme or BulkKind.RemoveTheme && choices.Themes.All(t => t.Id != Theme))
            yield return ("Theme", "Choose the theme.");
        if (Kind is BulkKind.AttachContact or BulkKind.DetachContact or BulkKind.ReplaceContact && choices.Contacts.All(c => c.Id != Contact))
            yield return ("Contact", "Choose the contact.");
        if (Kind == BulkKind.ReplaceContact && (Replacement == Contact || choices.Contacts.All(c => c.Id != Replacement)))
            yield return ("Replacement", "Choose the contact that comes in the other one's place.");
        if (Kind == BulkKind.Withdraw && (string.IsNullOrWhiteSpace(Reason) || Reason.Length > longest))
            yield return ("Reason", "Write the reason, in at most 500 characters: readers who follow an old link are told it.");
        if (Kind == BulkKind.Table || !Enum.IsDefined(Kind))
            yield return ("Kind", "Choose what is to be done.");
    }

    /// <summary>"17-3": release 17 as it was in version 3.</summary>
    public static Dictionary<int, int> Read(IEnumerable<string> picked)
    {
        ArgumentNullException.ThrowIfNull(picked);
        var found = new Dictionary<int, int>();
        foreach (var pick in picked)
        {
            if (pick.Split('-') is [var id, var version] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var v))
                found[i] = v;
        }

        return found;
    }
}
