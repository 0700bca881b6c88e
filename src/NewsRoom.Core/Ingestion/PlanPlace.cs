using System.Globalization;

namespace NewsRoom.Core.Ingestion;

/// <summary>Where a release stands in a plan. A form carries what its editor saw, so that an edit that comes late is not done to other lines than were meant.</summary>
/// <param name="Before">The first line of the release before; 0 when it is the first.</param>
/// <param name="Start">1-based, inclusive.</param>
/// <param name="End">1-based, inclusive.</param>
/// <param name="Next">The last line of the release behind; 0 when it is the last.</param>
public readonly record struct PlanPlace(int Before, int Start, int End, int Next)
{
    /// <summary>Of the release that holds a line; null when none does.</summary>
    public static PlanPlace? Of(ImportPlan plan, int line)
    {
        ArgumentNullException.ThrowIfNull(plan);
        for (var i = 0; i < plan.Releases.Count; i++)
        {
            if (plan.Releases[i].StartLine <= line && line <= plan.Releases[i].EndLine)
                return At(plan, i);
        }

        return null;
    }

    /// <summary>Of a release by its 0-based place.</summary>
    public static PlanPlace At(ImportPlan plan, int index)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(index > 0 ? plan.Releases[index - 1].StartLine : 0, plan.Releases[index].StartLine, plan.Releases[index].EndLine, index + 1 < plan.Releases.Count ? plan.Releases[index + 1].EndLine : 0);
    }

    /// <summary>Whether an edit reaches the same lines at both places.</summary>
    public bool IsSameTo(PlanEditKind kind, PlanPlace other) => Start == other.Start && End == other.End && kind switch
    {
        PlanEditKind.Merge => Next == other.Next,
        PlanEditKind.Move => Before == other.Before,
        _ => true,
    };

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out PlanPlace place)
    {
        place = default;
        var numbers = (text ?? "").Split('-');
        Span<int> read = stackalloc int[4];
        if (numbers.Length != read.Length)
            return false;
        for (var i = 0; i < read.Length; i++)
        {
            if (!int.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out read[i]))
                return false;
        }

        place = new(read[0], read[1], read[2], read[3]);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Before}-{Start}-{End}-{Next}");
}
