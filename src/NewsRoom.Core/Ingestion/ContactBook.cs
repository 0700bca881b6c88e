using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion.Extraction;
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
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

    /// <summary>Contacts that the document being written has made, by their keys; they are known for good once it is committed.</summary>
    private readonly Dictionary<string, MediaContact> _made = new(StringComparer.Ordinal);

    /// <summary>Contacts of the document being written, as they are inside its transaction.</summary>
    private readonly Dictionary<int, MediaContact> _met = [];

    private readonly HashSet<MediaContact> _filled = [];

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

    /// <summary>Reads the known contacts of a document at once, inside its transaction.</summary>
    public async Task MeetAsync(NewsRoomDbContext db, IEnumerable<FoundContact> found, CancellationToken cancellationToken)
    {
        var ids = found.Select(f => NameOf(f) is { } name && _ids.TryGetValue(KeyOf(name, f), out var id) ? id : 0).Where(id => id > 0).Distinct();
        foreach (var some in ids.Chunk(500))
        {
            foreach (var contact in await db.Contacts.AsNoTracking().Where(c => some.Contains(c.Id)).ToListAsync(cancellationToken))
                _met[contact.Id] = contact;
        }
    }

    /// <summary>The contact that <paramref name="found"/> names, with its empty fields filled; null when it is unknown and not to be made.</summary>
    public async Task<MediaContact?> FindAsync(IImportRows rows, FoundContact found, ReleaseDate date, bool create, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var name = NameOf(found);
        if (name is null)
            return null;
        var key = KeyOf(name, found);
        var contact = _ids.TryGetValue(key, out var id) ? _met.GetValueOrDefault(id) : null;
        contact ??= _made.GetValueOrDefault(key);
        var isNew = contact is null;
        if (contact is null)
        {
            if (!create)
                return null;
            contact = new MediaContact(name, TakeSlug(name), at);
            _made[key] = contact;
        }

        contact.FillFromImport(found.Role, found.Office, found.Phone, found.OtherPhone, found.Email, YearOf(date), at);
        if (isNew)
            await rows.AddAsync(contact, cancellationToken);
        else if (contact.IsImported)
            _filled.Add(contact);
        return contact;
    }

    /// <summary>Writes what was filled since the last call.</summary>
    public async Task WriteAsync(IImportRows rows, CancellationToken cancellationToken)
    {
        if (_filled.Count == 0)
            return;
        await rows.UpdateAsync(_filled, cancellationToken);
        _filled.Clear();
    }

    /// <summary>Remembers what the transaction that just ended has saved.</summary>
    public void Committed()
    {
        foreach (var (key, contact) in _made)
            _ids[key] = contact.Id;
        Forget();
    }

    /// <summary>Forgets what a transaction that failed would have saved.</summary>
    public void RolledBack()
    {
        foreach (var contact in _made.Values)
            _slugs.Remove(contact.Slug);
        Forget();
    }

    private void Forget()
    {
        _made.Clear();
        _met.Clear();
        _filled.Clear();
    }

    private static string KeyOf(string name, FoundContact found) => KeyOf(name, found.Office, found.Phone?.E164 ?? found.Phone?.AsWritten);

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
        // The press offices of two organisations are two, and have nothing but their numbers to be told by.
        return telling.Length >= 2 && !isOffice && !GenericOffice.Is(name)
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
