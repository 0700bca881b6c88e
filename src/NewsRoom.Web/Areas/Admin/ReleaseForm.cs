using System.ComponentModel.DataAnnotations;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>What an editor types into a release.</summary>
public sealed partial class ReleaseForm : IValidatableObject
{
    /// <summary>A contact that is attached, with the place an editor gives it.</summary>
    public sealed class ContactRow
    {
        public int Id { get; set; }

        public int Order { get; set; }

        public bool Detach { get; set; }
    }

    /// <summary>The revision the editor began from.</summary>
    public int Version { get; set; }

    [StringLength(ReleaseContent.MaxHeadline, ErrorMessage = "Use at most 300 characters in the headline.")]
    public string? Headline { get; set; }

    [StringLength(ReleaseContent.MaxStandfirst, ErrorMessage = "Use at most 1000 characters in the standfirst.")]
    public string? Standfirst { get; set; }

    [StringLength(ReleaseContent.MaxDateline, ErrorMessage = "Use at most 200 characters in the place.")]
    public string? Dateline { get; set; }

    public string? Date { get; set; }

    [StringLength(500, ErrorMessage = "Use at most 500 characters in the note on the date.")]
    public string? DateNote { get; set; }

    public string? Language { get; set; }

    [StringLength(ReleaseContent.MaxBody, ErrorMessage = "Use at most 500,000 characters in the body.")]
    public string? Body { get; set; }

    [StringLength(ReleaseContent.MaxBoilerplate, ErrorMessage = "Use at most 10,000 characters in the closing text.")]
    public string? Boilerplate { get; set; }

    public List<int> ThemeIds { get; set; } = [];

    public List<ContactRow> Contacts { get; set; } = [];

    public int? AddContact { get; set; }

    [StringLength(500, ErrorMessage = "Use at most 500 characters in the note.")]
    public string? Note { get; set; }

    public static ReleaseForm From(ReleaseContent content, int version)
    {
        ArgumentNullException.ThrowIfNull(content);
        var form = new ReleaseForm
        {
            Version = version,
            Headline = content.Headline,
            Standfirst = content.Standfirst,
            Dateline = content.Dateline,
            Date = content.Date.ToIso(),
            DateNote = content.Date.Note,
            Language = content.Language,
            Body = content.Body,
            Boilerplate = content.Boilerplate,
            ThemeIds = [.. content.ThemeIds],
        };
        form.ArrangeContacts(content.ContactIds);
        form.ShowAttachments(content);
        return form;
    }

    /// <summary>Detaches, adds and orders the contacts as the form says, and numbers the rows afresh.</summary>
    public void ArrangeContacts()
    {
        var ids = OrderedContacts();
        ArrangeContacts(ids);
        AddContact = null;
    }

    /// <summary>The content that a save keeps.</summary>
    /// <param name="before">What the editor began from: a date that was not touched keeps its evidence.</param>
    public ReleaseContent ToContent(ReleaseContent? before) => new()
    {
        Headline = Headline?.Trim() ?? "",
        HeadlineBasis = HeadlineBasis.Editor,
        Standfirst = Clean(Standfirst),
        Dateline = Clean(Dateline),
        Date = DateAgainst(before?.Date ?? ReleaseDate.Unknown),
        Body = (Body ?? "").ReplaceLineEndings("\n").TrimEnd(),
        Boilerplate = Clean(Boilerplate)?.ReplaceLineEndings("\n"),
        Language = Language?.Trim().ToLowerInvariant() ?? "en",
        ThemeIds = [.. ThemeIds.Distinct()],
        ContactIds = OrderedContacts(),
        AttachmentIds = [.. OrderedAttachments().Select(a => a.Id)],
        AttachmentCaptions = [.. OrderedAttachments().Select(a => a.Caption)],
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!ReleaseDate.TryParse(Date, out _))
            yield return new("Write the date as 2014, 2014-06 or 2014-06-13, or leave it empty when it is not known.", [nameof(Date)]);
        if (!IsLanguage(Language?.Trim() ?? ""))
            yield return new("Write the language as its short code, such as en, fr or es.", [nameof(Language)]);
    }

    private static bool IsLanguage(string text)
    {
        var parts = text.Split('-');
        return text.Length <= 35 && parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter) && parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private ReleaseDate DateAgainst(ReleaseDate before)
    {
        var note = Clean(DateNote);
        if (!ReleaseDate.TryParse(Date, out var typed))
            throw new InvalidOperationException("A form with a wrong date is not saved.");
        return typed.ToIso() == before.ToIso() ? before with { Note = note } : typed with { Note = note, Basis = DateBasis.Editor, Confidence = 1 };
    }

    private void ArrangeContacts(IReadOnlyList<int> ids) => Contacts = [.. ids.Select((id, index) => new ContactRow { Id = id, Order = index + 1 })];

    private List<int> OrderedContacts()
    {
        var ids = Contacts.Where(c => !c.Detach).OrderBy(c => c.Order).Select(c => c.Id);
        return [.. (AddContact is { } added ? ids.Append(added) : ids).Distinct()];
    }
}
