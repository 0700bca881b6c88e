using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.People;
using NewsRoom.Core.Search;
using NewsRoom.Core.Themes;

namespace NewsRoom.Core.Data.Configurations;

internal sealed class MediaContactConfiguration : IEntityTypeConfiguration<MediaContact>
{
    public void Configure(EntityTypeBuilder<MediaContact> builder)
    {
        builder.ToTable("MediaContacts");
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.Name);
        builder.HasIndex(c => c.AnswersFrom).HasFilter("AnswersFrom IS NOT NULL");
        builder.HasIndex(c => c.AnswersUntil).HasFilter("AnswersUntil IS NOT NULL");
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Duty);
        builder.HasOne(c => c.Successor).WithMany().HasForeignKey(c => c.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.MergedInto).WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ThemeConfiguration : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.HasIndex(t => t.Slug).IsUnique();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.OwnsMany(t => t.Terms, terms => terms.ToJson());
    }
}

internal sealed class StoredDocumentConfiguration : IEntityTypeConfiguration<StoredDocument>
{
    public void Configure(EntityTypeBuilder<StoredDocument> builder)
    {
        builder.ToTable("SourceDocuments");
        builder.HasIndex(d => d.Sha256).IsUnique();
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(d => d.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder) => builder.ToTable("ImportBatches");
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder) => builder.HasIndex(i => i.TokenHash).IsUnique();
}

internal sealed class PublicSearchTextConfiguration : IEntityTypeConfiguration<PublicSearchText>
{
    public void Configure(EntityTypeBuilder<PublicSearchText> builder)
    {
        builder.ToTable("PublicSearchTexts");
        builder.HasKey(t => t.ReleaseId);
        builder.Property(t => t.ReleaseId).ValueGeneratedNever();
    }
}

internal sealed class DeskSearchTextConfiguration : IEntityTypeConfiguration<DeskSearchText>
{
    public void Configure(EntityTypeBuilder<DeskSearchText> builder)
    {
        builder.ToTable("DeskSearchTexts");
        builder.HasKey(t => t.ReleaseId);
        builder.Property(t => t.ReleaseId).ValueGeneratedNever();
    }
}
