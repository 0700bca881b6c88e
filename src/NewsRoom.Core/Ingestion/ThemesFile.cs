using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsRoom.Core.Ingestion;

/// <summary>A themes file that cannot be read; the message names the file, the line and what to write.</summary>
public sealed class ThemesFileException : Exception
{
    public ThemesFileException(string message)
        : base(message)
    {
    }

    public ThemesFileException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ThemesFileException()
    {
    }
}

/// <summary>Reads <c>themes.yml</c>: a list of slug, name, description and weighted terms. It seeds missing slugs; afterwards the database rules.</summary>
public static class ThemesFile
{
    /// <summary>Reads the file at <paramref name="path"/>; a missing file means no themes.</summary>
    /// <exception cref="ThemesFileException">It is not what it should be.</exception>
    public static IReadOnlyList<ThemeDefinition> Read(string path) =>
        File.Exists(path) ? Parse(File.ReadAllText(path), Path.GetFileName(path)) : [];

    /// <summary>Reads the text of a themes file.</summary>
    /// <param name="fileName">For messages.</param>
    /// <exception cref="ThemesFileException">It is not what it should be.</exception>
    public static IReadOnlyList<ThemeDefinition> Parse(string text, string fileName)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            throw new ThemesFileException($"{fileName}, line {error.Start.Line}: this is not YAML that can be read ({error.Message}).", error);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw new ThemesFileException($"{fileName}: this is not YAML that can be read.", error);
        }

        if (yaml.Documents.Count == 0)
            return [];
        if (yaml.Documents[0].RootNode is not YamlSequenceNode list)
            throw Wrong(fileName, yaml.Documents[0].RootNode, "the file must be a list of themes, each beginning with \"- slug: …\"");
        var themes = new List<ThemeDefinition>();
        foreach (var node in list.Children)
        {
            var theme = ReadTheme(fileName, node);
            if (themes.Exists(t => t.Slug == theme.Slug))
                throw Wrong(fileName, node, $"the slug \"{theme.Slug}\" is there twice");
            themes.Add(theme);
        }

        return themes;
    }

    /// <summary>Adds the themes whose slugs the database does not have yet.</summary>
    public static async Task SeedAsync(NewsRoomDbContext db, IReadOnlyList<ThemeDefinition> definitions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(definitions);
        var known = await db.Themes.Select(t => t.Slug).ToListAsync(cancellationToken);
        foreach (var definition in definitions.Where(d => !known.Contains(d.Slug)))
        {
            var theme = new Theme(definition.Slug, definition.Name, definition.Description);
            theme.Edit(definition.Name, definition.Description, definition.Terms);
            db.Themes.Add(theme);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The themes of the database, as the import sees them.</summary>
    public static async Task<IReadOnlyList<ThemeDefinition>> FromDatabaseAsync(NewsRoomDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var themes = await db.Themes.AsNoTracking().OrderBy(t => t.Slug).ToListAsync(cancellationToken);
        return [.. themes.Select(t => new ThemeDefinition(t.Slug, t.Name, t.Description, [.. t.Terms]))];
    }

    private static ThemeDefinition ReadTheme(string file, YamlNode node)
    {
        if (node is not YamlMappingNode theme)
            throw Wrong(file, node, "a theme needs \"slug:\", \"name:\", \"description:\" and \"terms:\"");
        var slug = Text(file, theme, "slug");
        if (!Slug.TryParse(slug, out _))
            throw Wrong(file, Field(file, theme, "slug"), $"\"{slug}\" cannot be an address: write lower-case letters, digits and single hyphens");
        if (Field(file, theme, "terms") is not YamlMappingNode terms || terms.Children.Count == 0)
            throw Wrong(file, Field(file, theme, "terms"), "\"terms:\" must list words with their weights, such as \"climate change: 3\"");
        return new ThemeDefinition(slug, Text(file, theme, "name"), Text(file, theme, "description"), [.. terms.Children.Select(t => ReadTerm(file, t.Key, t.Value))]);
    }

    private static ThemeTerm ReadTerm(string file, YamlNode key, YamlNode value)
    {
        var text = (key as YamlScalarNode)?.Value?.Trim();
        if (string.IsNullOrEmpty(text))
            throw Wrong(file, key, "a term must be a word or a phrase");
        if (!double.TryParse((value as YamlScalarNode)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || weight is not (> 0 and <= 10))
            throw Wrong(file, value, $"the weight of \"{text}\" must be a number above 0 and at most 10: 3 names the theme outright, 1 is an ordinary word, 0.5 a weak one");
        return new ThemeTerm(text, weight);
    }

    private static string Text(string file, YamlMappingNode theme, string name)
    {
        var text = (Field(file, theme, name) as YamlScalarNode)?.Value?.Trim();
        return string.IsNullOrEmpty(text) ? throw Wrong(file, Field(file, theme, name), $"\"{name}:\" must not be empty") : text;
    }

    private static YamlNode Field(string file, YamlMappingNode theme, string name) =>
        theme.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : throw Wrong(file, theme, $"the theme lacks \"{name}:\"");

    private static ThemesFileException Wrong(string file, YamlNode node, string what) => new($"{file}, line {node.Start.Line}: {what}.");
}
