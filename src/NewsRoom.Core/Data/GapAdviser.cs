using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Data;

/// <summary>An address that may belong into a gap, and what speaks for it.</summary>
public sealed record GapSuggestion(string Address, string Why);

/// <summary>A contact of the release that has no address yet.</summary>
public sealed record GapContact(int Id, string Name);

/// <summary>What an editor is told beside a gap.</summary>
/// <param name="LinesBefore">The lines over it that say whose address it was, where its sentence does not.</param>
/// <param name="Suggestions">The most fitting first.</param>
/// <param name="Prefill">The suggestion that is certain enough to stand in the field; null for none.</param>
/// <param name="Contact">The one of <paramref name="Contacts"/> whose address it was; null when that cannot be told.</param>
public sealed record GapAdvice(IReadOnlyList<string> LinesBefore, IReadOnlyList<GapSuggestion> Suggestions, string? Prefill, IReadOnlyList<GapContact> Contacts, int? Contact);

/// <summary>Looks up what is known of the addresses that gaps lost.</summary>
public sealed class GapAdviser(NewsRoomDbContext db)
{
    private const int MostSuggestions = 3;

    /// <summary>How many contacts of other releases are looked at for one page of gaps.</summary>
    private const int MostKnown = 500;

    private sealed record Person(int Id, string Name, string? Office, string? Email);

    private sealed record Own(int ReleaseId, Person Person);

    private sealed record Mended(int ReleaseId, string Sentence, string Mend);

    /// <summary>The advice on each gap, by its id.</summary>
    public async Task<IReadOnlyDictionary<int, GapAdvice>> AdviseAsync(IReadOnlyCollection<Gap> gaps, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        var releases = gaps.Select(g => g.ReleaseId).Distinct().ToList();
        var bodies = await db.Revisions.AsNoTracking().Where(v => releases.Contains(v.ReleaseId) && db.Releases.Any(r => r.Id == v.ReleaseId && r.LatestRevisionNumber == v.Number))
            .Select(v => new { v.ReleaseId, v.Body }).ToDictionaryAsync(v => v.ReleaseId, v => v.Body, cancellationToken);
        var open = (await db.Gaps.AsNoTracking().Where(g => releases.Contains(g.ReleaseId) && g.MendedAt == null).OrderBy(g => g.Position).ToListAsync(cancellationToken)).ToLookup(g => g.ReleaseId);
        var own = (await db.Set<ReleaseContact>().AsNoTracking().Where(c => releases.Contains(c.ReleaseId)).OrderBy(c => c.Position)
            .Select(c => new Own(c.ReleaseId, new Person(c.ContactId, c.Contact!.Name, c.Contact.Office, c.Contact.Email))).ToListAsync(cancellationToken)).ToLookup(c => c.ReleaseId, c => c.Person);
        var passages = gaps.ToDictionary(g => g.Id, g => GapText.PlaceOf(bodies[g.ReleaseId], g, open[g.ReleaseId]) is { } place
            ? GapPassage.Of(bodies[g.ReleaseId], place, g, [.. own[g.ReleaseId].Select(p => p.Name)])
            : null);
        var known = await KnownAsync([.. own.SelectMany(p => p).Select(p => p.Name).Distinct()], string.Join('\n', gaps.Where(g => g.Kind == GapKind.MissingEmail).Select(g => Around(g, passages[g.Id]))), cancellationToken);
        var links = await LinksAsync([.. gaps.Where(g => g.Kind != GapKind.MissingEmail)], cancellationToken);
        return gaps.ToDictionary(g => g.Id, g => g.Kind == GapKind.MissingEmail
            ? OfEmail(g, passages[g.Id], bodies[g.ReleaseId], [.. own[g.ReleaseId]], known)
            : OfLink(g, passages[g.Id], [.. links(g)]));
    }

    private static string Around(Gap gap, GapPassage? passage) => string.Join('\n', [.. passage?.LinesBefore ?? [], passage?.Before ?? "", gap.Sentence]);

    /// <summary>Contacts with an address that have one of the names, or stand in the text.</summary>
    private Task<List<Person>> KnownAsync(List<string> names, string text, CancellationToken cancellationToken) =>
        db.Contacts.AsNoTracking().Where(c => c.Email != null && c.MergedIntoId == null && (names.Contains(c.Name) || text.Contains(c.Name))).OrderBy(c => c.Id).Take(MostKnown)
            .Select(c => new Person(c.Id, c.Name, c.Office, c.Email)).ToListAsync(cancellationToken);

    private static GapAdvice OfEmail(Gap gap, GapPassage? passage, string body, List<Person> own, List<Person> known)
    {
        var around = Around(gap, passage);
        // An office that every organisation has is the same one only where its organisation is named too.
        bool IsSame(Person p) => !GenericOffice.Is(p.Name) || (p.Office is not null && !GenericOffice.Is(p.Office) && GapNames.Stands(around, p.Office));
        var elsewhere = known.Where(k => own.TrueForAll(p => p.Id != k.Id) && k.Name.Contains(' ', StringComparison.Ordinal) && IsSame(k)
            && (GapNames.Stands(around, k.Name) || own.Exists(p => p.Name == k.Name))).ToList();
        var addressee = GapNames.Addressee(passage, gap, [.. own.Concat(elsewhere).Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase)]);
        bool IsAddressee(Person p) => string.Equals(p.Name, addressee, StringComparison.OrdinalIgnoreCase);
        var asked = own.Where(IsAddressee).ToList();
        var certain = asked.Where(p => p.Email is { } email && (IsSame(p) || (asked.Count == 1 && body.Contains(email, StringComparison.OrdinalIgnoreCase)))).ToList();
        if (certain.Count == 0)
            certain = [.. elsewhere.Where(IsAddressee)];
        var suggestions = certain.Concat(own.Where(p => p.Email is not null)).Concat(elsewhere).DistinctBy(p => p.Email, StringComparer.OrdinalIgnoreCase).Take(MostSuggestions)
            .Select(p => new GapSuggestion(p.Email!, $"{(p.Office is null || p.Office == p.Name ? p.Name : $"{p.Name}, {p.Office}")}, {(own.Contains(p) ? "a contact of this release" : "as known elsewhere")}"));
        var without = own.Where(p => p.Email is null).DistinctBy(p => p.Id).Select(p => new GapContact(p.Id, p.Name)).ToList();
        return new(passage?.LinesBefore ?? [], [.. suggestions], certain.DistinctBy(p => p.Email, StringComparer.OrdinalIgnoreCase).ToList() is [var one] ? one.Email : null, without,
            asked is [{ Email: null, Id: var id }] ? id : null);
    }

    private static GapAdvice OfLink(Gap gap, GapPassage? passage, List<string> mends)
    {
        var isTelling = IsTelling(gap.Sentence);
        var why = isTelling ? "mended so where the same sentence stands" : "mended so where the same words stand on the same page of the archive";
        return new(passage?.LinesBefore ?? [], [.. mends.Take(MostSuggestions).Select(m => new GapSuggestion(m, why))], isTelling && mends is [var only] ? only : null, [], null);
    }

    /// <summary>What stands in mended gaps of the same sentence: anywhere, or, where the sentence tells nothing, on the same page of the archive. The most frequent first.</summary>
    private async Task<Func<Gap, IEnumerable<string>>> LinksAsync(List<Gap> gaps, CancellationToken cancellationToken)
    {
        var sentences = gaps.Select(g => g.Sentence).Distinct().ToList();
        var releases = gaps.Select(g => g.ReleaseId).Distinct().ToList();
        var mended = (await db.Gaps.AsNoTracking().Where(g => g.Mend != null && g.Mend != "" && g.Kind != GapKind.MissingEmail && sentences.Contains(g.Sentence))
            .Select(g => new Mended(g.ReleaseId, g.Sentence, g.Mend!)).ToListAsync(cancellationToken)).ToLookup(m => m.Sentence);
        var pages = mended.Count == 0
            ? Enumerable.Empty<(int, int)>().ToLookup(p => p.Item1, p => p.Item2)
            : (await db.Sources.AsNoTracking().Where(s => db.Sources.Any(o => releases.Contains(o.ReleaseId) && o.DocumentId == s.DocumentId))
                .Select(s => new { s.ReleaseId, s.DocumentId }).ToListAsync(cancellationToken)).ToLookup(s => s.ReleaseId, s => s.DocumentId);
        return gap => mended[gap.Sentence].Where(m => IsTelling(gap.Sentence) || pages[m.ReleaseId].Intersect(pages[gap.ReleaseId]).Any())
            .GroupBy(m => m.Mend).OrderByDescending(g => g.Count()).Select(g => g.Key);
    }

    /// <summary>What is said around links everywhere: "For more information, please click here", "Website:".</summary>
    private static readonly KeySet Stock = KeySet.Of(
        "for more further full information info detail details please click here read see visit our your website site webpage page web url link following follow below download downloaded available find found out about contact email mail phone press media release report video film photo photograph picture image map document pdf watch view listen register registration book booking online http https www twitter facebook instagram can get get go latest new " +
        "pour plus information renseignement cliquez ici consulter consultez site page internet lien télécharger disponible rapport vidéo suivez para más información haga clic aquí consulte visite sitio página enlace descargar disponible informe síguenos");

    private const int Telling = 3;

    /// <summary>Whether a sentence holds enough words of its own that it leads to the same page wherever it stands.</summary>
    private static bool IsTelling(string sentence) =>
        Words.Of(sentence).Where(w => w.Length > 2 && !w.Is(WordTraits.Stop) && !w.Is(WordTraits.Number) && !Stock.Contains(w.Key)).DistinctBy(w => w.Key).Count() >= Telling;
}
