using System.ComponentModel.DataAnnotations;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>What an editor types into a media contact.</summary>
public sealed partial class ContactForm : IValidatableObject
{
    /// <summary>The save the editor began from.</summary>
    public int Version { get; set; }

    [Required(ErrorMessage = "Write the name of the person or the office."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Role { get; set; }

    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Office { get; set; }

    [StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string? Phone { get; set; }

    [StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string? OtherPhone { get; set; }

    [EmailAddress(ErrorMessage = "Write an address such as name@example.org, or leave it empty."), StringLength(254, ErrorMessage = "This is too long for an e-mail address.")]
    public string? Email { get; set; }

    /// <param name="zone">The newsroom's, in which days begin.</param>
    public static ContactForm From(MediaContact contact, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new ContactForm
        {
            Version = contact.Version,
            Name = contact.Name,
            Role = contact.Role,
            Office = contact.Office,
            Phone = contact.PhoneAsWritten,
            OtherPhone = contact.OtherPhoneAsWritten,
            Email = contact.Email,
        }.WithAvailability(contact, zone);
    }

    /// <param name="before">The contact as it is: a number that was not touched keeps the form the import found for it.</param>
    /// <param name="zone">The newsroom's, in which days begin.</param>
    public ContactDetails ToDetails(MediaContact? before, TimeZoneInfo zone) => new(
        Name!.Trim(),
        Clean(Role),
        Clean(Office),
        Read(Phone, before?.PhoneAsWritten, before?.PhoneE164),
        Read(OtherPhone, before?.OtherPhoneAsWritten, before?.OtherPhoneE164),
        Clean(Email))
    {
        Availability = ToAvailability(zone),
    };

    private static PhoneNumber? Read(string? typed, string? written, string? e164) =>
        written is not null && typed?.Trim() == written.Trim() ? new PhoneNumber(written, e164) : PhoneNumber.FromInput(typed);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
