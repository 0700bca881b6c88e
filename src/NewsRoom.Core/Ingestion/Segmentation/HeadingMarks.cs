namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>The marks that a heading of Markdown begins with.</summary>
internal static class HeadingMarks
{
    /// <summary>How many there are: 1 for the highest level, 6 for the lowest; 0 where the text is no heading.</summary>
    public static int Level(string text)
    {
        var marks = text.AsSpan().IndexOfAnyExcept('#');
        return marks is > 0 and < 7 && text[marks] == ' ' ? marks : 0;
    }
}
