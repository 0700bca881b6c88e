namespace NewsRoom.Core.Mail;

/// <summary>What every letter of this newsroom needs to know.</summary>
/// <param name="Title">The newsroom's name.</param>
/// <param name="Address">Its public address.</param>
/// <param name="DigestHour">The hour (0 to 23, in <paramref name="Zone"/>) at which daily and, on Mondays, weekly mails are made.</param>
public sealed record Letterhead(string Title, Uri Address, TimeZoneInfo Zone, int DigestHour)
{
    public Uri At(string path) => new(Address, path);
}
