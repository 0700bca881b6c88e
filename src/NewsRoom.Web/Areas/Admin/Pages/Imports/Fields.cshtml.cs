using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>What a proposed release is to say, beyond its lines. Only what differs from the plan becomes an edit.</summary>
public sealed class FieldsModel(NewsRoomDbContext db, ImportBench bench) : DeskPage
{
    private const int FreeContacts = 2;

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

        [EmailAddress(ErrorMessage = "Write an address such as name@example.org, or leave it empty."), StringLength(254, ErrorMessage = "This is too long for an e-mail address.")]
        public string? Email { get; set; }
    }

    public sealed class FieldsInput
    {
        public int Version { get; set; }

        [Required(ErrorMessage = "Write a headline."), StringLength(ReleaseContent.MaxHeadline, ErrorMessage = "Use at most 300 characters.")]
        public string? Headline { get; set; }

        [StringLength(ReleaseContent.MaxStandfirst, ErrorMessage = "Use at most 1000 characters.")]
        public string? Standfirst { get; set; }

        [StringLength(ReleaseContent.MaxDateline, ErrorMessage = "Use at most 200 characters.")]
        public string? Dateline { get; set; }

        public string? Date { get; set; }

        public List<string> Themes { get; set; } = [];

        public List<ContactRow> Contacts { get; set; } = [];
    }

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>A line of the release.</summary>
    [BindProperty(SupportsGet = true)]
    public int Line { get; set; }

    [BindProperty]
    public FieldsInput Input { get; set; } = new();

    public BenchDocument Document { get; private set; } = null!;

    public ReleaseDraft Draft { get; private set; } = null!;

    public IReadOnlyList<(string Slug, string Name)> Themes { get; private set; } = [];

    /// <summary>Whether the plan was changed by somebody else while the editor wrote.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Input = new()
        {
            Version = Document.Staged.Version,
            Headline = Draft.Headline,
            Standfirst = Draft.Standfirst,
            Dateline = Draft.Dateline,
            Date = Draft.Date.ToIso(),
            Themes = [.. Draft.Themes.Where(t => t.Score >= ImportApplier.TaggedFrom).Select(t => t.Slug)],
            Contacts = [.. Draft.Contacts.Select(c => new ContactRow { Name = c.Name, Role = c.Role, Office = c.Office, Phone = c.Phone?.AsWritten, Email = c.Email })],
        };
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!ReleaseDate.TryParse(Input.Date, out _))
            ModelState.AddModelError("Input.Date", "Write the date as 2014, 2014-06 or 2014-06-13, or leave it empty.");
        if (!ModelState.IsValid)
            return Show();
        var edit = new PlanEdit(PlanEditKind.Say, Draft.StartLine, Said: Said(), By: By);
        var outcome = await bench.EditAsync(Id, Number, Input.Version, edit, cancellationToken);
        if (outcome.Result == StoreResult.Outdated)
        {
            IsStale = true;
            Input.Version = Document.Staged.Version;
            ModelState.Remove("Input.Version");
            return Show();
        }

        if (outcome.Result == StoreResult.NotFound)
            return NotFound();
        Notify(outcome.Message ?? "Saved at the bench. Nothing is written before the document is accepted.");
        return LocalRedirect(Url.Page("/Imports/Document", new { area = "Admin", id = Id, number = Number, at = Draft.StartLine }) + "#r-" + Draft.StartLine);
    }

    private PageResult Show()
    {
        for (var i = 0; i < FreeContacts; i++)
            Input.Contacts.Add(new());
        return Page();
    }

    /// <summary>What the editor typed, where it differs from the plan. What was said before and is not touched stays said.</summary>
    private ReleaseOverride Said()
    {
        var edits = Document.Log.Replay();
        var at = PlanLog.IndexOf(edits, Draft.StartLine);
        var before = (at < 0 ? null : edits.Overrides.GetValueOrDefault(edits.Ranges[at].StartLine)) ?? new ReleaseOverride();
        var contacts = Input.Contacts.Where(c => !string.IsNullOrWhiteSpace(c.Name)).Select(c => new ContactOverride(c.Name!.Trim(), Clean(c.Role), Clean(c.Office), Clean(c.Phone), Clean(c.Email))).ToList();
        var known = Draft.Contacts.Select(c => new ContactOverride(c.Name.Trim(), Clean(c.Role), Clean(c.Office), Clean(c.Phone?.AsWritten), Clean(c.Email)));
        var themes = Themes.Select(t => t.Slug).Where(Input.Themes.Contains).ToList();
        return before with
        {
            Headline = Same(Input.Headline, Draft.Headline) ? before.Headline : Input.Headline!.Trim(),
            Standfirst = Same(Input.Standfirst, Draft.Standfirst) ? before.Standfirst : Input.Standfirst?.Trim() ?? "",
            Dateline = Same(Input.Dateline, Draft.Dateline) ? before.Dateline : Input.Dateline?.Trim() ?? "",
            Date = Same(Input.Date, Draft.Date.ToIso()) ? before.Date : Input.Date?.Trim() ?? "",
            Themes = Draft.Themes.Where(t => t.Score >= ImportApplier.TaggedFrom).Select(t => t.Slug).ToHashSet().SetEquals(themes) ? before.Themes : themes,
            Contacts = contacts.SequenceEqual(known) ? before.Contacts : contacts,
        };
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await bench.OpenAsync(Id, Number, compares: false, cancellationToken) is not { } document || document.Plan.Releases.FirstOrDefault(r => r.StartLine <= Line && Line <= r.EndLine) is not { } draft)
            return false;
        Document = document;
        Draft = draft;
        Themes = [.. (await db.Themes.OrderBy(t => t.Name).Select(t => new { t.Slug, t.Name }).ToListAsync(cancellationToken)).Select(t => (t.Slug, t.Name))];
        return true;
    }

    private static bool Same(string? typed, string? planned) => string.Equals(Clean(typed), Clean(planned), StringComparison.Ordinal);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
