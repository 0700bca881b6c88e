namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// The names of months and weekdays in English, French and Spanish, in full and shortened, and in full in the languages that stand beside them on a page:
/// German, Dutch, Italian, Portuguese, Welsh ("11. Mai 2023", "8 ottobre 2016", "3 Mehefin 2014").
/// </summary>
internal static class CalendarWords
{
    /// <summary>The number of a month by the key of its name.</summary>
    public static readonly KeyMap<int> Months = MonthTable();

    public static readonly KeyMap<DayOfWeek> Weekdays = WeekdayTable();

    /// <summary>The days of a month that are written as words: "the first of March", "le premier avril".</summary>
    public static readonly KeyMap<int> OrdinalDays = DayTable();

    /// <summary>What stands before the ordinal of a day behind the twentieth: "the twenty-first of June".</summary>
    public static readonly KeyMap<int> Tens = new([KeyValuePair.Create(Words.KeyOf("twenty"), 20), KeyValuePair.Create(Words.KeyOf("thirty"), 30)]);

    /// <summary>The keys of the names of months.</summary>
    public static IEnumerable<uint> MonthNames => Months.Pairs.Select(p => p.Key);

    /// <summary>The keys of the names of weekdays.</summary>
    public static IEnumerable<uint> WeekdayNames => Weekdays.Pairs.Select(p => p.Key);

    /// <summary>Whether a day of a month begins at a word: "4 avril", "4 de abril".</summary>
    public static bool IsDayOfMonth(Word[] words, int at) =>
        at + 1 < words.Length && words[at].Is(WordTraits.Number) && words[at].Length <= 3
        && (words[at + 1].Is(WordTraits.Month) || (at + 2 < words.Length && words[at + 1].Is(WordTraits.Stop) && words[at + 2].Is(WordTraits.Month)));

    private static KeyMap<int> DayTable()
    {
        var ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".Split(' ');
        var table = ordinals.Select((word, i) => KeyValuePair.Create(Words.KeyOf(word), i + 1)).ToDictionary();
        table[Words.KeyOf("thirtieth")] = 30;
        foreach (var word in (string[])["premier", "primero"])
            table[Words.KeyOf(word)] = 1;
        return new(table);
    }

    private static KeyMap<int> MonthTable()
    {
        string[] names =
        [
            "january jan janvier janv enero ene januar jänner januari gennaio janeiro ionawr", "february feb février févr fév febrero februar februari febbraio fevereiro chwefror", "march mar mars marzo märz maart março mawrth", "april apr avril avr abril abr aprile ebrill", "may mai mayo mei maggio maio",
            "june jun juin junio juni giugno junho mehefin", "july jul juillet juil julio juli luglio julho gorffennaf", "august aug août agosto ago augustus awst", "september sept sep septembre septiembre setiembre settembre setembro medi",
            "october oct octobre octubre oktober ottobre outubro hydref", "november nov novembre noviembre novembro tachwedd", "december dec décembre déc diciembre dic dezember dicembre dezembro rhagfyr",
        ];
        var table = new Dictionary<uint, int>();
        for (var m = 0; m < 12; m++)
        {
            foreach (var name in names[m].Split(' '))
                table.TryAdd(Words.KeyOf(name), m + 1);
        }

        return new(table);
    }

    private static KeyMap<DayOfWeek> WeekdayTable()
    {
        string[] names =
        [
            "sunday sun dimanche dim domingo dom sonntag zondag domenica", "monday mon lundi lun lunes montag maandag lunedì", "tuesday tue tues mardi mar martes dienstag dinsdag martedì", "wednesday wed mercredi mer miércoles mié mittwoch woensdag mercoledì", "thursday thu thur thurs jeudi jeu jueves jue donnerstag donderdag giovedì",
            "friday fri vendredi ven viernes vie freitag vrijdag venerdì", "saturday sat samedi sam sábado sáb samstag sonnabend zaterdag sabato",
        ];
        var table = new Dictionary<uint, DayOfWeek>();
        for (var d = 0; d < 7; d++)
        {
            foreach (var name in names[d].Split(' '))
                table.TryAdd(Words.KeyOf(name), (DayOfWeek)d);
        }

        return new(table);
    }
}
