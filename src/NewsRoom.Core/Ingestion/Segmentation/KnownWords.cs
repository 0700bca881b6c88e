using NewsRoom.Core.Ingestion.Extraction;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// What is known of words by themselves, from the lists of those who ask for it. It is looked up once, when a word is read; asking costs a bit then, where a look-up in each list
/// would cost more than all else that is done with the word.
/// </summary>
/// <remarks>The lists must be made with <see cref="Words.KeyOf"/> and <see cref="Words.KeysOf"/>: <see cref="Words.Of"/> waits for this table.</remarks>
internal static class KnownWords
{
    private static readonly uint[] StopWords =
    [
        .. ("the a an and or but nor of in on at to for from by with as is are was were be been being has have had do does did will would shall should can could may might must not no " +
            "this that these those it its he she they them his her their theirs him we us our you your i me my who whom whose which what when where why how than then there here so such " +
            "also both each either neither any all some more most other another into onto over under between among through during before after about against within without up down out off " +
            "again further once only own same too very just if because while until although though since per via including include includes said says according new one two three first last " +
            "le la les l un une des du de d et ou mais dans sur sous au aux avec pour par en est sont a ont été être ce cette ces cet qui que qu dont où il elle ils elles on nous vous leur leurs son sa ses ne pas plus se s n y " +
            "el los las una unos unas del y o u pero en con por para es son fue ser ha han este esta estos estas ese esa que quien cual donde como su sus se lo al no más muy entre sobre hasta desde sin")
            .Split(' ').Select(w => Words.KeyOf(w)),
    ];

    private static readonly KeyMap<WordTraits> Table = Make();

    /// <summary>The traits of the word with a key, wherever it stands.</summary>
    public static WordTraits TraitsOf(uint key) => Table.TryGetValue(key, out var traits) ? traits : WordTraits.None;

    /// <summary>The languages whose small word it is, a bit each in the order of <see cref="LanguageDetector"/>.</summary>
    public static int LanguagesOf(Word word) => (int)((uint)word.Traits / (uint)WordTraits.FirstLanguage);

    private static KeyMap<WordTraits> Make()
    {
        var table = new Dictionary<uint, WordTraits>();
        void Add(IEnumerable<uint> keys, WordTraits traits)
        {
            foreach (var key in keys)
                table[key] = table.GetValueOrDefault(key) | traits;
        }

        Add(StopWords, WordTraits.Stop);
        Add(CalendarWords.MonthNames, WordTraits.Month);
        Add(NameReader.Titles, WordTraits.Title);
        Add(NameReader.Roles, WordTraits.Role);
        Add(NameReader.Organisations, WordTraits.Organisation);
        Add(Lexicon.LinkWords.FirstWords, WordTraits.Link);
        Add(LostLinks.FirstWords, WordTraits.Link);
        Add(TenseReader.TenseWords, WordTraits.Tense);
        Add(ContactSentence.AnswerWords, WordTraits.Answer);
        Add(LostLinks.OrderWords, WordTraits.Label);
        Add(LostUrls.LabelWords, WordTraits.Label);
        Add(Lexicon.EmailLabels.FirstWords, WordTraits.Label);
        Add(LostAddressee.OpenWords, WordTraits.Wanting);
        Add(OtherSenses.Phrases.FirstWords, WordTraits.OtherSense);
        foreach (var (language, words) in LanguageDetector.SmallWords.Index())
            Add(words, (WordTraits)((int)WordTraits.FirstLanguage << language));
        return new(table);
    }
}
