using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Enquiries;
using NewsRoom.Core.Mail;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages;

/// <summary>The form for journalists: a question, how to answer it, and until when.</summary>
public sealed class EnquiryModel(NewsRoomDbContext db, EnquiryDesk desk, EnquiryRecipient recipient, PublicForms forms, SiteText texts) : PublicFormPage(forms)
{
    private const string Thanks = "/enquiry/sent";

    public sealed class Form
    {
        [Required(ErrorMessage = "Write your name."), MaxLength(120, ErrorMessage = "Use at most 120 characters for your name.")]
        public string? Name { get; set; }

        [MaxLength(160, ErrorMessage = "Use at most 160 characters for the outlet.")]
        public string? Outlet { get; set; }

        [MaxLength(EmailAddress.MaxLength, ErrorMessage = "This e-mail address is too long.")]
        public string? Email { get; set; }

        [MaxLength(40, ErrorMessage = "Use at most 40 characters for the phone number.")]
        public string? Phone { get; set; }

        [Required(ErrorMessage = "Write your question."), MaxLength(Enquiry.MaxQuestion, ErrorMessage = "Use at most 5,000 characters for the question.")]
        public string? Question { get; set; }

        [MaxLength(40)]
        public string? Deadline { get; set; }

        [MaxLength(60)]
        public string? Zone { get; set; }
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
        if (!string.IsNullOrWhiteSpace(Input.Email) && !isReachable)
            ModelState.AddModelError("Input.Email", "This is no e-mail address we can answer. Check it, for example for a missing part behind the @.");
        if (string.IsNullOrWhiteSpace(Input.Email) && string.IsNullOrWhiteSpace(Input.Phone))
            ModelState.AddModelError("Input.Email", "Give an e-mail address or a phone number, so that somebody can answer.");
        if (!ModelState.IsValid)
            return Page();
        var form = new EnquiryForm(Input.Name!.Trim(), Trimmed(Input.Outlet), isReachable ? email.Value : null, Trimmed(Input.Phone), Input.Question!.Trim(), deadline, deadline is null ? null : Zone, Subject.ContactId, Subject.ReleaseId);
        await desk.ReceiveAsync(form, recipient.For(Subject.ConfirmedEmail), Subject.Name, ct);
        return Redirect(Thanks);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Subject = await About.FindAsync(db, recipient.Now, Release, Contact, ct);
        new PageHead(texts["Enquiry"], "/enquiry") { Section = "contacts", NoIndex = true, Description = texts["Enquiry.Short"] }.Show(ViewData);
    }

    private DateTimeOffset? ReadDeadline()
    {
        if (string.IsNullOrWhiteSpace(Input.Deadline))
            return null;
        if (!DateTime.TryParse(Input.Deadline, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone))
        {
            ModelState.AddModelError("Input.Deadline", "Write the deadline as day and time, such as 2026-11-25 17:30.");
            return null;
        }

        if (WallClock.Read(local, zone).Instants is [var instant, ..] && instant > recipient.Now.AddMinutes(-1) && instant < recipient.Now.AddYears(1))
            return instant;
        ModelState.AddModelError("Input.Deadline", "This deadline is past, or no clock there shows this time. Check day, time and time zone.");
        return null;
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
            if (!string.IsNullOrEmpty(contact) && await db.Contacts.AnsweringFor(live).Where(c => c.Slug == contact).Select(c => new About(c.Name, "/contacts/" + c.Slug, null, c.Id, c.ConfirmedAt == null ? null : c.Email)).FirstOrDefaultAsync(ct) is { } person)
                return person;
            return string.IsNullOrEmpty(release)
                ? Nothing
                : await live.Where(r => r.Slug == release).Select(r => new About(r.Headline, "/releases/" + r.Slug, r.Id, null, null)).FirstOrDefaultAsync(ct) ?? Nothing;
        }
    }
}
