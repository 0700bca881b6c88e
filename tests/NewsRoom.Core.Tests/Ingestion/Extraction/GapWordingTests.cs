using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

/// <summary>The many ways in which a sentence leads to an address or a link, and those that only look like it.</summary>
public sealed class GapWordingTests
{
    private const string Lead = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the spring tides.\n\n";

    [Theory]
    [InlineData("Offers of timber can be made here.")]
    [InlineData("The plans can be seen online here from the end of the month.")]
    [InlineData("The names of the builders are listed here.")]
    [InlineData("The full table of tides is here.")]
    [InlineData("The path is looked after by volunteers. Add your name here.")]
    [InlineData("Apply here before the end of January.")]
    [InlineData("A list with drawings of all seven bridges may be had: see the link below.")]
    [InlineData("To order a print of the bridge, click on the picture.")]
    [InlineData("Download the report or ask for a printed copy at the desk.")]
    [InlineData("The trust paid for the work from its own money. Read the annual report in full.")]
    [InlineData("Un film de la mise à l’eau peut être visionné ici.")]
    [InlineData("L’étude peut être téléchargée ici et sera débattue en mars.")]
    [InlineData("Los planos del puente ya pueden verse aquí.")]
    [InlineData("El impreso se descarga aquí o se recoge en la oficina del puerto.")]
    [InlineData("The tides are printed anew each spring. Download the almanac.")]
    [InlineData("Las obras acaban en mayo. Descargue el boletín.")]
    [InlineData("* [Reserve a mooring]()")]
    public void A_word_that_stood_on_a_link_is_found(string line) => Assert.Equal([GapKind.MissingLink], KindsOf(line));

    [Theory]
    [InlineData("“I like a map that says you are here,” said the warden of the bridge.")]
    [InlineData("Boats can be moored here.")]
    [InlineData("Please click here and there on the map that hangs in our hall to see who lives near the bridge.")]
    [InlineData("The book of the bridge, which has been read more than once since, is on display.")]
    [InlineData("Trains can be ordered at the click of a button.")]
    [InlineData("Download the timetable from the App Store before the bridge opens.")]
    public void A_place_is_no_link(string line) => Assert.Empty(KindsOf(line));

    [Theory]
    [InlineData("For a copy in Arabic please email Tesfay at .", GapKind.MissingEmail)]
    [InlineData("Our archivist Anna Roe (, 020 7946 0123) likes old charts.", GapKind.MissingEmail)]
    [InlineData("Clubs that would like to try a boat should email", GapKind.MissingEmail)]
    [InlineData("Visite nuestra página en para ver las mareas.", GapKind.MissingUrl)]
    [InlineData("Please sign up for the opening by writing to .", GapKind.MissingEmail)]
    [InlineData("Images of the bridge: contact the press desk at", GapKind.MissingEmail)]
    [InlineData("To book a walk, send an email to and tell us how many of you are coming.", GapKind.MissingEmail)]
    [InlineData("Questions may be put to the warden by email to.", GapKind.MissingEmail)]
    [InlineData("Print copies may be ordered from the following e-mail:", GapKind.MissingEmail)]
    [InlineData("Offers of timber should be written down and sent to the harbour office at the following address:", GapKind.MissingEmail)]
    [InlineData("Questions about the bridge should go to Bethan Rowlatt, events officer, email, telephone 01632 960214.", GapKind.MissingEmail)]
    [InlineData("Walks are on Saturdays from ten. To book, ring the harbour on 020 7946 0650 or email", GapKind.MissingEmail)]
    [InlineData("The warden looks after the bridge and can be asked about it: [email protected]", GapKind.MissingEmail)]
    [InlineData("Book at the desk, visit or call 01632 960700.", GapKind.MissingUrl)]
    [InlineData("Applications can be made through our website at, until the end of January.", GapKind.MissingUrl)]
    [InlineData("Walkers should fill in the form on our website, , before the end of September.", GapKind.MissingUrl)]
    [InlineData("Split times of the race across the bridge can be followed at and seen on the evening news.", GapKind.MissingUrl)]
    [InlineData("The places of the next walk will be posted at in good time.", GapKind.MissingUrl)]
    [InlineData("The warden’s diary with photographs is at, with a map of the path.", GapKind.MissingUrl)]
    [InlineData("To find the bridge nearest to you, go to and enter a postcode.", GapKind.MissingUrl)]
    [InlineData("The paper on the bridge is free to read at doi: and the data are on request.", GapKind.MissingUrl)]
    [InlineData("More about the company that built it: www | More about oak", GapKind.MissingUrl)]
    [InlineData("La délibération et le plan complet du pont sont disponibles sur le site", GapKind.MissingUrl)]
    [InlineData("For opening hours of the bridge visit or ring the information line on 01632 960400.", GapKind.MissingUrl)]
    [InlineData("For background on the bridge visit and find the walks.", GapKind.MissingUrl)]
    [InlineData("The full text of the order on the bridge will be on the website (.", GapKind.MissingUrl)]
    public void An_address_that_the_sentence_leads_to_is_missed(string line, GapKind kind) => Assert.Equal([kind], KindsOf(line));

    [Theory]
    [InlineData("It was the bridge that they were looking at.")]
    [InlineData("The builders were shot at, and two of them were hurt.")]
    [InlineData("The trust offers a help desk at which walkers can get advice on the path.")]
    [InlineData("Somebody’s visit or call is always welcome at the bridge.")]
    [InlineData("The trust can be reached by post, email, or in person at the bridge.")]
    [InlineData("Please write to the following address:\n\n12 Quay Street, Harbour HB1 4ZZ")]
    public void A_sentence_that_is_whole_lost_nothing(string line) => Assert.Empty(KindsOf(line));

    [Theory]
    [InlineData("The survey of all seven bridges is available . Printed copies cost £2.", GapKind.MissingLink)]
    [InlineData("The list of builders can be consulted , and a copy lies at the desk.", GapKind.MissingLink)]
    [InlineData("Photographs of the bridge can only be had from the . Please credit the trust.", GapKind.MissingLink)]
    [InlineData("Le rapport est consultable . Il sera débattu en mars.", GapKind.MissingLink)]
    [InlineData("El informe completo está disponible . La presentación será en mayo.", GapKind.MissingLink)]
    [InlineData("Questions about the path should be sent to ; the warden answers within a week.", GapKind.MissingEmail)]
    [InlineData("Visits can be arranged with the warden (write to him at ) from Monday.", GapKind.MissingEmail)]
    [InlineData("To take part, register by e-mailing .", GapKind.MissingEmail)]
    [InlineData("Questions to the press officer, Anna Roe, on 020 7946 0650 or by email at .", GapKind.MissingEmail)]
    [InlineData("Contact Anna Roe on 020 7946 0650. Pictures of the bridge are available at .", GapKind.MissingUrl)]
    public void A_space_before_a_sign_shows_what_was_lost(string line, GapKind kind) => Assert.Equal([kind], KindsOf(line));

    [Theory]
    [InlineData("Download the opening programme (PDF, 640KB)")]
    [InlineData("A summary for schools (Word, 41KB) has been prepared by the wardens.")]
    [InlineData("Plan du pont et du chemin (PDF - 2,3 Mo)")]
    [InlineData("Informe completo del puente (PDF, 1,2 MB)")]
    [InlineData("Tide tables for the whole of next year, 14 MB")]
    [InlineData("Bridge-plan-2014.pdf")]
    [InlineData("Photographs of the opening are in the press pack (ZIP, 18 MB).")]
    [InlineData("See our list of bridges [link] for the nearest.")]
    [InlineData("Related documents\nDrawings of the bridge and its path")]
    public void A_file_that_was_offered_with_its_type_or_size_was_a_link(string line) => Assert.Equal([GapKind.MissingLink], KindsOf(line));

    [Theory]
    [InlineData("Click for the tables of all seven bridges.")]
    [InlineData("Cliquez pour voir le plan du pont.")]
    [InlineData("Haga clic para ver el plano del puente.")]
    [InlineData("The crossing was filmed: watch the two-minute video.")]
    [InlineData("Listen to Anna Roe read her poem of the bridge")]
    [InlineData("Film of the opening: right-click and save.")]
    [InlineData("The drawings may be inspected by following the link.")]
    [InlineData("The form can be downloaded from this page, or ask the warden.")]
    [InlineData("Her speech to the builders, which lasted two minutes, can be heard here, and was much applauded.")]
    [InlineData("The report on the bridge can be read here in Welsh and English.")]
    [InlineData("A map showing the closures is available to download.")]
    [InlineData("Télécharger le communiqué")]
    [InlineData("Le plan complet du pont se trouve ici.")]
    public void An_order_or_an_offer_without_a_place_was_a_link(string line) => Assert.Equal([GapKind.MissingLink], KindsOf(line));

    [Theory]
    [InlineData("Opening hours are long in summer; please visit for more information.", GapKind.MissingUrl)]
    [InlineData("Visit to read the diary of the builders in three languages.", GapKind.MissingUrl)]
    [InlineData("See for a full list of walks.", GapKind.MissingUrl)]
    [InlineData("Go to for details of the walks.", GapKind.MissingUrl)]
    [InlineData("The measurements have been deposited at for anyone to use.", GapKind.MissingUrl)]
    [InlineData("Tickets are available from or by calling 01632 960700.", GapKind.MissingUrl)]
    [InlineData("Billets en vente sur ou à l’entrée.", GapKind.MissingUrl)]
    [InlineData("Inscripciones en hasta el 30 de junio.", GapKind.MissingUrl)]
    [InlineData("To help, send your name and postcode to or fill in the form at the desk.", GapKind.MissingEmail)]
    [InlineData("Write to Sam Okafor, chair of trustees, at before the end of June.", GapKind.MissingEmail)]
    [InlineData("Walkers with questions should e-mail no later than Friday, quoting their name.", GapKind.MissingEmail)]
    [InlineData("To book a walk, email or ring 01632 960700.", GapKind.MissingEmail)]
    [InlineData("Please email for details of the walks.", GapKind.MissingEmail)]
    [InlineData("Builders should get in touch with Anna Roe, either at or by letter.", GapKind.MissingEmail)]
    [InlineData("Contact the warden on 01632 960700 or .", GapKind.MissingEmail)]
    [InlineData("Escríbanos a o llame al 956 55 01 44.", GapKind.MissingEmail)]
    public void A_sentence_that_goes_on_without_its_object_lost_an_address(string line, GapKind kind) => Assert.Equal([kind], KindsOf(line));

    [Theory]
    [InlineData("Media contact: Anna Roe, Harbour Trust, 020 7946 0650 /")]
    [InlineData("Press Office – 020 7946 0650 – office hours – Email –")]
    [InlineData("Contact: Anna Roe, press officer, 020 7946 0650, e-bost:")]
    [InlineData("Contact for the day: Anna Roe, warden – 07700 900781 – @")]
    [InlineData("Media contact Anna Roe, at or 020 7946 0650.")]
    [InlineData("Contact presse : Solène Briand, 02 99 55 01 44, ou par mail à l’adresse suivante :")]
    [InlineData("For further information contact Anna Roe, Harbour Trust,")]
    [InlineData("For further information please contact Anna Roe at the harbour office, Tel: 01632 960561, Email: or write to her at Quay House.")]
    [InlineData("For more information contact Dr Anna Roe at the harbour office, email or call in to Room 4.11, Quay House.")]
    public void A_contact_s_line_that_stops_short_lost_an_e_mail_address(string line) => Assert.Contains(GapKind.MissingEmail, KindsOf(line));

    [Theory]
    [InlineData("He came home late , and the bridge was closed .")]
    [InlineData("Les plans sont prêts ; le pont ouvre en mai.")]
    [InlineData("Entries (JPG, at most 5MB) should be sent with the name of the photographer.")]
    [InlineData("The hard disk of the harbour office holds 640 MB.")]
    [InlineData("Walkers heard a click to the left of the bridge and stopped.")]
    [InlineData("The study looks at the link between tides and wear, following the link between rain and rust that was shown before.")]
    [InlineData("Curlews can be heard here in winter.")]
    [InlineData("Under-fives can visit for free.")]
    [InlineData("Her visit to read to the children was a surprise.")]
    [InlineData("Meet the warden at or before noon, and leave at or near the gate.")]
    [InlineData("Walks are to be had at no cost on Sundays and at no point is the path steep.")]
    [InlineData("Boats travel to or from the island, and to and from the mainland.")]
    [InlineData("Staff can be reached by post, phone or email before noon.")]
    [InlineData("The trust will put the list on its website in the week of 16 June.")]
    [InlineData("Go to the harbour office for details, and see for yourself how the bridge was built.")]
    [InlineData("Emails to the warden are read on Mondays.")]
    [InlineData("For a visit or call to the bridge the warden asks for a day's notice.")]
    public void A_look_alike_lost_nothing(string line) => Assert.Empty(KindsOf(line));

    [Theory]
    [InlineData("Drawings of the footbridge are at and may be printed free of charge by anybody.", GapKind.MissingUrl)]
    [InlineData("The report and an appendix of 21 drawings are at.", GapKind.MissingUrl)]
    [InlineData("For more information visit or call the warden on 01632 960700.", GapKind.MissingUrl)]
    [InlineData("Pictures of the tides will appear daily on our blog at www..", GapKind.MissingUrl)]
    [InlineData("Find the bridge on Facebook at", GapKind.MissingUrl)]
    [InlineData("Please do not feed the gulls that nest on the bridge. Watch them here instead.", GapKind.MissingLink)]
    [InlineData("Die vollständige Stellungnahme zur Brücke finden Sie hier.", GapKind.MissingLink)]
    [InlineData("For interviews: Anna Roe, legal counsel, at", GapKind.MissingEmail)]
    public void An_address_that_small_words_are_left_of_is_missed(string line, GapKind kind) => Assert.Equal([kind], KindsOf(line));

    [Fact]
    public void A_letter_behind_a_number_that_a_letter_leads_to_lost_an_e_mail_address() =>
        Assert.Equal([GapKind.MissingEmail], KindsOf("Contact Anna Roe, Harbour Trust, T 01632 960700 E"));

    [Theory]
    [InlineData("Most of the crew would tell a friend to apply for a job here, but only half would tell the warden so.")]
    [InlineData("Quay Street burst main: water is back on")]
    public void A_place_or_a_verb_s_own_preposition_lost_nothing(string line) => Assert.Empty(KindsOf(line));

    private static IEnumerable<GapKind> KindsOf(string line) => Planned.One(Lead + line + "\n").Gaps.Select(g => g.Kind);
}
