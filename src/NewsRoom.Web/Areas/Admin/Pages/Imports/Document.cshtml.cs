using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>A document at the bench: its lines on one side, the releases they become on the other, and everything an editor does to the cuts.</summary>
public sealed class DocumentModel(NewsRoomDbContext db, ImportBench bench, BenchSignal signal) : DeskPage
{
    /// <summary>A cut below this is put before the editor.</summary>
    public const double Sure = 0.9;

    public sealed class EditInput
    {
        public PlanEditKind Act { get; set; }

        public int Version { get; set; }

        /// <summary>A line of the release; where it is split; where a new one begins.</summary>
        public int Line { get; set; }

        /// <summary>Where a beginning moves to; where a new release ends.</summary>
        public int? Other { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The line the page begins at.</summary>
    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    public BenchDocument Document { get; private set; } = null!;

    public BenchWindow Window { get; private set; } = null!;

    /// <summary>What an editor should look at: releases whose cut is not sure, the least sure first, then those with other doubts.</summary>
    public IReadOnlyList<(int Number, ReleaseDraft Draft)> Unsure { get; private set; } = [];

    public IReadOnlyDictionary<string, string> ThemeNames { get; private set; } = new Dictionary<string, string>();

    /// <summary>An edit that was refused because somebody else had changed the plan meanwhile; it can be done again.</summary>
    public EditInput? Stale { get; private set; }

    public string? StaleWords { get; private set; }

    public bool CanEdit => Document.Staged.State is StagedState.Planned or StagedState.Empty && !Document.Batch.IsUndoing;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEditAsync(EditInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!ModelState.IsValid || input.Act == PlanEditKind.Say)
            return Back("Nothing was changed: write the number of a line.", At);
        var edit = new PlanEdit(input.Act, input.Line, input.Other, By: By);
        var outcome = await bench.EditAsync(Id, Number, input.Version, edit, cancellationToken);
        switch (outcome.Result)
        {
            case StoreResult.NotFound:
                return NotFound();
            case StoreResult.Outdated:
                Stale = input;
                StaleWords = edit.Words;
                return await LoadAsync(cancellationToken) ? Page() : NotFound();
            case StoreResult.Done:
                return Back($"Done: {edit.Words}.", input.Act == PlanEditKind.StartOver ? 1 : Math.Min(At, input.Line), input.Act is PlanEditKind.Move ? input.Other : input.Line);
            default:
                return Back(outcome.Message!, At);
        }
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int version, CancellationToken cancellationToken)
    {
        var outcome = await bench.TakeBackAsync(Id, Number, version, By, cancellationToken);
        return outcome.Result == StoreResult.NotFound ? NotFound() : Back(outcome.Result switch
        {
            StoreResult.Done => "The last edit is taken back.",
            StoreResult.Outdated => "Nothing was changed: somebody has edited the plan since you opened it. This is the newer plan.",
            _ => outcome.Message!,
        }, At);
    }

    public async Task<IActionResult> OnPostAcceptAsync(int version, bool publishes, CancellationToken cancellationToken)
    {
        if (publishes && !User.IsPublisher())
            return Forbid();
        var outcome = await bench.AcceptAsync(Id, Number, version, publishes, cancellationToken);
        if (outcome.Result == StoreResult.NotFound)
            return NotFound();
        if (outcome.Result != StoreResult.Done)
            return Back(outcome.Message!, At);
        signal.Wake();
        Notify("Accepted. The releases of this document are being written.");
        return RedirectToPage("/Imports/Batch", new { area = "Admin", id = Id });
    }

    /// <summary>The reasons of a cut in words.</summary>
    public static string Reasons(Cut cut)
    {
        ArgumentNullException.ThrowIfNull(cut);
        return cut.Cues.Count == 0 ? "no single reason" : string.Join(", ", cut.Cues.Select(c => c == "editor" ? "an editor set it" : c.Replace('-', ' ')));
    }

    public static string Lines(int first, int last) => first == last ? $"line {first}" : $"lines {first} to {last}";

    public static string KindName(string kind) => kind switch
    {
        "page-header" => "Head of the page",
        "date-line" => "Date line",
        "navigation" => "Navigation",
        "front-matter" => "Front matter",
        "boilerplate" => "Boilerplate",
        _ => "In no release",
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await bench.OpenAsync(Id, Number, compares: true, cancellationToken) is not { } document)
            return false;
        Document = document;
        Window = BenchWindow.Of(document.Plan, At);
        Unsure = [.. document.Plan.Releases.Select((r, i) => (i + 1, r)).Where(r => r.r.Cut.Confidence < Sure || r.r.Unsure.Count > 0)
            .OrderBy(r => r.r.Cut.Confidence < Sure ? r.r.Cut.Confidence : 1).ThenBy(r => r.Item1)];
        ThemeNames = await db.Themes.ToDictionaryAsync(t => t.Slug, t => t.Name, cancellationToken);
        return true;
    }

    private LocalRedirectResult Back(string sentence, int at, int? line = null)
    {
        Notify(sentence);
        var address = Url.Page("/Imports/Document", new { area = "Admin", id = Id, number = Number, at = Math.Max(1, at), line });
        return LocalRedirect(address + (line is null ? "" : "#line-" + line));
    }
}
