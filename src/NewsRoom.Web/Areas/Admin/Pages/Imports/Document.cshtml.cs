using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>A document at the bench: its lines on one side, the releases they become on the other, and everything an editor does to the cuts.</summary>
public sealed class DocumentModel(NewsRoomDbContext db, ImportBench bench, BenchSignal signal) : DeskPage
{
    /// <summary>A cut below this is put before the editor.</summary>
    public const double Sure = 0.9;

    /// <summary>Entries of the list that are shown at once.</summary>
    public const int Listed = 100;

    private const string PlanChanged = "Nothing was changed: the plan has been edited since you opened the page. This is the newer plan.";

    public sealed class EditInput
    {
        public PlanEditKind Act { get; set; }

        public int Version { get; set; }

        /// <summary>A line of the release; where it is split; where a new one begins.</summary>
        public int Line { get; set; }

        /// <summary>Where a beginning moves to; where a new release ends.</summary>
        public int? Other { get; set; }

        /// <summary>The <see cref="PlanPlace"/> of the release when the form was made.</summary>
        public string? Place { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The line the page begins at.</summary>
    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    /// <summary>1-based part of the list of what to look at.</summary>
    [BindProperty(SupportsGet = true)]
    public int List { get; set; } = 1;

    public BenchDocument Document { get; private set; } = null!;

    public BenchWindow Window { get; private set; } = null!;

    /// <summary>What an editor should look at: releases whose cut is not sure, the least sure first, then those with other doubts.</summary>
    public IReadOnlyList<ReleaseDraft> Unsure { get; private set; } = [];

    /// <summary>Those of which an editor said that they are right, in the order of the page.</summary>
    public IReadOnlyList<ReleaseDraft> Checked { get; private set; } = [];

    public bool HasMoreListed => Math.Max(Unsure.Count, Checked.Count) > List * Listed;

    public IReadOnlyDictionary<string, string> ThemeNames { get; private set; } = new Dictionary<string, string>();

    /// <summary>An edit that was not done because the plan had changed meanwhile, and what it would do to the newer one.</summary>
    public StaleEdit? Stale { get; private set; }

    public EditInput? StaleInput { get; private set; }

    public bool CanEdit => Document.Staged.State is StagedState.Planned or StagedState.Empty && !Document.Batch.IsUndoing;

    /// <param name="go">A line to go to.</param>
    public async Task<IActionResult> OnGetAsync(int? go, CancellationToken cancellationToken)
    {
        if (go is { } line)
            return LocalRedirect(Url.Page("/Imports/Document", new { area = "Admin", id = Id, number = Number, at = Math.Max(1, line) }) + "#line-" + Math.Max(1, line));
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostEditAsync(EditInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!ModelState.IsValid || input.Act == PlanEditKind.Say)
            return Back("Nothing was changed: write the number of a line.", At);
        var edit = new PlanEdit(input.Act, input.Line, input.Other, By: By);
        var outcome = await bench.EditAsync(Id, Number, input.Version, edit, cancellationToken);
        if (outcome.Result == StoreResult.Outdated)
        {
            if (!await LoadAsync(cancellationToken))
                return NotFound();
            (StaleInput, Stale) = (input, StaleEdit.Of(Document, edit, input.Place, By));
            // Two who go through the list together are in nobody's way: a check changes no line.
            if (!CanEdit || !Stale.IsSame || input.Act is not (PlanEditKind.Check or PlanEditKind.Uncheck))
                return Page();
            outcome = await bench.EditAsync(Id, Number, Document.Staged.Version, edit, cancellationToken);
        }

        return outcome.Result switch
        {
            StoreResult.NotFound => NotFound(),
            StoreResult.Outdated => Back(PlanChanged, At),
            StoreResult.Done => Back($"Done: {edit.Words}. {outcome.Message ?? await LeftAsync(edit, cancellationToken)}".TrimEnd(), input.Act == PlanEditKind.StartOver ? 1 : Math.Min(At, input.Line), input.Act is PlanEditKind.Move ? input.Other : input.Line),
            _ => Back(outcome.Message!, At),
        };
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int version, CancellationToken cancellationToken)
    {
        var outcome = await bench.TakeBackAsync(Id, Number, version, By, cancellationToken);
        return outcome.Result == StoreResult.NotFound ? NotFound() : Back(outcome.Result switch
        {
            StoreResult.Done => "The last edit is taken back.",
            StoreResult.Outdated => PlanChanged,
            _ => outcome.Message!,
        }, At);
    }

    public async Task<IActionResult> OnPostAcceptAsync(int version, CancellationToken cancellationToken)
    {
        var outcome = await bench.AcceptAsync(Id, Number, version, publishes: false, cancellationToken);
        if (outcome.Result == StoreResult.NotFound)
            return NotFound();
        if (outcome.Result != StoreResult.Done)
            return Back(outcome.Message!, At);
        signal.Wake();
        Notify("Accepted. Below is what becomes of each document.");
        return RedirectToPage("/Imports/Batch", new { area = "Admin", id = Id });
    }

    public static string KindName(string kind) => kind switch
    {
        "page-header" => "Head of the page",
        "date-line" => "Date line",
        "navigation" => "Navigation",
        "front-matter" => "Front matter",
        "boilerplate" => "Boilerplate",
        "left-out" => "Left out",
        _ => "In no release",
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await bench.OpenAsync(Id, Number, compares: true, cancellationToken) is not { } document)
            return false;
        Document = document;
        Window = BenchWindow.Of(document.Plan, document.Log.Replay().Restorable, At);
        Unsure = [.. document.Plan.Releases.Where(r => r.IsOpen).OrderBy(r => r.Cut.Confidence < Sure ? r.Cut.Confidence : 1).ThenBy(r => r.StartLine)];
        Checked = [.. document.Plan.Releases.Where(r => r.IsChecked)];
        List = Math.Clamp(List, 1, 1 + ((Math.Max(Unsure.Count, Checked.Count) - 1) / Listed));
        ThemeNames = await db.Themes.ToDictionaryAsync(t => t.Slug, t => t.Name, cancellationToken);
        return true;
    }

    /// <summary>After a check, how many releases are left to look at.</summary>
    private async Task<string> LeftAsync(PlanEdit edit, CancellationToken cancellationToken) => edit.Kind is PlanEditKind.Check or PlanEditKind.Uncheck
        ? $"{await db.StagedDocuments.Where(d => d.BatchId == Id && d.Number == Number).Select(d => d.Unsure).SingleAsync(cancellationToken)} left to look at."
        : "";

    private LocalRedirectResult Back(string sentence, int at, int? line = null)
    {
        Notify(sentence);
        var address = Url.Page("/Imports/Document", new { area = "Admin", id = Id, number = Number, at = Math.Max(1, at), line });
        return LocalRedirect(address + (line is null ? "" : "#line-" + line));
    }
}
