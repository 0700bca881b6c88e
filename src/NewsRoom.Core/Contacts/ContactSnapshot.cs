using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsRoom.Core.Contacts;

/// <summary>The contacts' details at the moment of a save, as the JSON text that a revision keeps.</summary>
public static class ContactSnapshot
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <paramref name="contacts"/> in their order.</summary>
    public static string Of(IEnumerable<MediaContact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return JsonSerializer.Serialize(contacts.Select(c => new
        {
            c.Id,
            c.Name,
            c.Role,
            c.Office,
            Phone = c.PhoneAsWritten,
            c.PhoneE164,
            OtherPhone = c.OtherPhoneAsWritten,
            c.OtherPhoneE164,
            c.Email,
            c.PrintedYear,
            c.ConfirmedAt,
        }), Json);
    }
}
