using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds the offices that a contact block names, alone or beside people: a press office, a duty desk.</summary>
internal sealed class OfficeReader(ContactBlock block)
{
    public static readonly KeySet Nouns = [.. "office team desk department unit service bureau newsroom line direction direccion secretariat secretaria oficina equipo servicio gabinete service équipe communications relations affairs section".Split(' ').Select(w => Segmentation.Words.KeyOf(w))];

    private string Text => block.Text;

    private Word[] Words => block.Words;

    /// <summary>Offices named beside people, each with its own number.</summary>
    public IEnumerable<FoundContact> Beside(IReadOnlyList<ContactBlock.Person> people)
    {
        for (var k = 0; k < block.Phones.Count; k++)
        {
            var to = block.Phones[k].Start;
            var from = k > 0 ? block.Phones[k - 1].End : people.LastOrDefault(p => p.End <= to).End;
            if (Named(from, to) is not var (start, end) || (k == 0 && !IsBehindOr(from, start) && !OwnsFirst(people)) || people.Any(p => p.Start >= from && p.End <= to) || Text[from..to].Contains('\n', StringComparison.Ordinal))
                continue;
            if (block.Phone(block.Phones[k]) is { } phone)
                yield return new(Text[Words[start].Start..Words[end].End], null, Text[Words[start].Start..Words[end].End], phone, null, null, block.LineAt(to));
        }
    }

    /// <summary>"Call the press office on 020 7946 0123 (option 3), or Anna Roe on ext. 4417", "Ring the noise desk, 020 7946 0123. Press: Anna Roe": whether the number before the first person is an office's, which is left behind by "or" or a full stop.</summary>
    public bool OwnsFirst(IReadOnlyList<ContactBlock.Person> people)
    {
        if (block.Phones.Count == 0 || people.Count == 0 || people[0].Start <= block.Phones[0].End || Named(0, block.Phones[0].Start) is not var (_, end) || Text.AsSpan(Words[end].End, block.Phones[0].Start - Words[end].End).Contains('\n'))
            return false;
        var behind = Text.AsSpan(block.Phones[0].End, people[0].Start - block.Phones[0].End);
        if (behind.StartsWith(" (") && behind.IndexOf(')') is > 0 and var close)
            behind = behind[(close + 1)..];
        return !behind.Contains('\n') && (behind.StartsWith(". ") && behind.TrimEnd(' ').EndsWith(':') || behind.TrimStart([',', ' ']) is ['o', 'r', ' ', ..] or ['o', 'u', ' ', ..] or ['o', ' ', ..]);
    }

    /// <summary>A contact without a person: the press office and its number. Null when the block names no way to reach anybody.</summary>
    public FoundContact? Alone()
    {
        var phones = block.Phones.Select(block.Phone).OfType<PhoneNumber>().ToList();
        var email = block.EmailIn(0, Text.Length);
        var name = Name();
        if (phones.Count == 0 && email is null && (name is null || !HasLabel()))
            return null;
        return new(name ?? "Press office", null, name, phones.Count > 0 ? phones[0] : null, phones.Count > 1 && !IsOfOthers() ? phones[1] : null, email, block.LineAt(phones.Count > 0 ? block.Phones[0].Start : 0));
    }

    /// <summary>"Press office: 020 …. Passengers should ring 0800 …", "Press office, 020 …. Professor Roe is on 020 … until Friday": whether the second number is for others than those who ask the office, or somebody else's.</summary>
    private bool IsOfOthers()
    {
        for (var i = Segmentation.Words.FirstFrom(Words, block.Phones[0].End); i >= 0 && i < Words.Length && Words[i].End <= block.Phones[1].Start; i++)
        {
            if (Public.Contains(Words[i].Key) || (Words[i].Is(WordTraits.SentenceStart) && NameReader.IsTitle(Words[i]) && i + 1 < Words.Length && Words[i + 1].Is(WordTraits.Capital)))
                return true;
        }

        return false;
    }

    private static readonly KeySet Public = KeySet.Of("passenger customer patient public visitor resident caller reader parent donor volunteer helpline hotline usager usagers voyageur voyageurs client clients public visiteurs patients riverains publico público viajero viajeros cliente clientes vecinos pacientes");

    private bool HasLabel() => Enumerable.Range(0, Words.Length).Any(i => ContactSentence.LabelAt(Text, Words, i) > 0);

    private string? Name()
    {
        // "Enquiries only to the duty officer, 020 7946 0123. Questions of asylum are for the Home Office": who stands before the number answers.
        if (block.Phones.Count > 0 && Named(0, block.Phones[0].Start) is var (duty, holder) && RoleReader.IsPersonRole(Words[holder]) && !IsOwned(holder + 1))
            return Text[Words[duty].Start..Words[holder].End];
        for (var i = 0; i < Words.Length; i++)
        {
            if (!Nouns.Contains(Words[i].Key) || IsInAddress(i))
                continue;
            var start = i;
            while (start > 0 && (Words[start].Start - Words[start - 1].End <= 2 || IsOwned(start)) && !Text.AsSpan(Words[start - 1].End, Words[start].Start - Words[start - 1].End).ContainsAny(",:;\n") && !PeopleReader.Verbs.Starts(Words[(start - 1)..start]) && !IsArticle(Words[start - 1]) && Lexicon.ContactVerbs.MatchAt(Words, start - 1) != 1)
                start--;
            var end = i;
            while (end + 1 < Words.Length && Text.AsSpan(Words[end].End, Words[end + 1].Start - Words[end].End) is " " && (Words[end + 1].Is(WordTraits.Capital) || Text.AsSpan(Words[end + 1].Start, Words[end + 1].Length) is "of" or "at" or "de") && end - i < 6 && !Words[end + 1].Is(WordTraits.Number) && ContactSentence.LabelAt(Text, Words, end + 1) == 0)
                end++;
            while (end > i && !Words[end].Is(WordTraits.Capital))
                end--;
            end = EndOfSmall(end);
            // "the Blood Service press office": the office of the service.
            for (var next = end + 1; next < Words.Length && next <= end + 3 && IsBeside(next - 1) && !Words[next].Is(WordTraits.Stop); next++)
            {
                if (Nouns.Contains(Words[next].Key) && Words[next].Key != Line && !Words[next].Is(WordTraits.Capital) && !TellsTime(next))
                    end = next;
            }

            // "24-hour press office"
            if (start < i && Words[start].Start > 0 && Text[Words[start].Start - 1] is '-' or '‑')
                start++;
            return Text[Words[start].Start..Words[end].End];
        }

        return Named(0, Text.Length) is var (first, last) ? Text[Words[first].Start..Words[last].End] : Asked();
    }

    /// <summary>"Moderator’s Office"</summary>
    private bool IsOwned(int word) => word < Words.Length && Text.AsSpan(Words[word - 1].End, Words[word].Start - Words[word - 1].End) is "’s " or "'s ";

    /// <summary>"Please contact Rights of Way on 020 7946 0123": who is to be reached, though no word tells that it is an office; null for none.</summary>
    private string? Asked()
    {
        var verb = Lexicon.ContactVerbs.Find(Words);
        if (verb < 0 || block.Phones.Count == 0)
            return null;
        var first = verb + Lexicon.ContactVerbs.MatchAt(Words, verb);
        if (first < Words.Length && IsArticle(Words[first]))
            first++;
        var last = first;
        for (var i = first; i < Words.Length && Words[i].End < block.Phones[0].Start && (i == first || IsBeside(i - 1)) && (Words[i].Is(WordTraits.Capital) || (i > first && Ties.Contains(Words[i].Key))); i++)
            last = Words[i].Is(WordTraits.Capital) ? i : last;
        return first < Words.Length && Words[first].Is(WordTraits.Capital) && last > first && ContactSentence.LabelAt(Text, Words, first) == 0 && Text.AsSpan(Words[last].End, block.Phones[0].Start - Words[last].End).Trim([' ', ',', '(']) is "" or "on" or "at" or "au" or "al" ? Text[Words[first].Start..Words[last].End] : null;
    }

    /// <summary>"newsdesk@harbour.example": the word of an address names no office.</summary>
    private bool IsInAddress(int word)
    {
        var end = Words[word].End;
        while (end < Text.Length && (char.IsLetterOrDigit(Text[end]) || Text[end] is '.' or '-' or '_'))
            end++;
        return end < Text.Length && Text[end] == '@' || Words[word].Start > 0 && Text[Words[word].Start - 1] is '@' or '/' or '.';
    }

    /// <summary>Whether a word means an office, and no way to reach one.</summary>
    public static bool IsOffice(Word word) => Nouns.Contains(word.Key) && word.Key != Line;

    /// <summary>"direction de la communication", "service de presse": what a small word ties to the noun.</summary>
    private int EndOfSmall(int noun)
    {
        var next = noun + 1;
        if (next >= Words.Length || !IsBeside(noun) || !SmallTies.Contains(Words[next].Key) || Words[next].Is(WordTraits.Capital))
            return noun;
        next++;
        if (next < Words.Length && Text.AsSpan(Words[next].Start, Words[next].Length) is "la" or "l" or "los" or "las")
            next++;
        return next < Words.Length && Text[Words[next - 1].End] is ' ' or '’' or '\'' && !Words[next].Is(WordTraits.Stop | WordTraits.Number) ? next : noun;
    }

    private static readonly KeySet SmallTies = KeySet.Of("de du des del");

    private static bool IsArticle(Word word) => word.Is(WordTraits.Stop) && !word.Is(WordTraits.Capital);

    public bool IsNamed(int from, int to) => Named(from, to) is not null;

    /// <summary>"Anna Roe, email, or the press office on 020 …": the first number behind somebody is the office's.</summary>
    public bool IsNamedBehindOr(int from, int to) => Named(from, to) is var (start, _) && IsBehindOr(from, start);

    private bool IsBehindOr(int from, int start)
    {
        var or = start - 1;
        if (or > 0 && IsArticle(Words[or]) && PeopleReader.Connectors.MatchAt(Words, or) == 0)
            or--;
        // "Anna Roe is available for interview through the press desk on 020 …"
        if (from > 0 && or > 0 && Words[or].Start > from && Text.AsSpan(Words[or].Start, Words[or].Length) is "through" or "via" && Segmentation.Words.FirstFrom(Words, from) is > 0 and var behind && ContactSentence.AnswersFrom(Words, behind - 1))
            return true;
        return from > 0 && or > 0 && Words[or].Start > from && Text.AsSpan(Words[or].Start, Words[or].Length) is "or" or "ou" or "o" && Text.AsSpan(from, Words[or].Start - from).TrimEnd(' ') is [.., ','];
    }

    /// <summary>"or the Harbour Commission in Cork": an organisation that answers as well; the word behind its last capital, 0 for none.</summary>
    private int OrganisationEnd(int or, int to)
    {
        if (Text.AsSpan(Words[or].Start, Words[or].Length) is not ("or" or "ou" or "o") || or + 2 >= Words.Length || !IsArticle(Words[or + 1]) || !Words[or + 2].Is(WordTraits.Capital))
            return 0;
        var (end, named) = (0, false);
        for (var i = or + 2; i < Words.Length && Words[i].End <= to && (i == or + 2 || IsBeside(i - 1)) && (Words[i].Is(WordTraits.Capital | WordTraits.Stop)); i++)
        {
            if (!Words[i].Is(WordTraits.Capital))
                continue;
            if (RoleReader.IsPersonRole(Words[i]) || ContactSentence.LabelAt(Text, Words, i) > 0)
                return 0;
            named |= NameReader.IsOrganisation(Words[i]);
            end = i + 1;
        }

        return named ? end : 0;
    }

    /// <summary>The words that name an office ("the press office") or whoever is on duty ("out of hours the duty press officer") between two offsets; null for none.</summary>
    private (int Start, int End)? Named(int from, int to)
    {
        for (var i = Segmentation.Words.FirstFrom(Words, from); i >= 0 && i < Words.Length && Words[i].End <= to; i++)
        {
            var office = (Nouns.Contains(Words[i].Key) && (Words[i].Key != Line || (i > 0 && PressWords.Contains(Words[i - 1].Key)))) || Desks.Contains(Words[i].Key);
            if ((office || RoleReader.IsPersonRole(Words[i])) && IsInAddress(i))
                continue;
            if ((office && !TellsTime(i)) || (RoleReader.IsPersonRole(Words[i]) && IsHeldByTurns(i, from)))
                return (StartOf(i, from), EndOf(i, to));
            if (OrganisationEnd(i, to) is > 0 and var end)
                return (i + 2, end - 1);
        }

        return null;
    }

    private int StartOf(int noun, int from)
    {
        var start = noun;
        while (start > 0 && Words[start - 1].Start >= from && IsBeside(start - 1) && PeopleReader.Connectors.MatchAt(Words, start - 1) == 0 && (!IsArticle(Words[start - 1]) || Text[Words[start - 1].End] != ' '))
            start--;
        return start;
    }

    /// <summary>"jefe de prensa de guardia": what a small word ties to a role behind it.</summary>
    private int EndOf(int noun, int to)
    {
        var end = noun;
        while (end + 2 < Words.Length && Words[end + 2].End <= to && IsBeside(end) && IsBeside(end + 1) && Ties.Contains(Words[end + 1].Key))
            end += 2;
        return end;
    }

    private bool IsBeside(int word) => Text[Words[word].End..Words[word + 1].Start] is " " or "-" or "‑" or "’ " or "' " or "’s " or "'s ";

    /// <summary>"the duty press officer", "our on-call officer", "the head of media": a role of whoever holds it, and no word of the person named before.</summary>
    private bool IsHeldByTurns(int role, int from)
    {
        for (var i = role - 1; i >= 0 && i >= role - 4 && Words[i].Start >= from && IsBeside(i); i--)
        {
            if (Turns.Contains(Words[i].Key) || Text.AsSpan(Words[i].Start, Words[i].Length) is "the" or "our" or "le" or "la" or "el" or "notre" or "nuestro" or "nuestra")
                return true;
        }

        return false;
    }

    /// <summary>Desks that answer beside an office.</summary>
    private static readonly KeySet Desks = KeySet.Of("switchboard newsdesk helpdesk standard astreinte permanence centralita guardia");

    private static readonly KeySet Turns = KeySet.Of("duty call");

    private static readonly KeySet Ties = KeySet.Of("of for de du des");

    /// <summary>"(office hours)", "(bureau)", "outside office hours", "heures de bureau": which number of somebody's it is or when it is answered, not whose.</summary>
    private bool TellsTime(int at) =>
        (at + 1 < Words.Length && Words[at + 1].Key == Hours) || (at > 1 && Words[at - 2].Key is var time && (time == Heures || time == Horas))
        || (Words[at].Start > 0 && Text[Words[at].Start - 1] == '(' && Text[Math.Min(Words[at].End, Text.Length - 1)] == ')');

    private static readonly uint Hours = Segmentation.Words.KeyOf("hours"), Heures = Segmentation.Words.KeyOf("heures"), Horas = Segmentation.Words.KeyOf("horas");

    /// <summary>"Customs press line": a line of its own, and not the label of a number.</summary>
    private static readonly KeySet PressWords = KeySet.Of("press media news");

    private static readonly uint Line = Segmentation.Words.KeyOf("line");
}
