using NewsRoom.Core.Themes;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>A theme as the import sees it: from <c>themes.yml</c> or the database.</summary>
public sealed record ThemeDefinition(string Slug, string Name, string Description, IReadOnlyList<ThemeTerm> Terms);
