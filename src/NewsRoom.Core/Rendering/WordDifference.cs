using DiffPlex;

namespace NewsRoom.Core.Rendering;

/// <summary>What became of a piece of text.</summary>
public enum PieceKind
{
    Same,
    Removed,
    Added,

    /// <summary>Unchanged paragraphs that are left out: <see cref="DifferencePiece.Text"/> says how many.</summary>
    Skipped,
}

/// <summary>A run of characters that is the same in both versions, or in one of them only.</summary>
public sealed record DifferencePiece(PieceKind Kind, string Text);

/// <summary>The difference between two texts, in words. Paragraphs are compared first and words only where paragraphs differ, so that long texts stay quick.</summary>
public static class WordDifference
{
    /// <summary>Changed stretches with more characters than this are shown whole.</summary>
    private const int MaxStretch = 40_000;

    /// <param name="context">How many unchanged paragraphs stay around a change; the others become one <see cref="PieceKind.Skipped"/>. Null keeps all.</param>
    public static IReadOnlyList<DifferencePiece> Between(string before, string after, int? context = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var result = new Differ().CreateCustomDiffs(before.ReplaceLineEndings("\n"), after.ReplaceLineEndings("\n"), false, Lines);
        var pieces = new List<DifferencePiece>();
        var at = 0;
        foreach (var block in result.DiffBlocks)
        {
            AddSame(pieces, result.PiecesOld, at, block.DeleteStartA, context, isFirst: at == 0, isLast: false);
            AddChanged(pieces, Join(result.PiecesOld, block.DeleteStartA, block.DeleteCountA), Join(result.PiecesNew, block.InsertStartB, block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        AddSame(pieces, result.PiecesOld, at, result.PiecesOld.Length, context, isFirst: at == 0, isLast: true);
        return pieces;
    }

    /// <summary>Both texts in one: where they differ, the lines of the first and then those of the second. No line of either is left out.</summary>
    public static string Union(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        // A last line without a break would differ from the same line with one.
        var result = new Differ().CreateCustomDiffs(first.ReplaceLineEndings("\n") + "\n", second.ReplaceLineEndings("\n") + "\n", false, Lines);
        var text = new System.Text.StringBuilder();
        var at = 0;
        foreach (var block in result.DiffBlocks)
        {
            text.Append(Join(result.PiecesOld, at, block.DeleteStartA + block.DeleteCountA - at));
            // Two paragraphs stay two: without an empty line between them Markdown would make one.
            if (block is { DeleteCountA: > 0, InsertCountB: > 0 })
                text.Append('\n');
            text.Append(Join(result.PiecesNew, block.InsertStartB, block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        return text.Append(Join(result.PiecesOld, at, result.PiecesOld.Length - at)).ToString().TrimEnd();
    }

    /// <summary>The lines, each with the break that ends it.</summary>
    private static string[] Lines(string text) => Cut(text, static (before, _) => before == '\n');

    /// <summary>Words, runs of white space, and every other sign for itself.</summary>
    private static string[] Words(string text) => Cut(text, static (before, next) => KindOf(before) != KindOf(next) || KindOf(before) == 0);

    private static int KindOf(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark ? 1 : char.IsWhiteSpace(c) ? 2 : 0;

    private static string[] Cut(string text, Func<char, char, bool> isCut)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!isCut(text[i - 1], text[i]))
                continue;
            parts.Add(text[start..i]);
            start = i;
        }

        if (start < text.Length)
            parts.Add(text[start..]);
        return [.. parts];
    }

    private static string Join(string[] lines, int start, int count) => string.Concat(lines.Skip(start).Take(count));

    private static void AddSame(List<DifferencePiece> pieces, string[] lines, int start, int end, int? context, bool isFirst, bool isLast)
    {
        var count = end - start;
        if (count <= 0)
            return;
        // Each paragraph is followed by an empty line.
        var (head, tail) = context is { } around ? (isFirst ? 0 : around * 2, isLast ? 0 : around * 2) : (count, 0);
        var skipped = Enumerable.Range(start + head, Math.Max(0, count - head - tail)).Count(i => !string.IsNullOrWhiteSpace(lines[i]));
        if (head + tail >= count || skipped < 2)
        {
            pieces.Add(new(PieceKind.Same, Join(lines, start, count)));
            return;
        }

        if (head > 0)
            pieces.Add(new(PieceKind.Same, Join(lines, start, head)));
        pieces.Add(new(PieceKind.Skipped, skipped.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (tail > 0)
            pieces.Add(new(PieceKind.Same, Join(lines, end - tail, tail)));
    }

    private static void AddChanged(List<DifferencePiece> pieces, string before, string after)
    {
        if (before.Length == 0 || after.Length == 0 || before.Length + after.Length > MaxStretch)
        {
            Add(pieces, PieceKind.Removed, before);
            Add(pieces, PieceKind.Added, after);
            return;
        }

        var result = new Differ().CreateCustomDiffs(before, after, false, Words);
        var at = 0;
        foreach (var block in result.DiffBlocks)
        {
            Add(pieces, PieceKind.Same, string.Concat(result.PiecesOld.Skip(at).Take(block.DeleteStartA - at)));
            Add(pieces, PieceKind.Removed, string.Concat(result.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA)));
            Add(pieces, PieceKind.Added, string.Concat(result.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB)));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(pieces, PieceKind.Same, string.Concat(result.PiecesOld.Skip(at)));
    }

    private static void Add(List<DifferencePiece> pieces, PieceKind kind, string text)
    {
        if (text.Length > 0)
            pieces.Add(new(kind, text));
    }
}
