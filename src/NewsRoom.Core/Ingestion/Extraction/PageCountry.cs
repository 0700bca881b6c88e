using System.Runtime.InteropServices;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Tells to which country the numbers of a page belong that are written without a calling code.</summary>
internal static class PageCountry
{
    /// <summary>A country that is named less often tells nothing.</summary>
    private const int FewestMentions = 3;

    /// <summary>The calling code that most numbers of the page have; where none has one, that of the country the page speaks of by far the most, if such numbers are dialled there; null when nothing tells.</summary>
    public static string? Of(Page page)
    {
        var counts = new Dictionary<string, int>();
        List<string>? unknown = null;
        foreach (var paragraph in page.Paragraphs)
        {
            if (!paragraph.Is(Traits.ContactLead | Traits.ContactDetail))
                continue;
            foreach (var (start, end) in PhoneScanner.Find(paragraph.Text))
            {
                if (!PhoneNumber.TryParse(paragraph.Text[start..end], null, out var phone))
                    continue;
                if (phone.CallingCode is { } code)
                    counts[code] = counts.GetValueOrDefault(code) + 1;
                else if (phone.AsWritten[0] != '+')
                    (unknown ??= []).Add(phone.AsWritten);
            }
        }

        if (counts.Count > 0)
            return counts.MaxBy(c => c.Value).Key;
        return unknown is null ? null : ByPlaces(page, unknown) ?? BySpanish(page, unknown);
    }

    private static string? ByPlaces(Page page, List<string> numbers)
    {
        var mentions = new Dictionary<string, int>();
        foreach (var paragraph in page.Paragraphs)
        {
            foreach (var word in paragraph.Words)
            {
                if (word.Is(WordTraits.Capital) && Places.TryGetValue(word.Key, out var code))
                    mentions[code] = mentions.GetValueOrDefault(code) + 1;
            }
        }

        if (mentions.Count == 0)
            return null;
        var (most, count) = mentions.MaxBy(m => m.Value);
        return count >= FewestMentions && mentions.All(m => m.Key == most || m.Value * 2 <= count) && numbers.Exists(n => PhoneNumber.TryParse(n, most, out var phone) && phone.CallingCode == most) ? most : null;
    }

    /// <summary>"975 012 345" on a page in Spanish that names no other country above all.</summary>
    private static string? BySpanish(Page page, List<string> numbers) =>
        numbers.Exists(n => n.Length == 11 && n[0] is >= '6' and <= '9' && n[3] == ' ' && n[7] == ' ') && LanguageDetector.Detect(CollectionsMarshal.AsSpan(page.Paragraphs)) == "es" ? "34" : null;

    /// <summary>Countries and their large towns in the three languages; Geneva and New York are left out, since the whole world writes from there.</summary>
    private static readonly KeyMap<string> Places = new(
    [
        .. new (string Code, string Words)[]
        {
            ("44", "uk britain england scotland wales london manchester birmingham glasgow edinburgh cardiff belfast londres"), ("353", "ireland irlande irlanda dublin cork galway limerick"),
            ("33", "france francia paris lyon marseille toulouse lille nantes bordeaux strasbourg rennes grenoble"), ("34", "spain espagne espana madrid barcelona sevilla zaragoza bilbao malaga"),
            ("32", "belgium belgique belgica brussels bruxelles bruselas liege namur charleroi antwerp"), ("41", "switzerland suisse suiza bern berne zurich lausanne"),
            ("39", "italy italie italia rome roma milan"), ("49", "germany allemagne alemania berlin munich hamburg"), ("31", "netherlands amsterdam rotterdam utrecht"), ("43", "austria vienna"),
            ("40", "romania roumanie rumania bucharest bucarest bucuresti cluj timisoara"), ("373", "moldova moldavie chisinau"), ("48", "poland pologne polonia warsaw varsovie varsovia krakow cracovia gdansk"), ("36", "hungary hongrie hungria budapest"), ("420", "czech prague praga"), ("359", "bulgaria bulgarie sofia"), ("381", "serbia serbie belgrade"), ("385", "croatia croatie croacia zagreb"), ("380", "ukraine ucrania kyiv kiev lviv"),
            ("47", "norway norvege noruega oslo bergen tromso"), ("46", "sweden suede suecia stockholm gothenburg malmo"), ("45", "denmark danemark dinamarca copenhagen"), ("358", "finland finlande finlandia helsinki"), ("354", "iceland islande islandia reykjavik"), ("356", "malta malte valletta"), ("357", "cyprus chypre chipre nicosia"),
            ("679", "fiji fidji suva"), ("675", "papua moresby"), ("685", "samoa apia"), ("676", "tonga"), ("677", "honiara"), ("678", "vanuatu"),
            ("351", "portugal lisbon lisboa porto"), ("30", "greece grece grecia athens athenes atenas"), ("90", "turkey turquie turquia ankara istanbul"), ("20", "egypt egypte egipto cairo"),
            ("962", "jordan jordanie jordania amman"), ("961", "lebanon liban libano beirut beyrouth"), ("964", "iraq irak baghdad erbil"), ("212", "morocco maroc marruecos rabat casablanca"), ("216", "tunisia tunisie tunez tunis"), ("213", "algeria algerie argelia algiers"),
            ("221", "senegal dakar"), ("225", "ivoire abidjan yamoussoukro bouake"), ("237", "cameroon cameroun yaounde douala"), ("233", "ghana accra kumasi tamale"), ("234", "nigeria abuja lagos"),
            ("254", "kenya nairobi mombasa kisumu"), ("256", "uganda kampala gulu"), ("255", "tanzania dodoma"), ("250", "rwanda kigali"), ("251", "ethiopia ethiopie etiopia"), ("27", "pretoria johannesburg durban"), ("260", "zambia lusaka"), ("265", "malawi lilongwe blantyre"), ("263", "zimbabwe harare"),
            ("61", "australia sydney melbourne canberra brisbane"), ("64", "zealand auckland wellington"), ("91", "india delhi mumbai kolkata"), ("92", "pakistan islamabad karachi lahore"), ("880", "bangladesh dhaka chittagong"), ("977", "nepal kathmandu"), ("94", "lanka"), ("63", "philippines manila"), ("62", "indonesia jakarta"), ("66", "thailand bangkok"), ("84", "vietnam hanoi"), ("60", "malaysia"),
            ("52", "mexico mexique monterrey"), ("57", "colombia colombie bogota medellin"), ("56", "chile chili santiago valparaiso"), ("51", "peru perou lima"), ("54", "argentina argentine"), ("593", "ecuador quito"), ("58", "venezuela caracas"), ("591", "bolivia bolivie"), ("55", "brazil bresil brasil brasilia"),
        }.SelectMany(p => p.Words.Split(' ').Select(w => KeyValuePair.Create(Words.KeyOf(w), p.Code))),
    ]);
}
