using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <content>Who has it open, what was published alone, what was sent back, who may preview it.</content>
public sealed partial class SummaryModel
{
    public IReadOnlyList<Presence> Others { get; private set; } = [];

    /// <summary>What was published without a second look and nobody has acknowledged.</summary>
    public IReadOnlyList<LonePublication> Alone { get; private set; } = [];

    public bool MayAcknowledge => User.IsPublisher() && Alone.Any(a => a.By != By);

    /// <summary>The note of the publisher who sent the latest version back; null when there is none.</summary>
    public ReviewNote? SentBack { get; private set; }

    public int OpenPreviews { get; private set; }

    private async Task LoadWorkflowAsync(NewsRoomDbContext db, WorkingCopies copies, int id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Others = await copies.OthersAsync(EditorId, id, cancellationToken);
        Alone = await db.LonePublications.AsNoTracking().Where(a => a.ReleaseId == id && a.AcknowledgedAt == null).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        SentBack = await db.ReviewNotes.AsNoTracking().Where(n => n.ReleaseId == id && n.RevisionNumber == Release.LatestRevisionNumber).OrderByDescending(n => n.Id).FirstOrDefaultAsync(cancellationToken);
        OpenPreviews = await db.PreviewLinks.CountAsync(l => l.ReleaseId == id && l.RevokedAt == null && l.ExpiresAt > now, cancellationToken);
    }
}
