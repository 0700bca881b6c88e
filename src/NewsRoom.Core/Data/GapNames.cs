using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Data;

/// <summary>Tells from the words before a lost e-mail address whose it was.</summary>
internal static class GapNames
{
    private readonly record struct Found(string Name, int Start, int End);

    /// <summary>Whether a name stands in a text as words of its own.</summary>
    public static bool Stands(string text, string name) => In(text, [name]).Count > 0;

    /// <summary>The one of some names whose address was lost: who stands nearest before the gap, in its sentence or, at a label, in its contact block. Null where that is nobody, or a person who is not among the names.</summary>
    /// <param name="passage">Null when the gap's place in the body cannot be told.</param>
    public static string? Addressee(GapPassage? passage, Gap gap, IReadOnlyCollection<string> names)
    {
        if (passage is null)
            return In(gap.Sentence, names).Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is [var only] ? only : null;
        var isLabel = IsLabel(gap.Text);
        if (In(passage.Before, names) is [.., var nearest])
            return (isLabel || Stands(gap.Sentence, nearest.Name)) && !HoldsPerson(passage.Before[nearest.End..]) ? nearest.Name : null;
        if (!isLabel || HoldsPerson(passage.Before))
            return null;
        for (var i = passage.LinesBefore.Count - 1; i >= 0; i--)
        {
            var line = passage.LinesBefore[i];
            if (In(line, names) is [.., var last] found)
                return found.TrueForAll(f => f.Name == last.Name) && !HoldsPerson(line[last.End..]) ? last.Name : null;
            if (HoldsPerson(line))
                return null;
        }

        return null;
    }

    /// <summary>"Email:", "E:", "courriel".</summary>
    private static bool IsLabel(string text) => Words.Of(text) is { Length: > 0 and <= 3 } words && Lexicon.EmailLabels.MatchAt(words, 0) == words.Length;

    /// <summary>A given name and another behind it: somebody, whoever that is.</summary>
    private static bool HoldsPerson(string text)
    {
        var words = Words.Of(text);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (GapKinds.IsPerson(words, i + 1))
                return true;
        }

        return false;
    }

    /// <summary>The names that stand in a text, in its order; of names that hold one another the longer.</summary>
    private static List<Found> In(string text, IReadOnlyCollection<string> names)
    {
        var found = new List<Found>();
        foreach (var name in names.Where(n => n.Length > 0))
        {
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + name.Length;
                if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                    found.Add(new(name, at, end));
            }
        }

        return [.. found.Where(f => !found.Exists(o => o.Start <= f.Start && o.End >= f.End && o.End - o.Start > f.End - f.Start)).OrderBy(f => f.Start)];
    }
}
