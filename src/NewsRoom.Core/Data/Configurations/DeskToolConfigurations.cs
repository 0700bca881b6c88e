using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsRoom.Core.Links;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data.Configurations;

internal sealed class BulkItemConfiguration : IEntityTypeConfiguration<BulkItem>
{
    public void Configure(EntityTypeBuilder<BulkItem> builder)
    {
        builder.HasIndex(i => i.ReleaseId);
        builder.HasOne<BulkChange>().WithMany().HasForeignKey(i => i.ChangeId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(i => i.StateBefore).HasConversion<string>().HasMaxLength(20);
        builder.Property(i => i.StateAfter).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class LinkTargetConfiguration : IEntityTypeConfiguration<LinkTarget>
{
    public void Configure(EntityTypeBuilder<LinkTarget> builder)
    {
        builder.ToTable("Links");
        builder.HasIndex(l => l.Address).IsUnique();
        builder.HasIndex(l => l.CheckedAt);
        builder.Property(l => l.State).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class LinkUseConfiguration : IEntityTypeConfiguration<LinkUse>
{
    public void Configure(EntityTypeBuilder<LinkUse> builder)
    {
        builder.ToTable("LinkUses");
        builder.HasKey(u => new { u.LinkId, u.ReleaseId });
        builder.HasIndex(u => u.ReleaseId);
        builder.HasOne<LinkTarget>().WithMany().HasForeignKey(u => u.LinkId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Release>().WithMany().HasForeignKey(u => u.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
