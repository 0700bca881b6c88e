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
}
