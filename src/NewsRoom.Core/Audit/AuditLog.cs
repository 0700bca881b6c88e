using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Media;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;

namespace NewsRoom.Core.Audit;

/// <summary>Says who acts now: the signed-in person of a request, or the command line.</summary>
public delegate AuditActor WhoActs();

/// <summary>Writes down what is done. An entry only joins the unit of work: the caller's SaveChanges stores the change and the entry together, or neither.</summary>
public sealed class AuditLog(NewsRoomDbContext db, TimeProvider clock, WhoActs who)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds an entry to the unit of work.</summary>
    /// <param name="details">A small object of plain values; no texts, passwords or tokens.</param>
    /// <param name="by">The name of who acts, where the caller knows it better than the request.</param>
    public void Record(string verb, AuditThing thing, object? details = null, string? by = null)
    {
        var actor = who();
        Add(verb, thing, details, by is null || by == actor.Name ? actor : actor with { Id = null, Name = by });
    }

    /// <summary>Adds an entry for a person who acts without being signed in (yet).</summary>
    public void RecordAs(Editor editor, string verb, object? details = null)
    {
        ArgumentNullException.ThrowIfNull(editor);
        Add(verb, Thing(editor), details, who() with { Id = editor.Id, Name = editor.DisplayName });
    }

    public static AuditThing Thing(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new(AuditKinds.Release, Text(release.Id), release.Headline);
    }

    public static AuditThing Thing(MediaContact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new(AuditKinds.Contact, Text(contact.Id), contact.Name);
    }

    public static AuditThing Thing(Theme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        return new(AuditKinds.Theme, Text(theme.Id), theme.Name);
    }

    public static AuditThing Thing(Editor editor)
    {
        ArgumentNullException.ThrowIfNull(editor);
        return new(AuditKinds.Person, editor.Id, editor.DisplayName);
    }

    public static AuditThing Thing(Asset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return new(AuditKinds.Media, Text(asset.Id), asset.OriginalName);
    }

    public static AuditThing Thing(ImportBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new(AuditKinds.Import, Text(batch.Id), batch.Source);
    }

    private void Add(string verb, AuditThing thing, object? details, AuditActor actor) =>
        db.Audit.Add(new AuditEntry(clock.GetUtcNow(), actor, verb, thing, details is null ? null : JsonSerializer.Serialize(details, Json)));

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
