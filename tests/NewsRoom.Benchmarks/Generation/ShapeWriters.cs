using System.Globalization;
using System.Text;

namespace NewsRoom.Benchmarks.Generation;

/// <summary>One writer a shape: how a page sets its releases apart.</summary>
internal static class ShapeWriters
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Nothing over a release; a contact line under it.</summary>
    public static string ContactLines(PageWriter page, int releases)
    {
        var text = new StringBuilder("News & Events\n\n\n");
        for (var i = 0; i < releases; i++)
        {
            text.Append(page.Prose.Lead(page.Body, Today(page))).Append("\n\n");
            page.Text(text, page.Prose.Number(3, 8));
            text.Append(page.Contact()).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>"13/06/14" over each release.</summary>
    public static string DateLines(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            var day = page.NextDay().ToString("dd/MM/yy", English);
            text.Append(page.IsDated ? day + "\n\n" : "").Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
            page.Text(text, page.Prose.Number(3, 8));
            text.Append(page.Contact()).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>Date line, headline and byline.</summary>
    public static string Headlines(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            text.Append(page.NextDay().ToString("d MMMM yyyy", English)).Append('\n').Append(page.Prose.Headline()).Append('\n');
            if (page.Prose.Chance(40))
                text.Append("By ").Append(page.Prose.Person()).Append('\n');
            text.Append('\n').Append(page.Prose.Lead(page.Body, "this week")).Append("\n\n");
            page.Text(text, page.Prose.Number(3, 8));
        }

        return text.ToString();
    }

    /// <summary>A headline over "Site - News - Tue, 04/04/2017 - 11:24", with the labels of a content system behind.</summary>
    public static string MetaLines(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            var day = page.NextDay();
            text.Append(page.Prose.Headline()).Append("\n\n").Append(page.Body).Append(" - News - ").Append(day.ToString("ddd, MM/dd/yyyy", English)).Append(" - 11:24\n\n").Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
            page.Text(text, page.Prose.Number(3, 7));
            text.Append("For more information, contact ").Append(page.Prose.Person()).Append(", Tel: ").Append(page.Prose.Phone()).Append(", Email: press@example.org\n\n");
        }

        return text.ToString();
    }

    /// <summary>Contact block, marker, headline, text, ENDS, notes and boilerplate.</summary>
    public static string ContactFirst(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            text.Append("Media enquiries:\n\n").Append(page.Prose.Person()).Append("\n\nTelephone: ").Append(page.Prose.Phone()).Append(" / out of hours ").Append(page.Prose.Phone()).Append("\n\n");
            text.Append(page.Prose.Chance(10) ? "Embargoed until 00:01 " + page.NextDay().ToString("dddd d MMMM yyyy", English) : "For immediate release: " + page.NextDay().ToString("d MMMM yyyy", English)).Append("\n\n");
            text.Append(page.Prose.Headline()).Append("\n\n").Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
            page.Text(text, page.Prose.Number(2, 7));
            text.Append("ENDS\n\nNotes to editors\n\n1. The figures are those of ").Append(page.Prose.Pick(WordLists.Bodies)).Append(".\n\n2. Photographs are free to use.\n\nAbout ").Append(page.Body).Append(": ").Append(page.Body).Append(" was founded to help people in every town of the region.\n\n");
        }

        return text.ToString();
    }

    /// <summary>"GENEVA, March 10, 2017 – " in the lead, a photo credit over the headline.</summary>
    public static string Datelines(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            if (page.Prose.Chance(30))
                text.Append("Photo: ").Append(page.Prose.Person()).Append("\n\n");
            text.Append(page.Prose.Headline()).Append("\n\n").Append(page.Prose.Pick(WordLists.Towns).ToUpperInvariant()).Append(", ").Append(page.NextDay().ToString("MMMM d, yyyy", English)).Append(" – ").Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
            page.Text(text, page.Prose.Number(3, 8));
            text.Append(page.Contact()).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>Headlines over text that is wrapped at 65 characters, with Windows line ends.</summary>
    public static string Wrapped(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        foreach (var paragraph in Headlines(page, releases).Split('\n'))
        {
            var at = 0;
            while (paragraph.Length - at > 65 && paragraph.LastIndexOf(' ', at + 65, 65) is > 0 and var space)
            {
                text.Append(paragraph, at, space - at).Append("\r\n");
                at = space + 1;
            }

            text.Append(paragraph, at, paragraph.Length - at).Append("\r\n");
        }

        return text.ToString();
    }

    public static string French(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            var day = page.NextDay();
            text.Append(English, $"{page.Prose.Pick(WordLists.Towns)}, le {day.Day} {WordLists.FrenchMonths[day.Month - 1]} {day.Year} – ").Append(page.Prose.French(page.Body)).Append("\n\n");
            for (var p = page.Prose.Number(3, 9); p > 0; p--)
                text.Append(page.Prose.French("Le réseau")).Append(' ').Append(page.Prose.French("Cette équipe")).Append("\n\n");
            text.Append("Pour plus d’informations, veuillez contacter ").Append(page.Prose.Person()).Append(", Tél : ").Append(page.Prose.Phone()).Append(", Courriel :\n\n");
        }

        return text.ToString();
    }

    public static string Spanish(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            var day = page.NextDay();
            text.Append(English, $"{day.Day} de {WordLists.SpanishMonths[day.Month - 1]} de {day.Year}\n\n").Append(page.Prose.Spanish(page.Body)).Append("\n\n");
            for (var p = page.Prose.Number(3, 9); p > 0; p--)
                text.Append(page.Prose.Spanish("La red")).Append(' ').Append(page.Prose.Spanish("Este equipo")).Append("\n\n");
            text.Append("Para más información, póngase en contacto con ").Append(page.Prose.Person()).Append(", Tel: ").Append(page.Prose.Phone()).Append(", Correo:\n\n");
        }

        return text.ToString();
    }

    /// <summary>Short releases with WHAT / WHEN / WHERE cards.</summary>
    public static string EventCards(PageWriter page, int releases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < releases; i++)
        {
            var day = page.NextDay();
            text.Append(day.ToString("d MMMM yyyy", English)).Append("\n\n").Append(page.Prose.Headline()).Append("\n\n").Append(page.Prose.Lead(page.Body, "this week")).Append("\n\n");
            text.Append("WHAT: ").Append(page.Prose.Headline()).Append("\nWHEN: ").Append(day.AddDays(9).ToString("dddd d MMMM", English)).Append(", 10am\nWHERE: ").Append(page.Prose.Pick(WordLists.Towns)).Append("\n\n");
            page.Text(text, page.Prose.Number(1, 4));
            text.Append(page.Contact()).Append("\n\n");
        }

        return text.ToString();
    }

    private static string Today(PageWriter page)
    {
        var day = page.NextDay();
        return page.Prose.Chance(50) ? string.Create(English, $"today ({day.Day}/{day.Month})") : day.ToString("'on' d MMMM yyyy", English);
    }
}
