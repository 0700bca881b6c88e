using NewsRoom.Core.Ingestion.Extraction;

namespace NewsRoom.Core.Ingestion;

/// <summary>The order in which a source writes day and month.</summary>
public enum DateOrder
{
    DayMonth,
    MonthDay,
}

/// <summary>What the pipeline is told from outside.</summary>
public sealed record PipelineSettings
{
    public required IReadOnlyList<ThemeDefinition> Themes { get; init; }

    public DateOrder DateOrder { get; init; } = DateOrder.DayMonth;

    /// <summary>The largest document in bytes; a larger one is refused.</summary>
    public long MaxDocumentBytes { get; init; } = 64L * 1024 * 1024;
}
