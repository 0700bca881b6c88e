namespace NewsRoom.Core.Audit;

/// <summary>Something that somebody did, written in the transaction of the change itself. Entries are added and read, never changed and never deleted.</summary>
public sealed class AuditEntry
{
    public const int MaxLabel = 200;

    public const int MaxDetails = 2000;

    private AuditEntry() { }

    public AuditEntry(DateTimeOffset at, AuditActor actor, string verb, AuditThing thing, string? details)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(thing);
        At = at;
        ActorId = actor.Id;
        Actor = Cut(actor.Name, MaxLabel);
        Origin = actor.Origin;
        Verb = verb;
        Kind = thing.Kind;
        ThingId = thing.Id;
        Label = Cut(thing.Label, MaxLabel);
        Details = details is null || details.Length > MaxDetails ? null : details;
    }

    /// <summary>Larger is later.</summary>
    public long Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The account; null for the command line, an import, or somebody who is not signed in.</summary>
    public string? ActorId { get; private set; }

    /// <summary>The name at that time.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>What was done: one of <see cref="AuditVerbs"/>.</summary>
    public string Verb { get; private set; } = "";

    /// <summary>What kind of thing it was done to: one of <see cref="AuditKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public string ThingId { get; private set; } = "";

    /// <summary>What the thing was called at that time.</summary>
    public string Label { get; private set; } = "";

    /// <summary>A keyed hash of the network address: the same place has the same mark, and the address cannot be had back. Null where there was none.</summary>
    public string? Origin { get; private set; }

    /// <summary>A small JSON object; never a text, a password or a token.</summary>
    public string? Details { get; private set; }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

/// <summary>Who acts, and from where.</summary>
/// <param name="Id">The account; null where there is none.</param>
/// <param name="Name">The name that histories show, or "command line".</param>
/// <param name="Origin">The keyed hash of the network address.</param>
public sealed record AuditActor(string? Id, string Name, string? Origin);

/// <summary>What something was done to.</summary>
public sealed record AuditThing(string Kind, string Id, string Label);
