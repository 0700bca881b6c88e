namespace NewsRoom.Core.Ingestion;

/// <summary>One run of the import, over any number of documents.</summary>
public sealed class ImportBatch
{
    private ImportBatch() { }

    public ImportBatch(string source, string startedBy, bool publishes, DateTimeOffset at)
    {
        Source = source;
        StartedBy = startedBy;
        Publishes = publishes;
        StartedAt = at;
    }

    public int Id { get; private set; }

    /// <summary>What was imported, in words: a folder, files, an upload.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The editor's name, "first start" or "command line".</summary>
    public string StartedBy { get; private set; } = "";

    public bool Publishes { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Null while it runs, or when it was stopped in the middle.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public void Finish(DateTimeOffset at) => FinishedAt = at;
}
