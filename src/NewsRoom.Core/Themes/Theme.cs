namespace NewsRoom.Core.Themes;

/// <summary>A subject that releases are tagged with. <c>themes.yml</c> seeds missing slugs; afterwards the database rules.</summary>
public sealed class Theme
{
    private readonly List<ThemeTerm> _terms = [];

    private Theme() { }

    public Theme(string slug, string name, string description)
    {
        Slug = slug;
        Name = name;
        Description = description;
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Two sentences of introduction, plain text.</summary>
    public string Description { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<ThemeTerm> Terms => _terms;

    public void Edit(string name, string description, IEnumerable<ThemeTerm> terms)
    {
        Name = name;
        Description = description;
        _terms.Clear();
        _terms.AddRange(terms);
        Version++;
    }
}

/// <summary>A word or phrase that speaks for a theme, with its weight (above zero; 1 is an ordinary term, 3 names the theme outright).</summary>
public sealed record ThemeTerm(string Text, double Weight);
