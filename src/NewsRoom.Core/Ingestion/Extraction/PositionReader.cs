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
        if (words.Length > 0 && Lexicon.PositionLabels.MatchAt(words, 0) == words.Length)
            return;
        if (words.Length > 0 && words.All(w => Languages.Contains(w.Key) || Times.Contains(w.Key) || w.Is(WordTraits.Number)))
            return;
        if (TrailingSmall(ref piece, words))
            words = Segmentation.Words.Of(piece);
        if (office is null && NamesSmallOffice(words, place))
        {
            office = piece;
            return;
        }

        if (piece.Length is < 2 or > 100 || words.Length == 0 || !words.Any(w => w.Is(WordTraits.Capital) || NameReader.IsRole(w)))
            return;
        if (!place && role is null && words.Any(NameReader.IsRole) && !IsOfficeOnly(words))
            role = piece;
        else if (office is null && words[0].Is(WordTraits.Capital))
            office = piece;
    }

    /// <summary>"press office", "the alumni office", "mairie de Montclar", "at the museum": an office or a house in small letters.</summary>
    private static bool NamesSmallOffice(Word[] words, bool place)
    {
        if (words.Length is 0 or > 6 || words[0].Is(WordTraits.Capital) || words.Any(RoleReader.IsPersonRole))
            return false;
        if (SmallOffices.Contains(words[^1].Key) && (words.Length > 1 || place))
            return true;
        return (words.Length > 1 && Houses.Contains(words[0].Key)) || (place && words.All(w => !w.Is(WordTraits.Capital)) && NameReader.IsOrganisation(words[^1]));
    }

    private static readonly KeySet SmallOffices = KeySet.Of("office team desk department unit bureau newsroom oficina gabinete equipo");

    private static readonly KeySet Houses = KeySet.Of("direction direccion mairie cabinet service servicio bureau oficina gabinete departement departamento ayuntamiento prefecture");

    /// <summary>"(Mon-Wed)", "(evenings and weekends)": when a number is answered.</summary>
    private static readonly KeySet Times = [.. CalendarWords.WeekdayNames, .. KeySet.Of("weekday weekend evening morning afternoon day night only and to or until am pm h hours office lunchtime lundi vendredi matin soir apres midi et mananas tardes noches y")];

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
        OfficeReader.Nouns.Contains(words[^1].Key) && words[^1].Is(WordTraits.Capital) && words.Length <= 5 && !words.Any(RoleReader.IsPersonRole) || words.Any(w => OfficeReader.Nouns.Contains(w.Key)) && !words.Any(w => RoleReader.IsPersonRole(w));

    private static string? FirstWord(string piece)
    {
        var space = piece.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 ? piece[..space] : piece.Length > 0 ? piece : null;
    }

    /// <summary>The role that stands before a name: "Press officer Anna Roe", "the secretary of the friends, Anna Roe", "Director of Programmes Anna Roe".</summary>
    public string? Before(int nameStart)
    {
        var index = Array.FindIndex(Words, w => w.Start == nameStart);
        if (index > 0 && BehindArticle(index) is { } whole)
            return whole;
        var first = index;
        while (first > 0 && Words[first].Start - Words[first - 1].End <= 2 && (NameReader.IsRole(Words[first - 1]) || (first < index && Words[first - 1].Is(WordTraits.Capital) && !PeopleReader.Verbs.Starts(Words[(first - 1)..first]))) && !Text.AsSpan(Words[first - 1].End, Words[first].Start - Words[first - 1].End).ContainsAny(":\n;"))
            first--;
        if ((first == index || !RoleReader.IsPersonRole(Words[index - 1])) && OfSomething(index) is { } role)
            return role;
        if (first == index || !RoleReader.IsPersonRole(Words[index - 1]) || Lexicon.ContactLeads.MatchAt(Words, first) > index - first - 1)
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
        for (var i = name - 1; i > 0 && i >= name - MostRoleWords && Words[i].Start - Words[i - 1].End == 1; i--)
        {
            if (Text.AsSpan(Words[i - 1].Start, Words[i - 1].Length) is not ("the" or "our" or "her" or "his" or "their" or "its" or "le" or "la" or "el" or "notre" or "su" or "l"))
                continue;
            // "the secretary of the committee": the first article counts.
            if (i > 1 && Text.AsSpan(Words[i - 2].Start, Words[i - 2].Length) is "of" or "for" or "to" or "at" or "de" or "à")
                continue;
            return Accepted(Text[Words[i].Start..Words[name - 1].End]);
        }

        return null;
    }

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

    /// <summary>What contacts are for, not where they are.</summary>
    private static readonly KeySet NoPlaces = KeySet.Of("picture photo photograph image interview filming broadcast enquiry inquiry query note editor journalist reporter information detail booking ticket contact name attention urgent");
}
