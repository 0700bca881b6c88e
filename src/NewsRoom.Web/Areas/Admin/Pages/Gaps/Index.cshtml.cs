using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Pages.Gaps;

/// <summary>Everything the archive lost and nobody has mended yet, one after the other.</summary>
public sealed class IndexModel(NewsRoomDbContext db, GapStore gaps, ContactStore contacts) : DeskPage
{
    private const int PageSize = 20;

    public sealed record Suggestion(string Address, string Why);

    public sealed record ContactChoice(int Id, string Name);

    public sealed record Row(int Id, GapKind Kind, int Line, string Text, string Sentence, int Position, int ReleaseId, string Headline, int Version, bool IsApproved)
    {
        public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

        /// <summary>Contacts of the release that have no address yet.</summary>
        public IReadOnlyList<ContactChoice> Contacts { get; init; } = [];
    }

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

    /// <summary>What was typed for a gap and refused, with the reason.</summary>
    public (int Gap, string Typed, string Reason)? Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostMendAsync(MendInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var after = await NextAsync(input.Gap, cancellationToken);
        var outcome = await gaps.MendAsync(input.Gap, input.Version, input.Address, By, cancellationToken);
        if (outcome.Result == StoreResult.Done && input.Contact is { } id)
            return await DoneAsync(after, await GiveAsync(id, input.Address!.Trim(), cancellationToken), cancellationToken);
        return await EndAsync(outcome, input, after, "Mended.", cancellationToken);
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
                return await DoneAsync(after, done, cancellationToken);
            case StoreResult.Refused:
                Refused = (input.Gap, input.Address ?? "", outcome.Message!);
                At = input.Gap;
                await LoadAsync(cancellationToken);
                return Page();
            default:
                Notify(outcome.Result == StoreResult.NotFound ? "Nothing was changed: somebody has dealt with that gap already." : "Nothing was changed: somebody has saved this release since you opened the list. Look at it again.");
                return RedirectToPage("/Gaps/Index", new { area = "Admin", at = outcome.Result == StoreResult.NotFound ? after : input.Gap });
        }
    }

    private async Task<IActionResult> DoneAsync(int? after, string done, CancellationToken cancellationToken)
    {
        var left = await Open().CountAsync(cancellationToken);
        Notify($"{done} {(left == 0 ? "No gap is left." : left == 1 ? "One gap is left." : $"{left} gaps are left.")}");
        return RedirectToPage("/Gaps/Index", new { area = "Admin", at = after });
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
        var rows = await (start is null ? Open() : From(start, inclusive: true)).Take(PageSize + 1)
            .Join(db.Releases, g => g.ReleaseId, r => r.Id, (g, r) => new Row(g.Id, g.Kind, g.Line, g.Text, g.Sentence, g.Position, r.Id, r.Headline, r.LatestRevisionNumber, r.State == ReleaseState.Approved)).ToListAsync(cancellationToken);
        // A join keeps no order of its own.
        rows = [.. rows.OrderByDescending(r => r.ReleaseId).ThenBy(r => r.Position).ThenBy(r => r.Id)];
        Next = rows.Count > PageSize ? rows[PageSize].Id : null;
        Rows = await SuggestAsync([.. rows.Take(PageSize)], cancellationToken);
    }

    private async Task<IReadOnlyList<Row>> SuggestAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var releases = rows.Select(r => r.ReleaseId).Distinct().ToList();
        var own = await db.Set<ReleaseContact>().AsNoTracking().Where(c => releases.Contains(c.ReleaseId)).OrderBy(c => c.Position)
            .Select(c => new { c.ReleaseId, c.Contact!.Id, c.Contact.Name, c.Contact.Email }).ToListAsync(cancellationToken);
        var names = own.Select(c => c.Name).Distinct().ToList();
        var namesakes = await db.Contacts.AsNoTracking().Where(c => c.Email != null && c.MergedIntoId == null && names.Contains(c.Name)).Select(c => new { c.Name, c.Email }).ToListAsync(cancellationToken);
        var texts = rows.Where(r => r.Kind != GapKind.MissingEmail).Select(r => r.Sentence).Distinct().ToList();
        var mended = await db.Gaps.AsNoTracking().Where(g => g.Mend != null && g.Mend != "" && texts.Contains(g.Sentence)).Select(g => new { g.Kind, g.Sentence, g.Mend }).ToListAsync(cancellationToken);
        return [.. rows.Select(row =>
        {
            var people = own.Where(c => c.ReleaseId == row.ReleaseId).ToList();
            var found = row.Kind == GapKind.MissingEmail
                ? people.Where(c => c.Email is not null).Select(c => new Suggestion(c.Email!, $"{c.Name}, a contact of this release"))
                    .Concat(namesakes.Where(n => people.Exists(p => p.Name == n.Name)).Select(n => new Suggestion(n.Email!, $"{n.Name}, as known elsewhere")))
                : mended.Where(m => m.Kind != GapKind.MissingEmail && m.Sentence == row.Sentence).Select(m => new Suggestion(m.Mend!, "mended so where the same sentence stands"));
            return row with
            {
                Suggestions = [.. found.DistinctBy(s => s.Address, StringComparer.OrdinalIgnoreCase).Take(3)],
                Contacts = row.Kind == GapKind.MissingEmail ? [.. people.Where(c => c.Email is null).DistinctBy(c => c.Id).Select(c => new ContactChoice(c.Id, c.Name))] : [],
            };
        })];
    }
}
