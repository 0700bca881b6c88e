namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// The names of months and weekdays in English, French and Spanish, in full and shortened, and in full in the languages that stand beside them on a page:
/// German, Dutch, Italian, Portuguese ("11. Mai 2023", "8 ottobre 2016").
/// </summary>
internal static class CalendarWords
{
    /// <summary>The number of a month by the key of its name.</summary>
    public static readonly KeyMap<int> Months = MonthTable();

    public static readonly KeyMap<DayOfWeek> Weekdays = WeekdayTable();

    /// <summary>The keys of the names of months.</summary>
    public static IEnumerable<uint> MonthNames => Months.Pairs.Select(p => p.Key);

    /// <summary>The keys of the names of weekdays.</summary>
    public static IEnumerable<uint> WeekdayNames => Weekdays.Pairs.Select(p => p.Key);

    /// <summary>Whether a day of a month begins at a word: "4 avril", "4 de abril".</summary>
    public static bool IsDayOfMonth(Word[] words, int at) =>
        at + 1 < words.Length && words[at].Is(WordTraits.Number) && words[at].Length <= 3
        && (words[at + 1].Is(WordTraits.Month) || (at + 2 < words.Length && words[at + 1].Is(WordTraits.Stop) && words[at + 2].Is(WordTraits.Month)));

    private static KeyMap<int> MonthTable()
    {
        string[] names =
        [
            "january jan janvier janv enero ene januar jänner januari gennaio janeiro", "february feb février févr fév febrero februar februari febbraio fevereiro", "march mar mars marzo märz maart março", "april apr avril avr abril abr aprile", "may mai mayo mei maggio maio",
            "june jun juin junio juni giugno junho", "july jul juillet juil julio juli luglio julho", "august aug août agosto ago augustus", "september sept sep septembre septiembre setiembre settembre setembro",
            "october oct octobre octubre oktober ottobre outubro", "november nov novembre noviembre novembro", "december dec décembre déc diciembre dic dezember dicembre dezembro",
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
