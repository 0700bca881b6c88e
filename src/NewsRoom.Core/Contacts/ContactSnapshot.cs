using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace NewsRoom.Core.Contacts;

/// <summary>A contact's details as a revision keeps them: what the page of that day showed.</summary>
public sealed record ContactSnapshot(int Id, string Name, string? Role, string? Office, string? Phone, string? OtherPhone, string? Email)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>JSON of the contacts, in the order given.</summary>
    public static string ToJson(IEnumerable<MediaContact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return JsonSerializer.Serialize(contacts.Select(c => new ContactSnapshot(c.Id, c.Name, c.Role, c.Office, c.PhoneAsWritten, c.OtherPhoneAsWritten, c.Email)), Options);
    }

    public static IReadOnlyList<ContactSnapshot> FromJson(string json) => JsonSerializer.Deserialize<List<ContactSnapshot>>(json, Options) ?? [];
}
