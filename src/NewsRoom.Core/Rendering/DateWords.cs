using System.Globalization;

namespace NewsRoom.Core.Rendering;

/// <summary>How a language writes dates, and the words for what is known of one. Patterns are .NET's; {0} and {1} are dates.</summary>
internal sealed record DateWords(CultureInfo Culture, string DayPattern, string DayOfMonthPattern, string MonthPattern, string Undated)
{
    private static readonly DateWords English = new(CultureInfo.GetCultureInfo("en-GB"), "d MMMM yyyy", "d MMMM", "MMMM yyyy", "Undated");

    private static readonly Dictionary<string, DateWords> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = English,
        ["fr"] = new(CultureInfo.GetCultureInfo("fr-FR"), "d MMMM yyyy", "d MMMM", "MMMM yyyy", "Sans date")
        {
            First = "1er",
            NotBefore = "pas avant le {0}",
            NotAfter = "pas après le {0}",
            Between = "entre le {0} et le {1}",
            After = "Après le {0}",
            Before = "Avant le {0}",
            FromNeighbours = "date déduite des communiqués voisins",
            FromPage = "date déduite du reste de la page",
            FromText = "date déduite du texte",
        },
        ["es"] = new(CultureInfo.GetCultureInfo("es-ES"), "d 'de' MMMM 'de' yyyy", "d 'de' MMMM", "MMMM 'de' yyyy", "Sin fecha")
        {
            NotBefore = "no antes del {0}",
            NotAfter = "no después del {0}",
            Between = "entre el {0} y el {1}",
            After = "Después del {0}",
            Before = "Antes del {0}",
            FromNeighbours = "fecha deducida de los comunicados vecinos",
            FromPage = "fecha deducida del resto de la página",
            FromText = "fecha deducida del texto",
        },
    };

    /// <summary>What stands for the first day of a month; null for its number.</summary>
    public string? First { get; init; }

    public string NotBefore { get; init; } = "not before {0}";

    public string NotAfter { get; init; } = "not after {0}";

    public string Between { get; init; } = "between {0} and {1}";

    public string After { get; init; } = "After {0}";

    public string Before { get; init; } = "Before {0}";

    public string FromNeighbours { get; init; } = "date inferred from neighbouring releases";

    public string FromPage { get; init; } = "date inferred from the rest of the page";

    public string FromText { get; init; } = "date inferred from the text";

    /// <summary>The words of a language (BCP 47); English where it has none of its own.</summary>
    public static DateWords For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return ByLanguage.GetValueOrDefault(language.Split('-', 2)[0].ToLowerInvariant(), English);
    }

    public string Day(DateOnly day) => WithFirst(day, DayPattern);

    public string DayOfMonth(DateOnly day) => WithFirst(day, DayOfMonthPattern);

    public string MonthOf(DateOnly day) => day.ToString(MonthPattern, Culture);

    private string WithFirst(DateOnly day, string pattern) =>
        First is not null && day.Day == 1 ? First + day.ToString(pattern, Culture)[1..] : day.ToString(pattern, Culture);
}
