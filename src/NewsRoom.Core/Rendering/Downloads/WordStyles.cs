using DocumentFormat.OpenXml.Wordprocessing;

namespace NewsRoom.Core.Rendering.Downloads;

/// <summary>How a release looks in Word: its own named styles, so that a newsroom's template may restyle it. Sizes are half points.</summary>
internal static class WordStyles
{
    public static Styles Make(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Cambria", HighAnsi = "Cambria", ComplexScript = "Times New Roman" }, new FontSize { Val = "23" }, new FontSizeComplexScript { Val = "23" }, new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = language, Bidi = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "160", Line = "288", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraph("Title", "Title", 48, bold: true, before: 0, after: 120, outline: 0),
        Paragraph("Subtitle", "Subtitle", 26, bold: false, before: 0, after: 240),
        Paragraph("Dateline", "Dateline", 20, bold: false, before: 0, after: 200),
        Paragraph("Heading2", "heading 2", 28, bold: true, before: 280, after: 80, outline: 1),
        Paragraph("Heading3", "heading 3", 25, bold: true, before: 240, after: 80, outline: 2),
        Paragraph("Heading4", "heading 4", 23, bold: true, before: 200, after: 60, outline: 3),
        new Style(new StyleName { Val = "List Paragraph" }, new BasedOn { Val = "Normal" }, new StyleParagraphProperties(new SpacingBetweenLines { After = "60" }, new Indentation { Left = "720" })) { Type = StyleValues.Paragraph, StyleId = "ListParagraph" },
        new Style(new StyleName { Val = "Quote" }, new BasedOn { Val = "Normal" }, new StyleParagraphProperties(new Indentation { Left = "567" })) { Type = StyleValues.Paragraph, StyleId = "Quote" },
        new Style(new StyleName { Val = "Code" }, new BasedOn { Val = "Normal" }, new StyleRunProperties(new RunFonts { Ascii = "Consolas", HighAnsi = "Consolas" }, new FontSize { Val = "19" })) { Type = StyleValues.Paragraph, StyleId = "Code", CustomStyle = true },
        new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = "0B57A4" }, new Underline { Val = UnderlineValues.Single })) { Type = StyleValues.Character, StyleId = "Hyperlink" },
        new Style(new StyleName { Val = "Table Grid" }, new StyleTableProperties(new TableBorders(
            Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()))) { Type = StyleValues.Table, StyleId = "TableGrid" });

    private static Style Paragraph(string id, string name, int size, bool bold, int before, int after, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
            paragraph.AppendChild(new KeepNext());
        paragraph.AppendChild(new SpacingBetweenLines { Before = Text(before), After = Text(after) });
        if (outline is { } level)
            paragraph.AppendChild(new OutlineLevel { Val = level });
        var run = new StyleRunProperties();
        if (bold)
            run.AppendChild(new Bold());
        run.AppendChild(new FontSize { Val = Text(size) });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "999999" };

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
