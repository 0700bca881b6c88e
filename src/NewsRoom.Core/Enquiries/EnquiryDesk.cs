using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.Mail;

namespace NewsRoom.Core.Enquiries;

/// <summary>Takes enquiries in, tells the press office, and lets editors work on them. The audit log names the number of an enquiry and nothing of its words.</summary>
public sealed class EnquiryDesk(NewsRoomDbContext db, Outbox outbox, AuditLog audit, Letterhead house, TimeProvider clock)
{
    /// <summary>Stores an enquiry and queues one letter to <paramref name="recipient"/>, which a reply answers to the journalist.</summary>
    /// <param name="recipient">Null where nobody is to be mailed: it waits in the inbox all the same.</param>
    /// <param name="about">The headline or contact it is about; null for neither.</param>
    public async Task<Enquiry> ReceiveAsync(EnquiryForm form, string? recipient, string? about, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var enquiry = new Enquiry(form, clock.GetUtcNow());
        db.Enquiries.Add(enquiry);
        await db.SaveChangesAsync(cancellationToken);
        if (recipient is not null)
        {
            outbox.Queue(Letter(enquiry, recipient, about), enquiryId: enquiry.Id);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return enquiry;
    }

    public Task<StoreResult> AssignAsync(int id, int expectedVersion, string? editorId, string? name, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, "assigned", e => e.AssignTo(editorId, name), cancellationToken);

    public Task<StoreResult> CloseAsync(int id, int expectedVersion, string by, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, "closed", e => e.Close(by, clock.GetUtcNow()), cancellationToken, e => e.IsOpen);

    public Task<StoreResult> ReopenAsync(int id, int expectedVersion, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, "reopened", e => e.Reopen(), cancellationToken, e => !e.IsOpen);

    /// <summary>Deletes an enquiry and the letter that told of it, and overwrites both in the database file.</summary>
    public async Task<StoreResult> DeleteAsync(int id, CancellationToken cancellationToken = default)
    {
        await db.OpenForErasingAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await EraseAsync(db.Enquiries.Where(e => e.Id == id), cancellationToken) == 0)
            return StoreResult.NotFound;
        audit.Record(AuditVerbs.Deleted, Thing(id));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Deletes what is older than the retention period: from when it was closed, and at twice that age in any case.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteOldAsync(TimeSpan retention, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var (closed, received) = (now - retention, now - (2 * retention));
        await db.OpenForErasingAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var deleted = await EraseAsync(db.Enquiries.Where(e => e.ClosedAt < closed || e.ReceivedAt < received), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return deleted;
    }

    private async Task<int> EraseAsync(IQueryable<Enquiry> which, CancellationToken cancellationToken)
    {
        var ids = await which.Select(e => e.Id).ToListAsync(cancellationToken);
        await db.Outbox.Where(m => m.EnquiryId != null && ids.Contains(m.EnquiryId.Value)).ExecuteDeleteAsync(cancellationToken);
        return await db.Enquiries.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<StoreResult> ChangeAsync(int id, int expectedVersion, string verb, Action<Enquiry> change, CancellationToken cancellationToken, Func<Enquiry, bool>? isLegal = null)
    {
        if (await db.Enquiries.FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } enquiry)
            return StoreResult.NotFound;
        if (enquiry.Version != expectedVersion)
            return StoreResult.Outdated;
        if (isLegal?.Invoke(enquiry) == false)
            return StoreResult.NotLegal;
        change(enquiry);
        audit.Record(verb, Thing(id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return StoreResult.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return StoreResult.Outdated;
        }
    }

    private OutgoingMail Letter(Enquiry enquiry, string recipient, string? about)
    {
        var who = enquiry.Outlet is { } outlet ? $"{enquiry.Name}, {outlet}" : enquiry.Name;
        var none = house.Say("Enquiry.Mail.None");
        string[] lines =
        [
            enquiry.Question, "",
            house.Say("Enquiry.Mail.From", who),
            house.Say("Enquiry.Mail.Email", enquiry.Email ?? none),
            house.Say("Enquiry.Mail.Phone", enquiry.Phone ?? none),
            house.Say("Enquiry.Mail.Deadline", enquiry.DeadlineAt is { } at ? Deadline(at, enquiry.DeadlineZone!) : none),
            house.Say("Enquiry.Mail.About", about ?? house.Say("Enquiry.Mail.Nothing")), "",
            house.Say("Enquiry.Mail.Inbox", house.At($"/admin/enquiries/{enquiry.Id}").AbsoluteUri),
        ];
        return new OutgoingMail($"enquiry:{enquiry.Id}", recipient, house.Say("Enquiry.Mail.Subject", who), string.Join('\n', lines)) { ReplyTo = enquiry.Email };
    }

    private string Deadline(DateTimeOffset at, string zone)
    {
        var culture = CultureInfo.GetCultureInfo(house.Language);
        string By(TimeZoneInfo clock) => TimeZoneInfo.ConvertTime(at, clock).ToString("ddd d MMM yyyy, HH:mm", culture);
        return $"{By(TimeZoneInfo.FindSystemTimeZoneById(zone))} ({zone}); {By(house.Zone)} ({house.Zone.Id})";
    }

    private static AuditThing Thing(int id) => new(AuditKinds.Enquiry, id.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"Enquiry {id}"));
}
