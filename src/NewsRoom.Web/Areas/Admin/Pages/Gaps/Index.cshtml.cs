using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Gaps;

/// <summary>Everything the archive lost and nobody has mended yet, one after the other.</summary>
public sealed class IndexModel(NewsRoomDbContext db, GapStore gaps, GapAdviser adviser, ContactStore contacts) : DeskPage
{
    private const int PageSize = 20;

    /// <param name="Version">The latest revision of its release.</param>
    public sealed record Row(Gap Gap, string Headline, int Version, GapAdvice Advice);

    /// <summary>What was sent for a gap and not done, with the reason.</summary>
    public sealed record RefusedMend(int Gap, string Typed, int? Contact, string Reason);

    public sealed class MendInput
    {
        public int Gap { get; set; }

        public int Version { get; set; }

        public string? Address { get; set; }

        /// <summary>The contact that is to have the address too; null for none.</summary>
        public int? Contact { get; set; }
    }

    /// <summary>The gap to begin with.</summary>
    [BindProperty(SupportsGet = true)]
    public int? At { get; set; }

    public int Left { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The gap after the ones shown; null when there is none.</summary>
    public int? Next { get; private set; }

    public RefusedMend? Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostMendAsync(MendInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var after = await NextAsync(input.Gap, cancellationToken);
        var outcome = await gaps.MendAsync(input.Gap, input.Version, input.Address, By, cancellationToken);
        var done = outcome.Result == StoreResult.Done && input.Contact is { } id ? await GiveAsync(id, input.Address!.Trim(), cancellationToken) : "Mended.";
        return await EndAsync(outcome, input, after, done, cancellationToken);
    }

    public async Task<IActionResult> OnPostDismissAsync(MendInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var after = await NextAsync(input.Gap, cancellationToken);
        return await EndAsync(await gaps.DismissAsync(input.Gap, input.Version, By, cancellationToken), input, after, "Noted: nothing was lost there.", cancellationToken);
    }

    private async Task<IActionResult> EndAsync(GapOutcome outcome, MendInput input, int? after, string done, CancellationToken cancellationToken)
    {
        switch (outcome.Result)
        {
            case StoreResult.Done:
                await TellAsync(done, outcome.Waiting, cancellationToken);
                return RedirectToPage("/Gaps/Index", new { area = "Admin", at = after });
            case StoreResult.NotFound:
                Notify("Nothing was changed: that gap has been dealt with already.");
                return RedirectToPage("/Gaps/Index", new { area = "Admin", at = after });
            default:
                Refused = new(input.Gap, input.Address ?? "", input.Contact, outcome.Message
                    ?? "Nothing was changed: the text around this gap has been edited since you opened the list. Look at it again; what you typed is still here.");
                At = input.Gap;
                await LoadAsync(cancellationToken);
                return Page();
        }
    }

    private async Task TellAsync(string done, WaitingMend? waiting, CancellationToken cancellationToken)
    {
        var left = await Open().CountAsync(cancellationToken);
        var told = $"{done} {(left == 0 ? "No gap is left." : left == 1 ? "One gap is left." : $"{left} gaps are left.")}";
        if (waiting is null)
        {
            Notify(told);
            return;
        }

        Notify($"{told} {(waiting.IsLive ? "Readers still see" : "What is approved to go out still has")} the gap in “{waiting.Headline}” until the mended version is published.",
            User.IsPublisher() ? "Publish the change" : "Open the release",
            Url.Page(User.IsPublisher() ? "/Releases/Publish" : "/Releases/Summary", new { area = "Admin", id = waiting.ReleaseId })!);
    }

    private async Task<string> GiveAsync(int contactId, string email, CancellationToken cancellationToken)
    {
        if (await db.Contacts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == contactId && c.Email == null && c.MergedIntoId == null, cancellationToken) is not { } contact)
            return "Mended. The contact was left as it is.";
        var details = new ContactDetails(contact.Name, contact.Role, contact.Office, Number(contact.PhoneAsWritten, contact.PhoneE164), Number(contact.OtherPhoneAsWritten, contact.OtherPhoneE164), email);
        var result = await contacts.SaveAsync(contact.Id, contact.Version, details, cancellationToken);
        return result == StoreResult.Done ? $"Mended, and {contact.Name} has the address too." : "Mended. The contact was left as it is: somebody else has saved it.";
    }

    private static PhoneNumber? Number(string? written, string? e164) => written is null ? null : new PhoneNumber(written, e164);

    private IQueryable<Gap> Open() => db.Gaps.AsNoTracking().Where(g => g.MendedAt == null).OrderByDescending(g => g.ReleaseId).ThenBy(g => g.Position).ThenBy(g => g.Id);

    private IQueryable<Gap> From(Gap gap, bool inclusive) => Open().Where(g => g.ReleaseId < gap.ReleaseId
        || (g.ReleaseId == gap.ReleaseId && (g.Position > gap.Position || (g.Position == gap.Position && (inclusive ? g.Id >= gap.Id : g.Id > gap.Id)))));

    private async Task<int?> NextAsync(int gapId, CancellationToken cancellationToken)
    {
        var gap = await db.Gaps.AsNoTracking().FirstOrDefaultAsync(g => g.Id == gapId, cancellationToken);
        return gap is null ? null : await From(gap, inclusive: false).Select(g => (int?)g.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Left = await Open().CountAsync(cancellationToken);
        var start = At is null ? null : await db.Gaps.AsNoTracking().FirstOrDefaultAsync(g => g.Id == At, cancellationToken);
        var found = await (start is null ? Open() : From(start, inclusive: true)).Take(PageSize + 1).ToListAsync(cancellationToken);
        Next = found.Count > PageSize ? found[PageSize].Id : null;
        found = [.. found.Take(PageSize)];
        var ids = found.Select(g => g.ReleaseId).Distinct().ToList();
        var releases = await db.Releases.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Headline, r.LatestRevisionNumber }).ToDictionaryAsync(r => r.Id, cancellationToken);
        var advice = await adviser.AdviseAsync(found, cancellationToken);
        Rows = [.. found.Select(g => new Row(g, releases[g.ReleaseId].Headline, releases[g.ReleaseId].LatestRevisionNumber, advice[g.Id]))];
    }
}
