namespace NewsRoom.Core.Redactions;

/// <summary>A place where words stand.</summary>
/// <param name="Thing">The kind of thing: "release", "version", "source document".</param>
/// <param name="Before">What stands before them, a few words at most.</param>
public sealed record RedactionPlace(string Thing, string Field, long RowId, int? ReleaseId, string Before, string Match, string After);

/// <summary>Where words stand: the first of the places, and how many fields hold them in all.</summary>
public sealed record RedactionPlaces(IReadOnlyList<RedactionPlace> Shown, int Fields, IReadOnlyList<(string Thing, int Fields)> Counts);

/// <summary>How far a redaction has come.</summary>
public sealed record RedactionStep(string Doing, int Done, int Of);
