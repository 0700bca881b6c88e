using System.Text;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion.Segmentation;

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
        for (var i = release.First; i <= release.Last && contacts.Count < MaxContacts; i++)
        {
            if (release.Page.BlockStart(i) != i && !(release.Page.BlockStart(i) >= 0 && i == release.First))
                continue;
            var end = Math.Min(release.Page.BlockEnd(i), release.Last);
            foreach (var contact in ReadBlock(release, i, end, country))
                Add(contacts, contact);
            i = end;
        }

        for (var i = 0; i < contacts.Count; i++)
        {
            if (contacts[i].Role is null && RoleReader.InBody(release, contacts[i].Name) is { } role)
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

    private static List<FoundContact> ReadBlock(ReleaseText release, int first, int last, string? country)
    {
        var block = new ContactBlock(release, first, last, country);
        var people = block.People();
        var contacts = new List<FoundContact>();
        if (people.Count == 0)
        {
            if (block.Office() is { } office)
                contacts.Add(office);
            return contacts;
        }

        for (var i = 0; i < people.Count; i++)
            contacts.Add(block.Read(people[i], i + 1 < people.Count ? people[i + 1].Start : block.Text.Length));
        contacts.AddRange(block.OfficesBeside(people));
        return contacts;
    }
}

/// <summary>The text of a contact block, its lines joined by line feeds.</summary>
internal sealed class ContactBlock
{
    private static readonly PhraseSet Connectors = new("or|and|alternatively|ou|et|o|y|e");

    private static readonly PhraseSet Verbs = new([Lexicon.ContactVerbs, new("contact|contacting|call|calling|telephone|phone|ring|email|e mail|to|speak to|speak with|reach|name|contactez|contacter|appeler|joindre|contacte|contactar|con|llame|comunicarse con|auprès de|by contacting|are|is|attention|attn|with|from|through|of|aupres de|avec|par|a traves de|tell|dirigirse a")]);

    /// <summary>A longer block is none: it is read up to here.</summary>
    private const int MaxLength = 16_000;

    private readonly string? _country;
    private List<Person>? _people;
    private readonly List<(int Offset, Paragraph Paragraph, int From)> _lines = [];
    private readonly int _from;

    public ContactBlock(ReleaseText release, int first, int last, string? country)
    {
        _country = country;
        var builder = new StringBuilder(Math.Min(MaxLength, release[first].Text.Length + (last - first) * 60 + 1));
        for (var i = first; i <= last && builder.Length < MaxLength; i++)
        {
            var paragraph = release[i];
            var from = 0;
            // Only the sentence that leads in, when it closes a longer paragraph.
            if (paragraph.Is(Traits.ContactLead) && paragraph.Text.Length > 200)
            {
                var lead = ParagraphClassifier.LeadAt(paragraph.Words);
                if (lead < 0)
                    lead = ParagraphClassifier.ReachAt(paragraph, true, true);
                if (lead > 0)
                    from = paragraph.Words[lead].Start;
            }

            _lines.Add((builder.Length, paragraph, from));
            builder.Append(paragraph.Text, from, Math.Min(paragraph.Text.Length - from, MaxLength)).Append('\n');
        }

        Text = builder.ToString();
        Words = Segmentation.Words.Of(Text);
        Phones = PhoneScanner.Find(Text);
        _from = LeadEnd();
    }

    public string Text { get; }

    public Word[] Words { get; }

    private List<(int Start, int End)> Phones { get; }

    public readonly record struct Person(string Name, int Start, int End);

    public int LineAt(int offset)
    {
        for (var i = _lines.Count - 1; i >= 0; i--)
        {
            if (_lines[i].Offset <= offset)
                return _lines[i].Paragraph.LineAt(offset - _lines[i].Offset + _lines[i].From);
        }

        return _lines[0].Paragraph.StartLine;
    }

    /// <summary>The people named, in order: a name counts where one is to be expected — behind a verb of contacting, a connector, a colon, a number, or at the start of a line.</summary>
    public List<Person> People() => _people ??= FindPeople();

    private List<Person> FindPeople()
    {
        var people = new List<Person>();
        var expected = false;
        var phone = 0;
        for (var i = 0; i < Words.Length; i++)
        {
            var word = Words[i];
            var gap = i == 0 ? "\n" : Text.AsSpan(Words[i - 1].End, word.Start - Words[i - 1].End);
            // The first number that ends behind the beginning of the word before.
            while (phone < Phones.Count && i > 0 && Phones[phone].End <= Words[i - 1].Start)
                phone++;
            if (gap.Contains('\n') || gap.ContainsAny(':', ';') || (people.Count > 0 && phone < Phones.Count && Phones[phone].Start >= people[^1].End && Phones[phone].End <= word.Start))
                expected = i >= _from || (gap.Contains('\n') && word.Is(WordTraits.Capital));
            if (Verbs.MatchAt(Words, i) is > 0 and var v && (i + v >= _from || _from == 0) && (!word.Is(WordTraits.Capital) || gap.Contains('\n')))
            {
                expected = true;
                i += v - 1;
                continue;
            }

            if (i > 0 && Connectors.MatchAt(Words, i) > 0)
            {
                expected = i >= _from;
                continue;
            }

            if (!expected && people.Count == 0 && LeadsToNumber(i))
                expected = true;
            if (expected && !FollowsArticle(i) && NameReader.Read(Text, Words, i, out var next, mayBeRole: true) is { } name && name.Contains(' ', StringComparison.Ordinal) && !IsLeadIn(i) && IsPersonHere(i, next))
            {
                var rank = NameReader.RankStart(Text, Words, i);
                people.Add(new(Strip(Text[Words[rank].Start..Words[next - 1].End]), Words[rank].Start, Words[next - 1].End));
                i = next - 1;
                expected = false;
                continue;
            }

            expected = expected && KeepsExpecting(i);
        }

        return people;
    }

    /// <summary>"the Chapter Clerk, Anna Roe": what an article stands before is no name.</summary>
    private bool FollowsArticle(int at) => at > 0 && Text.AsSpan(Words[at - 1].Start, Words[at - 1].Length) is "the" or "our" or "le" or "la" or "les" or "el" or "los" or "las" && Text[Words[at].Start - 1] == ' ';

    /// <summary>Whether a name at this word would have a number right behind it: "Anna Roe, 020 7946 0123", "Anna Roe (020 …)", "Anna Roe on 020 …".</summary>
    private bool LeadsToNumber(int at)
    {
        if (!Words[at].Is(WordTraits.Capital) || at + 1 >= Words.Length || !Words[at + 1].Is(WordTraits.Capital) || NameReader.Read(Text, Words, at, out var next, mayBeRole: true) is null)
            return false;
        var end = Words[next - 1].End;
        var number = Phones.Find(p => p.Start >= end);
        return number.End > 0 && number.Start - end is > 0 and < 12 && Text.AsSpan(end, number.Start - end).Trim() is "," or ":" or "(" or "on" or "at" or "–" or "-" or "" or "au" or "al" or ", tel" or ", tel." or "(tel";
    }

    /// <summary>One contact: what stands between this name and the next one.</summary>
    public FoundContact Read(Person person, int end)
    {
        var ranges = Phones.SkipWhile(p => p.Start < person.End).TakeWhile(p => p.Start < end).ToList();
        // "Anna Roe +44 … or the press office +44 …": the second number is not hers.
        if (ranges.Count > 1 && Enumerable.Range(1, ranges.Count - 1).FirstOrDefault(k => NamesOffice(ranges[k - 1].End, ranges[k].Start)) is > 0 and var foreign)
            ranges.RemoveRange(foreign, ranges.Count - foreign);
        var phones = ranges.Select(p => Phone(p)).OfType<PhoneNumber>().ToList();
        // "on 020 7946 0123 or contact Jane Roe": a number before the only name.
        if (phones.Count == 0 && Alone(person) is { } before)
            phones.Add(before);
        var email = EmailIn(person.End, end);
        var (role, office) = Describe(person, end);
        role ??= RoleBefore(person.Start);
        return new(person.Name, role, office, phones.Count > 0 ? phones[0] : null, phones.Count > 1 && phones[1].AsWritten != phones[0].AsWritten ? phones[1] : null, email, LineAt(person.Start));
    }

    /// <summary>The number before the only name of a block.</summary>
    private PhoneNumber? Alone(Person person) => People() is [var only] && only.Start == person.Start && Phones is [var phone] && phone.End < person.Start && person.Start - phone.End < 60 && !Text[phone.End..person.Start].Contains('.', StringComparison.Ordinal) ? Phone(phone) : null;

    private bool NamesOffice(int from, int to)
    {
        for (var i = Segmentation.Words.FirstFrom(Words, from); i >= 0 && i < Words.Length && Words[i].End <= to; i++)
        {
            if (OfficeNouns.Contains(Words[i].Key) && Words[i].Key != Line && !TellsTime(i))
                return true;
        }

        return false;
    }

    /// <summary>"(office hours)", "(bureau)": which number of somebody's it is, not whose.</summary>
    private bool TellsTime(int at) => Words[at].Start > 0 && Text[Words[at].Start - 1] == '(' && (Text[Math.Min(Words[at].End, Text.Length - 1)] == ')' || (at + 1 < Words.Length && Words[at + 1].Key == Hours));

    private static readonly uint Hours = Segmentation.Words.KeyOf("hours");

    private static readonly uint Line = Segmentation.Words.KeyOf("line");

    /// <summary>Offices named beside people, each with its own number.</summary>
    public IEnumerable<FoundContact> OfficesBeside(IReadOnlyList<Person> people)
    {
        for (var k = 1; k < Phones.Count; k++)
        {
            var (from, to) = (Phones[k - 1].End, Phones[k].Start);
            if (!NamesOffice(from, to) || people.Any(p => p.Start >= from && p.End <= to) || Text[from..to].Contains('\n', StringComparison.Ordinal))
                continue;
            var noun = Array.FindIndex(Words, w => w.Start >= from && OfficeNouns.Contains(w.Key));
            var start = noun;
            while (start > 0 && Words[start - 1].Start >= from && Words[start].Start - Words[start - 1].End == 1 && Connectors.MatchAt(Words, start - 1) == 0 && !IsArticle(Words[start - 1]))
                start--;
            if (Phone(Phones[k]) is { } phone)
                yield return new(Text[Words[start].Start..Words[noun].End], null, Text[Words[start].Start..Words[noun].End], phone, null, null, LineAt(to));
        }
    }

    /// <summary>A contact without a person: the press office and its number. Null when the block names no way to reach anybody.</summary>
    public FoundContact? Office()
    {
        var phones = Phones.Select(Phone).OfType<PhoneNumber>().ToList();
        var email = EmailIn(0, Text.Length);
        var name = OfficeName();
        if (phones.Count == 0 && email is null && (name is null || !ParagraphHasLabel()))
            return null;
        return new(name ?? "Press office", null, name, phones.Count > 0 ? phones[0] : null, phones.Count > 1 ? phones[1] : null, email, LineAt(phones.Count > 0 ? Phones[0].Start : 0));
    }

    private bool ParagraphHasLabel() => Enumerable.Range(0, Words.Length).Any(i => ParagraphClassifier.LabelAt(Text, Words, i) > 0);

    private static readonly KeySet OfficeNouns = [.. "office team desk department unit service bureau newsroom line oficina equipo servicio gabinete service équipe communications relations".Split(' ').Select(w => Segmentation.Words.KeyOf(w))];

    private string? OfficeName()
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (!OfficeNouns.Contains(Words[i].Key))
                continue;
            var start = i;
            while (start > 0 && Words[start].Start - Words[start - 1].End <= 2 && !Text.AsSpan(Words[start - 1].End, Words[start].Start - Words[start - 1].End).ContainsAny(",:;\n") && !Verbs.Starts(Words[(start - 1)..start]) && !IsArticle(Words[start - 1]) && Lexicon.ContactVerbs.MatchAt(Words, start - 1) != 1)
                start--;
            var end = i;
            while (end + 1 < Words.Length && Text.AsSpan(Words[end].End, Words[end + 1].Start - Words[end].End) is " " && (Words[end + 1].Is(WordTraits.Capital) || Text.AsSpan(Words[end + 1].Start, Words[end + 1].Length) is "of" or "at" or "de") && end - i < 6 && !Words[end + 1].Is(WordTraits.Number) && ParagraphClassifier.LabelAt(Text, Words, end + 1) == 0)
                end++;
            while (end > i && !Words[end].Is(WordTraits.Capital))
                end--;
            return Text[Words[start].Start..Words[end].End];
        }

        return null;
    }

    private static bool IsArticle(Word word) => word.Is(WordTraits.Stop) && !word.Is(WordTraits.Capital);

    private int LeadEnd()
    {
        // The first verb of contacting opens the place where names are: "For more information on Anna Roe’s visit, please contact …".
        var lead = Lexicon.ContactLeads.MatchAt(Words, 0);
        if (lead == 0)
            return 0;
        // "For pictures: Anna Roe, no calls before nine": a colon opens it as well, and the labels behind it are no verbs.
        if (lead < Words.Length && Text.AsSpan(Words[lead - 1].End).TrimStart(' ') is [':', ..])
            return lead;
        var line = Text.IndexOf('\n', StringComparison.Ordinal);
        if (Phones.Count > 0)
            line = Math.Min(line, Phones[0].Start);
        for (var i = 0; i < Words.Length && Words[i].Start < line; i++)
        {
            if (Lexicon.ContactVerbs.MatchAt(Words, i) is > 0 and var n && ParagraphClassifier.LabelAt(Text, Words, i) == 0)
                return i + n;
        }

        return lead;
    }

    private bool IsLeadIn(int at) => Lexicon.ContactLeads.MatchAt(Words, at) > 0 || Lexicon.ContactLabels.MatchAt(Words, at) > 0 && ParagraphClassifier.LabelAt(Text, Words, at) > 0;

    /// <summary>What may stand between "contact" and a name: a title, a role, an office.</summary>
    private bool KeepsExpecting(int at)
    {
        var word = Words[at];
        if (at + 1 < Words.Length && Text.AsSpan(word.End, Words[at + 1].Start - word.End) is var gap && gap.ContainsAny('.', ';') && !NameReader.IsTitle(word) && word.Length > 1)
            return false;
        // "or flood officer Anna Roe": small words up to a role and a name.
        for (var i = at + 1; i + 1 < Words.Length && i <= at + 3 && !Words[i].Is(WordTraits.Capital); i++)
        {
            if (NameReader.IsRole(Words[i]) && Words[i + 1].Is(WordTraits.Capital) && Words[i + 1].Start - Words[i].End <= 2)
                return true;
        }

        return NameReader.IsTitleOrRole(word) || word.Is(WordTraits.Stop) || word.Is(WordTraits.Capital) || (at + 1 < Words.Length && Text[word.End] is ':' or '–');
    }

    private bool IsPersonHere(int at, int next)
    {
        // "Tel" or "@" right behind, a comma, a bracket, a dash, the line's end, or a small word: a name. More capitals: part of an organisation.
        if (next < Words.Length && Words[next].Is(WordTraits.Capital) && Text.AsSpan(Words[next - 1].End, Words[next].Start - Words[next - 1].End) is " " && NameReader.IsOrganisation(Words[next]) && ParagraphClassifier.LabelAt(Text, Words, next) == 0)
            return false;
        var size = next - at;
        return size <= 5;
    }

    private static string Strip(string name)
    {
        var trimmed = name.Trim();
        foreach (var title in (string[])["Mr ", "Mrs ", "Ms ", "Miss "])
        {
            if (trimmed.StartsWith(title, StringComparison.Ordinal))
                return trimmed[title.Length..];
        }

        return trimmed;
    }

    private PhoneNumber? Phone((int Start, int End) range)
    {
        // A fax is not a way to reach somebody before a deadline.
        var before = Text.AsSpan(Math.Max(0, range.Start - 8), Math.Min(8, range.Start));
        if (before.Contains("fax", StringComparison.OrdinalIgnoreCase))
            return null;
        return PhoneNumber.TryParse(Text[range.Start..range.End], _country, out var phone) ? phone : null;
    }

    private string? EmailIn(int from, int to)
    {
        var at = Text.AsSpan(from, to - from).IndexOf('@');
        while (at >= 0)
        {
            var middle = from + at;
            int start = middle, end = middle + 1;
            while (start > from && (char.IsLetterOrDigit(Text[start - 1]) || Text[start - 1] is '.' or '_' or '-' or '+' or '\'' or '%'))
                start--;
            while (end < to && (char.IsLetterOrDigit(Text[end]) || Text[end] is '.' or '-'))
                end++;
            var email = Text[start..end].Trim('.', '-', '\'');
            if (start < middle && email.LastIndexOf('.') > email.IndexOf('@', StringComparison.Ordinal) + 1)
                return email;
            var next = Text.AsSpan(end, to - end).IndexOf('@');
            at = next < 0 ? -1 : end - from + next;
        }

        return null;
    }

    private static readonly char[] PieceEnds = [',', ';', '|', '\n', '(', ')', '–', '—', '/', ':'];

    /// <summary>Role and office out of what stands between the name and the first number, label or address.</summary>
    private (string? Role, string? Office) Describe(Person person, int end)
    {
        var stop = end;
        foreach (var phone in Phones)
        {
            if (phone.Start >= person.End)
            {
                stop = Math.Min(stop, phone.Start);
                break;
            }
        }

        for (var i = Segmentation.Words.FirstFrom(Words, person.End); i >= 0 && i < Words.Length && Words[i].Start < stop; i++)
        {
            if (Words[i].Start >= person.End && Words[i].Start < stop && (ParagraphClassifier.LabelAt(Text, Words, i) > 0 || Lexicon.ContactVerbs.MatchAt(Words, i) > 0 && !NameReader.IsTitleOrRole(Words[i])))
                stop = Words[i].Start;
        }

        var at = Text.IndexOf('@', person.End, Math.Max(0, stop - person.End));
        if (at >= 0)
            stop = Math.Max(person.End, Text.LastIndexOf(' ', at, at - person.End + 1));
        string? role = null, office = null;
        foreach (var raw in Text[person.End..Math.Max(stop, person.End)].Split(PieceEnds, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var piece in raw.Split([". ", " - "], StringSplitOptions.RemoveEmptyEntries))
                Sort(piece, ref role, ref office);
        }

        return (role, office);
    }

    private static void Sort(string raw, ref string? role, ref string? office)
    {
        var piece = raw.Trim(' ', '.', '-');
        var place = false;
        while (FirstWord(piece) is { } first && first is "at" or "in" or "from" or "of" or "with" or "on" or "or" or "and" or "by" or "via" or "the" or "our" or "is" or "de" or "à" or "en" or "chez" or "au" or "del" or "who" or "either" or "out" or "hours")
        {
            place |= first is "at" or "in" or "from" or "with" or "chez" or "au";
            piece = piece[first.Length..].Trim();
        }

        var words = Segmentation.Words.Of(piece);
        if (piece.Length is < 2 or > 100 || words.Length == 0 || !words.Any(w => w.Is(WordTraits.Capital) || NameReader.IsRole(w)))
            return;
        if (TrailingSmall(ref piece, words))
            words = Segmentation.Words.Of(piece);
        if (words.Length == 0)
            return;
        if (!place && role is null && words.Any(NameReader.IsRole) && !IsOfficeOnly(words))
            role = piece;
        else if (office is null && words[0].Is(WordTraits.Capital))
            office = piece;
    }

    /// <summary>Cuts "Press Officer on" to "Press Officer".</summary>
    private static bool TrailingSmall(ref string piece, Word[] words)
    {
        var last = words.Length - 1;
        while (last > 0 && words[last].Is(WordTraits.Stop) && !words[last].Is(WordTraits.Capital))
            last--;
        if (last == words.Length - 1)
            return false;
        piece = piece[..words[last].End];
        return true;
    }

    private static bool IsOfficeOnly(Word[] words) => OfficeNouns.Contains(words[^1].Key) && words[^1].Is(WordTraits.Capital) && words.Length <= 5 || words.Any(w => OfficeNouns.Contains(w.Key)) && !words.Any(w => RoleReader.IsPersonRole(w));

    private static string? FirstWord(string piece)
    {
        var space = piece.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 ? piece[..space] : piece.Length > 0 ? piece : null;
    }

    private string? RoleBefore(int nameStart)
    {
        var index = Array.FindIndex(Words, w => w.Start == nameStart);
        var first = index;
        while (first > 0 && Words[first].Start - Words[first - 1].End <= 2 && (NameReader.IsRole(Words[first - 1]) || (first < index && Words[first - 1].Is(WordTraits.Capital) && !Verbs.Starts(Words[(first - 1)..first]))) && !Text.AsSpan(Words[first - 1].End, Words[first].Start - Words[first - 1].End).ContainsAny(":\n;"))
            first--;
        if (first == index || !RoleReader.IsPersonRole(Words[index - 1]) || Lexicon.ContactLeads.MatchAt(Words, first) > index - first - 1)
            return null;
        return Text[Words[first].Start..Words[index - 1].End];
    }
}
