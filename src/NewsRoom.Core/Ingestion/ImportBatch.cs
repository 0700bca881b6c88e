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

    /// <summary>Begins a batch that waits at the bench for editors.</summary>
    public static ImportBatch AtBench(string source, string startedBy, DateOrder dateOrder, DateTimeOffset at) =>
        new(source, startedBy, publishes: false, at) { IsStaged = true, MonthFirst = dateOrder == DateOrder.MonthDay };

    public int Id { get; private set; }

    /// <summary>What was imported, in words: a folder, files, an upload.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The editor's name, "first start" or "command line".</summary>
    public string StartedBy { get; private set; } = "";

    public bool Publishes { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Null while it runs, or when it was stopped in the middle.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Whether its documents wait at the bench (<see cref="StagedDocument"/>); otherwise it was written as it was read.</summary>
    public bool IsStaged { get; private set; }

    /// <summary>Whether its pages write 6/12 for 12 June where nothing tells.</summary>
    public bool MonthFirst { get; private set; }

    /// <summary>An editor has stopped it: what is accepted and not yet written waits.</summary>
    public bool IsStopped { get; private set; }

    public DateTimeOffset? UndoRequestedAt { get; private set; }

    public string? UndoneBy { get; private set; }

    /// <summary>The stored document that the undo has dealt with last (they are taken from the last to the first); null before the first one.</summary>
    public int? UndoneThrough { get; private set; }

    /// <summary>When the undo came to its end; null before.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    public bool IsUndoing => UndoRequestedAt is not null && UndoneAt is null;

    public void Finish(DateTimeOffset at) => FinishedAt = at;

    /// <summary>Takes it up (again): accepted documents are to be written.</summary>
    public void Accept(bool publishes)
    {
        Publishes = publishes;
        IsStopped = false;
        FinishedAt = null;
        UndoRequestedAt = UndoneAt = null;
        UndoneThrough = null;
        UndoneBy = null;
    }

    public void Stop() => IsStopped = true;

    public void Resume() => IsStopped = false;

    public void RequestUndo(string by, DateTimeOffset at)
    {
        UndoRequestedAt = at;
        UndoneBy = by;
        UndoneThrough = null;
        UndoneAt = null;
    }

    public void NoteUndone(int throughDocument) => UndoneThrough = throughDocument;

    public void FinishUndo(DateTimeOffset at) => UndoneAt = at;
}
