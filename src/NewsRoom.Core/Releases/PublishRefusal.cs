namespace NewsRoom.Core.Releases;

/// <summary>A reason why a release cannot go out, with the field that mends it.</summary>
/// <param name="Field">The name of the property of <see cref="ReleaseContent"/> (or of the form) that a page links to.</param>
/// <param name="Message">One sentence that says what to do.</param>
public sealed record PublishRefusal(string Field, string Message);
