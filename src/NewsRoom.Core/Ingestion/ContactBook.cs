using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>
/// The contacts an import has met, so that the same person on many releases is one contact. A full name (two words or more)
/// is the same person wherever it is printed; a single name or a bare office only together with its office and number.
/// </summary>
internal sealed class ContactBook
{
    private static readonly HashSet<string> Honorifics = ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "m", "mme", "sr", "sra"];

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MediaContact> _unsaved = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

    /// <summary>Reads the names of every contact once; whole contacts are read when they are met.</summary>
    public static async Task<ContactBook> LoadAsync(NewsRoomDbContext db, CancellationToken cancellationToken)
    {
        var book = new ContactBook();
        var rows = await db.Contacts.AsNoTracking().OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.Slug, c.Name, c.Office, c.PhoneE164, c.PhoneAsWritten, c.MergedIntoId })
            .ToListAsync(cancellationToken);
        var mergedInto = rows.Where(r => r.MergedIntoId is not null).ToDictionary(r => r.Id, r => r.MergedIntoId!.Value);
        foreach (var row in rows)
        {
            book._slugs.Add(row.Slug);
            var id = row.Id;
            while (mergedInto.TryGetValue(id, out var next))
                id = next;
            book._ids.TryAdd(KeyOf(row.Name, row.Office, row.PhoneE164 ?? row.PhoneAsWritten), id);
        }

        return book;
    }

    /// <summary>The contact that <paramref name="found"/> names, with its empty fields filled; null when it is unknown and not to be made.</summary>
    public async Task<MediaContact?> FindAsync(NewsRoomDbContext db, FoundContact found, ReleaseDate date, bool create, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var name = NameOf(found);
        if (name is null)
            return null;
        var key = KeyOf(name, found.Office, found.Phone?.E164 ?? found.Phone?.AsWritten);
        MediaContact? contact = null;
        if (_ids.TryGetValue(key, out var id))
            contact = await db.Contacts.FindAsync([id], cancellationToken);
        contact ??= _unsaved.GetValueOrDefault(key);
        if (contact is null)
        {
            if (!create)
                return null;
            contact = new MediaContact(name, TakeSlug(name), at);
            db.Contacts.Add(contact);
            _unsaved[key] = contact;
        }

        contact.FillFromImport(found.Role, found.Office, found.Phone, found.OtherPhone, found.Email, YearOf(date), at);
        return contact;
    }

    /// <summary>Remembers what the transaction that just ended has saved.</summary>
    public void Committed()
    {
        foreach (var (key, contact) in _unsaved)
            _ids[key] = contact.Id;
        _unsaved.Clear();
    }

    /// <summary>Forgets what a transaction that failed would have saved.</summary>
    public void RolledBack()
    {
        foreach (var contact in _unsaved.Values)
            _slugs.Remove(contact.Slug);
        _unsaved.Clear();
    }

    /// <summary>What to call a contact: its name, else its office, number or address. Nothing printed, no contact.</summary>
    private static string? NameOf(FoundContact found)
    {
        string?[] candidates = [found.Name, found.Office, found.Phone?.AsWritten, found.Email];
        return candidates.Select(c => c?.Trim()).FirstOrDefault(c => !string.IsNullOrEmpty(c));
    }

    private static string KeyOf(string name, string? office, string? phone)
    {
        var words = Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(w => !Honorifics.Contains(w)).ToArray();
        var isOffice = office is not null && Fold(office) == string.Join(' ', words);
        return telling.Length >= 2 && !isOffice
            ? "person " + string.Join(' ', telling)
            : $"other {string.Join(' ', words)}|{Fold(office ?? "")}|{phone}";
    }

    private static int? YearOf(ReleaseDate date) =>
        date.Value?.Year ?? (date.NotBefore?.Year == date.NotAfter?.Year ? date.NotAfter?.Year : null);

    private string TakeSlug(string name)
    {
        var stem = Slug.From(name, "contact");
        var slug = stem;
        for (var number = 2; !_slugs.Add(slug.Value); number++)
            slug = stem.Numbered(number);
        return slug.Value;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’') && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
