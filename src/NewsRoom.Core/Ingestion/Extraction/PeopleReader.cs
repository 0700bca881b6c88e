using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>
/// Finds the people whom a contact block names: a name counts where one is to be expected — behind a verb of contacting, a connector, a colon, a number, or at the start of a line.
/// </summary>
internal sealed partial class PeopleReader
{
    public static readonly PhraseSet Connectors = new("or|and|alternatively|ou|et|o|y|e");

    public static readonly PhraseSet Verbs = new([Lexicon.ContactVerbs, new("contact|contacting|call|calling|telephone|phone|ring|email|e mail|to|speak to|speak with|reach|name|contactez|contacter|appeler|joindre|contacte|contactar|con|llame|comunicarse con|auprès de|by contacting|are|is|attention|attn|with|from|through|of|aupres de|aupres d|avec|par|a traves de|tell|answered by|dealt with by|handled by|dirigirse a|ask|ask for|please let|vous adresser a|adresser a|adressez vous a|prendre contact avec|prenez contact avec|demander|demandez|preguntar por|pregunte por")]);

    private readonly ContactBlock _block;

    public PeopleReader(ContactBlock block)
    {
        _block = block;
        From = new LeadInReader(block).End();
    }

    private string Text => _block.Text;

    private Word[] Words => _block.Words;

    /// <summary>The word from which on people are named.</summary>
    private int From { get; }

    public List<ContactBlock.Person> Read()
    {
        var people = new List<ContactBlock.Person>();
        var (expected, subject) = (false, false);
        var phone = 0;
        for (var i = 0; i < Words.Length; i++)
        {
            var word = Words[i];
            var gap = i == 0 ? "\n" : Text.AsSpan(Words[i - 1].End, word.Start - Words[i - 1].End);
            // The first number that ends behind the beginning of the word before.
            while (phone < _block.Phones.Count && i > 0 && _block.Phones[phone].End <= Words[i - 1].Start)
                phone++;
            // "020 7946 0123 (weekdays), Ben Cole": what stands in brackets behind a number says when it is answered.
            if (BehindNumber(i, phone) && NamedInBracket(i) is { } bracketed)
            {
                people.Add(bracketed);
                while (i + 1 < Words.Length && Words[i + 1].Start < bracketed.End)
                    i++;
                expected = false;
                continue;
            }

            if (people.Count > 0 && BehindNumber(i, phone))
            {
                while (i + 1 < Words.Length && !Text.AsSpan(Words[i].End, Words[i + 1].Start - Words[i].End).ContainsAny(')', '\n'))
                    i++;
                expected = true;
                continue;
            }

            if (gap.Contains('\n') || gap.ContainsAny(':', ';') || (people.Count > 0 && phone < _block.Phones.Count && _block.Phones[phone].Start >= people[^1].End && _block.Phones[phone].End <= word.Start))
                expected = i >= From || (i > 0 && gap.Contains('\n') && word.Is(WordTraits.Capital));
            // "Anna Roe 020 7946 0123 press@harbour.example | Ben Cole 020 7946 0124": behind the first one's number the stroke parts two people.
            expected |= people.Count > 0 && gap.Contains('|') && HasAddress(people[^1].End, word.Start);
            if (i > 0 && IsOfOrganisation(i))
            {
                expected = false;
                continue;
            }

            subject = (subject && !word.Is(WordTraits.SentenceStart) && !gap.ContainsAny(':', ';')) || IsSubject(Words, i);
            if (i > 0 && (IsSubject(Words, i) || TiesToWork(people, i)))
            {
                expected = false;
                continue;
            }

            if (Verbs.MatchAt(Words, i) is > 0 and var v && (i + v >= From || From == 0) && (!word.Is(WordTraits.Capital) || gap.Contains('\n') || (word.Is(WordTraits.SentenceStart) && (Lexicon.ContactVerbs.MatchAt(Words, i) > 0 || word.Key == Ask) && ContactSentence.LabelAt(Text, Words, i) == 0)))
            {
                (expected, subject) = (true, false);
                i += v - 1;
                continue;
            }

            if (i > 0 && Connectors.MatchAt(Words, i) > 0)
            {
                // "the Union of Land and Food Workers" names nobody behind its "and".
                expected = i >= From && !subject && !(Words[i - 1].Is(WordTraits.Capital) && gap is " " && (people.Count == 0 || people[^1].End < Words[i - 1].End) && !PeopleMayBeBehind(i));
                continue;
            }

            // "Anna Roe / Ben Cole", "Anna Roe & Ben Cole"
            expected |= people.Count > 0 && i > 0 && people[^1].End == Words[i - 1].End && gap.Trim() is "/" or "&";
            if (!expected && people.Count == 0 && (LeadsToNumber(i) || word.Is(WordTraits.SentenceStart) && ContactSentence.AnswersFrom(Words, i)))
                expected = true;
            if (expected && !FollowsArticle(i) && NameReader.Read(Text, Words, i, out var next, mayBeRole: true) is { } name && (name.Contains(' ', StringComparison.Ordinal) || IsSurname(people, i, next) || IsGivenAlone(people, i, next)) && !IsLeadIn(i) && IsPersonHere(i, next) && !GoesOnWith(people, i))
            {
                if (Units.Contains(word.Key) || OwnsOffice(i, next) || IsRoleFor(i))
                {
                    i = next - 1;
                    continue;
                }

                people.Add(WithoutRank(i, next));
                i = next - 1;
                expected = IsListed(people, next);
                continue;
            }

            expected = expected && KeepsExpecting(i);
        }

        if (people.Count == 0 && ReferredTo() is { } referred)
            people.Add(referred);
        return people;
    }

    private bool HasAddress(int from, int to) => Text.AsSpan(from, to - from).Contains('@') || _block.Phones.Exists(p => p.Start >= from && p.End <= to);

    private static readonly KeySet SubjectNouns = KeySet.Of("interview photograph photo picture image portrait portraits meeting footage entretien entrevue rencontre photographie entrevista fotografia foto imagen reunion");

    /// <summary>"Interviews with Anna Roe", "images of Anna Roe": whether a small word ties somebody to what is asked for, who is not whom to ask.</summary>
    public static bool IsSubject(Word[] words, int at) =>
        at > 0 && at < words.Length && SubjectTies.Contains(words[at].Key) && !words[at].Is(WordTraits.Capital) && SubjectNouns.Contains(words[at - 1].Key);

    private static readonly KeySet SubjectTies = KeySet.Of("with of avec de con");

    /// <summary>"020 7946 0123 (Anna Roe)", "020 7946 0123 (Anna Roe, press officer)": who alone, or before a comma, stands in brackets behind a number.</summary>
    private ContactBlock.Person? NamedInBracket(int at) =>
        at + 1 < Words.Length && Words[at + 1].Is(WordTraits.Capital) && NameReader.Reads(Text, Words, at, out var next, out var end, mayBeRole: true) && next > at + 1 && end < Text.Length && Text[end] is ')' or ',' && !Days.Contains(Words[at].Key)
            ? new(Strip(Text[Words[at].Start..end]), Words[at].Start, end) : null;

    /// <summary>"Anna Roe keeps the diary. Email her on", "the diary is kept by Anna Roe, who can be reached at": the last person named before the words that mean her.</summary>
    private ContactBlock.Person? ReferredTo()
    {
        for (var i = ContactSentence.ReferralAt(Words) - 1; i >= 0; i--)
        {
            if (i + 1 < Words.Length && Words[i].Is(WordTraits.Capital) && Words[i + 1].Is(WordTraits.Capital) && !(i > 0 && NameReader.Reads(Text, Words, i - 1, out var longer, out _, mayBeRole: true) && longer > i + 1)
                && NameReader.Reads(Text, Words, i, out var next, out var end, mayBeRole: true) && next > i + 1 && !OwnsOffice(i, next))
                return new(Strip(Text[Words[i].Start..end]), Words[i].Start, end);
        }

        return null;
    }

    private static readonly KeySet Ties = KeySet.Of("of from with at de du del des");

    /// <summary>"Anna Roe of Athletics Mercia", "Friends of Marsh Brook": what somebody or something belongs to is nobody to reach.</summary>
    private bool TiesToWork(List<ContactBlock.Person> people, int at)
    {
        if (!Ties.Contains(Words[at].Key) || Words[at].Is(WordTraits.Capital) || Text.AsSpan(Words[at - 1].End, Words[at].Start - Words[at - 1].End) is not " ")
            return false;
        return (people.Count > 0 && people[^1].End == Words[at - 1].End) || (Text.AsSpan(Words[at].Start, Words[at].Length) is "of" && Words[at - 1].Is(WordTraits.Capital) && !NameReader.IsTitleOrRole(Words[at - 1]));
    }

    /// <summary>"St Brannoc’s press office", "La Porta’s Bangkok office": whose office it is; of a person it is that person's.</summary>
    private bool OwnsOffice(int at, int next)
    {
        if (GivenNames.Has(Words[at]) || Text.AsSpan(Words[next - 1].End) is not (['’' or '\'', 's', ' ', ..]))
            return false;
        for (var i = next; i < Words.Length && i < next + 4 && Text.AsSpan(Words[i - 1].End, Words[i].Start - Words[i - 1].End) is " " or "’s " or "'s "; i++)
        {
            if (OfficeReader.Nouns.Contains(Words[i].Key))
                return true;
        }

        return false;
    }

    /// <summary>"School of Biological Sciences": what stands behind the "of" of an organisation is its name.</summary>
    private bool IsOfOrganisation(int at) =>
        Text.AsSpan(Words[at].Start, Words[at].Length) is "of" && Words[at - 1].Is(WordTraits.Capital) && NameReader.IsOrganisation(Words[at - 1]) && !NameReader.IsRole(Words[at - 1]) && Text.AsSpan(Words[at - 1].End, Words[at].Start - Words[at - 1].End) is " ";

    /// <summary>What parts of an organisation are called in French and Spanish: "Section du Bas-Valais, Anna Roe".</summary>
    public static readonly KeySet Units =
    [
        .. ("biblioteca bibliotheque mediatheque plaza calle rue place section comite collectif reseau cellule pole antenne delegation filiere faculte laboratoire ecole lycee secretariat unite direction departement commission maison " +
            "seccion unidad secretaria delegacion facultad laboratorio escuela gabinete alcaldia concejalia consejeria direccion departamento comision patronato plataforma").Split(' ').Select(w => Segmentation.Words.KeyOf(w)),
    ];

    /// <summary>"Anna Roe, Harbour Trust, or Ben Cole", "Harbour Trust or Ben Cole": behind "or" or a given name people are looked for all the same.</summary>
    private bool PeopleMayBeBehind(int connector) =>
        Text.AsSpan(Words[connector].Start, Words[connector].Length) is "or" or "ou" or "o" || (connector + 1 < Words.Length && (GivenNames.Has(Words[connector + 1]) || !Words[connector + 1].Is(WordTraits.Capital) || NameReader.IsTitle(Words[connector + 1])));

    /// <summary>Whether a word opens a bracket right behind the number before it.</summary>
    private bool BehindNumber(int at, int phone)
    {
        var last = phone < _block.Phones.Count && _block.Phones[phone].End <= Words[at].Start ? phone : phone - 1;
        return last >= 0 && Words[at].Start > 1 && Text[Words[at].Start - 1] == '(' && Words[at].Start - _block.Phones[last].End is > 0 and <= 3 && !Words[at].Is(WordTraits.Number);
    }

    /// <summary>"Anna Roe, Ben Cole, 020 7946 0123": behind the comma stands a given name, not an office.</summary>
    private bool IsListed(List<ContactBlock.Person> people, int next) =>
        people.Count > 0 && next < Words.Length && Words[next].Start - people[^1].End is 1 or 2 && Text.AsSpan(people[^1].End, Words[next].Start - people[^1].End).Trim() is "," && GivenNames.Has(Words[next]);

    /// <summary>In a block of lines, what stands under a name that has no number yet is that person's role, office or town, unless it begins with a given name.</summary>
    private bool GoesOnWith(List<ContactBlock.Person> people, int at)
    {
        if (people.Count == 0 || Words[at].Start == 0 || Text[Words[at].Start - 1] != '\n' || GivenNames.Has(Words[at]))
            return false;
        var between = Text.AsSpan(people[^1].End, Words[at].Start - people[^1].End);
        return !between.ContainsAny('@', ':') && !_block.Phones.Exists(p => p.Start >= people[^1].End && p.End <= Words[at].Start) && !between.ContainsAnyInRange('0', '9');
    }

    /// <summary>"the Chapter Clerk, Anna Roe": what an article stands before is no name.</summary>
    private bool FollowsArticle(int at) => at > 0 && Text.AsSpan(Words[at - 1].Start, Words[at - 1].Length) is "the" or "our" or "le" or "la" or "les" or "el" or "los" or "las" && Text[Words[at].Start - 1] == ' ';

    /// <summary>Whether a name at this word would have a number right behind it: "Anna Roe, 020 7946 0123", "Anna Roe (020 …)", "Anna Roe on 020 …".</summary>
    private bool LeadsToNumber(int at)
    {
        if (!Words[at].Is(WordTraits.Capital) || at + 1 >= Words.Length || !Words[at + 1].Is(WordTraits.Capital) || NameReader.Read(Text, Words, at, out var next, mayBeRole: true) is null)
            return false;
        var end = Words[next - 1].End;
        var number = _block.Phones.Find(p => p.Start >= end);
        if (number.End == 0 || number.Start - end is <= 0 or >= 12)
            return false;
        // "Anna Roe – T: 020 …"
        var between = Text.AsSpan(end, number.Start - end).Trim([' ', ',', ':', '(', '–', '—', '-', '|', '.']);
        return between is "" or "on" or "at" or "au" or "al" || (next < Words.Length && Lexicon.ContactLabels.MatchAt(Words, next) is > 0 and var label && Words[next].Start + between.Length == Words[next + label - 1].End);
    }

    private bool IsLeadIn(int at) => Lexicon.ContactLeads.MatchAt(Words, at) > 0 || Lexicon.ContactLabels.MatchAt(Words, at) > 0 && ContactSentence.LabelAt(Text, Words, at) > 0;

    /// <summary>What may stand between "contact" and a name: a title, a role, an office.</summary>
    private bool KeepsExpecting(int at)
    {
        var word = Words[at];
        if (at + 1 < Words.Length && Text.AsSpan(word.End, Words[at + 1].Start - word.End) is var gap && gap.ContainsAny('.', ';') && !NameReader.IsTitle(word) && word.Length > 1)
            return false;
        // "the harbour master, Anna Roe": small words up to a comma and a name.
        for (var i = at + 1; i + 1 < Words.Length && i <= at + 4; i++)
        {
            if (Text.AsSpan(Words[i - 1].End, Words[i].Start - Words[i - 1].End) is not " ")
            {
                if (Text.AsSpan(Words[i - 1].End, Words[i].Start - Words[i - 1].End) is ", " && Words[i].Is(WordTraits.Capital) && Words[i + 1].Is(WordTraits.Capital))
                    return true;
                break;
            }
        }

        // "or flood officer Anna Roe": small words up to a role and a name.
        for (var i = at + 1; i + 1 < Words.Length && i <= at + 3 && !Words[i].Is(WordTraits.Capital); i++)
        {
            if (NameReader.IsRole(Words[i]) && Words[i + 1].Is(WordTraits.Capital) && Words[i + 1].Start - Words[i].End <= 2)
                return true;
        }

        return NameReader.IsTitleOrRole(word) || RoleReader.IsPersonRole(word) || word.Is(WordTraits.Stop) || word.Is(WordTraits.Capital) || (at + 1 < Words.Length && Text[word.End] is ':' or '–');
    }
}
