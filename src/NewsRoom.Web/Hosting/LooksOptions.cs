using System.Globalization;

namespace NewsRoom.Web.Hosting;

/// <summary>Section "NewsRoom:Looks": an organisation's own colour and mark. What is empty stays as the style sheet has it.</summary>
public sealed class LooksOptions
{
    /// <summary>The style sheet's own accent by daylight, on <see cref="Paper"/>.</summary>
    public const string DefaultAccent = "#8c1d2f";

    public const string DefaultAccentDark = "#f0a3a8";

    /// <summary>The paper of the style sheet, by daylight and in the dark.</summary>
    private const string Paper = "#fffefb";
    private const string PaperDark = "#161513";

    /// <summary>What WCAG 2.2 asks between text and its ground (1.4.3).</summary>
    private const double LeastContrast = 4.5;

    /// <summary>Labels, lines and the ring of focus: "#0b5d3b". It must be readable on the light paper.</summary>
    public string Accent { get; set; } = "";

    /// <summary>The same in the dark: it must be readable on the dark paper. Empty with <see cref="Accent"/> given: the accent made lighter until it is.</summary>
    public string AccentDark { get; set; } = "";

    /// <summary>A picture file (.svg, .png, .webp) for the masthead and the tab, relative to the content root; empty for the name alone.</summary>
    public string Logo { get; set; } = "";

    public string LightAccent => Accent.Length > 0 ? Accent : DefaultAccent;

    public string DarkAccent => AccentDark.Length > 0 ? AccentDark : Accent.Length > 0 ? LightenedFor(PaperDark) : DefaultAccentDark;

    public IEnumerable<string> Refusals()
    {
        foreach (var (name, colour, paper) in ((string, string, string)[])[(nameof(Accent), Accent, Paper), (nameof(AccentDark), AccentDark, PaperDark)])
        {
            if (colour.Length == 0)
                continue;
            if (!IsColour(colour))
                yield return $"NewsRoom:Looks:{name} \"{colour}\" is no colour; write one such as #0b5d3b.";
            else if (Contrast(colour, paper) < LeastContrast)
                yield return string.Create(CultureInfo.InvariantCulture, $"NewsRoom:Looks:{name} {colour} cannot be read on {paper} (contrast {Contrast(colour, paper):0.0}, at least {LeastContrast}); choose a {(name == nameof(Accent) ? "darker" : "lighter")} one.");
        }

        if (Logo.Length > 0 && Path.GetExtension(Logo).ToLowerInvariant() is not (".svg" or ".png" or ".webp"))
            yield return $"NewsRoom:Looks:Logo \"{Logo}\" must be a file .svg, .png or .webp.";
    }

    /// <summary>The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").</summary>
    internal static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    /// <summary>Red, green and blue, 0 to 255 each.</summary>
    internal static (byte Red, byte Green, byte Blue) Parts(string colour) => (Part(colour, 1), Part(colour, 3), Part(colour, 5));

    private string LightenedFor(string paper)
    {
        if (!IsColour(Accent))
            return DefaultAccentDark;
        var (red, green, blue) = Parts(Accent);
        for (var white = 0.3; ; white += 0.05)
        {
            var lighter = string.Create(CultureInfo.InvariantCulture, $"#{Mixed(red, white):x2}{Mixed(green, white):x2}{Mixed(blue, white):x2}");
            // The style sheet's own dark accent stands at 8 to 1; 7 is what body text has at least.
            if (white >= 1 || Contrast(lighter, paper) >= 7)
                return lighter;
        }
    }

    private static byte Mixed(byte part, double white) => (byte)Math.Clamp(part + ((255 - part) * white), 0, 255);

    private static bool IsColour(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    private static double Luminance(string colour)
    {
        var (red, green, blue) = Parts(colour);
        return (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));
    }

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static byte Part(string colour, int at) => byte.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
