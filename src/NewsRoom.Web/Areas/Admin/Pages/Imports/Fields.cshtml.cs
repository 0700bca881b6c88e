using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>What a proposed release is to say, beyond its lines. Only what differs from the plan becomes an edit, and a save over a newer plan is merged with it.</summary>
public sealed class FieldsModel(NewsRoomDbContext db, ImportBench bench, DeskTime time) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>A line of the release.</summary>
    [BindProperty(SupportsGet = true)]
    public int Line { get; set; }

    [BindProperty]
    public FieldsForm Input { get; set; } = new();

    public BenchDocument Document { get; private set; } = null!;

    /// <summary>Null when the line is in no release: somebody has left it out meanwhile.</summary>
    public ReleaseDraft? Draft { get; private set; }

    /// <summary>The lines of the release, as many as a page holds; null without a release.</summary>
    public BenchPiece? Source { get; private set; }

    public IReadOnlyList<(string Slug, string Name)> Themes { get; private set; } = [];

    /// <summary>What has become of both editors' words, when somebody else was quicker.</summary>
    public MergedWords? Merged { get; private set; }

    /// <summary>The choices that are still to be made; the words that the form was opened on are the other one's.</summary>
    public IEnumerable<(WordsField Field, string Theirs, string Mine)> Questions =>
        Input.ReadBegun() is { } theirs ? FieldsMerge.Fields.Where(f => Input.Asked.Contains(f.Key)).Select(f => (f, f.Text(theirs), f.Text(Input.ToWords()))) : [];

    /// <summary>Whether a row for one more contact was asked for.</summary>
    public bool HasNewRow { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Draft is null)
            return NotFound();
        Input = FieldsForm.Of(Draft, Document.Staged.Version);
        return Show();
    }

    /// <summary>Shows the form with a row more; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRowAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        ModelState.Clear();
        Input.Contacts.Add(new());
        HasNewRow = true;
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Draft is null)
            return ShowConflict();
        var planned = FieldsForm.WordsOf(Draft);
        var begun = Input.ReadBegun() ?? planned;
        if (ModelState.IsValid)
            Check(begun);
        if (!ModelState.IsValid)
            return Show();

        var mine = Input.ToWords();
        if (Input.Version != Document.Staged.Version && (Input.StartLine != Draft.StartLine || FieldsMerge.Fields.Any(f => !f.IsSame(begun, planned))))
            return ShowMerged(begun, mine);
        return await SaveAsync(begun, planned, mine, cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(ReleaseOverride begun, ReleaseOverride planned, ReleaseOverride mine, CancellationToken cancellationToken)
    {
        var isAhead = ReleaseDate.TryParse(mine.Date, out var date) && date.IsAhead(Today);
        var noted = mine with { DateNote = isAhead ? string.Create(CultureInfo.InvariantCulture, $"It was still ahead when {By} typed it on {Today:d MMMM yyyy}.") : null };
        if (FieldsMerge.Said(Before(), planned, noted) is not { } said)
            return BackToPlan("Nothing was changed: the plan says the same.");
        var outcome = await bench.EditAsync(Id, Number, Document.Staged.Version, new PlanEdit(PlanEditKind.Say, Draft!.StartLine, Said: said, By: By), cancellationToken);
        switch (outcome.Result)
        {
            case StoreResult.Done:
                return BackToPlan($"Saved at the bench.{(isAhead ? " Its date is still ahead: check it." : "")} Nothing is written before the document is accepted.");
            case StoreResult.Outdated:
                return !await LoadAsync(cancellationToken) ? NotFound() : Draft is null ? ShowConflict() : ShowMerged(begun, mine);
            case StoreResult.NotFound:
                return NotFound();
            default:
                ModelState.AddModelError("", outcome.Message!);
                return Show();
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(time.Local(time.Now).DateTime);

    private void Check(ReleaseOverride begun)
    {
        Input.Choose(begun);
        foreach (var (field, problem) in Input.Problems(begun, Today))
            ModelState.AddModelError("Input." + field, problem);
    }

    /// <summary>What editors have said of the release up to now; null for nothing.</summary>
    private ReleaseOverride? Before()
    {
        var edits = Document.Log.Replay();
        return edits.Ranges.FirstOrDefault(r => r.StartLine <= Draft!.StartLine && Draft.StartLine <= r.EndLine) is { } range ? edits.Overrides.GetValueOrDefault(range.StartLine) : null;
    }

    /// <summary>Shows both editors' words brought together, on the newer plan; nothing is saved.</summary>
    private PageResult ShowMerged(ReleaseOverride begun, ReleaseOverride mine)
    {
        Merged = FieldsMerge.Merge(begun, mine, FieldsForm.WordsOf(Draft!));
        Input = FieldsForm.Of(Draft!, Document.Staged.Version, Merged.Words);
        Input.Asked = [.. Merged.Asked.Select(f => f.Key)];
        return ShowConflict();
    }

    private PageResult ShowConflict()
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Show();
    }

    private PageResult Show()
    {
        // What the form has made of the words is shown, not what the browser sent.
        var problems = ModelState.SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage))).ToList();
        ModelState.Clear();
        foreach (var (key, message) in problems)
            ModelState.AddModelError(key, message);
        if (Input.Contacts.Count == 0)
            Input.Contacts.Add(new());
        return Page();
    }

    private LocalRedirectResult BackToPlan(string sentence)
    {
        Notify(sentence);
        return LocalRedirect(Url.Page("/Imports/Document", new { area = "Admin", id = Id, number = Number, at = Draft!.StartLine }) + "#r-" + Draft.StartLine);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await bench.OpenAsync(Id, Number, compares: false, cancellationToken) is not { } document)
            return false;
        Document = document;
        Draft = document.Plan.Releases.FirstOrDefault(r => r.StartLine <= Line && Line <= r.EndLine);
        Source = Draft is null ? null : BenchWindow.Of(document.Plan, [], Draft.StartLine).Pieces.FirstOrDefault(p => p.Release?.StartLine == Draft.StartLine);
        Themes = [.. (await db.Themes.OrderBy(t => t.Name).Select(t => new { t.Slug, t.Name }).ToListAsync(cancellationToken)).Select(t => (t.Slug, t.Name))];
        return true;
    }
}
