using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Fixed phrases in which a word of a theme means something else: "drug trafficking", "the economic climate", "a resettlement course" for soldiers. A theme may still name the whole phrase itself.</summary>
internal static class OtherSenses
{
    private static readonly string[] Goods = [.. "drug|cocaine|heroin|narcotic|arms|weapon|firearm|gun|wildlife|ivory|cannabis|tobacco|antiquities|puppy".Split('|')];

    public static readonly PhraseSet Phrases = new(
        string.Join('|', Goods.Select(g => $"{g} trafficking|{g} trafficker|trafficking of {g}|trafficking in {g}|trafficked {g}|trafficking {g}")),
        "trafficking of class a|trafficking class a|drug and firearm trafficking|influence trafficking",
        "tráfico de drogas|tráfico de armas|tráfico de influencias|traite négrière|traite atlantique|traite des noirs|traite des vaches|salle de traite|trata de esclavos|trata negrera",
        "slave trade|slave trader|slave ship|slave owner|transatlantic slavery|abolition of slavery|abolition de l esclavage|abolición de la esclavitud|slavery abolition act",
        "economic climate|political climate|business climate|financial climate|funding climate|investment climate|social climate|working climate|school climate|current climate|present climate|climate of fear|climate of hostility|climate of trust|climate of opinion|climate of uncertainty|climate of suspicion|climate control|climate controlled|climat social|climat politique|climat économique|climat des affaires|climat de travail|climat de confiance|climat de peur|climat de tension|climat scolaire|clima político|clima económico|clima laboral|clima social|clima de confianza|clima de miedo|clima de tensión|clima de diálogo|clima escolar",
        "carbon monoxide|carbon fibre|carbon copy|learning environment|working environment|work environment|built environment|business environment|safe environment|hospital environment|school environment|home environment",
        "resettlement course|resettlement grant|resettlement leave|resettlement prison|resettlement officer|prisoner resettlement|prison resettlement|offender resettlement|resettlement of prisoner|resettlement of offender|resettlement of ex offender|involuntary resettlement|resettlement action plan",
        "title sponsor|shirt sponsor|sponsorship deal|title sponsorship|shirt sponsorship|headline sponsor|main sponsor|kit sponsor|corporate sponsorship|match sponsor");

    /// <summary>Words that mean something else in certain company.</summary>
    /// <param name="Words">The words themselves.</param>
    /// <param name="Company">What else the release then speaks of.</param>
    /// <param name="Least">In how many words it must.</param>
    /// <param name="Unless">Words of the theme's own sense: one of them, and the words mean what they say.</param>
    private sealed record Turn(KeySet Words, KeySet Company, int Least, KeySet Unless);

    private static readonly Turn[] Turns =
    [
        // Drugs and arms are trafficked too.
        new(KeySet.Of("trafficking trafficked trafficker trafic trafiquant tráfico traficante"),
            KeySet.Of("cocaine heroin ketamine cannabis narcotic drug amphetamine firearm ammunition ivory pangolin antiquity cigarette tobacco cocaïne héroïne drogue stupéfiant cocaína heroína droga"), 1,
            KeySet.Of("human victim survivor slavery exploitation exploited migrant woman women girl child children forced prostitution traite trata víctima victime")),
        // Prisoners are resettled, animals and plants.
        new(KeySet.Of("resettlement resettle resettled resettling réinstallation réinstallé reasentamiento reasentado"),
            KeySet.Of("prison prisoner offender hmp inmate probation reoffending sentence custody jail oyster beaver bee colony species habitat reef toad newt lizard reptile bird nest vole squirrel deer fish mussel seahorse ecologist orchid seedling herd"), 2,
            KeySet.Of("refugee asylum unhcr displaced community réfugié refugiado migrant")),
        // Villagers are resettled where a valley is flooded.
        new(KeySet.Of("resettlement resettle resettled resettling réinstallation réinstallé reasentamiento reasentado"),
            KeySet.Of("reservoir dam drowned flooded submerged valley village villager barrage vallée presa embalse"), 2,
            KeySet.Of("refugee asylum unhcr displaced réfugié refugiado migrant vulnerable")),
        // What was abolished is history.
        new(KeySet.Of("slavery slave enslaved esclavage esclave esclavitud esclavo"),
            KeySet.Of("abolition abolished abolitionist emancipation plantation colonial ancestor forebear commemoration commemorate descended descendant transatlantic sugar museum century portrait monument statue manuscript aboli abolie abolida abolición plantación"), 2,
            KeySet.Of("modern trafficking trafficked exploitation exploited gangmaster victim survivor moderne moderna traite trata"))
    ];

    /// <summary>A place for each answer of <see cref="IsTurned(ReleaseText, uint, bool?[])"/>, which holds for a release.</summary>
    public static bool?[] Answers() => new bool?[Turns.Length];

    /// <summary>Whether a word that names a theme means something else in a release: "trafficking" where it speaks of cocaine alone.</summary>
    /// <param name="answers">What was found of the release before.</param>
    public static bool IsTurned(ReleaseText release, uint word, bool?[] answers)
    {
        for (var i = 0; i < Turns.Length; i++)
        {
            if (Turns[i].Words.Contains(word) && (answers[i] ??= IsTurned(release, Turns[i])))
                return true;
        }

        return false;
    }

    private static bool IsTurned(ReleaseText release, Turn turn)
    {
        var count = 0;
        foreach (var paragraph in release.Paragraphs)
        {
            foreach (var word in paragraph.Words)
            {
                if (turn.Unless.Contains(word.Key))
                    return false;
                count += turn.Company.Contains(word.Key) ? 1 : 0;
            }
        }

        return count >= turn.Least;
    }

    private static readonly KeySet Denials = KeySet.Of("not no never nor pas ni"), Articles = KeySet.Of("a an the about any un une una de la el le");

    /// <summary>"This is not resettlement": what something is said not to be.</summary>
    public static bool IsDenied(Word[] words, int at)
    {
        var before = at - 1;
        if (before > 0 && Articles.Contains(words[before].Key))
            before--;
        return before >= 0 && Denials.Contains(words[before].Key) && !words[at].Is(WordTraits.SentenceStart);
    }
}
