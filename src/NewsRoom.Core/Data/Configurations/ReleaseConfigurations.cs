using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data.Configurations;

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.HasIndex(r => r.Slug).IsUnique();
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.HasIndex(r => new { r.State, r.SortDay, r.SortOrder });
        // What counts of all that is live is answered by this index alone: the rows hold whole texts and lie far apart.
        builder.HasIndex(r => new { r.State, r.PublishAt, r.SortDay });
        builder.HasIndex(r => r.WordsHash);
        builder.HasIndex(r => r.TranslationGroup);
        builder.Property(r => r.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.HeadlineBasis).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.LatestRevisionNumber).IsConcurrencyToken();
        builder.ComplexProperty(r => r.Date, ReleaseDateMapping.Configure);
        builder.HasMany(r => r.Revisions).WithOne().HasForeignKey(r => r.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Sources).WithOne().HasForeignKey(s => s.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Gaps).WithOne().HasForeignKey(g => g.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Quotations).WithOne().HasForeignKey(q => q.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Themes).WithOne().HasForeignKey(t => t.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Contacts).WithOne().HasForeignKey(c => c.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReleaseRevisionConfiguration : IEntityTypeConfiguration<ReleaseRevision>
{
    public void Configure(EntityTypeBuilder<ReleaseRevision> builder)
    {
        builder.ToTable("ReleaseRevisions");
        builder.HasIndex(r => new { r.ReleaseId, r.Number }).IsUnique();
        builder.Property(r => r.HeadlineBasis).HasConversion<string>().HasMaxLength(20);
        builder.ComplexProperty(r => r.Date, ReleaseDateMapping.Configure);
        builder.Ignore(r => r.Content);
    }
}

internal static class ReleaseDateMapping
{
    public static void Configure(ComplexPropertyBuilder<ReleaseDate> date)
    {
        date.Ignore(d => d.SortDay);
        date.Ignore(d => d.FirstDay);
        date.Ignore(d => d.LastDay);
        date.Property(d => d.Precision).HasConversion<string>().HasMaxLength(20);
        date.Property(d => d.Basis).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class ReleaseThemeConfiguration : IEntityTypeConfiguration<ReleaseTheme>
{
    public void Configure(EntityTypeBuilder<ReleaseTheme> builder)
    {
        builder.HasKey(t => new { t.ReleaseId, t.ThemeId });
        builder.HasIndex(t => t.ThemeId);
        builder.HasOne(t => t.Theme).WithMany().HasForeignKey(t => t.ThemeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReleaseContactConfiguration : IEntityTypeConfiguration<ReleaseContact>
{
    public void Configure(EntityTypeBuilder<ReleaseContact> builder)
    {
        builder.HasKey(c => new { c.ReleaseId, c.ContactId });
        builder.HasIndex(c => c.ContactId);
        builder.HasOne(c => c.Contact).WithMany().HasForeignKey(c => c.ContactId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReleaseSourceConfiguration : IEntityTypeConfiguration<ReleaseSource>
{
    public void Configure(EntityTypeBuilder<ReleaseSource> builder)
    {
        builder.HasIndex(s => new { s.DocumentId, s.Index }).IsUnique();
        builder.HasOne<StoredDocument>().WithMany().HasForeignKey(s => s.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PastSlugConfiguration : IEntityTypeConfiguration<PastSlug>
{
    public void Configure(EntityTypeBuilder<PastSlug> builder)
    {
        builder.HasKey(s => s.Slug);
        builder.HasOne<Release>().WithMany().HasForeignKey(s => s.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class GapConfiguration : IEntityTypeConfiguration<Gap>
{
    public void Configure(EntityTypeBuilder<Gap> builder)
    {
        builder.Property(g => g.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(g => g.MendedAt);
    }
}
