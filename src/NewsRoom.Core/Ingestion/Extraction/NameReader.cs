using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Reads names of people out of words, by capitals, particles and what is no part of a name: roles, organisations, places of work.</summary>
internal static class NameReader
{
    private static readonly KeySet Particles = KeySet.Of("de van von der den al bin ibn el la da das dos du le ter ten te op y di dei del della af zu zur abu umm st ap ab ferch verch ni nic wa ole ould mint bint ben las los lo d dell");

    private static readonly uint Y = Words.KeyOf("y"), An = Words.KeyOf("an");

    private static readonly KeySet Gaelic = KeySet.Of("mac mag mc mhic nic mic o ui");

    public static readonly KeySet Titles = KeySet.Of("mr mrs ms miss mx dr dra prof professor pr sir dame lord lady rev reverend revd fr sr sra srta lic ing m mme mlle atty engr don dona doña capt captain col colonel sgt sergeant pc dc inspector superintendent constable cllr councillor bishop archbishop imam rabbi cardinal sister consul ambassador canon reverendo baroness baron viscount earl lieutenant lt brigadier commander cmdr commodore admiral sub-lieutenant detective ds di dci supt insp");

    /// <summary>Words of a function that somebody holds.</summary>
    public static readonly KeySet Roles = KeySet.Of(
        "officer coxswain skipper master matron conductor steward headteacher groundsman keeper harbourmaster physiotherapist economist agronomist linguist historian officer manager director head spokesperson spokesman spokeswoman coordinator co ordinator chief executive press media communications communication assistant adviser advisor editor secretary president chair chairman chairwoman chairperson lead leader minister ambassador commissioner representative rapporteur deputy senior specialist consultant analyst researcher lecturer professor fellow curator founder partner associate administrator administration general producer campaigner campaigns campaign organiser organizer trustee " +
        "engineer scientist doctor surgeon nurse midwife librarian archivist warden ranger treasurer mayor governor dean rector provost principal teacher mp mep msp msc minister vice pro chancellor registrar controller superintendent inspector constable detective clerk convenor mission policy public relations affairs external digital programme program project account executive correspondent liaison legal marketing outreach advocacy development operations information news duty on call regional national international global country acting interim joint " +
        "responsable directeur directrice chargé chargée attachée attaché presse porte parole président présidente secrétaire conseiller conseillère coordinateur coordinatrice chef cheffe délégué déléguée adjoint adjointe relations médias ministre maire " +
        "responsable director directora jefe jefa portavoz encargado encargada presidente presidenta coordinador coordinadora prensa comunicación comunicaciones asesor asesora oficial secretaria secretario ministro ministra alcalde alcaldesa gerente");

    /// <summary>Nouns that make a run of capitals an organisation or a place.</summary>
    public static readonly KeySet Organisations = KeySet.Of(
        "office trust council university college school hospital museum police foundation institute society association centre center agency department ministry ltd limited inc plc group union club charity service services network house street road avenue lane square building floor suite park station bank committee commission court parliament government federation alliance coalition campaign campaigns company railway rail airport theatre gallery library church cathedral forum programme program project conference summit festival awards award week day fund team desk unit bureau headquarters hq mission embassy consulate authority board brigade force constabulary " +
        "press media news newsroom enquiries inquiries communications contact contacts tel telephone email phone mobile fax website web twitter facebook out hours notes editors editor immediate release ends for the please more further information about monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december " +
        "north south east west northern southern eastern western united kingdom states nations european africa asia america europe international london paris geneva madrid nairobi england wales scotland ireland britain british royal city county district region institute academy observatory laboratory ocean sea river lake valley bay island coast ward estate quarter village town borough " +
        "université ministère agence fondation bureau hôpital mairie musée préfecture conseil association centre fédération syndicat " +
        "universidad ministerio agencia fundación oficina hospital ayuntamiento museo consejo asociación centro federación sindicato");

    private static readonly KeySet Ranks = KeySet.Of("atty engr dr dra pr prof professor sir dame lord lady rev reverend captain capt col colonel sgt sergeant pc dc inspector superintendent constable cllr councillor bishop archbishop imam rabbi cardinal sister father brother mother canon sheikh major lieutenant lt commander commodore admiral general chief detective station officer watch brigadier");

    /// <summary>Whether a word is a rank, an office of the church or a form of address that stands before a name.</summary>
    public static bool IsRank(Word word) => Ranks.Contains(word.Key);

    /// <summary>Whether what stands before a name is written with it wherever somebody is named: a degree, an honour.</summary>
    public static bool StaysWithName(Word word) => Kept.Contains(word.Key);

    private static readonly KeySet Kept = KeySet.Of("atty engr dr dra pr prof professor sir dame lord lady rev reverend");

    /// <summary>The word that a rank before the name begins with ("Chief Inspector"); the name's own first word when none stands there.</summary>
    public static int RankStart(string text, Word[] words, int at)
    {
        var start = at;
        while (start > 0 && at - start < 3 && words[start - 1].Is(WordTraits.Capital) && Ranks.Contains(words[start - 1].Key) && text.AsSpan(words[start - 1].End, words[start].Start - words[start - 1].End) is " " or ". ")
            start--;
        // "Press officer", "Chief officer", "General" alone are roles, not ranks.
        while (start < at && words[start].Key is var key && (key == Officer || key == Chief || key == General || key == Station || key == Watch || key == Detective) && !(start + 1 < at && Ranks.Contains(words[start + 1].Key) && words[start + 1].Key != Officer))
            start++;
        return start;
    }

    private static readonly uint Officer = Words.KeyOf("officer"), Chief = Words.KeyOf("chief"), General = Words.KeyOf("general"), Station = Words.KeyOf("station"), Watch = Words.KeyOf("watch"), Detective = Words.KeyOf("detective");

    /// <summary>Words of role and place that are common surnames.</summary>
    private static readonly KeySet Surnames = KeySet.Of("deans dean church park lake hall lane day banks rivers west north street bay forest bridge may england london ireland bishop major king knight marshall abbot warden mayor page cook clerk constable sergeant house field ward chancellor provost fellow head");

    private static readonly KeySet Lands = KeySet.Of("england london ireland");

    public static bool IsNameWord(Word word) => word.Is(WordTraits.Capital) && word.Length > 0;

    public static bool IsRole(Word word) => word.Is(WordTraits.Role);

    public static bool IsTitleOrRole(Word word) => word.Is(WordTraits.Title | WordTraits.Role | WordTraits.Organisation);

    public static bool IsOrganisation(Word word) => word.Is(WordTraits.Organisation);

    public static bool IsTitle(Word word) => word.Is(WordTraits.Title);

    /// <summary>The name that begins at a word, and the word behind it; null when no name begins there. A single word can be a surname.</summary>
    /// <param name="mayBeRole">Whether a surname may be a word of role or place, as in a contact line: "Fraser Deans", "Sarah Lane".</param>
    public static string? Read(string text, Word[] words, int at, out int next, bool mayBeRole = false) =>
        Reads(text, words, at, out next, out var end, mayBeRole) ? text[words[at].Start..end] : null;

    /// <summary>Whether a name begins at a word.</summary>
    /// <param name="end">Where it ends in the text.</param>
    public static bool Reads(string text, Word[] words, int at, out int next, out int end, bool mayBeRole = false)
    {
        next = at + 1;
        end = 0;
        if ((uint)at >= (uint)words.Length || !(CanBegin(words[at], text, mayBeRole) || (mayBeRole && IsGivenRole(text, words, at))))
            return false;
        var shouting = words[at].Is(WordTraits.AllCapitals) && words[at].Length > 1;
        // "IOM Niger": an acronym before a name in small letters is an organisation.
        if (shouting && words[at].Length > 2 && at + 1 < words.Length && Adjoins(text, words[at], words[at + 1]) && words[at + 1].Is(WordTraits.Capital) && !words[at + 1].Is(WordTraits.AllCapitals))
            return false;
        var last = at;
        var parts = 1;
        for (var i = at + 1; i < words.Length && parts < 6 && i <= at + 8; i++)
        {
            if (!Adjoins(text, words[i - 1], words[i]))
                break;
            // "Ana Ruiz y Tomás Oduya" are two people, "Ortega y Gasset" is one.
            if (parts > 1 && words[i].Key == Y && i + 2 < words.Length && words[i + 1].Is(WordTraits.Capital) && words[i + 2].Is(WordTraits.Capital) && Adjoins(text, words[i], words[i + 1]) && Adjoins(text, words[i + 1], words[i + 2]))
                break;
            // "Cathal Mac an Ghoill": the article of a Gaelic surname.
            if (words[i].Key == An && !words[i].Is(WordTraits.Capital) && Gaelic.Contains(words[i - 1].Key) && i + 1 < words.Length && words[i + 1].Is(WordTraits.Capital) && Adjoins(text, words[i], words[i + 1]))
                continue;
            if (Particles.Contains(words[i].Key) && !words[i].Is(WordTraits.Capital) && i + 1 < words.Length && words[i + 1].Is(WordTraits.Capital) | Particles.Contains(words[i + 1].Key) && Adjoins(text, words[i], words[i + 1]))
                continue;
            // "Floc’h": the letter behind the apostrophe is the name's own.
            if (words[i].Length == 1 && char.IsLower(text[words[i].Start]) && text[words[i].Start - 1] is '’' or '\'')
            {
                last = i;
                continue;
            }

            // "Anna Roe T: 020 …", "Anna Roe T 020 …": the label of a number is no initial.
            if (!words[i].Is(WordTraits.Capital) || IsTitle(words[i]) || (words[i].Length == 1 && text.AsSpan(words[i].End) is [':', ..] or [' ', (>= '0' and <= '9') or '+', ..]))
                break;
            // "Jack London", but "Rowing Ireland", "Sport England": a country is somebody's surname only behind a given name.
            if (mayBeRole && parts == 1 && Surnames.Contains(words[i].Key) && (!Lands.Contains(words[i].Key) || GivenNames.Has(words[at])) && !(i + 1 < words.Length && words[i + 1].Is(WordTraits.Capital) && Adjoins(text, words[i], words[i + 1])))
            {
                last = i;
                parts++;
                break;
            }

            // "Anna Roe MBE, Head of Press": an honour or a degree behind the name.
            if (mayBeRole && parts > 1 && Honours.Contains(words[i].Key))
                break;
            if (IsOrganisation(words[i]) || (!shouting && words[i].Is(WordTraits.AllCapitals) && words[i].Length > 1))
                return false;
            if (IsRole(words[i]))
                break;
            last = i;
            parts++;
        }

        next = last + 1;
        end = words[last].End;
        return parts > 1 || (words[at].Length >= 3 && !shouting);
    }

    /// <summary>"Dean Hartley", "June Akroyd", "Máire Kinsella" (a mayor but for its accent): a word of role or time that is somebody's given name, since a surname stands behind it.</summary>
    private static bool IsGivenRole(string text, Word[] words, int at) =>
        words[at].Is(WordTraits.Capital) && (GivenRoles.Contains(words[at].Key) || text.AsSpan(words[at].Start, words[at].Length) is "Máire") && at + 1 < words.Length && text.AsSpan(words[at].End, words[at + 1].Start - words[at].End) is " "
        && words[at + 1].Is(WordTraits.Capital) && words[at + 1].Length > 2 && !IsTitleOrRole(words[at + 1])
        && !(GivenNames.Has(words[at + 1]) && at + 2 < words.Length && words[at + 2].Is(WordTraits.Capital) && Adjoins(text, words[at + 1], words[at + 2]));

    private static readonly KeySet GivenRoles = KeySet.Of("dean june april may august will");

    /// <summary>"In Accra: Anna Roe": small words that two letters of a name are mistaken for.</summary>
    private static readonly KeySet NoNames = KeySet.Of("in at on by to or of en au");

    /// <param name="inContact">Whether two people may be parted by a slash: "Anna Roe/Ben Cole".</param>
    private static bool CanBegin(Word word, string text, bool inContact) =>
        word.Is(WordTraits.Capital) && !word.Is(WordTraits.Number) && !IsTitleOrRole(word) && !(inContact && word.Length == 2 && NoNames.Contains(word.Key)) && (!word.Is(WordTraits.Stop) || !word.Is(WordTraits.SentenceStart) || word.Length == 2 || word.Is(WordTraits.AllCapitals) || (word.Length == 1 && word.End < text.Length && text[word.End] is '.' or '’' or '\''))
        && (word.Start == 0 || text[word.Start - 1] is not ('@' or '#') && (text[word.Start - 1] != '/' || inContact));

    /// <summary>Whether two words are parts of one name: a space, a hyphen, an apostrophe, or an initial's full stop between them.</summary>
    private static bool Adjoins(string text, Word a, Word b)
    {
        var gap = text.AsSpan(a.End, b.Start - a.End);
        return gap is " " or "-" or "‑" or "’" or "'" || (gap is ". " && (a.Length == 1 || Shortened.Contains(a.Key))) || (gap is "." && (a.Length == 1 || Shortened.Contains(a.Key)));
    }

    private static readonly KeySet Honours = KeySet.Of("mbe obe cbe bem kcmg cmg qpm phd md mba msc frs kc qc rn dl jp mbbs frcp");

    /// <summary>"Ma. Teresa", "St. John": names that are written short.</summary>
    private static readonly KeySet Shortened = KeySet.Of("ma st ste wm geo jos chas robt thos fco");
}
