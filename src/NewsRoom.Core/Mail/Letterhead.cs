namespace NewsRoom.Core.Mail;

/// <summary>What every letter of this newsroom needs to know.</summary>
/// <param name="Title">The newsroom's name.</param>
/// <param name="Address">Its public address.</param>
/// <param name="DigestHour">The hour (0 to 23, in <paramref name="Zone"/>) at which daily and, on Mondays, weekly mails are made.</param>
/// <param name="Language">Of the newsroom's own words, BCP 47.</param>
/// <param name="Words">The newsroom's words by name, filled with what is given.</param>
public sealed record Letterhead(string Title, Uri Address, TimeZoneInfo Zone, int DigestHour, string Language, Func<string, object[], string> Words)
{
    public Uri At(string path) => new(Address, path);

    public string Say(string name, params object[] with) => Words(name, with);
}
