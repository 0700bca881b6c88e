namespace NewsRoom.Core.Ingestion;

/// <summary>
/// The plans that were looked at last, so that the next page of a long document does not cut it into releases again. A plan is known by its document, the version of it and what the
/// newsroom told the import; a change of any of them makes a new one. Safe to call from several threads.
/// </summary>
public sealed class PlanCache
{
    /// <summary>The most that all documents kept may hold, in bytes as uploaded; their plans take several times that. A longer document is not kept.</summary>
    public const long MaxBytes = 12L * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, ImportPlan Plan)> _plans = [];
    private long _bytes;

    /// <summary>The plan kept under a key; null when there is none.</summary>
    public ImportPlan? Find(string key)
    {
        lock (_lock)
        {
            for (var node = _plans.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key)
                    continue;
                _plans.Remove(node);
                _plans.AddFirst(node);
                return node.Value.Plan;
            }

            return null;
        }
    }

    /// <summary>Keeps a plan, and lets go of those that were not asked for longest.</summary>
    public void Keep(string key, ImportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        lock (_lock)
        {
            if (plan.Document.Bytes.Length > MaxBytes || Find(key) is not null)
                return;
            _plans.AddFirst((key, plan));
            for (_bytes += plan.Document.Bytes.Length; _bytes > MaxBytes && _plans.Last is { } oldest; _plans.RemoveLast())
                _bytes -= oldest.Value.Plan.Document.Bytes.Length;
        }
    }
}
