using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Mail;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>What an editor types into a proposed release, and the words that the form was opened on.</summary>
public sealed class FieldsForm
{
    /// <summary>A shorter row of digits is no telephone number.</summary>
    private const int LeastDigits = 5;

    public sealed class ContactRow
    {
        [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
        public string? Name { get; set; }

        [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
        public string? Role { get; set; }

        [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
        public string? Office { get; set; }

        [StringLength(60, ErrorMessage = "Use at most 60 characters.")]
        public string? Phone { get; set; }

        [StringLength(60, ErrorMessage = "Use at most 60 characters.")]
        public string? OtherPhone { get; set; }

        [StringLength(EmailAddress.MaxLength, ErrorMessage = "This is too long for an e-mail address.")]
        public string? Email { get; set; }

        public bool LeftOut { get; set; }

        /// <summary>Whether the row says nothing of anybody.</summary>
        public bool IsEmpty => LeftOut || string.IsNullOrWhiteSpace(Name + Role + Office + Phone + OtherPhone + Email);
    }

    /// <summary>The version of the plan that the form was opened on.</summary>
    public int Version { get; set; }

    /// <summary>The lines of the release then.</summary>
    public int StartLine { get; set; }

    public int EndLine { get; set; }

    /// <summary>JSON of the words of the plan then: what differs from them is what this editor changed.</summary>
    public string? Begun { get; set; }

    /// <summary>Keys of the fields that somebody else has changed too and that this editor has to choose for.</summary>
    public List<string> Asked { get; set; } = [];

    /// <summary>What was chosen for them.</summary>
    public Dictionary<string, string> Choice { get; set; } = [];

    [Required(ErrorMessage = "Write a headline."), StringLength(ReleaseContent.MaxHeadline, ErrorMessage = "Use at most 300 characters.")]
    public string? Headline { get; set; }

    [StringLength(ReleaseContent.MaxStandfirst, ErrorMessage = "Use at most 1000 characters.")]
    public string? Standfirst { get; set; }

    [StringLength(ReleaseContent.MaxDateline, ErrorMessage = "Use at most 200 characters.")]
    public string? Dateline { get; set; }

    public string? Date { get; set; }

    public List<string> Themes { get; set; } = [];

    public List<ContactRow> Contacts { get; set; } = [];

    /// <summary>The form of a release that nobody has typed into.</summary>
    public static FieldsForm Of(ReleaseDraft draft, int version) => Of(draft, version, WordsOf(draft));

    /// <summary>The form of a release with words that are not saved.</summary>
    public static FieldsForm Of(ReleaseDraft draft, int version, ReleaseOverride words)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var form = new FieldsForm { Version = version, StartLine = draft.StartLine, EndLine = draft.EndLine, Begun = JsonSerializer.Serialize(WordsOf(draft), JsonSerializerOptions.Web) };
        form.Show(words);
        return form;
    }

    /// <summary>What a plan says of a release, in the shape of <see cref="ToWords"/>.</summary>
    public static ReleaseOverride WordsOf(ReleaseDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new()
        {
            Headline = Clean(draft.Headline) ?? "",
            Standfirst = Clean(draft.Standfirst) ?? "",
            Dateline = Clean(draft.Dateline) ?? "",
            Date = draft.Date.ToIso() ?? "",
            Themes = [.. draft.Themes.Where(t => t.Score >= ImportApplier.TaggedFrom).Select(t => t.Slug).Order(StringComparer.Ordinal)],
            Contacts = [.. draft.Contacts.Select(c => new ContactOverride(c.Name.Trim(), Clean(c.Role), Clean(c.Office), Clean(c.Phone?.AsWritten), Clean(c.Email), Clean(c.OtherPhone?.AsWritten) ?? ""))],
        };
    }

    /// <summary>Everything as it was typed. A contact without a name is called by its office or role.</summary>
    public ReleaseOverride ToWords() => new()
    {
        Headline = Clean(Headline) ?? "",
        Standfirst = Clean(Standfirst) ?? "",
        Dateline = Clean(Dateline) ?? "",
        Date = Clean(Date) ?? "",
        Themes = [.. Themes.Distinct().Order(StringComparer.Ordinal)],
        Contacts = [.. Contacts.Where(c => !c.IsEmpty).Select(c => new ContactOverride(Clean(c.Name) ?? Clean(c.Office) ?? Clean(c.Role) ?? "", Clean(c.Role), Clean(c.Office), Clean(c.Phone), Clean(c.Email), Clean(c.OtherPhone) ?? ""))],
    };

    /// <summary>The words the form was opened on; null when it does not tell.</summary>
    public ReleaseOverride? ReadBegun()
    {
        try
        {
            return Begun is { Length: > 0 } json && JsonSerializer.Deserialize<ReleaseOverride>(json, JsonSerializerOptions.Web) is { } words
                ? words with { Themes = words.Themes ?? [], Contacts = [.. (words.Contacts ?? []).Where(c => c?.Name is not null)] }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes what was chosen where two had changed one field. What was not chosen for stays asked.</summary>
    /// <param name="theirs">What the other one wrote: the form was shown on it.</param>
    public void Choose(ReleaseOverride theirs)
    {
        var chosen = FieldsMerge.Fields.Where(f => Asked.Contains(f.Key) && Choice.ContainsKey(f.Key)).ToList();
        if (chosen.Count == 0)
            return;
        Show(chosen.Aggregate(ToWords(), (words, field) => field.Chosen(words, theirs, Choice[field.Key])));
        Asked = [.. Asked.Except(chosen.Select(f => f.Key))];
    }

    /// <summary>What can be said against the words, each with its field. What the form was opened with is not questioned.</summary>
    public IEnumerable<(string Field, string Problem)> Problems(ReleaseOverride begun, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(begun);
        foreach (var key in Asked)
            yield return ($"Choice[{key}]", "Choose whose words are to stand.");
        if (!ReleaseDate.TryParse(Date, out var date))
            yield return (nameof(Date), "Write the date as 2014, 2014-06 or 2014-06-13, or leave it empty.");
        else if (!date.CanBeMeant(today) && Clean(Date) != begun.Date)
            yield return (nameof(Date), date.IsAhead(today) ? "This is more than a year ahead. Check the year, or leave the date empty." : "This is before 1900. Check the year, or leave the date empty.");
        var known = begun.Contacts!.SelectMany(c => new[] { c.Phone, c.OtherPhone, c.Email }).OfType<string>().ToHashSet();
        for (var i = 0; i < Contacts.Count; i++)
        {
            foreach (var (field, problem) in Contacts[i].IsEmpty ? [] : Problems(Contacts[i], known))
                yield return ($"Contacts[{i}].{field}", problem);
        }
    }

    private static IEnumerable<(string Field, string Problem)> Problems(ContactRow row, HashSet<string> known)
    {
        if (string.IsNullOrWhiteSpace(row.Name + row.Office + row.Role))
            yield return (nameof(row.Name), "Write who this is: a name, a role or an office. Or empty the row.");
        foreach (var (field, typed) in new[] { (nameof(row.Phone), Clean(row.Phone)), (nameof(row.OtherPhone), Clean(row.OtherPhone)) })
        {
            if (typed is not null && !known.Contains(typed) && typed.Count(char.IsAsciiDigit) < LeastDigits)
                yield return (field, "Write a number with all its digits, or leave it empty.");
        }

        if (Clean(row.Email) is { } email && !known.Contains(email) && !EmailAddress.TryParse(email, out _))
            yield return (nameof(row.Email), "Write an address such as name@example.org, or leave it empty.");
    }

    private void Show(ReleaseOverride words)
    {
        Headline = words.Headline;
        Standfirst = words.Standfirst;
        Dateline = words.Dateline;
        Date = words.Date;
        Themes = [.. words.Themes ?? []];
        Contacts = [.. (words.Contacts ?? []).Select(c => new ContactRow { Name = c.Name, Role = c.Role, Office = c.Office, Phone = c.Phone, OtherPhone = c.OtherPhone, Email = c.Email })];
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
