namespace NewsRoom.Core.Contacts;

/// <summary>A person or office that answers for releases. Releases read the contact as it is now; their revisions keep it as it was.</summary>
public sealed partial class MediaContact
{
    private MediaContact() { }

    public MediaContact(string name, string slug, DateTimeOffset at)
    {
        Name = name;
        Slug = slug;
        CreatedAt = UpdatedAt = at;
        PublicId = Guid.NewGuid();
    }

    public int Id { get; private set; }

    /// <summary>The identifier in vCards and feeds: it never changes.</summary>
    public Guid PublicId { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Role { get; private set; }

    public string? Office { get; private set; }

    /// <summary>The number as the source or an editor wrote it.</summary>
    public string? PhoneAsWritten { get; private set; }

    /// <summary>The number in E.164 ("+442078116008"); null when what is written cannot be a right number.</summary>
    public string? PhoneE164 { get; private set; }

    public string? OtherPhoneAsWritten { get; private set; }

    public string? OtherPhoneE164 { get; private set; }

    public string? Email { get; private set; }

    /// <summary>The latest year a release printed this contact; null when no release that names it has a year.</summary>
    public int? PrintedYear { get; private set; }

    /// <summary>When an editor confirmed that the details are right today; null: shown as "as printed in YEAR, not confirmed".</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public string? ConfirmedBy { get; private set; }

    /// <summary>The contact this one was merged into: old links lead on to it.</summary>
    public int? MergedIntoId { get; private set; }

    public MediaContact? MergedInto { get; private set; }

    /// <summary>Made by an import and not saved by an editor since: an import may still fill its empty fields.</summary>
    public bool IsImported { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Counts the saves: a save that was begun from an older version is refused.</summary>
    public int Version { get; private set; }

    public bool IsConfirmed => ConfirmedAt is not null;

    /// <summary>Fills what is still empty with what another printing of the same person gives. Never overwrites.</summary>
    public void FillFromImport(string? role, string? office, PhoneNumber? phone, PhoneNumber? otherPhone, string? email, int? printedYear, DateTimeOffset at)
    {
        if (CreatedAt == UpdatedAt && Version == 0)
            IsImported = true;
        if (!IsImported)
            return;
        Role ??= role;
        Office ??= office;
        Email ??= email;
        if (PhoneAsWritten is null || (PhoneE164 is null && phone?.E164 is not null))
        {
            PhoneAsWritten = phone?.AsWritten ?? PhoneAsWritten;
            PhoneE164 = phone?.E164;
        }

        if (OtherPhoneAsWritten is null && otherPhone is { } other)
        {
            OtherPhoneAsWritten = other.AsWritten;
            OtherPhoneE164 = other.E164;
        }

        if (printedYear > (PrintedYear ?? 0))
            PrintedYear = printedYear;
        UpdatedAt = at;
    }

    /// <summary>An editor's save of every field. Changing the details does not confirm them; <see cref="Confirm"/> does.</summary>
    public void Edit(string name, string? role, string? office, PhoneNumber? phone, PhoneNumber? otherPhone, string? email, DateTimeOffset at)
    {
        Name = name;
        Role = role;
        Office = office;
        PhoneAsWritten = phone?.AsWritten;
        PhoneE164 = phone?.E164;
        OtherPhoneAsWritten = otherPhone?.AsWritten;
        OtherPhoneE164 = otherPhone?.E164;
        Email = email;
        IsImported = false;
        UpdatedAt = at;
        Version++;
    }

    public void Confirm(string by, DateTimeOffset at)
    {
        ConfirmedBy = by;
        ConfirmedAt = at;
        IsImported = false;
        UpdatedAt = at;
        Version++;
    }

    /// <summary>Sends this contact's links on to <paramref name="other"/>. Moving its releases is the caller's part of the same save.</summary>
    public void MergeInto(MediaContact other, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other) || other.Id == Id || other.MergedIntoId is not null)
            throw new InvalidOperationException("A contact is merged into another one that has not been merged itself.");
        MergedInto = other;
        MergedIntoId = other.Id;
        UpdatedAt = at;
        Version++;
    }
}
