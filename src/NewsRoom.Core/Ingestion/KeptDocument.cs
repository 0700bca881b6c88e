using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.Ingestion;

/// <summary>A stored document that an undo has left for the sake of releases that stayed, while it is written once more: those releases keep their places in it.</summary>
internal sealed class KeptDocument
{
    private readonly List<Place> _places;

    private KeptDocument(int id, List<Place> places)
    {
        Id = id;
        _places = places;
    }

    public int Id { get; }

    /// <summary>Makes a document that is stored already the batch's own; null when there is none. The caller holds the transaction.</summary>
    public static async Task<KeptDocument?> TakeUpAsync(NewsRoomDbContext db, int batchId, string sha256, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await db.Documents.Where(d => d.Sha256 == sha256).Select(d => (int?)d.Id).FirstOrDefaultAsync(cancellationToken) is not { } id)
            return null;
        await db.Documents.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.BatchId, batchId).SetProperty(x => x.ImportedAt, at), cancellationToken);
        // Another batch at the bench, of which it was left, has no part in it any more.
        await db.StagedDocuments.Where(s => s.DocumentId == id && s.BatchId != batchId).ExecuteUpdateAsync(s => s.SetProperty(x => x.DocumentId, (int?)null), cancellationToken);
        var places = await db.Sources.Where(s => s.DocumentId == id).OrderBy(s => s.Index).Select(s => new Place(s.Id, s.ReleaseId, s.StartLine, s.EndLine)).ToListAsync(cancellationToken);
        // Out of the way of the new numbers.
        await db.Sources.Where(s => s.DocumentId == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Index, x => -x.Id), cancellationToken);
        return new(id, places);
    }

    /// <summary>The release that stayed of the very lines of a draft; null for none.</summary>
    public int? ReleaseAt(ReleaseDraft draft) => _places.Find(p => p.StartLine == draft.StartLine && p.EndLine == draft.EndLine)?.ReleaseId;

    /// <summary>Gives the place of a release that stayed the number and the lines of a draft. False when it has no place that is free.</summary>
    public async Task<bool> MoveSourceAsync(NewsRoomDbContext db, int releaseId, ReleaseDraft draft, CancellationToken cancellationToken)
    {
        if (_places.Find(p => p.ReleaseId == releaseId) is not { } place)
            return false;
        _places.Remove(place);
        await db.Sources.Where(s => s.Id == place.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Index, draft.Index).SetProperty(x => x.StartLine, draft.StartLine).SetProperty(x => x.EndLine, draft.EndLine)
            .SetProperty(x => x.CutConfidence, draft.Cut.Confidence).SetProperty(x => x.CutCues, string.Join(", ", draft.Cut.Cues)), cancellationToken);
        return true;
    }

    /// <summary>Numbers the places that no draft has taken after the last draft.</summary>
    public async Task NumberRestAsync(NewsRoomDbContext db, int last, CancellationToken cancellationToken)
    {
        foreach (var place in _places)
        {
            var number = ++last;
            await db.Sources.Where(s => s.Id == place.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Index, number), cancellationToken);
        }
    }

    private sealed record Place(int Id, int ReleaseId, int StartLine, int EndLine);
}
