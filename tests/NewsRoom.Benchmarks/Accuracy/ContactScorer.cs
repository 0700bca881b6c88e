using NewsRoom.Core.Ingestion;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>The fields of a person that the plan found, the same name in several places taken together.</summary>
internal sealed record MergedContact(string? Name, string? Role, string? Office, string? Email, IReadOnlyList<string> Phones);

internal static class ContactScorer
{
    public static List<MergedContact> Merge(IReadOnlyList<FoundContact> contacts) =>
    [
        .. contacts
            .GroupBy(c => Names.Fold(c.Name) is { Length: > 0 } name ? name : $"? {Phones(c).FirstOrDefault() ?? Names.Fold(c.Office)}")
            .Select(same => new MergedContact(
                same.First().Name,
                same.Select(c => c.Role).FirstOrDefault(r => !string.IsNullOrEmpty(r)),
                same.Select(c => c.Office).FirstOrDefault(o => !string.IsNullOrEmpty(o)),
                same.Select(c => c.Email).FirstOrDefault(e => !string.IsNullOrEmpty(e)),
                [.. same.SelectMany(Phones)])),
    ];

    public static void Score(GoldRelease gold, IReadOnlyList<FoundContact> found, Tally tally, List<string> notes)
    {
        var left = Merge(found);
        foreach (var wanted in gold.Contacts)
        {
            var hit = left.Find(c => IsSame(wanted, c));
            if (hit is not null)
                left.Remove(hit);
            if (wanted.Optional)
                continue;
            tally.Add(Count.ContactsInKey);
            tally.AddIf(wanted.PhoneRaw is not null, Count.PhonesInKey);
            if (hit is null)
            {
                notes.Add($"r{gold.Index} contact missed: {wanted.Name ?? wanted.Office}");
                continue;
            }
            tally.Add(Count.ContactsRight);
            ScorePhones(gold, wanted, hit, tally, notes);
            ScoreWords(gold, wanted, hit, tally, notes);
        }
        tally.Add(Count.ContactsWrong, left.Count);
        notes.AddRange(left.Select(c => $"r{gold.Index} not a contact of this release: {c.Name ?? c.Office}"));
    }

    private static bool IsSame(GoldContact wanted, MergedContact found) => wanted.Name is { Length: > 0 }
        ? Names.Fold(found.Name) == Names.Fold(wanted.Name)
        : (wanted.PhoneE164 is not null && found.Phones.Contains(wanted.PhoneE164))
          || (wanted.Office is not null && Names.Overlap(string.IsNullOrEmpty(found.Name) ? found.Office : found.Name, wanted.Office));

    private static void ScorePhones(GoldRelease gold, GoldContact wanted, MergedContact found, Tally tally, List<string> notes)
    {
        var mine = found.Phones.Count > 0 ? found.Phones.Select(p => (string?)p).ToList() : [null];
        if (wanted.PhoneRaw is null)
        {
            if (found.Phones.Count > 0)
                Note(Count.PhonesInvented, $"r{gold.Index} invented phone for {wanted.Name}: {string.Join(' ', found.Phones)}", tally, notes);
            return;
        }
        var good = wanted.PhoneE164Acceptable ?? [wanted.PhoneE164];
        var others = (wanted.OtherPhones ?? []).Select(p => p.E164).ToList();
        if (mine.Any(good.Contains) && mine.All(p => good.Contains(p) || others.Contains(p)))
            tally.Add(Count.PhonesRight);
        else
            notes.Add($"r{gold.Index} phone of {wanted.Name ?? wanted.Office}: {string.Join(' ', mine)} instead of {string.Join('/', good)}");
        tally.Add(Count.SecondPhonesInKey, others.Count);
        tally.Add(Count.SecondPhonesRight, others.Count(mine.Contains));
    }

    private static void ScoreWords(GoldRelease gold, GoldContact wanted, MergedContact found, Tally tally, List<string> notes)
    {
        if (wanted.Email is not null)
        {
            tally.Add(Count.MailsInKey);
            tally.AddIf(string.Equals(wanted.Email, found.Email, StringComparison.OrdinalIgnoreCase), Count.MailsRight);
        }
        else if (found.Email is not null)
        {
            Note(Count.MailsInvented, $"r{gold.Index} invented e-mail: {found.Email}", tally, notes);
        }
        tally.AddIf(wanted.Role is not null, Count.RolesInKey);
        tally.AddIf(wanted.Role is not null && Names.Overlap(wanted.Role, found.Role), Count.RolesRight);
        tally.AddIf(wanted.Office is not null, Count.OfficesInKey);
        tally.AddIf(wanted.Office is not null && Names.Overlap(wanted.Office, found.Office), Count.OfficesRight);
    }

    private static IEnumerable<string> Phones(FoundContact contact) =>
        new[] { contact.Phone?.E164, contact.OtherPhone?.E164 }.Select(Names.Digits).OfType<string>();

    private static void Note(Count count, string note, Tally tally, List<string> notes)
    {
        tally.Add(count);
        notes.Add(note);
    }
}
