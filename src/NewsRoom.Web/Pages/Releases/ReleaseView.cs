using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Pages.Contacts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>A release as its page shows it.</summary>
public sealed record ReleaseView
{
    public int Id { get; init; }

    public string Slug { get; init; } = "";

    public string Headline { get; init; } = "";

    public HeadlineBasis HeadlineBasis { get; init; }

    public string? Standfirst { get; init; }

    public string? Dateline { get; init; }

    public ReleaseDate Date { get; init; } = ReleaseDate.Unknown;

    public string BodyHtml { get; init; } = "";

    /// <summary>"About X" as the release closes with it, a paragraph each; the heading it stands under first.</summary>
    public string? Boilerplate { get; init; }

    /// <summary>The body as plain text.</summary>
    public string Text { get; init; } = "";

    /// <summary>The body in Markdown.</summary>
    public string Markdown { get; init; } = "";

    /// <summary>The last change that readers could see.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Shared with its translations; null when it has none.</summary>
    public Guid? TranslationGroup { get; init; }

    /// <summary>The same release in other languages, as far as those are live.</summary>
    public IReadOnlyList<TranslationView> Translations { get; init; } = [];

    public string Opening => Text.Length > Core.Rendering.Opening.Needed ? Text[..Core.Rendering.Opening.Needed] : Text;

    public int WordCount => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>At 230 words a minute, which adults read silently (Brysbaert 2019, 238 for non-fiction), rounded up.</summary>
    public int ReadingMinutes => Math.Max(1, (int)Math.Ceiling(WordCount / 230.0));

    public string Language { get; init; } = "en";

    /// <summary>Whether the archive lost an e-mail address in it and nobody has mended that.</summary>
    public bool HasLostAddress { get; init; }

    public IReadOnlyList<ThemeLink> Themes { get; init; } = [];

    /// <summary>Whom it names, in order; <see cref="Contacts"/> are those who answer now.</summary>
    public IReadOnlyList<int> ContactIds { get; init; } = [];

    public IReadOnlyList<ContactView> Contacts { get; init; } = [];

    public IReadOnlyList<QuotationView> Quotations { get; init; } = [];

    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];

    /// <summary>The pictures that do not stand in the text already.</summary>
    public IEnumerable<AttachmentView> Pictures => Attachments.Where(a => a.IsImage && !BodyHtml.Contains(a.Token, StringComparison.Ordinal));

    public IEnumerable<AttachmentView> Documents => Attachments.Where(a => !a.IsImage);

    /// <summary>The live release at an address; null when there is none.</summary>
    /// <param name="zone">The newsroom's, for the hours of contacts who name none.</param>
    public static async Task<ReleaseView?> FindAsync(NewsRoomDbContext db, string slug, DateTimeOffset now, string zone, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var found = await db.Releases.AsNoTracking().Live(now).Where(r => r.Slug == slug).AsSplitQuery().Select(r => new ReleaseView
        {
            Id = r.Id,
            Slug = r.Slug,
            Headline = r.Headline,
            HeadlineBasis = r.HeadlineBasis,
            Standfirst = r.Standfirst,
            Dateline = r.Dateline,
            Date = r.Date,
            BodyHtml = r.BodyHtml,
            Boilerplate = r.Boilerplate,
            Text = r.BodyText,
            Markdown = r.Body,
            Changed = r.PublicChangeAt,
            TranslationGroup = r.TranslationGroup,
            Language = r.Language,
            HasLostAddress = r.Gaps.Any(g => g.Kind == GapKind.MissingEmail && g.MendedAt == null),
            Themes = r.Themes.OrderBy(t => t.Theme!.Name).Select(t => new ThemeLink(t.Theme!.Slug, t.Theme.Name)).ToList(),
            ContactIds = r.Contacts.OrderBy(c => c.Position).Select(c => c.ContactId).ToList(),
            Quotations = r.Quotations.OrderBy(q => q.Position).Select(q => new QuotationView(q.Position + 1, q.Text, q.Speaker)).ToList(),
            Attachments = r.Attachments.OrderBy(a => a.Position).Select(a => new AttachmentView(
                a.Asset!.Token, a.Asset.Name, a.Asset.Kind, a.Asset.Size, a.Asset.Width, a.Asset.Height, a.Asset.AltText, a.Asset.IsDecorative,
                a.Caption ?? a.Asset.Caption, a.Asset.Credit, a.Asset.Licence)).ToList(),
            Sources = db.Sources.Where(s => s.ReleaseId == r.Id).Join(db.Documents, s => s.DocumentId, d => d.Id, (s, d) => new SourceView(d.Id, d.FileName, s.StartLine, s.EndLine, d.ImportedAt)).ToList(),
        }).FirstOrDefaultAsync(ct);
        if (found is null)
            return null;
        var release = found with { Contacts = [.. (await db.Contacts.StandingForAsync(found.ContactIds, now, ct)).Select(c => ContactView.Of(c, zone))] };
        if (release.TranslationGroup is not { } group)
            return release;
        var translations = db.Releases.Live(now).Where(t => t.TranslationGroup == group && t.Id != release.Id).OrderBy(t => t.Language);
        return release with { Translations = await translations.Select(t => new TranslationView(t.Slug, t.Language, t.Headline)).ToListAsync(ct) };
    }
}

/// <summary>A release in another language.</summary>
public sealed record TranslationView(string Slug, string Language, string Headline);

/// <param name="Number">1-based; its anchor is <c>quote-{Number}</c>.</param>
public sealed record QuotationView(int Number, string Text, string? Speaker);

/// <summary>Lines of an archive page.</summary>
public sealed record SourceView(int DocumentId, string FileName, int StartLine, int EndLine, DateTimeOffset ImportedAt)
{
    /// <summary>"lines 4–12" in the site's language.</summary>
    public string Lines(Texts.SiteText texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return StartLine == EndLine ? texts["Line", StartLine] : texts["Lines", StartLine, EndLine];
    }
}
