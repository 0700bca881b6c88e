using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>A release of a batch, with what decides whether an undo may take it.</summary>
/// <param name="MadeHere">The batch made it; otherwise the batch only found it again.</param>
/// <param name="KeptBecause">Why an undo leaves it, in words; null when it goes.</param>
public sealed record BatchRelease(int Id, string Headline, string Slug, bool IsLive, bool MadeHere, string? KeptBecause);

/// <summary>Reads the releases of a batch and finds whatever people have done with them since: none of it may go with an undo.</summary>
internal sealed class BatchReleases(NewsRoomDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<BatchRelease>> ReadAsync(IQueryable<StoredDocument> documents, int batchId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (reported, assumed) = (now - Presence.Silence, now - Presence.Assumed);
        var replacing = await db.Releases.Where(r => r.State == ReleaseState.Withdrawn && r.ReplacedById != null).Select(r => r.ReplacedById!.Value).ToHashSetAsync(cancellationToken);
        var rows = await db.Releases.AsNoTracking().Where(r => r.Sources.Any(s => documents.Any(d => d.Id == s.DocumentId))).OrderBy(r => r.Id).Select(r => new Facts
        {
            Id = r.Id,
            Headline = r.Headline,
            Slug = r.Slug,
            State = r.State,
            IsLive = r.State == ReleaseState.Approved && r.PublishAt <= now,
            IsEdited = r.IsEdited,
            IsTranslated = r.TranslationGroup != null,
            SavedBy = r.Revisions.Where(v => v.CreatedBy != ImportApplier.By).OrderByDescending(v => v.Number).Select(v => v.CreatedBy).FirstOrDefault(),
            IsTypedIn = db.WorkingCopies.Any(c => c.ReleaseId == r.Id),
            TypedInBy = db.WorkingCopies.Where(c => c.ReleaseId == r.Id).OrderByDescending(c => c.SavedAt).SelectMany(c => db.Users.Where(u => u.Id == c.EditorId).Select(u => u.DisplayName)).FirstOrDefault(),
            OpenAt = db.Presences.Where(p => p.ReleaseId == r.Id && p.SeenAt > (p.Reports ? reported : assumed)).OrderBy(p => p.OpenedAt).Select(p => p.Name).FirstOrDefault(),
            NotedBy = db.ReviewNotes.Where(n => n.ReleaseId == r.Id).OrderByDescending(n => n.Id).Select(n => n.By).FirstOrDefault(),
            ShownBy = db.PreviewLinks.Where(l => l.ReleaseId == r.Id && l.RevokedAt == null).OrderByDescending(l => l.Id).Select(l => l.CreatedBy).FirstOrDefault(),
            IsAskedAbout = db.Enquiries.Any(e => e.ReleaseId == r.Id),
            IsMended = r.Gaps.Any(g => g.MendedAt != null),
            WorkedOnBy = db.Audit.Where(a => a.Kind == AuditKinds.Release && a.ThingId == "" + r.Id && a.Verb != AuditVerbs.Imported).OrderByDescending(a => a.Id).Select(a => a.Actor).FirstOrDefault(),
            FirstBatch = r.Sources.OrderBy(s => s.Id).SelectMany(s => db.Documents.Where(d => d.Id == s.DocumentId).Select(d => d.BatchId)).FirstOrDefault(),
            IsElsewhere = r.Sources.Any(s => db.Documents.Any(d => d.Id == s.DocumentId && d.BatchId != batchId)),
        }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new BatchRelease(r.Id, r.Headline, r.Slug, r.IsLive, r.FirstBatch == batchId, r.KeptBecause(replacing.Contains(r.Id), r.FirstBatch == batchId)))];
    }

    private sealed record Facts
    {
        public int Id { get; init; }

        public string Headline { get; init; } = "";

        public string Slug { get; init; } = "";

        public ReleaseState State { get; init; }

        public bool IsLive { get; init; }

        public bool IsEdited { get; init; }

        public bool IsTranslated { get; init; }

        public string? SavedBy { get; init; }

        public bool IsTypedIn { get; init; }

        public string? TypedInBy { get; init; }

        public string? OpenAt { get; init; }

        public string? NotedBy { get; init; }

        public string? ShownBy { get; init; }

        public bool IsAskedAbout { get; init; }

        public bool IsMended { get; init; }

        public string? WorkedOnBy { get; init; }

        public int FirstBatch { get; init; }

        public bool IsElsewhere { get; init; }

        /// <summary>The weightiest reason comes first.</summary>
        public string? KeptBecause(bool replacesAnother, bool madeHere) => this switch
        {
            { IsTypedIn: true } => $"{TypedInBy ?? "an editor"} has text of theirs in it that is not saved",
            { SavedBy: { } by } => $"{by} has saved it since",
            { IsMended: true } => "a gap in it was mended",
            { State: ReleaseState.InReview } => "it was sent for review",
            { State: ReleaseState.Withdrawn } => "it was withdrawn, and its address tells readers why",
            { IsEdited: true } => "an editor has checked or published it",
            { NotedBy: { } by } => $"{by} has sent it back with a note",
            { OpenAt: { } by } => $"{by} has it open in the form",
            { ShownBy: { } by } => $"{by} has given somebody a link that shows it",
            { IsAskedAbout: true } => "a journalist has asked about it",
            { IsTranslated: true } => "it was linked with a translation",
            { WorkedOnBy: { } by } => $"{by} has worked on it since",
            _ when replacesAnother => "it stands in the place of a withdrawn release",
            _ when madeHere && IsElsewhere => "another import found it too",
            _ => null,
        };
    }
}
