using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data.Configurations;

internal sealed class PublicNoteConfiguration : IEntityTypeConfiguration<PublicNote>
{
    public void Configure(EntityTypeBuilder<PublicNote> builder)
    {
        builder.HasIndex(n => n.PublicId).IsUnique();
        builder.HasIndex(n => n.At);
        builder.Property(n => n.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(n => n.Place).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Release>().WithMany().HasForeignKey(n => n.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LonePublicationConfiguration : IEntityTypeConfiguration<LonePublication>
{
    public void Configure(EntityTypeBuilder<LonePublication> builder)
    {
        builder.HasIndex(p => p.AcknowledgedAt);
        builder.HasOne<Release>().WithMany().HasForeignKey(p => p.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReviewNoteConfiguration : IEntityTypeConfiguration<ReviewNote>
{
    public void Configure(EntityTypeBuilder<ReviewNote> builder) =>
        builder.HasOne<Release>().WithMany().HasForeignKey(n => n.ReleaseId).OnDelete(DeleteBehavior.Cascade);
}

internal sealed class PreviewLinkConfiguration : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> builder)
    {
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasOne<Release>().WithMany().HasForeignKey(l => l.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PreviewOpeningConfiguration : IEntityTypeConfiguration<PreviewOpening>
{
    public void Configure(EntityTypeBuilder<PreviewOpening> builder) =>
        builder.HasOne<PreviewLink>().WithMany().HasForeignKey(o => o.LinkId).OnDelete(DeleteBehavior.Cascade);
}

internal sealed class WorkingCopyConfiguration : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> builder)
    {
        builder.HasIndex(c => new { c.EditorId, c.ReleaseId }).IsUnique();
        builder.HasOne<Release>().WithMany().HasForeignKey(c => c.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Editor>().WithMany().HasForeignKey(c => c.EditorId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.HasIndex(p => new { p.ReleaseId, p.EditorId }).IsUnique();
        builder.HasOne<Release>().WithMany().HasForeignKey(p => p.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Editor>().WithMany().HasForeignKey(p => p.EditorId).OnDelete(DeleteBehavior.Cascade);
    }
}
