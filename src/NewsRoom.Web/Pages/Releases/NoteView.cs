using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>A public note of a change, as readers see it.</summary>
public sealed record NoteView(int Id, Guid PublicId, ChangeKind Kind, string Text, NotePlace Place, DateTimeOffset At, string Slug, string Headline, string Language)
{
    /// <summary>The day it was written, in the newsroom's zone and language.</summary>
    public string Day(DeskTime time, SiteText texts)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Day(DateOnly.FromDateTime(time.Local(At).DateTime));
    }

    /// <summary>The notes of live releases, newest first: what is withdrawn takes its notes with it.</summary>
    public static IQueryable<NoteView> Of(NewsRoomDbContext db, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.PublicNotes.Where(n => n.At <= now).Join(db.Releases.Live(now), n => n.ReleaseId, r => r.Id, (n, r) => new { n, r })
            .OrderByDescending(x => x.n.At).ThenByDescending(x => x.n.Id)
            .Select(x => new NoteView(x.n.Id, x.n.PublicId, x.n.Kind, x.n.Text, x.n.Place, x.n.At, x.r.Slug, x.r.Headline, x.r.Language));
    }

    /// <summary>The notes of one live release, newest first.</summary>
    public static IQueryable<NoteView> OfRelease(NewsRoomDbContext db, int releaseId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.PublicNotes.Where(n => n.ReleaseId == releaseId && n.At <= now).Join(db.Releases.Live(now), n => n.ReleaseId, r => r.Id, (n, r) => new { n, r })
            .OrderByDescending(x => x.n.At).ThenByDescending(x => x.n.Id)
            .Select(x => new NoteView(x.n.Id, x.n.PublicId, x.n.Kind, x.n.Text, x.n.Place, x.n.At, x.r.Slug, x.r.Headline, x.r.Language));
    }
}
