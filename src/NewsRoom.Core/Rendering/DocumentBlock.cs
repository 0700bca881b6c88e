namespace NewsRoom.Core.Rendering;

/// <summary>A part of a body, as the Markdown meant it.</summary>
public abstract record DocumentBlock
{
    private DocumentBlock() { }

    public sealed record Paragraph(IReadOnlyList<DocumentRun> Runs) : DocumentBlock;

    /// <param name="Level">2 to 6: the headline is 1.</param>
    public sealed record Heading(int Level, IReadOnlyList<DocumentRun> Runs) : DocumentBlock;

    /// <param name="Start">The number of the first item; null for bullets.</param>
    public sealed record List(int? Start, IReadOnlyList<IReadOnlyList<DocumentBlock>> Items) : DocumentBlock;

    /// <param name="Rows">Cells of runs; the first row is the head.</param>
    public sealed record Table(IReadOnlyList<IReadOnlyList<IReadOnlyList<DocumentRun>>> Rows) : DocumentBlock;

    public sealed record Quote(IReadOnlyList<DocumentBlock> Blocks) : DocumentBlock;

    /// <summary>Lines that keep their spaces.</summary>
    public sealed record Code(string Text) : DocumentBlock;

    public sealed record Rule : DocumentBlock;
}

/// <summary>Words that look and lead alike.</summary>
/// <param name="Text">A line break that the writer meant is "\n".</param>
/// <param name="Link">Where they lead; null for nowhere.</param>
public sealed record DocumentRun(string Text, bool Bold = false, bool Italic = false, bool Code = false, string? Link = null);
