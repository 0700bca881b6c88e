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
    public void An_address_that_the_sentence_leads_to_is_missed(string line, GapKind kind) => Assert.Equal([kind], KindsOf(line));

    [Theory]
    [InlineData("It was the bridge that they were looking at.")]
    [InlineData("The builders were shot at, and two of them were hurt.")]
    [InlineData("The trust offers a help desk at which walkers can get advice on the path.")]
    [InlineData("Somebody’s visit or call is always welcome at the bridge.")]
    [InlineData("The trust can be reached by post, email, or in person at the bridge.")]
    [InlineData("Please write to the following address:\n\n12 Quay Street, Harbour HB1 4ZZ")]
    public void A_sentence_that_is_whole_lost_nothing(string line) => Assert.Empty(KindsOf(line));

    private static IEnumerable<GapKind> KindsOf(string line) => Planned.One(Lead + line + "\n").Gaps.Select(g => g.Kind);
}
