namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Signs that a paragraph lost an address or a link, as far as they can be told at a glance: such paragraphs mostly close a release.</summary>
internal static class LostPlaces
{
    /// <summary>How much of the end of a paragraph is looked at, in characters.</summary>
    private const int Reach = 300;

    /// <summary>A text of so many characters ends with a full stop, unless it lost its end.</summary>
    private const int LongestOpen = 90;

    /// <summary>What an address stands behind.</summary>
    private static readonly KeySet Leading = KeySet.Of("at on via visit see email mail website site web page link address here to from through contact write sur visitez visitant voir adresse lien ici courriel suivant suivante below siguiente visite en enlace aqui sitio correo");

    /// <summary>Whether what stands last is a word that an address stood behind: "Forms are available at:".</summary>
    public static bool EndsInOne(Paragraph paragraph) => paragraph.Words is [.., var last] && Leading.Contains(last.Key) && paragraph.Text.AsSpan(last.End).TrimEnd(" .:").Length == 0;

    /// <summary>Whether an address or a link was lost near the end of a paragraph: "visit our website at .", "schools should email", "[Book here]()", "can be read here."</summary>
    public static bool IsIn(Paragraph paragraph)
    {
        var text = paragraph.Text;
        var from = Math.Max(0, text.Length - Reach);
        if (EndsInOne(paragraph) || (text.Length > LongestOpen && char.IsLower(text[^1])))
            return true;
        var tail = text.AsSpan(from);
        return tail.Contains(" . ", StringComparison.Ordinal) || tail.EndsWith(" .") || tail.Contains(" , ", StringComparison.Ordinal) || tail.Contains("()", StringComparison.Ordinal) || tail.Contains("( )", StringComparison.Ordinal) || tail.Contains(": .", StringComparison.Ordinal)
            || Lexicon.LinkWords.Find(paragraph.Words, Words.FirstFrom(paragraph.Words, from) is >= 0 and var first ? first : paragraph.Words.Length, paragraph.Words.Length) >= 0;
    }
}
