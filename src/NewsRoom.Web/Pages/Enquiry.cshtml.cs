using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Enquiries;
using NewsRoom.Core.Mail;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages;

/// <summary>The form for journalists: a question, how to answer it, and until when.</summary>
public sealed class EnquiryModel(NewsRoomDbContext db, EnquiryDesk desk, EnquiryRecipient recipient, PublicForms forms, SiteText texts) : PublicFormPage(forms, texts)
{
    private const string Thanks = "/enquiry/sent";

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Outlet { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public string? Question { get; set; }

        public string? Deadline { get; set; }

        public string? Zone { get; set; }

        /// <summary>Whether a field is longer than its control lets anybody type.</summary>
        public bool IsTooLong => Name?.Length > 120 || Outlet?.Length > 160 || Email?.Length > EmailAddress.MaxLength || Phone?.Length > 40 || Question?.Length > Enquiry.MaxQuestion || Deadline?.Length > 40 || Zone?.Length > 60;
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Slug of the release it is about.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Release { get; set; }

    /// <summary>Slug of the contact it is for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Contact { get; set; }

    public About Subject { get; private set; } = About.Nothing;

    public IReadOnlyList<string> Zones => EnquiryRecipient.Zones(Input.Zone ?? recipient.Zone);

    public string Zone => Input.Zone ?? recipient.Zone;

    public async Task OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Refuse(Thanks) is { } refused)
            return refused;
        await ShowAsync(ct);
        var deadline = ReadDeadline();
        var isReachable = EmailAddress.TryParse(Input.Email, out var email);
        Expect(!string.IsNullOrWhiteSpace(Input.Name), "Input.Name", T["Enquiry.Name.Missing"]);
        Expect(string.IsNullOrWhiteSpace(Input.Email) || isReachable, "Input.Email", T["Form.Email.Wrong"]);
        Expect(!string.IsNullOrWhiteSpace(Input.Email) || !string.IsNullOrWhiteSpace(Input.Phone), "Input.Email", T["Enquiry.Reach.Missing"]);
        Expect(!string.IsNullOrWhiteSpace(Input.Question), "Input.Question", T["Enquiry.Question.Missing"]);
        Expect(!Input.IsTooLong, "", T["Form.TooLong"]);
        if (!ModelState.IsValid)
            return Page();
        var form = new EnquiryForm(Input.Name!.Trim(), Trimmed(Input.Outlet), isReachable ? email.Value : null, Trimmed(Input.Phone), Input.Question!.Trim(), deadline, deadline is null ? null : Zone, Subject.ContactId, Subject.ReleaseId);
        await desk.ReceiveAsync(form, recipient.For(Subject.ConfirmedEmail), Subject.Name, ct);
        return Redirect(Thanks);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Subject = await About.FindAsync(db, recipient.Now, Release, Contact, ct);
        new PageHead(T["Enquiry"], "/enquiry") { Section = "contacts", NoIndex = true }.Show(ViewData);
    }

    private DateTimeOffset? ReadDeadline()
    {
        if (string.IsNullOrWhiteSpace(Input.Deadline))
            return null;
        if (!DateTime.TryParse(Input.Deadline, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone))
        {
            ModelState.AddModelError("Input.Deadline", T["Enquiry.Deadline.Wrong"]);
            return null;
        }

        if (WallClock.Read(local, zone).Instants is [var instant, ..] && instant > recipient.Now.AddMinutes(-1) && instant < recipient.Now.AddYears(1))
            return instant;
        ModelState.AddModelError("Input.Deadline", T["Enquiry.Deadline.Past"]);
        return null;
    }

    private void Expect(bool holds, string field, string problem)
    {
        if (!holds)
            ModelState.AddModelError(field, problem);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What an enquiry is about; only what is public counts.</summary>
    /// <param name="ConfirmedEmail">The contact's own address, where an editor has confirmed it.</param>
    public sealed record About(string? Name, string? Path, int? ReleaseId, int? ContactId, string? ConfirmedEmail)
    {
        public static readonly About Nothing = new(null, null, null, null, null);

        internal static async Task<About> FindAsync(NewsRoomDbContext db, DateTimeOffset now, string? release, string? contact, CancellationToken ct)
        {
            var live = db.Releases.AsNoTracking().Live(now);
            if (!string.IsNullOrEmpty(contact) && await db.Contacts.AnsweringFor(live, now).Where(c => c.Slug == contact).Select(c => new About(c.Name, "/contacts/" + c.Slug, null, c.Id, c.ConfirmedAt == null ? null : c.Email)).FirstOrDefaultAsync(ct) is { } person)
                return person;
            return string.IsNullOrEmpty(release)
                ? Nothing
                : await live.Where(r => r.Slug == release).Select(r => new About(r.Headline, "/releases/" + r.Slug, r.Id, null, null)).FirstOrDefaultAsync(ct) ?? Nothing;
        }
    }
}
