using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>An editor's details of a contact.</summary>
public sealed record ContactDetails(string Name, string? Role, string? Office, PhoneNumber? Phone, PhoneNumber? OtherPhone, string? Email)
{
    /// <summary>From when they answer, when and in which languages; null leaves that as it is.</summary>
    public ContactAvailability? Availability { get; init; }
}

/// <summary>From when a contact answers, at what hours and in which languages.</summary>
public sealed record ContactAvailability(DateTimeOffset? From, DutyHours Duty, string? Languages);

/// <summary>The path of every change an editor makes to a media contact: one transaction each, with the search index of the releases that show it.</summary>
public sealed class ContactStore(NewsRoomDbContext db, ReleaseStore releases, TimeProvider clock, AuditLog audit)
{
    public async Task<MediaContact> CreateAsync(ContactDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var slug = await FreeSlug.AmongAsync(db.Contacts.Select(c => c.Slug), Slug.From(details.Name, "contact"), cancellationToken);
        var contact = new MediaContact(details.Name, slug, clock.GetUtcNow());
        Apply(contact, details);
        db.Contacts.Add(contact);
        await db.SaveChangesAsync(cancellationToken);
        audit.Record(AuditVerbs.Created, AuditLog.Thing(contact));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return contact;
    }

    public Task<StoreResult> SaveAsync(int id, int expectedVersion, ContactDetails details, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, AuditVerbs.Saved, contact => Apply(contact, details), cancellationToken);

    /// <summary>Notes that the details an editor looked at are right today.</summary>
    public Task<StoreResult> ConfirmAsync(int id, int expectedVersion, string by, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, AuditVerbs.Confirmed, contact => contact.Confirm(by, clock.GetUtcNow()), cancellationToken);

    /// <summary>Merges one contact into another: its releases move, its address leads on.</summary>
    public async Task<StoreResult> MergeAsync(int fromId, int intoId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var from = await db.Contacts.FirstOrDefaultAsync(c => c.Id == fromId, cancellationToken);
        var into = await db.Contacts.FirstOrDefaultAsync(c => c.Id == intoId, cancellationToken);
        if (from is null || into is null)
            return StoreResult.NotFound;
        if (fromId == intoId || from.MergedIntoId is not null || into.MergedIntoId is not null)
            return StoreResult.NotLegal;
        var now = clock.GetUtcNow();
        from.MergeInto(into, now);
        // What was merged into this one earlier leads straight on, so that a chain is never longer than one step.
        foreach (var earlier in await db.Contacts.Where(c => c.MergedIntoId == fromId).ToListAsync(cancellationToken))
            earlier.MergeInto(into, now);
        var named = await db.Releases.NamingContact(fromId).Select(r => r.Id).ToListAsync(cancellationToken);
        var shown = await db.Releases.OfContact(fromId).Include(r => r.Contacts).ToListAsync(cancellationToken);
        foreach (var release in shown)
            release.ReplaceContact(fromId, intoId);
        audit.Record(AuditVerbs.Merged, AuditLog.Thing(from), new { into = into.Id, name = into.Name });
        await db.SaveChangesAsync(cancellationToken);
        await releases.ReindexAsync(named, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>
    /// A contact stops answering. Every page of their releases shows the successor from then on, or the press office alone; versions keep what they said. Whoever had handed their own releases to
    /// this contact hands them on, once this one is gone.
    /// </summary>
    /// <param name="successorId">Null for the press office.</param>
    /// <returns><see cref="StoreResult.Refused"/> when the successor cannot answer: merged, gone by then, or in the end this contact again.</returns>
    public async Task<StoreResult> LeaveAsync(int id, int expectedVersion, DateTimeOffset until, int? successorId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Contacts.FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } contact)
            return StoreResult.NotFound;
        if (contact.MergedIntoId is not null)
            return StoreResult.NotLegal;
        if (contact.Version != expectedVersion)
            return StoreResult.Outdated;
        var now = clock.GetUtcNow();
        MediaContact? successor = null;
        if (successorId is { } wanted)
        {
            successor = await db.Contacts.FirstOrDefaultAsync(c => c.Id == wanted, cancellationToken);
            var from = until > now ? until : now;
            if (successor is null || !successor.Answers(from) || await LeadsToAsync(successor, id, cancellationToken))
                return StoreResult.Refused;
        }

        contact.Leave(until, successor, now);
        if (until <= now)
        {
            foreach (var earlier in await db.Contacts.Where(c => c.SuccessorId == id).ToListAsync(cancellationToken))
                earlier.HandOnTo(successor);
        }

        audit.Record(AuditVerbs.Left, AuditLog.Thing(contact), new { until, successor = successor?.Id });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>A contact stays after all, or is back.</summary>
    public Task<StoreResult> StayAsync(int id, int expectedVersion, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, AuditVerbs.Returned, contact => contact.Stay(clock.GetUtcNow()), cancellationToken);

    private async Task<bool> LeadsToAsync(MediaContact from, int id, CancellationToken cancellationToken)
    {
        var next = (int?)from.Id;
        for (var seen = new HashSet<int>(); next is { } at && seen.Add(at);)
        {
            if (at == id)
                return true;
            next = await db.Contacts.Where(c => c.Id == at).Select(c => c.SuccessorId).FirstOrDefaultAsync(cancellationToken);
        }

        return false;
    }

    private async Task<StoreResult> ChangeAsync(int id, int expectedVersion, string verb, Action<MediaContact> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Contacts.FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } contact)
            return StoreResult.NotFound;
        if (contact.MergedIntoId is not null)
            return StoreResult.NotLegal;
        if (contact.Version != expectedVersion)
            return StoreResult.Outdated;
        var before = (contact.Name, contact.Role, contact.Office);
        change(contact);
        audit.Record(verb, AuditLog.Thing(contact));
        await db.SaveChangesAsync(cancellationToken);
        // Search reads no more of a contact than this: a confirmation or a new number leaves it as it is.
        if (before != (contact.Name, contact.Role, contact.Office))
            await releases.ReindexAsync(await db.Releases.NamingContact(id).Select(r => r.Id).ToListAsync(cancellationToken), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    private void Apply(MediaContact contact, ContactDetails d)
    {
        contact.Edit(d.Name, d.Role, d.Office, d.Phone, d.OtherPhone, d.Email, clock.GetUtcNow());
        if (d.Availability is { } known)
            contact.SetDuty(known.From, known.Duty, known.Languages);
    }
}
