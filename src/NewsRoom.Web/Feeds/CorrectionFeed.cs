using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Releases;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Feeds;

/// <summary><c>/corrections/feed.atom</c> and its other forms: the public notes, with conditional GET.</summary>
internal static class CorrectionFeed
{
    private const int Length = 30;

    public static void MapCorrections(this WebApplication app)
    {
        foreach (var form in FeedForms.All)
        {
            app.MapMethods("/corrections/" + form.FileName(), ["GET", "HEAD"], (NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, SiteText texts, HttpContext http) =>
                NotesAsync(form, db, clock, options.Value, texts, http)).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> NotesAsync(FeedForm form, NewsRoomDbContext db, TimeProvider clock, NewsRoomOptions newsroom, SiteText texts, HttpContext http)
    {
        var notes = await NoteView.Of(db, clock.GetUtcNow()).Take(Length).ToListAsync(http.RequestAborted);
        var entries = notes.ConvertAll(n => new AtomEntry(n.PublicId, n.Slug, texts["Mail.Note", texts["Note." + n.Kind], n.Headline], null, $"<p>{WebUtility.HtmlEncode(n.Text)}</p>", n.Language, ReleaseDate.Unknown, n.At, []));
        var feed = new AtomFeed($"{texts["Corrections"].Value} – {newsroom.Title}", null, "/corrections/feed.atom", "/corrections", entries);
        return feed.Answer(form, newsroom, http);
    }
}
