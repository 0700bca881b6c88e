using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Reads the role and the office of a person out of the words around the name in a contact block.</summary>
internal sealed class PositionReader(ContactBlock block)
{
    private static readonly System.Buffers.SearchValues<char> PieceEnds = System.Buffers.SearchValues.Create(",;|\n()–—/:");

    private static readonly string[] Stops = [". ", " - "];

    private string Text => block.Text;

    private Word[] Words => block.Words;

    /// <summary>Role and office out of what stands between the name and the first number, label or address.</summary>
    public (string? Role, string? Office) Read(ContactBlock.Person person, int end)
    {
        var stop = end;
        foreach (var phone in block.Phones)
        {
            if (phone.Start >= person.End)
            {
                stop = Math.Min(stop, phone.Start);
                break;
            }
        }

        for (var i = Segmentation.Words.FirstFrom(Words, person.End); i >= 0 && i < Words.Length && Words[i].Start < stop; i++)
        {
            if (Words[i].Start >= person.End && Words[i].Start < stop && (ContactSentence.LabelAt(Text, Words, i) > 0 || Lexicon.ContactVerbs.MatchAt(Words, i) > 0 && !NameReader.IsTitleOrRole(Words[i])))
                stop = Words[i].Start;
        }

        var at = Text.IndexOf('@', person.End, Math.Max(0, stop - person.End));
        if (at >= 0)
            stop = Math.Max(person.End, Text.LastIndexOf(' ', at, at - person.End + 1));
        stop = BeforeAlternative(person.End, stop, end);
        string? role = null, office = null;
        var between = Text.AsSpan(person.End, Math.Max(stop, person.End) - person.End);
        foreach (var range in between.SplitAny(PieceEnds))
        {
            if (between[range].Trim(' ').IsEmpty)
                continue;
            foreach (var piece in between[range].ToString().Split(Stops, StringSplitOptions.RemoveEmptyEntries))
                Sort(piece, ref role, ref office);
        }

        return (role, office);
    }

    /// <summary>"Anna Roe (via the press office), or press officer Ben Cole": what stands between "or" and the next name is said of the next one.</summary>
    private int BeforeAlternative(int from, int stop, int end)
    {
        if (stop != end || !block.People.Exists(p => p.Start == end))
            return stop;
        var last = from + Text.AsSpan(from, end - from).LastIndexOfAny(PieceEnds);
        return last >= from && Segmentation.Words.FirstFrom(Words, last) is >= 0 and var word && PeopleReader.Connectors.MatchAt(Words, word) > 0 ? last : stop;
    }

    private static void Sort(string raw, ref string? role, ref string? office)
    {
        var piece = raw.Trim(' ', '.', '-');
        var (place, house, before) = (false, false, "");
        while (FirstWord(piece) is { } first && first is "at" or "in" or "from" or "of" or "with" or "through" or "on" or "or" or "and" or "by" or "via" or "the" or "our" or "la" or "el" or "le" or "is" or "de" or "à" or "en" or "chez" or "au" or "del" or "who" or "either" or "out" or "hours" or "please" or "Please")
        {
            house = first is "the" && before is "at";
            before = first;
            place |= first is "at" or "in" or "from" or "with" or "through" or "chez" or "au" or "à";
            piece = piece[first.Length..].Trim();
        }

        // "à l’OIM Abidjan", "de l’Institut"
        if (piece is ['l', '’' or '\'', ..])
            piece = piece[2..];

        var words = Segmentation.Words.Of(piece);
        if (words.Length > 0 && (Lexicon.PositionLabels.MatchAt(words, 0) == words.Length || Lexicon.ContactLabels.MatchAt(words, 0) == words.Length || words.All(w => w.Is(WordTraits.Stop))))
            return;
        if (words.Length > 0 && words.All(w => Languages.Contains(w.Key) || Times.Contains(w.Key) || w.Is(WordTraits.Number)) && !(place && SmallOffices.Contains(words[^1].Key)))
            return;
        if (TrailingSmall(ref piece, words))
            words = Segmentation.Words.Of(piece);
        if (office is null && (NamesSmallOffice(words, place) || (house && words.Length == 1 && !NoHouses.Contains(words[0].Key) && !words[0].Is(WordTraits.Capital | WordTraits.Number))))
        {
            office = piece;
            return;
        }

        if (piece.Length is < 2 or > 100 || words.Length == 0 || !words.Any(w => w.Is(WordTraits.Capital) || NameReader.IsRole(w) || RoleReader.IsPersonRole(w)))
            return;
        if (OwnsOffice(piece, words))
            office ??= piece;
        else if (!place && role is null && words.Any(TellsRole) && !IsOfficeOnly(words))
            role = piece;
        else if (office is null && words[0].Is(WordTraits.Capital))
            office = piece;
    }

    /// <summary>"harbour master’s office": an office, though whose it is has a role.</summary>
    private static bool OwnsOffice(string piece, Word[] words) =>
        words.Length > 1 && SmallOffices.Contains(words[^1].Key) && piece[words[^2].End..words[^1].Start] is "’s " or "'s " or "’ " or "' ";

    /// <summary>Whether a word tells that a role is meant. "National Museum of Rope", "Joint Appeal": what only qualifies a role stands in the names of houses as well.</summary>
    private static bool TellsRole(Word word) => RoleReader.IsPersonRole(word) || (NameReader.IsRole(word) && !Qualifiers.Contains(word.Key));

    private static readonly KeySet Qualifiers = KeySet.Of("national international regional global country joint external digital general mission on call");

    /// <summary>"press office", "the alumni office", "mairie de Montclar", "at the museum": an office or a house in small letters.</summary>
    private static bool NamesSmallOffice(Word[] words, bool place)
    {
        if (words.Length is 0 or > 6 || words[0].Is(WordTraits.Capital) || words.Any(RoleReader.IsPersonRole))
            return false;
        if (SmallOffices.Contains(words[^1].Key) && (words.Length > 1 || place))
            return true;
        return (words.Length > 1 && Houses.Contains(words[0].Key)) || (place && words.All(w => !w.Is(WordTraits.Capital)) && NameReader.IsOrganisation(words[^1]));
    }

    /// <summary>"at the warehouse" is where somebody answers, "at the latest" is not.</summary>
    private static readonly KeySet NoHouses = KeySet.Of("latest earliest scene moment end same usual following above below number address time start beginning weekend");

    private static readonly KeySet SmallOffices = KeySet.Of("office team desk department unit bureau newsroom oficina gabinete equipo");

    private static readonly KeySet Houses = KeySet.Of("comite association section cellule pole antenne secretariat direction direccion mairie cabinet service servicio bureau oficina gabinete departement departamento ayuntamiento prefecture");

    /// <summary>"(Mon-Wed)", "(evenings and weekends)": when a number is answered.</summary>
    private static readonly KeySet Times = [.. CalendarWords.WeekdayNames, .. KeySet.Of("weekday weekend evening morning afternoon day night only and to or until am pm h hours office lunchtime any lundi vendredi matin soir apres midi et mananas tardes noches y")];

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

    /// <summary>"(English)": what is spoken on that line.</summary>
    private static readonly KeySet Languages = [.. "english french spanish welsh irish gaelic scots arabic german portuguese russian francais anglais espagnol arabe espanol ingles frances".Split(' ').Select(w => Segmentation.Words.KeyOf(w))];

    private static bool IsOfficeOnly(Word[] words) =>
        // "Office of the Police Commissioner"
        words.Length > 2 && words[0].Is(WordTraits.Capital) && SmallOffices.Contains(words[0].Key) && words[1].Is(WordTraits.Stop)
        || OfficeReader.Nouns.Contains(words[^1].Key) && words[^1].Is(WordTraits.Capital) && words.Length <= 5 && !words.Any(RoleReader.IsPersonRole) || words.Any(w => OfficeReader.Nouns.Contains(w.Key)) && !words.Any(w => RoleReader.IsPersonRole(w));

    private static string? FirstWord(string piece)
    {
        var space = piece.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 ? piece[..space] : piece.Length > 0 ? piece : null;
    }

    /// <summary>The role that stands before a name: "Press officer Anna Roe", "the secretary of the friends, Anna Roe", "Director of Programmes Anna Roe".</summary>
    public string? Before(int nameStart)
    {
        var index = Array.FindIndex(Words, w => w.Start == nameStart);
        // "the mayor’s secretary, Mrs Roe"
        while (index > 1 && NameReader.IsTitle(Words[index - 1]) && Words[index - 1].Is(WordTraits.Capital) && !RoleReader.IsPersonRole(Words[index - 1]) && Text[Words[index - 1].End..Words[index].Start] is " " or ". ")
            index--;
        if (index > 0 && RoleBeforeColon(index) is { } labelled)
            return labelled;
        if (index > 0 && BehindArticle(index) is { } whole)
            return whole;
        var first = index;
        while (first > 0 && Words[first].Start - Words[first - 1].End <= 2 && (NameReader.IsRole(Words[first - 1]) || (first < index && Words[first - 1].Is(WordTraits.Capital) && !PeopleReader.Verbs.Starts(Words[(first - 1)..first]))) && !Text.AsSpan(Words[first - 1].End, Words[first].Start - Words[first - 1].End).ContainsAny(":\n;"))
            first--;
        if ((first == index || !RoleReader.IsPersonRole(Words[index - 1])) && OfSomething(index) is { } role)
            return role;
        if (first == index || !RoleReader.IsPersonRole(Words[index - 1]))
            return null;
        return Text[Words[first].Start..Words[index - 1].End];
    }

    /// <summary>How many words a role before a name has at most.</summary>
    private const int MostRoleWords = 8;

    /// <summary>"the harbour master, Anna Roe", "her deputy, Anna Roe": all words from the article on.</summary>
    private string? BehindArticle(int name)
    {
        if (Text[Words[name - 1].End..Words[name].Start] is not (" " or ", "))
            return null;
        for (var i = name - 1; i > 0 && i >= name - MostRoleWords && (Words[i].Start - Words[i - 1].End == 1 || Text[Words[i - 1].End..Words[i].Start] is "’s " or "'s "); i--)
        {
            if (Text.AsSpan(Words[i - 1].Start, Words[i - 1].Length) is not ("the" or "our" or "her" or "his" or "their" or "its" or "a" or "an" or "The" or "Our" or "A" or "An" or "le" or "la" or "el" or "notre" or "su" or "l" or "un" or "une" or "una" or "Le" or "La" or "El" or "L"))
                continue;
            // "the secretary of the committee": the first article counts.
            if (i > 1 && Text.AsSpan(Words[i - 2].Start, Words[i - 2].Length) is "of" or "for" or "to" or "at" or "de" or "à")
                continue;
            return Accepted(Text[Words[i].Start..Words[name - 1].End]);
        }

        return null;
    }

    /// <summary>"Entries secretary: Anna Roe", "Contact the duty press officer: Anna Roe": one person's role, from the beginning of the line or the sentence, or behind an article; null where the label is for many ("Editors: Anna Roe").</summary>
    private string? RoleBeforeColon(int name)
    {
        if (Text.AsSpan(Words[name - 1].End, Words[name].Start - Words[name - 1].End).Trim(' ') is not ":" || Text[Words[name - 1].End - 1] == 's')
            return null;
        var first = name - 1;
        while (first > 0 && name - first < MostRoleWords && Text[Words[first - 1].End..Words[first].Start] is " " or "-" or "’s " or "'s " && !Words[first].Is(WordTraits.SentenceStart) && !IsArticle(first - 1))
            first--;
        return Words[first].Is(WordTraits.Stop) || Lexicon.ContactVerbs.MatchAt(Words, first) > 0 ? null : Accepted(Text[Words[first].Start..Words[name - 1].End]);
    }

    private bool IsArticle(int at) => Text.AsSpan(Words[at].Start, Words[at].Length) is "the" or "our" or "The" or "Our" or "le" or "la" or "el" or "notre";

    /// <summary>"Director of Programmes Anna Roe": capitals and small words back to the role that they belong to.</summary>
    private string? OfSomething(int name)
    {
        for (var i = name - 1; i >= 0 && i >= name - MostRoleWords && Text[Words[i].End..Words[i + 1].Start] is " " or ". "; i--)
        {
            if (RoleReader.IsPersonRole(Words[i]) && RoleReader.IsRoleOfSomething(Text[Words[i].Start..Words[name - 1].End]))
                return Text[Words[i].Start..Words[name - 1].End];
            if (!Words[i].Is(WordTraits.Capital) && !Words[i].Is(WordTraits.Stop))
                return null;
        }

        return null;
    }

    private static string? Accepted(string piece)
    {
        var words = Segmentation.Words.Of(piece);
        return words.Any(RoleReader.IsPersonRole) && (RoleReader.IsPersonRole(words[^1]) || RoleReader.IsRoleOfSomething(piece)) ? piece : null;
    }

    /// <summary>The office or town before the colon that a name stands behind: "contact IOM Niger: Anna Roe", "In Geneva: Anna Roe"; null for a label or a lead-in.</summary>
    public string? BeforeColon(int name)
    {
        var before = Text.AsSpan(0, name).TrimEnd(' ');
        if (before.IsEmpty || before[^1] != ':')
            return null;
        var last = Segmentation.Words.LastUpTo(Words, before.Length - 1);
        if (last < 0 || !Words[last].Is(WordTraits.Capital) || before[Words[last].End..].Trim(' ') is not ":")
            return null;
        var first = last;
        while (first > 0 && last - first < 5 && Text[Words[first - 1].End..Words[first].Start] is " " or "-" or "’ " or "' " or "’s " or "'s " && (Words[first - 1].Is(WordTraits.Capital) || Text.AsSpan(Words[first - 1].Start, Words[first - 1].Length) is "of" or "de" or "du"))
            first--;
        if (PeopleReader.IsSubject(Words, first - 1))
            return null;
        while (first < last && (!Words[first].Is(WordTraits.Capital) || Words[first].Is(WordTraits.Stop) || Lexicon.ContactVerbs.MatchAt(Words, first) > 0))
            first++;
        var words = Words[first..(last + 1)];
        if (Lexicon.ContactLeads.Find(words) >= 0 || Lexicon.ContactVerbs.Find(words) >= 0 || Lexicon.ContactLabels.MatchAt(words, 0) > 0 || words.Any(w => NameReader.IsRole(w) || NoPlaces.Contains(w.Key) || Languages.Contains(w.Key) || Times.Contains(w.Key) || w.Is(WordTraits.Number)))
            return null;
        return Text[Words[first].Start..Words[last].End];
    }

    /// <summary>Where somebody is who is named behind it: "In Accra, Kojo Ansah, +233 …", "or, at the university, Anna Roe", "Contact: Harbour Trust, Anna Roe"; null for none.</summary>
    public string? BeforeComma(int name)
    {
        var index = Segmentation.Words.FirstFrom(Words, name);
        if (index < 1 || Text[Words[index - 1].End..Words[index].Start] is not ", ")
            return null;
        var first = index - 1;
        while (first > 0 && index - first < MostPlaceWords && Text[Words[first - 1].End..Words[first].Start] is " " or "-" or "’" or "'" && !Prepositions.Contains(Words[first].Key))
            first--;
        var before = Text.AsSpan(0, Words[first].Start).TrimEnd(' ');
        if (before.Length > 0 && before[^1] is not (',' or ':' or ';' or '(' or '\n' or '.'))
            return null;
        var at = Prepositions.Contains(Words[first].Key);
        if (at)
            first++;
        if (first < index && IsArticle(first))
            first++;
        if (first >= index || Words[first..index].Any(w => RoleReader.IsPersonRole(w) || w.Is(WordTraits.Number) || Times.Contains(w.Key)))
            return null;
        return at || PeopleReader.Units.Contains(Words[first].Key) || (Words[first].Is(WordTraits.Capital) && before.Length > 0 && before[^1] == ':' && NameReader.IsOrganisation(Words[index - 1]) && !NameReader.IsRole(Words[index - 1])) ? Text[Words[first].Start..Words[index - 1].End] : null;
    }

    private const int MostPlaceWords = 6;

    private static readonly KeySet Prepositions = KeySet.Of("in at en a");

    /// <summary>"Press office: Anna Roe", "Questions to the Marsh House team: Anna Roe", "Press desk on the day: Anna Roe": the office before the colon that a name stands behind; null for none.</summary>
    public string? OfficeBeforeColon(int name)
    {
        var index = Segmentation.Words.FirstFrom(Words, name);
        if (index < 1 || Text.AsSpan(Words[index - 1].End, Words[index].Start - Words[index - 1].End).Trim(' ') is not ":")
            return null;
        for (var noun = index - 1; noun >= 0 && index - noun < MostRoleWords && (noun == index - 1 || Text[Words[noun].End..Words[noun + 1].Start] is " "); noun--)
        {
            if (!SmallOffices.Contains(Words[noun].Key))
                continue;
            var first = noun;
            while (first > 0 && noun - first < MostPlaceWords && Text[Words[first - 1].End..Words[first].Start] is " " or "-" or "’s " or "'s " or "’ " && !(Words[first - 1].Is(WordTraits.Stop) && !Words[first - 1].Is(WordTraits.Capital)) && Lexicon.ContactVerbs.MatchAt(Words, first - 1) != 1 && !Times.Contains(Words[first - 1].Key))
                first--;
            return first < noun && !Words[first..noun].Any(RoleReader.IsPersonRole) ? Text[Words[first].Start..Words[noun].End] : null;
        }

        return null;
    }

    /// <summary>What contacts are for, not where they are.</summary>
    private static readonly KeySet NoPlaces = KeySet.Of("picture photo photograph image interview filming broadcast sponsor donor customer resident school radio television enquiry inquiry query note editor journalist reporter information detail booking ticket contact name attention urgent order sale subscription accreditation registration admission application membership volunteer entry reservation");
}
