namespace NewsRoom.Web.Areas.Admin;

/// <summary>A difference as the desk shows it, side by side.</summary>
/// <param name="Before">The heading of the older text.</param>
/// <param name="After">The heading of the newer text.</param>
/// <param name="RestoreForm">The id of the form whose buttons restore one field of the older text; null for none.</param>
public sealed record DifferenceView(IReadOnlyList<FieldChange> Changes, string Before, string After, string? RestoreForm = null);
