namespace NewsRoom.Core.Releases;

/// <content>What an import knows of it.</content>
public sealed partial class Release
{
    /// <summary>What the import knows beyond the content.</summary>
    public void SetImportFacts(long sortOrder, string wordsHash, byte[] sketch, string? embargoNotice, string? unsureNotes)
    {
        SortOrder = sortOrder;
        WordsHash = wordsHash;
        Sketch = sketch;
        EmbargoNotice = embargoNotice;
        UnsureNotes = unsureNotes;
    }

    public void AddSource(ReleaseSource source) => _sources.Add(source);

    public void AddGap(Gap gap) => _gaps.Add(gap);

    public void AddQuotation(Quotation quotation) => _quotations.Add(quotation);

    /// <summary>Replaces the quotations, after a save has found them anew in the text.</summary>
    public void SetQuotations(IEnumerable<Quotation> quotations)
    {
        _quotations.Clear();
        _quotations.AddRange(quotations);
    }

    /// <summary>Notes the import's score and evidence on the themes it tagged.</summary>
    public void ExplainThemes(IEnumerable<ReleaseTheme> explained)
    {
        ArgumentNullException.ThrowIfNull(explained);
        foreach (var theme in explained)
        {
            var at = _themes.FindIndex(t => t.ThemeId == theme.ThemeId);
            if (at >= 0)
                _themes[at] = theme;
        }
    }
}
