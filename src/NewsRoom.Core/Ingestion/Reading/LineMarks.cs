namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>What a word processor's file says of a line beyond its words.</summary>
/// <remarks>Offsets count characters of <see cref="SourceLine.Text"/>.</remarks>
public sealed record LineMarks
{
    /// <summary>A line of plain running text.</summary>
    public static readonly LineMarks None = new();

    /// <summary>0 for the title, 1 to 6 for a heading; null for anything else.</summary>
    public int? Heading { get; init; }

    /// <summary>Styled as a subtitle: what stands under the headline.</summary>
    public bool IsSubtitle { get; init; }

    /// <summary>Depth of a list item, 0 for the outermost; null outside lists.</summary>
    public int? ListLevel { get; init; }

    /// <summary>Where the words of a list item begin: behind its bullet or number, which the program draws and the file does not hold.</summary>
    public int ListLabelLength { get; init; }

    /// <summary>Whether the list is numbered.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>The cells of a table row, in order; empty outside tables.</summary>
    public IReadOnlyList<(int Start, int End)> Cells { get; init; } = [];

    /// <summary>Words in bold, in italics, or linked, in order and without overlap.</summary>
    public IReadOnlyList<MarkedSpan> Spans { get; init; } = [];
}

/// <param name="End">Exclusive.</param>
/// <param name="Link">Where the words lead; null when they are no link.</param>
public sealed record MarkedSpan(int Start, int End, bool Bold, bool Italic, string? Link);
