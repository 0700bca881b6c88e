using System.Security.Cryptography;

namespace NewsRoom.Core.Ingestion;

/// <summary>Where a document at the bench stands.</summary>
public enum StagedState
{
    /// <summary>Uploaded, not yet read.</summary>
    Waiting,

    /// <summary>Cut into releases, for editors to look at.</summary>
    Planned,

    /// <summary>Accepted by an editor; it is written as soon as its turn comes.</summary>
    Queued,

    /// <summary>Written.</summary>
    Accepted,

    /// <summary>It cannot be read, or could not be written: see the message.</summary>
    Refused,

    /// <summary>The same bytes were imported before: accepting it would change nothing.</summary>
    Skipped,

    /// <summary>It holds no release.</summary>
    Empty,

    /// <summary>An editor does not want it; its plan is kept and can be taken back.</summary>
    LeftOut,
}

/// <summary>
/// A document at the bench: its bytes, and what editors did to its plan. The plan itself is made anew from both whenever it is looked at.
/// Every change counts <see cref="Version"/> up; a change that was begun from an older version is refused.
/// </summary>
public sealed class StagedDocument
{
    private StagedDocument() { }

    public StagedDocument(int batchId, int number, string fileName, string sha256, byte[] bytes)
    {
        BatchId = batchId;
        Number = number;
        FileName = fileName;
        Sha256 = sha256;
        Bytes = bytes;
    }

    public int Id { get; private set; }

    public int BatchId { get; private set; }

    /// <summary>1-based order in the batch; part of its address.</summary>
    public int Number { get; private set; }

    /// <summary>As uploaded; in a zip with its folder. Never used as a path.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    public byte[] Bytes { get; private set; } = [];

    public StagedState State { get; private set; }

    /// <summary>What to do, when refused, skipped or empty; null otherwise.</summary>
    public string? Message { get; private set; }

    /// <summary>The <see cref="PlanLog"/> as JSON: what the import found and what editors did to it; null before it was read.</summary>
    public string? Log { get; private set; }

    public int Version { get; private set; }

    /// <summary>Releases of the plan as it stands.</summary>
    public int Releases { get; private set; }

    /// <summary>How many of them the import was unsure of and nobody has checked since.</summary>
    public int Unsure { get; private set; }

    /// <summary>Releases that were new when it was written.</summary>
    public int Made { get; private set; }

    /// <summary>Releases that repeated known ones when it was written.</summary>
    public int Merged { get; private set; }

    /// <summary>Whether its releases go out as soon as they are written.</summary>
    public bool Publishes { get; private set; }

    /// <summary>The document it became; null before it was written. After an undo it is the one that releases which stayed still stand on, if any did.</summary>
    public int? DocumentId { get; private set; }

    public string? EditedBy { get; private set; }

    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>Notes a plan that was just made.</summary>
    public void Planned(PlanLog log, ImportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(plan);
        Log = log.ToJson();
        State = plan.Status switch
        {
            PlanStatus.Planned => StagedState.Planned,
            PlanStatus.Empty => StagedState.Empty,
            _ => StagedState.Refused,
        };
        Message = plan.Message;
        Count(plan);
        Version++;
    }

    /// <summary>Notes an editor's change of the plan. A plan without releases can still be changed: it stays at the bench.</summary>
    public void Edited(PlanLog log, ImportPlan plan, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(plan);
        Log = log.ToJson();
        State = plan.Releases.Count > 0 ? StagedState.Planned : StagedState.Empty;
        Message = plan.Releases.Count > 0 ? null : "Every release was left out. Restore one, or undo the last edit.";
        EditedBy = by;
        EditedAt = at;
        Count(plan);
        Version++;
    }

    public void Queue(bool publishes)
    {
        State = StagedState.Queued;
        Publishes = publishes;
        Version++;
    }

    public void LeaveOut(string by) => Settle(StagedState.LeftOut, $"{by} has left it out.");

    /// <summary>Takes back that it was left out.</summary>
    public void TakeUp() => Settle(Releases > 0 ? StagedState.Planned : StagedState.Empty, Releases > 0 ? null : "It holds no release.");

    public void Skip(string message) => Settle(StagedState.Skipped, message);

    public void Refuse(string message) => Settle(StagedState.Refused, message);

    private void Settle(StagedState state, string? message)
    {
        State = state;
        Message = message;
        Version++;
    }

    private void Count(ImportPlan plan)
    {
        Releases = plan.Releases.Count;
        Unsure = plan.Releases.Count(r => r.IsOpen);
    }
}

/// <summary>The rules of the bench that are asked more than once, as queries.</summary>
public static class StagedDocumentQueries
{
    private static readonly string NoBytes = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>The documents of a batch that somebody or something has still to deal with.</summary>
    public static IQueryable<StagedDocument> InWork(this IQueryable<StagedDocument> documents, int batchId) =>
        documents.Where(d => d.BatchId == batchId && (d.State == StagedState.Waiting || d.State == StagedState.Planned || d.State == StagedState.Queued));

    /// <summary>Those that can be read once more; of what the upload itself refused there are no bytes.</summary>
    public static IQueryable<StagedDocument> ReadableAgain(this IQueryable<StagedDocument> documents, int batchId) =>
        documents.Where(d => d.BatchId == batchId && (d.State == StagedState.Skipped || (d.State == StagedState.Refused && d.Sha256 != NoBytes)));
}
