namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>Which documents are pages of one archive: those that hold a long paragraph in common, as a page that was captured twice does.</summary>
internal static class Archives
{
    private const int Long = 100;

    /// <summary>For each document the file name of one of its archive, the same for all of them.</summary>
    public static Dictionary<Marked, string> Of(IReadOnlyList<Marked> documents)
    {
        var of = documents.ToDictionary(d => d, d => d.Key.File);
        var first = new Dictionary<string, Marked>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var paragraph in document.Page.Paragraphs.Where(p => p.Text.Length >= Long))
            {
                if (first.TryAdd(paragraph.Text[..Long], document) || of[first[paragraph.Text[..Long]]] == of[document])
                    continue;
                var (from, to) = (of[document], of[first[paragraph.Text[..Long]]]);
                foreach (var other in documents.Where(d => of[d] == from))
                    of[other] = to;
            }
        }

        return of;
    }
}
