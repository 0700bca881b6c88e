using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Enquiries;
using NewsRoom.Core.Figures;
using NewsRoom.Core.Mail;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data.Configurations;

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("Outbox");
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.State, m.NotBefore });
        builder.HasIndex(m => m.SubscriberId);
        builder.HasIndex(m => m.EnquiryId);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class AlertSubscriberConfiguration : IEntityTypeConfiguration<AlertSubscriber>
{
    public void Configure(EntityTypeBuilder<AlertSubscriber> builder)
    {
        builder.HasIndex(s => s.Email).IsUnique();
        builder.HasIndex(s => s.Token).IsUnique();
        builder.Property(s => s.Frequency).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class AlertRequestConfiguration : IEntityTypeConfiguration<AlertRequest>
{
    public void Configure(EntityTypeBuilder<AlertRequest> builder)
    {
        builder.HasIndex(r => r.Token).IsUnique();
        builder.HasIndex(r => r.Email);
        builder.Ignore(r => r.Choice);
        builder.Property(r => r.Frequency).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Release>().WithMany().HasForeignKey(r => r.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AnnouncementConfiguration : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.HasIndex(a => new { a.ReleaseId, a.NoteId }).IsUnique();
        builder.HasIndex(a => a.At);
        builder.HasOne<Release>().WithMany().HasForeignKey(a => a.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AlertDeliveryConfiguration : IEntityTypeConfiguration<AlertDelivery>
{
    public void Configure(EntityTypeBuilder<AlertDelivery> builder)
    {
        builder.HasIndex(d => new { d.SubscriberId, d.ReleaseId, d.NoteId }).IsUnique();
        builder.HasOne<AlertSubscriber>().WithMany().HasForeignKey(d => d.SubscriberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Release>().WithMany().HasForeignKey(d => d.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AnnouncementMarkConfiguration : IEntityTypeConfiguration<AnnouncementMark>
{
    public void Configure(EntityTypeBuilder<AnnouncementMark> builder) => builder.Property(m => m.Id).ValueGeneratedNever();
}

internal sealed class EnquiryConfiguration : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> builder)
    {
        builder.HasIndex(e => e.ReceivedAt);
        builder.HasIndex(e => e.ClosedAt);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasOne<MediaContact>().WithMany().HasForeignKey(e => e.ContactId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Release>().WithMany().HasForeignKey(e => e.ReleaseId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Editor>().WithMany().HasForeignKey(e => e.AssignedToId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class DailyFigureConfiguration : IEntityTypeConfiguration<DailyFigure>
{
    public void Configure(EntityTypeBuilder<DailyFigure> builder)
    {
        builder.ToTable("DailyFigures");
        builder.HasKey(f => new { f.Day, f.Kind, f.ReleaseId, f.Subject });
        builder.HasIndex(f => new { f.ReleaseId, f.Day });
        builder.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class SearchMissConfiguration : IEntityTypeConfiguration<SearchMiss>
{
    public void Configure(EntityTypeBuilder<SearchMiss> builder)
    {
        builder.ToTable("SearchMisses");
        builder.HasKey(m => new { m.Day, m.Words });
    }
}
