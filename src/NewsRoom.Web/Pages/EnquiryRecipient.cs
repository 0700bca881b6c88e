using Microsoft.Extensions.Options;
using NewsRoom.Core.Mail;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Pages;

/// <summary>Who is told of an enquiry, and the time zones its deadline may be given in.</summary>
public sealed class EnquiryRecipient(IOptions<EnquiryOptions> enquiries, IOptions<NewsRoomOptions> newsroom, TimeProvider clock)
{
    // One a clock: the places people write their deadlines in. A zone that a form brings along is added.
    private static readonly string[] Usual =
    [
        "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Mexico_City", "America/Chicago", "America/Bogota", "America/New_York", "America/Caracas", "America/Sao_Paulo", "Atlantic/Azores",
        "UTC", "Europe/London", "Africa/Lagos", "Europe/Paris", "Europe/Berlin", "Europe/Zurich", "Africa/Cairo", "Europe/Athens", "Africa/Johannesburg", "Europe/Istanbul", "Africa/Nairobi", "Asia/Riyadh", "Asia/Tehran", "Asia/Dubai",
        "Asia/Kabul", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok", "Asia/Manila", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
    ];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>IANA name of the newsroom's zone.</summary>
    public string Zone => newsroom.Value.TimeZone;

    /// <summary>The confirmed contact's own address; else the address set for enquiries; else the press office's; null where there is none.</summary>
    public string? For(string? confirmedContact)
    {
        foreach (var candidate in new[] { confirmedContact, enquiries.Value.MailTo, newsroom.Value.PressOffice.Email })
        {
            if (EmailAddress.TryParse(candidate, out var address))
                return address.Value;
        }

        return null;
    }

    public static IReadOnlyList<string> Zones(string chosen) => [.. Usual.Append(chosen).Where(z => TimeZoneInfo.TryFindSystemTimeZoneById(z, out _)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
