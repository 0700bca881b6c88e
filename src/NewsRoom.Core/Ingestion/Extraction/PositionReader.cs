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
        if (words.Length == 1 && Languages.Contains(words[0].Key))
            return;
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

    /// <summary>"(English)": what is spoken on that line.</summary>
    private static readonly KeySet Languages = [.. "english french spanish welsh irish gaelic scots arabic german portuguese russian francais anglais espagnol arabe espanol ingles frances".Split(' ').Select(w => Segmentation.Words.KeyOf(w))];

    private static bool IsOfficeOnly(Word[] words) =>
        OfficeReader.Nouns.Contains(words[^1].Key) && words[^1].Is(WordTraits.Capital) && words.Length <= 5 && !words.Any(RoleReader.IsPersonRole) || words.Any(w => OfficeReader.Nouns.Contains(w.Key)) && !words.Any(w => RoleReader.IsPersonRole(w));

    private static string? FirstWord(string piece)
    {
        var space = piece.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 ? piece[..space] : piece.Length > 0 ? piece : null;
    }

    public string? Before(int nameStart)
    {
        var index = Array.FindIndex(Words, w => w.Start == nameStart);
        var first = index;
        while (first > 0 && Words[first].Start - Words[first - 1].End <= 2 && (NameReader.IsRole(Words[first - 1]) || (first < index && Words[first - 1].Is(WordTraits.Capital) && !PeopleReader.Verbs.Starts(Words[(first - 1)..first]))) && !Text.AsSpan(Words[first - 1].End, Words[first].Start - Words[first - 1].End).ContainsAny(":\n;"))
            first--;
        if (first == index || !RoleReader.IsPersonRole(Words[index - 1]) || Lexicon.ContactLeads.MatchAt(Words, first) > index - first - 1)
            return null;
        return Text[Words[first].Start..Words[index - 1].End];
    }
}
