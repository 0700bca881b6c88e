namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Reads the contact blocks of a release: who answers, in which role and office, under which number and address.</summary>
internal static class ContactExtractor
{
    /// <summary>A release with more contacts than this names none that a reader could use: what lies beyond is left in its text.</summary>
    private const int MaxContacts = 100;

    /// <param name="release">The release.</param>
    /// <param name="country">Calling code that numbers without one belong to; null when the page does not tell.</param>
    public static List<FoundContact> Find(ReleaseText release, string? country)
    {
        var contacts = new List<FoundContact>();
        var ranks = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = release.First; i <= release.Last && contacts.Count < MaxContacts; i++)
        {
            if (release.Page.BlockStart(i) != i && !(release.Page.BlockStart(i) >= 0 && i == release.First))
                continue;
            var end = Math.Min(release.Page.BlockEnd(i), release.Last);
            foreach (var contact in ReadBlock(release, i, end, country, ranks))
                Add(contacts, contact);
            i = end;
        }

        for (var i = 0; i < contacts.Count; i++)
        {
            // "Sergeant" is what somebody is where nothing else is told.
            if (contacts[i].Role is null && (RoleReader.InBody(release, contacts[i].Name) ?? ranks.GetValueOrDefault(contacts[i].Name)) is { } role)
                contacts[i] = contacts[i] with { Role = role };
        }

        return contacts;
    }

    private static void Add(List<FoundContact> contacts, FoundContact contact)
    {
        var known = contacts.FindIndex(c => string.Equals(c.Name, contact.Name, StringComparison.OrdinalIgnoreCase));
        if (known < 0)
        {
            contacts.Add(contact);
            return;
        }

        var old = contacts[known];
        var other = old.OtherPhone ?? (old.Phone is not null && contact.Phone is not null && contact.Phone.Value.E164 != old.Phone.Value.E164 ? contact.Phone : contact.OtherPhone);
        contacts[known] = old with { Role = old.Role ?? contact.Role, Office = old.Office ?? contact.Office, Phone = old.Phone ?? contact.Phone, OtherPhone = other, Email = old.Email ?? contact.Email };
    }

    private static List<FoundContact> ReadBlock(ReleaseText release, int first, int last, string? country, Dictionary<string, string> ranks)
    {
        var block = new ContactBlock(release, first, last, country);
        var offices = new OfficeReader(block);
        var people = block.People;
        if (people.Count == 0)
            return offices.Alone() is { } office ? [office] : [];

        var contacts = new List<FoundContact>();
        foreach (var person in people)
        {
            if (person.Rank is { } rank)
                ranks.TryAdd(person.Name, rank);
        }

        for (var i = 0; i < people.Count; i++)
            contacts.Add(block.Read(people[i], i + 1 < people.Count ? people[i + 1].Start : block.Text.Length));
        ShareOffices(block, contacts);
        // "Anna Roe or Ben Cole on 020 7946 0123": one number reaches both.
        for (var i = people.Count - 2; i >= 0; i--)
        {
            if (block.AreJoined(people[i], people[i + 1]) && contacts[i].Role is null && RoleReader.Singular(contacts[i + 1].Role) is { } role)
                (contacts[i], contacts[i + 1]) = (contacts[i] with { Role = role }, contacts[i + 1] with { Role = role });
            if (contacts[i] is not { Phone: null, Email: null } || !(block.AreJoined(people[i], people[i + 1]) || block.ReachesBoth(people[i], people[i + 1])))
                continue;
            // "Anna Roe or Ben Cole, 020 7946 0123 (Roe), 020 7946 0124 (Cole)": one each.
            if (contacts[i + 1] is { OtherPhone: not null } pair && block.NumbersAreNamed(people[i], people[i + 1]))
                (contacts[i], contacts[i + 1]) = (contacts[i] with { Phone = pair.Phone }, pair with { Phone = pair.OtherPhone, OtherPhone = null });
            else
                contacts[i] = contacts[i] with { Phone = contacts[i + 1].Phone, OtherPhone = contacts[i + 1].OtherPhone, Office = contacts[i].Office ?? contacts[i + 1].Office };
        }

        contacts.AddRange(offices.Beside(people));
        return contacts;
    }

    /// <summary>"Harbour Trust Cork: Anna Roe, 020 7946 0123, or Ben Cole, 020 7946 0124": the office before the colon is that of both.</summary>
    private static void ShareOffices(ContactBlock block, List<FoundContact> contacts)
    {
        string? office = null;
        for (var i = 0; i < contacts.Count; i++)
        {
            var (position, name) = (new PositionReader(block), block.People[i].Start);
            var goesOn = i > 0 && block.AreOnOneLine(block.People[i - 1], block.People[i]) && !block.Text.AsSpan(0, name).TrimEnd(' ').EndsWith(':');
            office = position.BeforeColon(name) ?? position.OfficeBeforeColon(name) ?? (goesOn ? office : null);
            if (contacts[i].Office is null && (position.BeforeComma(name) ?? office) is { } found)
                contacts[i] = contacts[i] with { Office = found };
        }
    }
}
