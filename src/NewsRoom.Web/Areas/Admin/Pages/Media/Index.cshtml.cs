using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;

namespace NewsRoom.Web.Areas.Admin.Pages.Media;

/// <summary>Pictures and documents, the newest first, paged by key.</summary>
public sealed class IndexModel(NewsRoomDbContext db, MediaStore store) : DeskPage
{
    private const int PageSize = 50;

    public static readonly IReadOnlyList<(string Value, string Label)> Wants = [("alt", "No alternative text"), ("unused", "Unused")];

    public sealed record Row(
        int Id, string Token, string Name, MediaKind Kind, int Width, int Height, long Size, string? AltText, bool IsDecorative, string? Credit, string UploadedBy, DateTimeOffset UploadedAt, int Releases)
    {
        public string Path => $"/media/{Token}/{Name}.{Kind.Extension()}";

        public bool LacksAltText => string.IsNullOrWhiteSpace(AltText) && !(IsDecorative && Kind.IsImage());
    }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>One of <see cref="Wants"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Want { get; set; }

    /// <summary>The last asset of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Want);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var assets = Want switch
        {
            "unused" => await store.UnusedAsync(cancellationToken),
            "alt" => db.Assets.LackingAltText(),
            _ => db.Assets,
        };
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var like = "%" + Q.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            assets = assets.Where(a => EF.Functions.Like(a.Name, like, "\\") || EF.Functions.Like(a.OriginalName, like, "\\") || EF.Functions.Like(a.AltText!, like, "\\")
                || EF.Functions.Like(a.Caption!, like, "\\") || EF.Functions.Like(a.Credit!, like, "\\"));
        }

        if (Before is { } before)
            assets = assets.Where(a => a.Id < before);
        var rows = await assets.AsNoTracking().OrderByDescending(a => a.Id).Take(PageSize + 1)
            .Select(a => new Row(a.Id, a.Token, a.Name, a.Kind, a.Width, a.Height, a.Size, a.AltText, a.IsDecorative, a.Credit, a.UploadedBy, a.UploadedAt, db.Releases.Count(r => r.Attachments.Any(x => x.AssetId == a.Id))))
            .ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Id : null;
    }
}
