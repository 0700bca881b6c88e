using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Contacts;

/// <summary>A contact stops answering: which releases change, from when, and who answers then.</summary>
public sealed class LeaveModel(NewsRoomDbContext db, ContactStore store, DeskTime time) : DeskPage
{
    private const int Shown = 50;

    public sealed class LeaveInput
    {
        public int Version { get; set; }

        /// <summary>yyyy-MM-dd; empty for "already".</summary>
        public string? LastDay { get; set; }

        /// <summary>Null for the press office.</summary>
        public int? Successor { get; set; }
    }

    public sealed record Row(int Id, string Headline, string Status);

    [BindProperty]
    public LeaveInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public MediaContact Contact { get; private set; } = null!;

    public int Count { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<ReleaseChoices.ContactChoice> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await ShowAsync(cancellationToken);
        if (Contact is not null)
            Input = new() { Version = Contact.Version, Successor = Contact.SuccessorId };
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ContactForm.ReadDay(Input.LastDay);
        if (day is null && !string.IsNullOrWhiteSpace(Input.LastDay))
            ModelState.AddModelError("Input.LastDay", "Write the day as 2026-11-30, or leave it empty.");
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var until = day is { } last ? ContactForm.StartOf(last.AddDays(1), time.Zone) : time.Now;
        var result = await store.LeaveAsync(Id, Input.Version, until, Input.Successor, cancellationToken);
        if (result == StoreResult.NotFound)
            return NotFound();
        if (result == StoreResult.Refused)
        {
            ModelState.AddModelError("Input.Successor", "This contact does not answer then, or is followed by the one who leaves. Choose somebody else.");
            return await ShowAsync(cancellationToken);
        }

        Notify(result switch
        {
            StoreResult.Done => until <= time.Now ? "They have left. Readers are led to whoever answers now." : "The last day is noted. Nothing else has to be done for it.",
            StoreResult.Outdated => "Nothing was changed: somebody has saved this contact since you opened the page. Look at it again first.",
            _ => "Nothing was changed: the contact was merged into another one.",
        });
        return RedirectToPage("/Contacts/Edit", new { id = Id });
    }

    public async Task<IActionResult> OnPostStayAsync(int version, CancellationToken cancellationToken)
    {
        var result = await store.StayAsync(Id, version, cancellationToken);
        if (result == StoreResult.NotFound)
            return NotFound();
        Notify(result == StoreResult.Done ? "They answer again." : "Nothing was changed: the contact has changed since you opened the page.");
        return RedirectToPage("/Contacts/Edit", new { id = Id });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.Contacts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id && c.MergedIntoId == null, cancellationToken) is not { } contact)
            return NotFound();
        Contact = contact;
        var now = time.Now;
        var named = db.Releases.AnsweredBy(Id, now);
        Count = await named.CountAsync(cancellationToken);
        var rows = await named.NewestFirst().Take(Shown).Select(r => new { r.Id, r.Headline, r.State, r.PublishAt }).ToListAsync(cancellationToken);
        Rows = [.. rows.Select(r => new Row(r.Id, r.Headline, ReleaseStatus.Of(r.State, r.PublishAt, now)))];
        Others = await db.Contacts.Answering(now).Where(c => c.Id != Id).OrderBy(c => c.Name).ThenBy(c => c.Id)
            .Select(c => new ReleaseChoices.ContactChoice(c.Id, c.Name, c.Office, c.ConfirmedAt != null)).ToListAsync(cancellationToken);
        return Page();
    }
}
