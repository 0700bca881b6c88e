namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>The names of months and weekdays in English, French and Spanish, in full and shortened.</summary>
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
            "january jan janvier janv enero ene", "february feb février févr fév febrero", "march mar mars marzo", "april apr avril avr abril abr", "may mai mayo",
            "june jun juin junio", "july jul juillet juil julio", "august aug août agosto ago", "september sept sep septembre septiembre setiembre",
            "october oct octobre octubre", "november nov novembre noviembre", "december dec décembre déc diciembre dic",
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
            "sunday sun dimanche dim domingo dom", "monday mon lundi lun lunes", "tuesday tue tues mardi mar martes", "wednesday wed mercredi mer miércoles mié", "thursday thu thur thurs jeudi jeu jueves jue",
            "friday fri vendredi ven viernes vie", "saturday sat samedi sam sábado sáb",
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
