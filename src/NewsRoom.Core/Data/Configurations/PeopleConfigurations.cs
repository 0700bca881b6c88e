using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsRoom.Core.Audit;
using NewsRoom.Core.People;

namespace NewsRoom.Core.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasIndex(e => new { e.Kind, e.ThingId, e.Id });
        builder.HasIndex(e => new { e.Actor, e.Id });
        builder.HasIndex(e => new { e.Verb, e.Id });
        builder.HasIndex(e => e.At);
        // What is written stays as it was written; deleting is refused by a trigger (see the People migration).
        foreach (var property in builder.Metadata.GetProperties().Where(p => !p.IsPrimaryKey()))
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}

internal sealed class EditorSessionConfiguration : IEntityTypeConfiguration<EditorSession>
{
    public void Configure(EntityTypeBuilder<EditorSession> builder)
    {
        builder.ToTable("EditorSessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Editor>().WithMany().HasForeignKey(s => s.EditorId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ResetLinkConfiguration : IEntityTypeConfiguration<ResetLink>
{
    public void Configure(EntityTypeBuilder<ResetLink> builder)
    {
        builder.ToTable("ResetLinks");
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasOne<Editor>().WithMany().HasForeignKey(l => l.EditorId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>As Identity's schema version 3 has it. Mapped here, so that the model is the same whether or not a context is made with services that name the version.</summary>
internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> builder)
    {
        builder.ToTable("AspNetUserPasskeys");
        builder.HasKey(p => p.CredentialId);
        // The longest credential id that WebAuthn allows is 1023 bytes.
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(p => p.Data).ToJson();
        builder.HasOne<Editor>().WithMany().HasForeignKey(p => p.UserId).IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}
