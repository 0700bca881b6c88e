using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Core.Data.Configurations;

internal sealed class StagedDocumentConfiguration : IEntityTypeConfiguration<StagedDocument>
{
    public void Configure(EntityTypeBuilder<StagedDocument> builder)
    {
        builder.ToTable("StagedDocuments");
        builder.HasIndex(d => new { d.BatchId, d.Number }).IsUnique();
        builder.HasIndex(d => d.State);
        builder.HasIndex(d => d.DocumentId);
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(d => d.BatchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StoredDocument>().WithMany().HasForeignKey(d => d.DocumentId).OnDelete(DeleteBehavior.SetNull);
    }
}
