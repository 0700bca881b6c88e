using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <content>What is a name in a contact block, how it is written in the contact, and what only looks like one.</content>
internal sealed partial class PeopleReader
{
    /// <summary>The person named by some words: "Sergeant Anna Roe" is found again as "Anna Roe", while "Dr Anna Roe" keeps her degree and "Father Dominic" his only name.</summary>
    private ContactBlock.Person WithoutRank(int at, int next)
    {
        var name = next - at > 2 && NameReader.IsRank(Words[at]) ? at + 1 : at;
        var (start, end) = (NameReader.RankStart(Text, Words, name), Words[next - 1].End);
        if (next - name == 1)
            name = start;
        while (name > start && NameReader.StaysWithName(Words[name - 1]))
            name--;
        return new(Strip(Text[Words[name].Start..end]), Words[start].Start, end, start < name ? Text[Words[start].Start..Words[name - 1].End] : null);
    }

    /// <summary>"Head of Widening Participation": what a role is for.</summary>
    private bool IsRoleFor(int at) =>
        at > 1 && RoleTies.Contains(Words[at - 1].Key) && !Words[at - 1].Is(WordTraits.Capital) && RoleReader.IsPersonRole(Words[at - 2]) && Words[at - 1].Start - Words[at - 2].End == 1 && Words[at].Start - Words[at - 1].End == 1 && !GivenNames.Has(Words[at]);

    private static readonly KeySet RoleTies = KeySet.Of("of for de");

    /// <summary>"Mrs Marku, Harbour Trust, 020 7946 0123": a surname behind a title, when a number or an address is still to come.</summary>
    private bool IsSurname(List<ContactBlock.Person> people, int at, int next) =>
        at > 0 && next == at + 1 && Words[at].Length > 2 && Courtesies.Contains(Words[at - 1].Key) && Words[at - 1].Is(WordTraits.Capital) && Text.AsSpan(Words[at - 1].End, Words[at].Start - Words[at - 1].End) is " " or ". "
        && !IsReachedThrough(next) && !people.Exists(p => p.Name.EndsWith(Text[Words[at].Start..Words[at].End], StringComparison.Ordinal))
        && (_block.Phones.Exists(p => p.Start >= Words[at].End) || Text.IndexOf('@', Words[at].End) >= 0);

    /// <summary>"Dr Roe can be reached through Ben Cole": who is told of answers by way of somebody else.</summary>
    private bool IsReachedThrough(int next)
    {
        for (var i = next; i < Words.Length && i < next + 12 && !Words[i].Is(WordTraits.SentenceStart | WordTraits.Number); i++)
        {
            if (Text.AsSpan(Words[i].Start, Words[i].Length) is "through" or "via")
                return true;
        }

        return false;
    }

    /// <summary>"Ring Siobhan on the day (020 7946 0123)": a given name behind the verb, as clubs write it, when a number is still to come.</summary>
    private bool IsGivenAlone(List<ContactBlock.Person> people, int at, int next) =>
        people.Count == 0 && at > 0 && next == at + 1 && GivenNames.Has(Words[at]) && (Lexicon.ContactVerbs.MatchAt(Words, at - 1) == 1 || Words[at - 1].Key == Ask) && Text.AsSpan(Words[at - 1].End, Words[at].Start - Words[at - 1].End) is " " && _block.Phones.Exists(p => p.Start >= Words[at].End);

    private static readonly uint Ask = Segmentation.Words.KeyOf("ask");

    private static readonly KeySet Courtesies = KeySet.Of("mr mrs ms miss mx dr dra prof professor m mme mlle sr sra srta don dona");

    private bool IsPersonHere(int at, int next)
    {
        // "Tel" or "@" right behind, a comma, a bracket, a dash, the line's end, or a small word: a name. More capitals: part of an organisation.
        if (next < Words.Length && Words[next].Is(WordTraits.Capital) && Text.AsSpan(Words[next - 1].End, Words[next].Start - Words[next - 1].End) is " " && NameReader.IsOrganisation(Words[next]) && ContactSentence.LabelAt(Text, Words, next) == 0)
            return false;
        // "(Mon-Fri)"
        if (Days.Contains(Words[at].Key) && Days.Contains(Words[next - 1].Key))
            return false;
        if (Words[next - 1].Key is var desk && (desk == Helpline || desk == Hotline))
            return false;
        // "Harbour Welcome office", "the team at St Brannoc’s": whose office or house it is.
        if (next < Words.Length && !GivenNames.Has(Words[at]) && !Words[next].Is(WordTraits.Capital) && OfficeReader.IsOffice(Words[next]) && Text.AsSpan(Words[next - 1].End, Words[next].Start - Words[next - 1].End) is " ")
            return false;
        if (Text.AsSpan(Words[at].Start, Words[at].Length) is "St" or "Saint" && Text.AsSpan(Words[next - 1].End) is ['’' or '\'', 's', ..])
            return false;
        // "Community Support Officer Anna Roe": what a role and a name stand behind is the role's.
        if (next + 1 < Words.Length && RoleReader.IsPersonRole(Words[next]) && Words[next].Is(WordTraits.Capital) && Words[next + 1].Is(WordTraits.Capital) && Text.AsSpan(Words[next - 1].End, Words[next].Start - Words[next - 1].End) is " " && Text.AsSpan(Words[next].End, Words[next + 1].Start - Words[next].End) is " ")
            return false;
        return Words[at..next].Count(w => w.Is(WordTraits.Capital)) <= 5;
    }

    private static readonly KeySet Days = KeySet.Of("mon tue tues wed weds thu thur thurs fri sat sun lun mar mer jeu ven sam dim");

    /// <summary>"the Quiet Harbour Helpline": no name of somebody.</summary>
    private static readonly uint Helpline = Segmentation.Words.KeyOf("helpline"), Hotline = Segmentation.Words.KeyOf("hotline");

    private static string Strip(string name)
    {
        var trimmed = name.Trim();
        foreach (var title in (string[])["Mr ", "Mrs ", "Ms ", "Miss ", "Me ", "Maître "])
        {
            if (trimmed.StartsWith(title, StringComparison.Ordinal))
                return trimmed[title.Length..];
        }

        return trimmed;
    }
}
