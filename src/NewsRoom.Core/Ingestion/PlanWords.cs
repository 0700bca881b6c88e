using System.Globalization;

namespace NewsRoom.Core.Ingestion;

/// <summary>What is said to an editor of an edit: why it cannot be done, or what it does beyond its own words.</summary>
public static class PlanWords
{
    /// <summary>Why an edit means nothing to a plan, as a sentence; null when it can be done.</summary>
    public static string? WhyNot(PlanLog log, PlanEdit edit)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(edit);
        if (log.With(edit) is not null)
            return null;
        if (log.Edits.Count >= PlanLog.MaxEdits)
            return Said($"This plan has been edited {PlanLog.MaxEdits} times, which is the most it can be. Undo an edit first.");
        if (edit.Kind == PlanEditKind.StartOver)
            return "There is no edit to take back.";
        var plan = log.Replay();
        if (edit.Kind == PlanEditKind.Add)
            return AddedWhyNot(plan, edit);
        if (edit.Kind == PlanEditKind.Restore)
            return Said($"No release that was left out has the lines {edit.Line} to {edit.Other}, or these lines are in a release again.");
        var at = PlanLog.IndexOf(plan, edit.Line);
        if (at < 0)
            return Said($"Line {edit.Line} is in no release.");
        return edit.Kind switch
        {
            PlanEditKind.Split => Said($"A release begins at line {edit.Line} already."),
            PlanEditKind.Merge => "It is the last release: there is no next one to join it with.",
            PlanEditKind.Move => MovedWhyNot(plan, at, edit.Other),
            PlanEditKind.Check => Said($"The release at line {edit.Line} is checked already."),
            PlanEditKind.Uncheck => Said($"Nobody has checked the release at line {edit.Line}."),
            _ => "What was written cannot be read.",
        };
    }

    /// <summary>What an edit does to lines that its words do not name, as a sentence; null for nothing.</summary>
    public static string? Besides(PlanEdits before, PlanEdit edit)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(edit);
        var at = PlanLog.IndexOf(before, edit.Line);
        if (at < 0)
            return null;
        if (edit.Kind == PlanEditKind.Merge && at + 1 < before.Ranges.Count && before.LeftOutBetween(at).FirstOrDefault() is { } swallowed)
            return Said($"It holds what was left out between them too, from line {swallowed.Range.StartLine} on.");
        if (edit is not { Kind: PlanEditKind.Move, Other: { } line } || before.MoveStart(at, line) is not { } after)
            return null;
        var start = before.Ranges[at].StartLine;
        if (line > start)
            return $"{(at > 0 && after.Ranges[at - 1].EndLine == line - 1 ? "The release before it now holds" : "No release now holds")} {Lines(start, line - 1)}.";
        return at > 0 && before.Ranges[at - 1].EndLine >= line ? $"The release before it has given up {Lines(line, before.Ranges[at - 1].EndLine)}." : null;
    }

    /// <summary>"line 3", "lines 3 to 5".</summary>
    public static string Lines(int first, int last) => first == last ? Said($"line {first}") : Said($"lines {first} to {last}");

    private static string AddedWhyNot(PlanEdits plan, PlanEdit edit)
    {
        if (edit.Other is not { } last)
            return "Write the last line of the new release too.";
        if (last < edit.Line || edit.Line < 1)
            return Said($"A release cannot go from line {edit.Line} to line {last}.");
        var touched = plan.Ranges.First(r => r.StartLine <= last && r.EndLine >= edit.Line);
        return Said($"Some of these lines are in the release of lines {touched.StartLine} to {touched.EndLine}.");
    }

    private static string MovedWhyNot(PlanEdits plan, int at, int? other)
    {
        var range = plan.Ranges[at];
        if (other is not { } line)
            return "Write the line at which it is to begin.";
        if (line == range.StartLine)
            return Said($"The release begins at line {line} already.");
        if (line > range.EndLine)
            return Said($"The release ends at line {range.EndLine}: it cannot begin at line {line}.");
        return at == 0 ? "There is no such line." : Said($"The release before it begins at line {plan.Ranges[at - 1].StartLine}: nothing would be left of that one. Merge them instead.");
    }

    private static string Said(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
