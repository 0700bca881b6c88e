using DocumentFormat.OpenXml.Wordprocessing;

namespace NewsRoom.Core.Rendering.Downloads;

/// <summary>The lists of a Word document: each is numbered for itself.</summary>
internal sealed class WordLists
{
    /// <summary>How deep lists are marked; Word knows nine levels.</summary>
    public const int Levels = 9;

    private static readonly string[] Bullets = ["•", "–", "▪"];

    private readonly List<int?> _starts = [];

    public int Count => _starts.Count;

    /// <param name="start">The number of its first item; null for bullets.</param>
    /// <returns>The identifier that its paragraphs name.</returns>
    public int Begin(int? start)
    {
        _starts.Add(start);
        return _starts.Count;
    }

    public Numbering ToNumbering()
    {
        var numbering = new Numbering();
        // The schema wants every definition before the first instance.
        for (var i = 0; i < _starts.Count; i++)
            numbering.AppendChild(Definition(i, _starts[i]));
        for (var i = 0; i < _starts.Count; i++)
            numbering.AppendChild(new NumberingInstance(new AbstractNumId { Val = i }) { NumberID = i + 1 });
        return numbering;
    }

    private static AbstractNum Definition(int id, int? start)
    {
        var definition = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level < Levels; level++)
        {
            definition.AppendChild(new Level(
                new StartNumberingValue { Val = start ?? 1 },
                new NumberingFormat { Val = start is null ? NumberFormatValues.Bullet : NumberFormatValues.Decimal },
                new LevelText { Val = start is null ? Bullets[level % Bullets.Length] : $"%{level + 1}." },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = (720 * (level + 1)).ToString(System.Globalization.CultureInfo.InvariantCulture), Hanging = "360" }))
            { LevelIndex = level });
        }

        return definition;
    }
}
