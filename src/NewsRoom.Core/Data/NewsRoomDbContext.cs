using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Enquiries;
using NewsRoom.Core.Figures;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Links;
using NewsRoom.Core.Mail;
using NewsRoom.Core.Media;
using NewsRoom.Core.People;
using NewsRoom.Core.Redactions;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;
using NewsRoom.Core.Themes;

namespace NewsRoom.Core.Data;

/// <summary>The newsroom's database. What only one provider knows is in its subclass.</summary>
public abstract class NewsRoomDbContext(DbContextOptions options) : IdentityDbContext<Editor, IdentityRole, string>(options)
{
    public DbSet<Release> Releases => Set<Release>();

    public DbSet<ReleaseRevision> Revisions => Set<ReleaseRevision>();

    public DbSet<ReleaseSource> Sources => Set<ReleaseSource>();

    public DbSet<Gap> Gaps => Set<Gap>();

    public DbSet<PastSlug> PastSlugs => Set<PastSlug>();

    public DbSet<MediaContact> Contacts => Set<MediaContact>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<ImportBatch> Batches => Set<ImportBatch>();

    public DbSet<StoredDocument> Documents => Set<StoredDocument>();

    public DbSet<StagedDocument> StagedDocuments => Set<StagedDocument>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<PublicSearchText> PublicSearchTexts => Set<PublicSearchText>();

    public DbSet<DeskSearchText> DeskSearchTexts => Set<DeskSearchText>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<PublicNote> PublicNotes => Set<PublicNote>();

    public DbSet<LonePublication> LonePublications => Set<LonePublication>();

    public DbSet<ReviewNote> ReviewNotes => Set<ReviewNote>();

    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    public DbSet<PreviewOpening> PreviewOpenings => Set<PreviewOpening>();

    public DbSet<WorkingCopy> WorkingCopies => Set<WorkingCopy>();

    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<EditorSession> EditorSessions => Set<EditorSession>();

    public DbSet<ResetLink> ResetLinks => Set<ResetLink>();

    public DbSet<Redaction> Redactions => Set<Redaction>();

    public DbSet<BulkChange> BulkChanges => Set<BulkChange>();

    public DbSet<BulkItem> BulkItems => Set<BulkItem>();

    public DbSet<LinkTarget> Links => Set<LinkTarget>();

    // What readers and journalists send, and what they are sent.
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<AlertSubscriber> AlertSubscribers => Set<AlertSubscriber>();

    public DbSet<AlertRequest> AlertRequests => Set<AlertRequest>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<AlertDelivery> AlertDeliveries => Set<AlertDelivery>();

    public DbSet<AnnouncementMark> AnnouncementMarks => Set<AnnouncementMark>();

    public DbSet<Enquiry> Enquiries => Set<Enquiry>();

    public DbSet<DailyFigure> Figures => Set<DailyFigure>();

    public DbSet<SearchMiss> SearchMisses => Set<SearchMiss>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(NewsRoomDbContext).Assembly);
    }
}
