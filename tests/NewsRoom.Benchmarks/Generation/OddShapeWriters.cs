using System.Globalization;
using System.Text;

namespace NewsRoom.Benchmarks.Generation;

/// <summary>Shapes of pages whose lines run together, or hold what no release should.</summary>
internal static class OddShapeWriters
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private static readonly string[] FrenchWeekdays = ["Dim", "Lun", "Mar", "Mer", "Jeu", "Ven", "Sam"];

    private static readonly string[] Oddities =
    [
        "<script>alert(\"{0}\")</script> in the {1}", "# {0} and the {1}", "* {0} of the {1}", "1. {0}, a {1}", "> {0} by the {1}", "{0} מרכז קהילתי חדש {1}", "{0} 👩‍👩‍👧 🎉 {1}", "`{0}` | {1} |", "{0} &amp; {1} &lt;b&gt;", "---{0}--- {1}",
    ];

    /// <summary>Each date line joined to the text before it by a single line end.</summary>
    public static string JoinedDates(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            text.Append(page.NextDay().ToString("d MMMM yyyy", English)).Append('\n').Append(page.Prose.Headline()).Append("\n\n").Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
            page.Text(text, page.Prose.Number(3, 8));
            text.Length--;
        }

        return text.ToString();
    }

    /// <summary>The labels of a content system run together, or a date with a weekday in French.</summary>
    public static string LabelRuns(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            var day = page.NextDay();
            text.Append(page.Prose.Headline()).Append("\n\n");
            if (i % 4 == 3)
                text.Append(English, $"{page.Body} - News - {FrenchWeekdays[(int)day.DayOfWeek]}, {day:MM'/'dd'/'yyyy} - 11:24");
            else
                text.Append(English, $"Posted: {day:dddd, MMMM d, yyyy} - 16:33Image: Region-Country: Default: Multimedia:");
            text.Append("\n\n").Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
            page.Text(text, page.Prose.Number(3, 8));
        }

        return text.ToString();
    }

    /// <summary>Contacts in blocks of lines: several people, two numbers, one-letter labels, out-of-hours numbers.</summary>
    public static string ContactBlocks(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            text.Append(page.NextDay().ToString("dddd d MMMM yyyy", English)).Append("\n\n").Append(page.Prose.Headline()).Append("\n\n").Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
            page.Text(text, page.Prose.Number(3, 8));
            text.Append("For further information please contact:\n\n");
            for (var people = page.Prose.Number(1, 4); people > 0; people--)
            {
                text.Append(page.Prose.Person()).Append(", ").Append(page.Prose.Pick(WordLists.Roles)).Append(", ").Append(page.Body).Append('\n');
                if (page.Prose.Chance(50))
                    text.Append("T: ").Append(page.Prose.Phone()).Append(" M: ").Append(page.Prose.Phone()).Append(" E: W:\n\n");
                else
                    text.Append("Tel: ").Append(page.Prose.Phone()).Append(" / out of hours ").Append(page.Prose.Phone()).Append("\n\n");
            }

            text.Append("Follow us on Twitter:\n\n");
        }

        return text.ToString();
    }

    /// <summary>Scripts in headlines, Markdown marks at line starts, right-to-left text and emoji.</summary>
    public static string Signs(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            text.Append(page.NextDay().ToString("dd/MM/yyyy", English)).Append("\n\n").AppendFormat(English, page.Prose.Pick(Oddities), page.Prose.Pick(WordLists.Nouns), page.Prose.Pick(WordLists.Towns)).Append("\n\n");
            text.Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
            page.Text(text, page.Prose.Number(2, 6));
            text.AppendFormat(English, page.Prose.Pick(Oddities), page.Body, page.Prose.Pick(WordLists.Nouns)).Append("\n\n").Append(page.Contact()).Append("\n\n");
        }

        return text.ToString();
    }
}
