namespace NewsRoom.Benchmarks.Generation;

/// <summary>What generated releases are made of: invented people and bodies, common words, in three languages.</summary>
internal static class WordLists
{
    public static readonly string[] GivenNames = Split(
        "Anna Maria Ruth Grace Amina Fatima Leila Nadia Yusuf Omar Ibrahim Hassan Peter John Mark David Stephen Alan Colin Fiona Morag Eilidh Gwen Rhys Owen Siobhan Niamh Declan Aoife Ravi Priya Anil Sunita Mei Lin Hiroshi Keiko Carlos Elena Lucía Javier Sofía Diego Pierre Claire Hélène Julien Camille Luc Ingrid Lars Sven Astrid Olga Dmitri Irina Katya Marek Zofia Jan Ewa Tomas Petra Kofi Ama Kwame Abena Chidi Ngozi Tunde Folake Wanjiru Kamau Otieno Akinyi Tariq Zainab Hamid Parisa Miriam Daniel Rachel Esther Noah Tamar Sarah Laura Helen Janet Martin Keith Duncan Isla Callum");

    public static readonly string[] Surnames = Split(
        "Roe Hartley Okafor Bennett Mackay Sinclair Pritchard Vaughan Llewellyn O’Brien Gallagher Doyle Sharma Patel Iyer Banerjee Chen Wong Tanaka Sato Alvarez Moreno Castillo Navarro Ortega Delgado Moreau Lefèvre Girard Fournier Chevalier Lindqvist Bergström Hansen Olsen Novak Kowalski Wiśniewska Zieliński Petrov Ivanova Sokolov Mensah Boateng Asante Adeyemi Eze Balogun Mwangi Odhiambo Kariuki Njoroge Rahman Siddiqui Haddad Nasser Khalil Aziz Farouk Levy Cohen Stern Weiss Thornton Ashworth Blackwood Fairclough Winterbourne Harrington Pemberton Cartwright Whitfield Holloway Kirkbride Armitage Braithwaite Ramsbottom Sutcliffe Ogden Tranter Wakefield Ellison Garside Hebden Jagger Kershaw Lomax Mather Nuttall Openshaw Prescott Quayle Radcliffe Schofield Tattersall Unsworth Varley Whalley Yarwood Abernethy Buchanan Carmichael Drummond Erskine Farquhar Galbraith Haldane Innes Jardine Kinnaird Lockhart Menzies Napier Ogilvie Pringle Ruthven Strachan Tulloch Urquhart Wedderburn");

    public static readonly string[] Towns = Split(
        "Marlbridge Tayport Kelwood Skerry Lapwing Mullion Whitcombe Rowanby Oakhaven Stonefield Harbury Fenwick Aldermoor Brackley Castleton Dunmore Eastbury Fairholme Glenfinart Hollowmere Ironbridge Juniper Kingsmead Langford Millbrook Netherby Ottershaw Penhallow Quarrington Redcliffe Silverdale Thornbury Upwell Valebrook Westmarch Yarrow Ashcombe Birchwood Coldstream Deepdale Elmswell Foxcote Greystone Highfield Ivybridge Kestrel Longmoor Moorland Northwick Orchard Pinehurst Ravensby Saltmarsh Tidewell Underhill Wolverley");

    public static readonly string[] Countries = Split("Colombia Ghana Kenya Nepal Jordan Peru Morocco Vietnam Serbia Malawi Senegal Georgia Bolivia Uganda Tunisia Armenia Zambia Ecuador Lebanon Moldova");

    public static readonly string[] Bodies =
    [
        "Harbour Link Trust", "Marlbridge City Council", "Tayport University Hospital", "Skerry Wildlife Trust", "Northern Rail Partnership", "Kelwood Food Bank", "River Solis Relief Fund", "Coral Sea Alliance", "Lapwing Housing Association", "Whitcombe Zoo",
        "Derwent Valley Police", "Oakhaven Museum of Computing", "Migration Policy Assembly", "Rowan Water Company", "Penhallow Lifeboat Institution", "International Space Bureau", "Silverdale Youth Orchestra", "Fenwick Coastguard Service", "Dunmore School Federation", "Aldermoor Health Board",
    ];

    public static readonly string[] Adjectives = Split(
        "new local national regional annual free major small early public private open digital rural urban coastal historic modern popular careful serious regular special recent future safe clean green warm quiet busy strong practical technical medical social cultural young older vulnerable independent voluntary temporary permanent daily weekly extra joint international global emergency seasonal accessible affordable sustainable ambitious detailed urgent lasting wider northern southern");

    public static readonly string[] Nouns = Split(
        "project programme campaign service report survey study review plan scheme centre station school hospital museum library garden harbour bridge road railway park river forest beach market festival exhibition concert conference meeting workshop course training team office department committee board council partnership network family household patient student teacher nurse doctor driver passenger visitor resident volunteer member supporter farmer fisherman worker employer business company charity group community village town city district country region border journey route ticket timetable building roof floor window energy water food housing health education transport safety research science technology data equipment vehicle boat train bus bicycle animal bird fish plant tree seed soil weather storm flood winter summer season week month year anniversary award prize grant fund budget cost price saving investment decision agreement law policy strategy target result figure number increase decline change improvement repair restoration collection archive letter photograph painting book film song story history memory future opportunity challenge problem question answer idea proposal consultation");

    public static readonly string[] PastVerbs = Split(
        "opened launched completed announced welcomed supported visited repaired restored collected delivered organised hosted published reviewed improved extended replaced protected trained helped invited introduced measured tested planted counted recorded raised donated received approved planned shared celebrated moved closed rebuilt cleaned painted printed");

    public static readonly string[] Roles = ["Head of Communications", "Chief Executive", "Director of Services", "Press Officer", "Project Manager", "Chair of Trustees", "Senior Researcher", "Programme Coordinator", "Head of Mission", "Curator of Collections"];

    public static readonly string[] Months = Split("January February March April May June July August September October November December");

    public static readonly string[] FrenchNouns = Split("projet programme service rapport centre hôpital musée port village quartier réseau atelier festival marché jardin pont bâtiment équipe habitants bénévoles enfants familles élèves médecins agriculteurs visiteurs partenaires travaux mesures soins logements transports");

    public static readonly string[] FrenchVerbs = Split("lance présente ouvre annonce accueille soutient organise inaugure publie rénove accompagne réunit");

    public static readonly string[] FrenchMonths = Split("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");

    public static readonly string[] SpanishNouns = Split("proyecto programa servicio informe centro hospital museo puerto pueblo barrio red taller festival mercado jardín puente edificio equipo vecinos voluntarios niños familias alumnos médicos agricultores visitantes socios obras medidas cuidados viviendas transportes");

    public static readonly string[] SpanishVerbs = Split("lanza presenta abre anuncia acoge apoya organiza inaugura publica renueva acompaña reúne");

    public static readonly string[] SpanishMonths = Split("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");

    private static string[] Split(string words) => words.Split(' ');
}
