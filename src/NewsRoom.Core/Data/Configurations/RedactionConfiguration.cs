using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsRoom.Core.Redactions;

namespace NewsRoom.Core.Data.Configurations;

internal sealed class RedactionConfiguration : IEntityTypeConfiguration<Redaction>
{
    public void Configure(EntityTypeBuilder<Redaction> builder)
    {
        builder.ToTable("Redactions");
        builder.HasIndex(r => r.PhraseHash);
        builder.Property(r => r.PhraseHash).HasMaxLength(64);
    }
}
