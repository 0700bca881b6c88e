using System.Globalization;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>An edit of a plan that is no longer the newest: what became of the place it was meant for, and whether it can still be done there.</summary>
/// <param name="Words">The edit as its editor meant it.</param>
/// <param name="IsSame">Whether it would reach the same lines as in the plan that its editor saw.</param>
/// <param name="Warning">What it would reach now, or why it cannot be done; null where nothing has changed for it.</param>
/// <param name="Button">What the button that does it says; null when it cannot be done.</param>
/// <param name="IsOwn">Whether the newer plan is the editor's own, from another window.</param>
public sealed record StaleEdit(string Words, bool IsSame, string? Warning, string? Button, bool IsOwn)
{
    /// <param name="seen">The <see cref="PlanPlace"/> of the release in the plan that the editor saw, as its form carried it.</param>
    public static StaleEdit Of(BenchDocument document, PlanEdit edit, string? seen, string by)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(edit);
        var isOwn = document.Staged.EditedBy == by;
        if (PlanWords.WhyNot(document.Log, edit) is { } reason)
            return new(edit.Words, false, "It cannot be done on the newer plan. " + reason, null, isOwn);
        if (edit.Kind == PlanEditKind.StartOver)
            return new(edit.Words, false, $"It would take back all {Text(document.Log.Edits.Count)} edits, the newer ones too.", "Start over all the same", isOwn);
        if (edit.Kind is PlanEditKind.Add or PlanEditKind.Restore)
            return new(edit.Words, true, null, "Do it on the newer plan", isOwn);
        if (PlanPlace.Of(document.Plan, edit.Line) is not { } now)
            return new(edit.Words, false, $"It cannot be done on the newer plan. Line {Text(edit.Line)} stands under no release.", null, isOwn);
        var known = PlanPlace.TryParse(seen, out var then);
        if (known && now.IsSameTo(edit.Kind, then))
            return new(edit.Words, true, null, "Do it on the newer plan", isOwn);
        return new(edit.Words, false, Warn(document.Plan, edit, now, known ? then : null), Ask(edit, now), isOwn);
    }

    private static string Warn(ImportPlan plan, PlanEdit edit, PlanPlace now, PlanPlace? then)
    {
        var at = plan.Releases.TakeWhile(r => r.StartLine != now.Start).Count();
        var here = $"Line {Text(edit.Line)} is now in “{plan.Releases[at].Headline}”, {PlanWords.Lines(now.Start, now.End)}";
        var next = edit.Kind == PlanEditKind.Merge && at + 1 < plan.Releases.Count ? $", and the next one is “{plan.Releases[at + 1].Headline}”, {PlanWords.Lines(plan.Releases[at + 1].StartLine, now.Next)}" : "";
        var before = edit.Kind == PlanEditKind.Move && at > 0 ? $", and the one before is “{plan.Releases[at - 1].Headline}”, {PlanWords.Lines(now.Before, plan.Releases[at - 1].EndLine)}" : "";
        return $"The plan has changed at this place.{(then is { } was ? $" When you opened the page, the release there had {PlanWords.Lines(was.Start, was.End)}." : "")} {here}{next}{before}.";
    }

    private static string Ask(PlanEdit edit, PlanPlace now) => edit.Kind switch
    {
        PlanEditKind.Split => $"Split {PlanWords.Lines(now.Start, now.End)} at line {Text(edit.Line)}",
        PlanEditKind.Merge => $"Make one release of {PlanWords.Lines(now.Start, now.Next)}",
        PlanEditKind.Move => $"Let {PlanWords.Lines(now.Start, now.End)} begin at line {Text(edit.Other ?? now.Start)}",
        PlanEditKind.Drop => $"Leave out all of {PlanWords.Lines(now.Start, now.End)}",
        PlanEditKind.Check => $"Mark {PlanWords.Lines(now.Start, now.End)} as checked",
        _ => $"Do it to {PlanWords.Lines(now.Start, now.End)}",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
