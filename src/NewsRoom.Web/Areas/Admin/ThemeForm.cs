using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NewsRoom.Core.Themes;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>What an editor types into a theme.</summary>
public sealed class ThemeForm : IValidatableObject
{
    private const int MaxTerms = 500;

    /// <summary>The save the editor began from.</summary>
    public int Version { get; set; }

    [Required(ErrorMessage = "Write the name of the theme."), StringLength(100, ErrorMessage = "Use at most 100 characters.")]
    public string? Name { get; set; }

    [StringLength(1000, ErrorMessage = "Use at most 1000 characters.")]
    public string? Description { get; set; }

    [StringLength(50_000, ErrorMessage = "Use at most 50,000 characters.")]
    public string? Terms { get; set; }

    public static ThemeForm From(Theme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        return new()
        {
            Version = theme.Version,
            Name = theme.Name,
            Description = theme.Description,
            Terms = string.Join('\n', theme.Terms.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Text}: {t.Weight}"))),
        };
    }

    /// <summary>Reads "term: weight" lines; a line without a weight has 1.</summary>
    /// <param name="wrongLine">The first line that cannot be read; null when all can.</param>
    public static IReadOnlyList<ThemeTerm> ReadTerms(string? text, out string? wrongLine)
    {
        wrongLine = null;
        var terms = new List<ThemeTerm>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.LastIndexOf(':');
            var term = (colon < 0 ? line : line[..colon]).Trim();
            var weight = 1.0;
            var isRight = term.Length is > 0 and <= 100
                && (colon < 0 || (double.TryParse(line.AsSpan(colon + 1), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out weight) && weight is > 0 and <= 10));
            if (!isRight || terms.Count >= MaxTerms)
            {
                wrongLine = line;
                return terms;
            }

            if (terms.TrueForAll(t => !string.Equals(t.Text, term, StringComparison.OrdinalIgnoreCase)))
                terms.Add(new ThemeTerm(term, weight));
        }

        return terms;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        ReadTerms(Terms, out var wrong);
        if (wrong is not null)
            yield return new($"The line “{wrong}” cannot be read. Write the term, a colon and a weight above 0 and at most 10, such as resettlement: 3.", [nameof(Terms)]);
    }
}
