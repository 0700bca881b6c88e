using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Tells whether a sentence speaks of something done or something to come.</summary>
internal static class TenseReader
{
    private static readonly PhraseSet Future = new(
        "takes over|takes office|takes up|takes effect|comes into force|come into force|comes into effect|goes on to|steps down|joins on|retires on|ends on|end on|launches on|launch on|leaves on|moves to|will|is to|are to|to be held|is due|are due|is set to|are set to|is scheduled|are scheduled|upcoming|forthcoming|next|hopes to|hope to|hoping to|expects to|expect to|aims to|aim to|intends to|intend to|is taking place|are taking place|take place|takes place|returns to|return to|comes to|arrives in|kicks off|gets under way|is back|are back|goes on sale|go on sale|deadline|closing date|ahead of|opens|begins|starts|run until|runs until|can be booked|register by|apply by|is expected|going to|plan|plans to|planned|would|due to|scheduled|shall|may be seen|when|tickets|join us|rsvp|to attend|invited|are invited|is invited|is being held|are being held",
        "aura lieu|auront lieu|revient|reviennent|se tiendra|se tiendront|sera|seront|prochain|prochaine|debutera|ouvrira|avant le|a partir du|prévu|prévue|va|vont|tendra lugar|vuelve|vuelven|se celebrara|sera|seran|proximo|proxima|comenzara|se inaugurara|hasta el|a partir del|antes del|previsto|prevista|va a|presentara|abrira|wird|werden");

    /// <summary>Small words that point ahead only right before the date.</summary>
    private static readonly PhraseSet FutureBefore = new("by|until|before|from|probably|likely|hopefully|open|open on|begin|start|closes|close on|jusqu au|jusqu en|jusqu a|avant le|a partir du|hasta el|antes del|a partir del|due");

    private static readonly KeySet PastWords = [.. ("was were had took met held came went saw gave made said told brought led won became drew spoke wrote ran ended has have been did " +
        "spent slept kept sent sang stood sat fell rose grew built bought caught taught felt heard knew lost sold struck swam threw woke broke chose drove ate flew froze hid laid lent rode sank slid stole swept understood withdrew began sought " +
        "left beat died hurt laid shook paid tried stood été était étaient eu réuni tenu lancé ouvert reçu annoncé participé organisé accueilli signé visité présenté remis inauguré ont fue fueron tuvo hizo dijo reunió celebró lanzó anunció inauguró presentó firmó participó organizó recibió visitó murió abrió comenzó ha han wurde wurden haben").Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>The keys of the words that tell of something done, or may begin a phrase that tells of something to come.</summary>
    public static IEnumerable<uint> TenseWords => Future.FirstWords.Concat(PastWords);

    /// <summary>Whether the sentence tells of something done or something to come: the nearest verb before the date decides, else the first one behind it.</summary>
    public static Tense TenseOf(Paragraph paragraph, DateMention date)
    {
        var words = paragraph.Words;
        var at = Words.FirstFrom(words, date.Start);
        var french = IsFrench(words, at, date.End);
        for (var i = at - 1; i >= 0 && i >= at - 40; i--)
        {
            if (i >= at - 5 && FutureBefore.MatchAt(words, i) is > 0 and var length && LeadsTo(words, i + length, at))
                return (words[i].Key == By && Words.HasBefore(words, i, 3, Had)) || (words[i].Key == From && Words.HasBefore(words, i, 3, Ran)) ? Tense.Past : Tense.Future;
            if (Verb(words, paragraph.Text, i, french) is not Tense.Unknown and var tense)
                return tense;
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        var after = Words.FirstFrom(words, date.End);
        for (var i = after; i >= 0 && i < words.Length && i < after + 30; i++)
        {
            if (words[i].Is(WordTraits.SentenceStart) && i > after)
                break;
            if (Verb(words, paragraph.Text, i, french) is not Tense.Unknown and var tense)
                return tense;
        }

        return after >= 0 && (HasTime(words, paragraph.Text, after, after + 2) || HasTime(words, paragraph.Text, at - 4, at - 2)) ? Tense.Future : Tense.Unknown;
    }

    /// <summary>"Inaugura el viernes 8 de noviembre a las 19:00": where no verb tells, the time of the day does, which is given of what can still be gone to.</summary>
    private static bool HasTime(Word[] words, string text, int from, int to)
    {
        for (var i = Math.Max(0, from); i <= to && i + 1 < words.Length; i++)
        {
            var (sign, number) = (words[i], words[i + 1]);
            if (!TimeSigns.Contains(sign.Key) || !number.Is(WordTraits.Number))
                continue;
            var rest = text.AsSpan(number.Start, Math.Min(10, text.Length - number.Start)).TrimStart("0123456789");
            if (rest is [':' or '.' or 'h' or 'H', >= '0' and <= '9', ..] or ['h', ..] or [' ', 'h', ..] or ['a' or 'p', 'm', ..] or [' ', 'a' or 'p', 'm' or '.', ..])
                return true;
        }

        return false;
    }

    private static readonly KeySet TimeSigns = KeySet.Of("at from a las de dès");

    private static readonly KeySet BeforeDays = [.. "on in en au the of at noon midnight midday end start beginning early mid late le la el fin debut final lunes".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>"By Saturday", "by noon on": what points ahead stands right before the day, where "by bus on" and "from the station on" do not.</summary>
    private static bool LeadsTo(Word[] words, int from, int date)
    {
        for (var i = from; i < date; i++)
        {
            if (!BeforeDays.Contains(words[i].Key) && !words[i].Is(WordTraits.Number))
                return false;
        }

        return true;
    }

    /// <summary>"Had fallen by Saturday" is done, where "must be in by Saturday" is to come.</summary>
    private static readonly KeySet Had = KeySet.Of("had has have was were");

    /// <summary>"Ran from 1 December" is done, where "open from 1 December" is to come.</summary>
    private static readonly KeySet Ran = KeySet.Of("was were ran lasted");

    private static readonly uint By = Words.KeyOf("by"), From = Words.KeyOf("from");

    private static readonly KeySet FrenchMonths = KeySet.Of("janvier février avril mai juin juillet août septembre octobre novembre décembre");

    /// <summary>The name of its month tells in which language a date is written; "mars" is French in small letters.</summary>
    private static bool IsFrench(Word[] words, int at, int end)
    {
        for (var i = at; i >= 0 && i < words.Length && words[i].Start < end; i++)
        {
            if (words[i].Is(WordTraits.Month) && (FrenchMonths.Contains(words[i].Key) || (words[i].Key == Mars && !words[i].Is(WordTraits.Capital))))
                return true;
        }

        return false;
    }

    private static readonly uint Mars = Words.KeyOf("mars");

    private static readonly KeySet NoVerbs = KeySet.Of("opera camera extra ultra infra supra contra tiara cholera ephemera");

    /// <summary>"Racontera", "sortira", "reprendra": beside a French date the ending tells of what is to come; "presentará", "abrirán" do so anywhere.</summary>
    private static bool IsFutureForm(ReadOnlySpan<char> word, uint key, bool french) =>
        word is [.., 'r', 'á'] or [.., 'r', 'á', 'n']
        || (french && word is [.., 'e' or 'i' or 'd' or 'v' or 'r' or 't', 'r', 'a'] && !NoVerbs.Contains(key));

    private static readonly KeySet HadDone = KeySet.Of("répondu rendu vendu perdu attendu entendu reçu obtenu retenu soutenu élu disparu paru couru secouru fait écrit mis pris permis promis appris repris remis transmis conduit produit construit offert découvert fini choisi fourni établi agi investi recueilli bâti réussi");

    private static readonly KeySet HasCome = KeySet.Of("arrivé arrivée parti partie venu venue revenu revenue mort morte entré entrée sorti sortie rentré rentrée tombé tombée décédé décédée passé passée devenu devenue");

    private static readonly KeySet Hopes = KeySet.Of("espera esperan prevé prevén pretende pretenden espère espèrent compte comptent prévoit prévoient");

    private static readonly KeySet Be = KeySet.Of("be being");

    private static Tense Verb(Word[] words, string text, int i, bool french)
    {
        // "Start-up" is no start.
        if (words[i].Is(WordTraits.Tense) && !(words[i].End < text.Length && text[words[i].End] == '-'))
        {
            if (Future.MatchAt(words, i) > 0)
                return Tense.Future;
            if (PastWords.Contains(words[i].Key))
                return Tense.Past;
        }

        var word = text.AsSpan(words[i].Start, words[i].Length);
        // "se sont tenues", "s’est ouvert"
        if (word is "sont" or "est" && i > 0 && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "se" or "s")
            return Tense.Past;
        // "a dévoilé", "ont rendu publique": any participle behind the auxiliary.
        if (word is "a" or "ont" && i + 1 < words.Length && text.AsSpan(words[i + 1].Start, words[i + 1].Length) is [.., 'é'] or [.., 'é', 'e' or 's'] or [.., 'é', 'e', 's'])
            return Tense.Past;
        // "a répondu", "ont reçu", "sont arrivés": what ends otherwise is told by name.
        if ((word is "a" && HadDone.Contains(words[Math.Min(i + 1, words.Length - 1)].Key)) || (word is "sont" or "est" && i + 1 < words.Length && HasCome.Contains(words[i + 1].Key)))
            return Tense.Past;
        // "Espera alcanzar", "espère atteindre": what is hoped for is to come.
        if (Hopes.Contains(words[i].Key) && i + 1 < words.Length && text.AsSpan(words[i + 1].Start, words[i + 1].Length) is [_, _, .., 'r'] or [_, _, .., 'r', 'e'])
            return Tense.Future;
        // "votó", "cayó"
        if (word is [_, _, .., 'ó'] && !words[i].Is(WordTraits.Capital))
            return Tense.Past;
        if (words[i].Is(WordTraits.Capital) || word.Length < 5)
            return Tense.Unknown;
        if (IsFutureForm(word, words[i].Key, french))
            return Tense.Future;
        // "celebraron" is past, "paraîtront" is to come.
        if (word is [.., 'a' or 'e', 'r', 'o', 'n'])
            return Tense.Past;
        if (word.EndsWith("ront") && word is not ("front" or "affront" or "confront" or "forefront" or "waterfront" or "seafront" or "riverfront"))
            return Tense.Future;
        // "Will be presented", "to be lifted and relaid": the participle is no past, what stands before it decides.
        if (word.EndsWith("ed") && Words.HasBefore(words, i, 3, Be))
            return Tense.Unknown;
        return word.EndsWith("ed") && word is not ("united" or "based" or "related" or "entitled" or "titled" or "called" or "named" or "needed" or "hundred" or "organised" or "organized" or "dedicated") ? Tense.Past : Tense.Unknown;
    }
}
