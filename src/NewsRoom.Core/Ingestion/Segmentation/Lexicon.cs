namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>The words by which press releases of any organisation show their parts, in English, French and Spanish.</summary>
internal static class Lexicon
{
    /// <summary>Openings of a contact line.</summary>
    public static readonly PhraseSet ContactLeads = new(
        "for more information|for further information|for additional information|for more info|for further info|for more detail|for further detail|for full detail|for information|for any further information",
        "for medium enquiry|for medium inquiry|for medium query|for press enquiry|for press inquiry|for press query|for all medium|for media|for medium information|for press information|for all press",
        "for interview|for an interview|for interview request|for enquiry|for inquiry|for query|for comment|for picture|for image|for photograph",
        "media contact|press contact|medium contact|media enquiry|media inquiry|media query|press enquiry|press inquiry|press query|media relation|media office|press office|press officer|media team|press team|contact for medium|contact for media|contact for press",
        "contact|contacts|contact us|contact detail|contact person|contact information|please contact|please call|please email|please ring|please phone|further information|further detail|more information|additional information|enquiry|enquiry to|inquiry|interview request|news desk|newsdesk|duty press officer",
        "to arrange an interview|to arrange interview|to request an interview|to request interview|to set up an interview|to book an interview|to speak to|to interview|journalist|reporter|editor wishing|medium wishing|media wishing|members of the media|out of hour|out of hours",
        "pour plus d information|pour plus d informations|pour plus de renseignement|pour tout renseignement|pour toute information|pour de plus amples information|pour de plus amples renseignement|pour toute demande|pour toute question|pour en savoir plus|pour plus de detail|contact presse|contact pour la presse|contact media|contact pour les media|relation presse|service de presse|veuillez contacter|merci de contacter|renseignement|information complementaire",
        "para mas informacion|para mayor informacion|para obtener mas informacion|para mayores informaciones|para informacion adicional|para consulta|para entrevista|para solicitar|contacto de prensa|contacto para la prensa|contacto para medio|contacto para prensa|contacto de medio|contacto prensa|contacto|oficina de prensa|mas informacion|pongase en contacto|por favor contacte|informacion adicional");

    /// <summary>Words that ask the reader to turn to somebody.</summary>
    public static readonly PhraseSet ContactVerbs = new(
        "please contact|contact|contacting|please call|call|calling|telephone|phone|ring|please email|email|e mail|emailing|get in touch with|speak to|speak with|reach|write to|is available on|are available on|can be reached|addressed to|directed to|sent to|be made to|be made through|be requested from|be obtained from|be had from|be arranged through|be arranged with",
        "veuillez contacter|contacter|contactez|contactez nous|appelez le|s inscrire aupres de|ecrire a|ecrivez a|appeler|appelez|ecrire a|joindre|s adresser a|adressez vous",
        "contactar|contacte|contacten|pongase en contacto|ponerse en contacto|comunicarse con|comuniquese con|llamar|llame|dirigirse a|dirijanse a|dirijase a|llamen a|llamar a|llame a|llamando a|escribir a|escriba a");

    /// <summary>Labels before a number or an address.</summary>
    public static readonly PhraseSet ContactLabels = new(
        "tel|telephone|phone|ph|mobile|mob|cell|cellphone|landline|direct line|office line|switchboard|fax|email|e mail|mail|out of hour|out of office hour|24 hour|after hour|evening and weekend|weekend|skype|whatsapp|twitter|website|web|t|e|m|w",
        "tel|telephone|portable|courriel|mel|courrier electronique|gsm|fixe",
        "telefono|tfno|tlf|movil|celular|correo|correo electronico");

    /// <summary>Labels of a form before a person's name.</summary>
    public static readonly PhraseSet NameLabels = new("name|contact name|full name|nom|nom et prenom|nombre|nombre y apellidos");

    /// <summary>Labels of a form before what a person does and where.</summary>
    public static readonly PhraseSet PositionLabels = new("title|job title|position|role|organisation|organization|company|department|institution|fonction|poste|titre|organisme|cargo|puesto|organizacion|entidad");

    public static readonly PhraseSet EmailLabels = new("email|e mail|mail|e|courriel|mel|adresse electronique|courrier electronique|correo|correo electronico|email address|at email");

    /// <summary>Words that stand where a link was.</summary>
    public static readonly PhraseSet LinkWords = new(
        "click here|click on this link|click the link|click below|clicking here|follow this link|this link|read more|download here|here",
        "cliquez ici|cliquer ici|ici|en cliquant ici|lire la suite",
        "haga clic aqui|haz clic aqui|pulse aqui|pinche aqui|clic aqui|aqui|leer mas");

    public static readonly PhraseSet ReleaseMarkers = new(
        "for immediate release|immediate release|for release|for immediate use|press release|news release|media release|press statement|media statement|media advisory|press advisory|press notice|press information|medium alert|media alert|press note|media note|press briefing note|news brief|press bulletin|embargo lifted",
        "communique de presse|pour diffusion immediate|communique|note aux media|note de presse",
        "comunicado de prensa|nota de prensa|para publicacion inmediata|para difusion inmediata|boletin de prensa",
        "comunicato stampa|pressemitteilung|medienmitteilung|pressemeldung|persbericht|comunicado de imprensa|pressmeddelande|pressemelding|pressemeddelelse|datganiad i r wasg");

    /// <summary>Markers that say when a text may be used.</summary>
    public static readonly PhraseSet FreeMarkers = new("for immediate release|immediate release|for immediate use|pour diffusion immediate|para publicacion inmediata|para difusion inmediata");

    /// <summary>What marks a release where nothing else stands in its line.</summary>
    public static readonly PhraseSet LoneMarkers = new("statement|photo call|photocall|photo opportunity|diary date|diary note|media invitation|press invitation|media call|operational note|declaration|invitation presse|convocatoria de prensa|aviso a los medios");

    public static readonly PhraseSet Embargoes = new(
        "embargo|embargoed|embargoed until|embargoed until|strictly embargoed|strict embargo|under embargo|under strict embargo|not for publication before|not for publication until|not for publication or broadcast|not for broadcast|not for release before|not for release until|hold for release until|hold for release|hold until",
        "sous embargo|embargo jusqu|bajo embargo|embargado hasta|embargado|no publicar antes");

    public static readonly PhraseSet NotesHeadings = new(
        "notes to editor|note to editor|note for editor|editor note|editors note|note for the editor|note for medium|note for journalist|note to journalist|note to medium|background note|notes|note|background information|additional note|further note",
        "note aux redacteur|note aux redaction|note a l attention|notes aux redacteurs|note a la redaction|note a l intention|a l attention des redaction",
        "nota para|nota a los|notas para los editores|nota al editor|nota a la redaccion|notas a la redaccion|nota para la redaccion");

    public static readonly PhraseSet AboutHeadings = new("about|a propos|a propos de|acerca de|sobre|quienes somos|qui sommes nous|background");

    public static readonly PhraseSet Bylines = new("by|par|por|words by|written by|posted by|published by|author|auteur|autor|text by|report by");

    public static readonly PhraseSet PhotoWords = new("photo|photo by|photo credit|picture|pictured|picture by|image|image credit|image by|photograph|photograph by|photography|photos|caption|file photo|credit|photo caption|left to right|pictured left|pictured above|legende|credit photo|photographie|foto|foto de|fotografia|imagen|credito|pie de foto");

    public static readonly PhraseSet EventLabels = new("what|when|where|who|why|how|venue|date and time|location|time|date|speakers|speaker|rsvp|photo opportunity|interview opportunity|quoi|quand|ou|lieu|qui|que|cuando|donde|quien|lugar|fecha|hora");

    /// <summary>What a line begins with that sends its reader to the networks.</summary>
    public static readonly PhraseSet FollowWords = new("follow us|find us on|join us on|like us on|you can follow us|you can also follow us|suivez nous|retrouvez nous sur|siganos|siguenos");

    /// <summary>Words that a line of page furniture consists of.</summary>
    public static readonly KeySet Navigation = KeySet.Of(
        "news event press release media centre center latest archive archives newsroom room home story blog statement update announcement all more read back top next previous page share print share facebook twitter linkedin email newsletter subscribe search menu skip content main information in to and the of for our from this category tag headlines publication resource brief bulletin notice briefing webstory speeches index month year list listing view show filter browse monthly section website site official communication office uk public affairs contact about us report notes pr "
        + "january february march april may june july august september october november december actualite presse communique accueil media salle nouvelles evenement et de la le les archives noticia prensa comunicado inicio sala evento y del los las actualidad "
        + "inside highlight feature topic spotlight corporate local national regional recent past older newer load see last first go prev "
        + "charger voir plus suivant suivante precedent precedente retour haut bas cargar ver mas siguiente anterior volver arriba inicio");

    /// <summary>Words by which a list of releases tells how it is ordered.</summary>
    public static readonly KeySet ListWords = KeySet.Of("oldest newest latest first last order date by year reverse chronological full complete selected");

    /// <summary>Words of that furniture that make a line furniture: one of them must be there.</summary>
    public static readonly KeySet NavigationCore = KeySet.Of("skip news event press release media archive newsroom home blog page menu share print newsletter subscribe search headlines more back next previous bulletin announcement statement update actualite presse communique accueil nouvelles noticia prensa comunicado inicio actualidad stories story highlight prev suivant suivante precedent precedente retour siguiente anterior volver charger cargar");

    /// <summary>Words that tell beside a year which part of it a page is of.</summary>
    public static readonly KeySet PeriodWords = KeySet.Of("of in for from to and the first second third fourth half quarter year spring summer autumn fall winter semestre trimestre primer primero segundo premier deuxieme annee ano de du del");

    /// <summary>Words that the foot of a page consists of beside its name and year.</summary>
    public static readonly KeySet FooterWords = KeySet.Of("privacy cookie cookies accessibility sitemap disclaimer copyright legal terms conditions imprint freedom policy mentions legales confidentialite plan accessibilite aviso privacidad condiciones accesibilidad");

    /// <summary>Words that may stand beside the date on a date line.</summary>
    public static readonly KeySet DateLabels = KeySet.Of("posted published publication date dated updated last modified release released issued created on at am pm h hrs gmt bst utc cet est o clock the of de le la du a el en publie publicado fecha mise ligne actualizado actualise news press local time and printed submitted issue mis publication publicacion parution");

    /// <summary>Labels of content systems.</summary>
    public static readonly PhraseSet SystemLabels = new(
        "posted|published|image|region country|region|country|theme|themes|categorie|category|categories|tags|tag|default|language|copyright|share this|related|filed under|topic|topics|keywords|pays|date|multimedia|subtitle|summary|section|type|source|publie|mots cles|categoria|etiquetas|pais|publicado|document type|primary topic|attachment|file|weight|related link|share|author|read time|reading time|updated|last updated|posted on|posted in|published on|published by");

    /// <summary>First words that look back to something said before.</summary>
    public static readonly KeySet LooksBack = KeySet.Of(
        "he she it they his her its their this these those such another others also however moreover meanwhile furthermore additionally finally both similarly consequently therefore thus nevertheless instead besides then afterwards subsequently likewise hence otherwise nonetheless accordingly secondly thirdly lastly elsewhere alongside him them " +
        "il elle ils elles ce cette ces cela toutefois cependant ensuite enfin ainsi parallelement neanmoins celui celle ceux leur leurs son sa ses aussi " +
        "el ella ellos ellas este esta estos estas eso esto ademas asimismo tambien finalmente dicho dicha dichos dichas su sus igualmente posteriormente mientras");

    /// <summary>Openings of more than one word that look back.</summary>
    public static readonly PhraseSet LooksBackPhrases = new(
        "in addition|in particular|in response|in contrast|in this|in these|in that|in doing so|as a result|for example|for instance|in turn|on the other hand|at the same time|of these|of those|the same|the latter|the former|more recently|most recently|among them|other participant|other speaker|during the event|during the visit|at the event|at this|on this|with this|through this|under this|following this|to this end|for this|by this|as such|to date|the two|the three|since then|that is why|one of the|some of the|most of the|many of the|part of the|all of the|over the course of|speaking at the event|speaking of|a further|an additional|in conclusion|in total|overall|according to the report|despite this|because of this|before this|after this|all this|from this|beyond this",
        "en outre|de plus|par ailleurs|en effet|de son cote|pour sa part|a cet egard|dans ce|dans cette|a cette|au total|en particulier|par exemple|a ce jour|lors de cette|grace a ce|grace a cette",
        "sin embargo|por su parte|en este|en esta|en ese|ademas de|por ejemplo|por otro lado|de esta|de este|a su vez|en total|hasta la fecha|en particular|durante el acto|con este|con esta");

    /// <summary>What may follow "this" without looking back: "this week".</summary>
    public static readonly KeySet TimeNouns = KeySet.Of("week weekend month year morning afternoon evening spring summer autumn winter season monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo christmas easter term january february march april june july august september october november december semaine mois annee matin soir ete hiver printemps semana mes manana tarde noche verano invierno primavera");

    /// <summary>Verbs of speech beside a quotation.</summary>
    public static readonly KeySet SpeechVerbs = KeySet.Of(
        "said say saying added add noted note stated state commented comment explained explain told tell remarked remark observed observe stressed stress warned warn continued concluded emphasized emphasised underlined highlighted declared announced argued insisted recalled replied reiterated urged welcomed affirmed suggested pointed mentioned reports reported wrote write reflected reflects described outlined confirmed acknowledged recognised recognized thanked cautioned joked admitted believes believed claimed called asked enthused " +
        "declare dit affirme explique ajoute souligne precise indique rappelle conclut estime note selon insiste a declare constate commente temoigne confie poursuit " +
        "dijo afirmo senalo explico anadio agrego destaco subrayo indico declaro comento aseguro manifesto expreso concluyo sostuvo recordo advirtio apunto preciso preciso");

    /// <summary>Signs that open a list item; an asterisk directly before a word opens a footnote.</summary>
    public static bool IsBullet(string line) =>
        line.Length > 2 && (line[0] is '•' or '·' or '▪' or '‣' or '◦' or '●' or '■' or '○' or '►' or '➢' or '✓' or '\uF0B7' || (line[0] is '-' or '–' or '*' or '—' or 'o' && line[1] == ' ' && line[2] != line[0]));
}
