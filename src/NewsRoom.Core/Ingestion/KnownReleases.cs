using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>The releases of the database as the search for duplicates knows them.</summary>
internal static class KnownReleases
{
    /// <summary>All of them, oldest first, read one by one while they are asked for.</summary>
    public static IEnumerable<KnownRelease> InDatabase(NewsRoomDbContext db) =>
        db.Releases.AsNoTracking().Where(r => r.WordsHash != null && r.Sketch != null).OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.WordsHash, r.Sketch, Day = r.Date.Precision == DatePrecision.Day ? r.Date.Value : null })
            .AsEnumerable().Select(r => new KnownRelease(new(r.WordsHash!, r.Sketch!), null, r.Id, r.Day));
}
