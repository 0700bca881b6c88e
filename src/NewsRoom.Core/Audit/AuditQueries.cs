namespace NewsRoom.Core.Audit;

/// <summary>Which entries are asked for; what is null is not asked.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">The instant after the last.</param>
public sealed record AuditQuestion(string? Actor, string? Verb, string? Kind, string? ThingId, string? Origin, DateTimeOffset? From, DateTimeOffset? Until);

public static class AuditQueries
{
    public static IQueryable<AuditEntry> Asked(this IQueryable<AuditEntry> entries, AuditQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Actor is { } actor)
            entries = entries.Where(e => e.Actor == actor);
        if (question.Verb is { } verb)
            entries = entries.Where(e => e.Verb == verb);
        if (question.Kind is { } kind)
            entries = entries.Where(e => e.Kind == kind);
        if (question.ThingId is { } thing)
            entries = entries.Where(e => e.ThingId == thing);
        if (question.Origin is { } origin)
            entries = entries.Where(e => e.Origin == origin);
        if (question.From is { } from)
            entries = entries.Where(e => e.At >= from);
        if (question.Until is { } until)
            entries = entries.Where(e => e.At < until);
        return entries;
    }

    public static IQueryable<AuditEntry> OfThing(this IQueryable<AuditEntry> entries, string kind, string id) => entries.Where(e => e.Kind == kind && e.ThingId == id);
}
