using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Contacts;

/// <summary>The rules about contacts that are asked more than once, as queries.</summary>
public static class ContactQueries
{
    /// <summary>Successors follow each other rarely; more steps than this are a ring.</summary>
    private const int MaxSteps = 10;

    /// <summary>The one definition of "who answers now": not merged, begun and not left. <see cref="MediaContact.Answers"/> says the same.</summary>
    public static IQueryable<MediaContact> Answering(this IQueryable<MediaContact> contacts, DateTimeOffset now) =>
        contacts.Where(c => c.MergedIntoId == null && (c.AnswersFrom == null || c.AnswersFrom <= now) && (c.AnswersUntil == null || c.AnswersUntil > now));

    /// <summary>
    /// The contacts whom the public may see: those who answer now for live releases, because the release names them or as successors of whom it names. A contact of drafts alone is as secret as they are.
    /// </summary>
    /// <param name="live">Releases filtered by <see cref="ReleaseQueries.Live"/>.</param>
    public static IQueryable<MediaContact> AnsweringFor(this IQueryable<MediaContact> contacts, IQueryable<Release> live, DateTimeOffset now) =>
        // Three lists that are each made once: a question asked of every contact anew reads every release for every contact.
        contacts.Answering(now).Where(c => live.SelectMany(r => r.Contacts).Select(rc => rc.ContactId).Contains(c.Id)
            || live.SelectMany(r => r.Contacts).Where(rc => rc.Contact!.AnswersUntil <= now).Select(rc => rc.Contact!.SuccessorId).Contains(c.Id)
            || live.SelectMany(r => r.Contacts).Where(rc => rc.Contact!.AnswersUntil <= now && rc.Contact.Successor!.AnswersUntil <= now).Select(rc => rc.Contact!.Successor!.SuccessorId).Contains(c.Id));

    /// <summary>The releases for which a contact answers now: those that name them, and those of contacts who left and whose place they took.</summary>
    public static IQueryable<Release> AnsweredBy(this IQueryable<Release> releases, int contactId, DateTimeOffset now) =>
        releases.Where(r => r.Contacts.Any(rc => rc.ContactId == contactId
            || (rc.Contact!.AnswersUntil <= now && (rc.Contact.SuccessorId == contactId || (rc.Contact.Successor!.AnswersUntil <= now && rc.Contact.Successor.SuccessorId == contactId)))));

    /// <summary>The contacts whom releases name, by identifier: who is named most often first.</summary>
    public static IQueryable<int> MostNamedBy(this IQueryable<MediaContact> contacts, IQueryable<Release> releases) =>
        releases.SelectMany(r => r.Contacts).GroupBy(rc => rc.ContactId).Select(g => new { Id = g.Key, Count = g.Count() })
            .Join(contacts.Where(c => c.MergedIntoId == null), n => n.Id, c => c.Id, (n, c) => new { n.Id, n.Count, c.Name })
            .OrderByDescending(n => n.Count).ThenBy(n => n.Name).Select(n => n.Id);

    /// <summary>
    /// Who answers now in the place of each of <paramref name="ids"/>, in their order and each once: the contact, or their first successor who does. Nobody, where all have left: the press office
    /// answers then.
    /// </summary>
    public static async Task<IReadOnlyList<MediaContact>> StandingForAsync(this IQueryable<MediaContact> contacts, IReadOnlyList<int> ids, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var known = new Dictionary<int, MediaContact>();
        var wanted = ids.Distinct().ToList();
        for (var step = 0; wanted.Count > 0 && step < MaxSteps; step++)
        {
            foreach (var contact in await contacts.AsNoTracking().Where(c => wanted.Contains(c.Id)).ToListAsync(cancellationToken))
                known[contact.Id] = contact;
            wanted = [.. known.Values.Where(c => !c.Answers(now)).Select(Next).OfType<int>().Where(id => !known.ContainsKey(id)).Distinct()];
        }

        return [.. ids.Select(Answerer).OfType<MediaContact>().DistinctBy(c => c.Id)];

        MediaContact? Answerer(int id)
        {
            var at = known.GetValueOrDefault(id);
            for (var step = 0; at is not null && step < MaxSteps; step++)
            {
                if (at.Answers(now))
                    return at;
                at = Next(at) is { } next ? known.GetValueOrDefault(next) : null;
            }

            return null;
        }
    }

    /// <summary>Where the links of a contact lead who was merged or has left; before they begin they lead nowhere.</summary>
    private static int? Next(MediaContact contact) => contact.MergedIntoId ?? (contact.AnswersUntil is null ? null : contact.SuccessorId);
}
