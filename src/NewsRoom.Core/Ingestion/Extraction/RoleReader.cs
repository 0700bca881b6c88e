using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds a person's role in running text: "said Anna Roe, Head of Office in Riga", "the programme manager Anna Roe".</summary>
internal static class RoleReader
{
    private const int MaxLength = 100;

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(",.;:“”\"");

    private static readonly KeySet PersonRoles = [.. ("officer master manager director head spokesperson spokesman spokeswoman coordinator ordinator chief executive assistant adviser advisor editor secretary president chair chairman chairwoman chairperson lead leader minister ambassador commissioner representative deputy specialist consultant analyst researcher lecturer professor fellow curator founder partner associate administrator " +
        "caseworker conservator counsel trainer psychologist hydrologist sociologist anthropologist geographer oceanographer meteorologist zoologist psychiatrist pharmacist nutritionist paramedic forester restorer gardener coxswain skipper controller limnologist solicitor lawyer barrister physician ecologist biologist instructor steward chaplain glaciologist climatologist keeper midwife matron conductor headteacher coach economist historian archaeologist botanist geologist hydrologist planner architect paediatrician physiotherapist epidemiologist " +
        "avocat avocate psychologue hydrologue conservateur conservatrice trésorier trésorière commissaire juriste animateur animatrice climatologue médecin infirmier infirmière chercheur chercheuse abogado abogada médico médica enfermera investigador investigadora jurista " +
        "producer campaigner organiser organizer trustee engineer scientist surgeon nurse librarian archivist warden ranger treasurer mayor governor dean rector principal teacher mp chancellor registrar superintendent inspector clerk convenor author captain " +
        "responsable directeur directrice chargé chargée attaché attachée parole président présidente secrétaire conseiller conseillère coordinateur coordinatrice chef cheffe délégué déléguée " +
        "director directora subdirector subdirectora jefe jefa portavoz encargado encargada presidente presidenta coordinador coordinadora asesor asesora secretario secretaria gerente alcalde alcaldesa concejal concejala psicólogo psicóloga curador curadora tesorero tesorera").Split(' ').Select(w => Words.KeyOf(w))];

    public static bool IsPersonRole(Word word) => PersonRoles.Contains(word.Key);

    /// <summary>"Press Officers" of two people is "Press Officer" of each; null where a role is one person's.</summary>
    public static string? Singular(string? role) =>
        role is { Length: > 4 } && role[^1] == 's' && role[^2] != 's' && Words.Of(role) is { Length: > 0 } words && IsPersonRole(words[^1]) ? role[..^1] : null;

    /// <summary>Whether text names a role that a person holds.</summary>
    public static bool NamesRole(string text) => Words.Of(text).Any(IsPersonRole);

    /// <summary>The role of a person as the release's running text gives it; null when it does not.</summary>
    public static string? InBody(ReleaseText release, string name)
    {
        return Told(release, name) ?? (WithoutTitle(name) is { } plain ? Told(release, plain) : null);
    }

    /// <summary>"Prof. Anna Roe" of the contact line is "Professor Anna Roe" or "Anna Roe" of the text; null where no title stands before a full name.</summary>
    private static string? WithoutTitle(string name)
    {
        var words = Words.Of(name);
        var first = Array.FindIndex(words, w => !NameReader.IsTitle(w));
        return first > 0 && first + 1 < words.Length ? name[words[first].Start..] : null;
    }

    private static string? Told(ReleaseText release, string name)
    {
        foreach (var paragraph in release.Paragraphs)
        {
            if (release.Page.BlockStart(paragraph.Index) >= 0 && paragraph.Text.Length < 200)
                continue;
            for (var at = paragraph.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = paragraph.Text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                if ((Behind(paragraph, at + name.Length) ?? Before(paragraph, at)) is { } role)
                    return role;
            }
        }

        return null;
    }

    /// <summary>"Anna Roe, Head of Office in Riga." – "Anna Roe, the IOM UK Chief of Mission, said"</summary>
    private static string? Behind(Paragraph paragraph, int from)
    {
        var text = paragraph.Text;
        if (from + 2 >= text.Length || text[from] is not (',' or ' ') || (text[from] == ' ' && text[from + 1] != '('))
            return null;
        var start = from + 2;
        var end = start;
        while (end < text.Length && end - start < MaxLength && text[end] is not (',' or '.' or ';' or ':' or '“' or '”' or '"' or '(' or ')' or '–' or '—'))
            end++;
        var piece = text[start..end].Trim();
        foreach (var word in Words.Of(piece))
        {
            if (Lexicon.SpeechVerbs.Contains(word.Key) || word.Key == Who)
            {
                piece = piece[..word.Start].Trim();
                break;
            }
        }

        return Accept(piece);
    }

    private static readonly uint Who = Words.KeyOf("who");

    /// <summary>"the MIDA programme manager Anna Roe" – "The founder of the network, Anna Roe, commented"</summary>
    private static string? Before(Paragraph paragraph, int at)
    {
        var words = paragraph.Words;
        var text = paragraph.Text;
        var index = Words.FirstFrom(words, at);
        if (index <= 0 || words[index].Start != at)
            return null;
        // "Its author, Dr Anna Roe"
        if (index > 1 && NameReader.StaysWithName(words[index - 1]) && text.AsSpan(words[index - 1].End, at - words[index - 1].End) is " " or ". ")
            at = words[--index].Start;
        var gap = text.AsSpan(words[index - 1].End, at - words[index - 1].End);
        if (gap is not (" " or ", "))
            return null;
        var first = index;
        while (first > 0 && index - first < 9)
        {
            var word = words[first - 1];
            var between = first < index ? text.AsSpan(word.End, words[first].Start - word.End) : default;
            if (first < index && between.ContainsAny(Breaks) || Lexicon.SpeechVerbs.Contains(word.Key))
                break;
            first--;
            if (word.Is(WordTraits.SentenceStart) || (text.AsSpan(word.Start, word.Length) is "the" or "The" or "le" or "la" or "el" && !(first > 0 && Ties.Contains(words[first - 1].Key))))
                break;
        }

        if (first == index)
            return null;
        var piece = text[words[first].Start..words[index - 1].End];
        return gap is " " && !IsPersonRole(words[index - 1]) && !IsRoleOfSomething(piece) ? null : Accept(piece);
    }

    private static readonly KeySet Ties = [.. "of for to at de du des del".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>"Curator of natural history", "Director of Admissions": a role and what it is for, before a name without a comma.</summary>
    public static bool IsRoleOfSomething(string piece)
    {
        var words = Words.Of(piece);
        var tie = Array.FindIndex(words, w => Ties.Contains(w.Key));
        return tie > 0 && tie + 1 < words.Length && words.Length <= 8 && IsPersonRole(words[tie - 1]);
    }

    private static string? Accept(string piece)
    {
        foreach (var article in (string[])["the ", "The ", "a ", "an ", "A ", "An ", "la ", "le ", "el ", "La ", "Le ", "El ", "its ", "our ", "Its ", "Our ", "their ", "Their ", "her ", "his "])
        {
            if (piece.StartsWith(article, StringComparison.Ordinal))
                piece = piece[article.Length..];
        }

        var words = Words.Of(piece);
        return piece.Length is >= 3 and <= MaxLength && words.Length <= 14 && words.Any(IsPersonRole) ? piece : null;
    }
}
