namespace NewsRoom.Core.Contacts;

/// <summary>A telephone number as somebody wrote it, with its E.164 form where it can be right.</summary>
/// <param name="AsWritten">The digits and signs as they stand in the text, without label and closing punctuation.</param>
/// <param name="E164">"+" and 8 to 15 digits; null when the number cannot be right (a digit short, no country known).</param>
public readonly partial record struct PhoneNumber(string AsWritten, string? E164);
