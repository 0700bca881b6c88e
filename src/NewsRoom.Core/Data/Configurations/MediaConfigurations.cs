using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsRoom.Core.Media;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data.Configurations;

internal sealed class AssetConfiguration : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.HasIndex(a => a.Token).IsUnique();
        builder.HasIndex(a => a.Sha256);
        builder.Property(a => a.Token).HasMaxLength(32);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.Property(a => a.Name).HasMaxLength(Slug.MaxLength);
        builder.Property(a => a.Kind).HasConversion<string>().HasMaxLength(10);
        builder.Property(a => a.Version).IsConcurrencyToken();
    }
}

internal sealed class ReleaseAttachmentConfiguration : IEntityTypeConfiguration<ReleaseAttachment>
{
    public void Configure(EntityTypeBuilder<ReleaseAttachment> builder)
    {
        builder.HasKey(a => new { a.ReleaseId, a.AssetId });
        builder.HasIndex(a => a.AssetId);
        builder.HasOne<Release>().WithMany(r => r.Attachments).HasForeignKey(a => a.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(a => a.Asset).WithMany().HasForeignKey(a => a.AssetId).OnDelete(DeleteBehavior.Restrict);
    }
}
