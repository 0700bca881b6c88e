namespace NewsRoom.Core.Contacts;

/// <summary>The days of a week on which somebody can be reached.</summary>
[Flags]
public enum DutyDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Weekdays = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>When somebody can be reached, by the clocks of their own place.</summary>
/// <param name="Zone">IANA name; null for the newsroom's own.</param>
/// <param name="Note">What the hours do not say, such as "at night by the second number".</param>
public sealed record DutyHours(DutyDays Days, TimeOnly? From, TimeOnly? To, string? Zone, string? Note)
{
    public static readonly DutyHours Unknown = new(DutyDays.None, null, null, null, null);

    public bool IsKnown => Days != DutyDays.None || From is not null || Note is not null;
}

/// <content>From when to when a contact answers, who comes after, at what hours and in which languages.</content>
public sealed partial class MediaContact
{
    public const int MaxDutyNote = 200;

    public const int MaxLanguages = 100;

    /// <summary>The first instant at which they answer; null when they always did.</summary>
    public DateTimeOffset? AnswersFrom { get; private set; }

    /// <summary>The instant from which they no longer answer; null while no end is known.</summary>
    public DateTimeOffset? AnswersUntil { get; private set; }

    /// <summary>Who answers in their place afterwards; null for the press office.</summary>
    public int? SuccessorId { get; private set; }

    public MediaContact? Successor { get; private set; }

    public DutyDays DutyDays { get; private set; }

    public TimeOnly? DutyFrom { get; private set; }

    public TimeOnly? DutyTo { get; private set; }

    /// <summary>IANA name; null for the newsroom's own.</summary>
    public string? DutyZone { get; private set; }

    public string? DutyNote { get; private set; }

    /// <summary>BCP 47 codes separated by commas: "en, fr"; null when nothing is known.</summary>
    public string? Languages { get; private set; }

    public DutyHours Duty => new(DutyDays, DutyFrom, DutyTo, DutyZone, DutyNote);

    /// <summary>Whether they answer at <paramref name="now"/>. Queries ask <see cref="ContactQueries.Answering"/>, which says the same.</summary>
    public bool Answers(DateTimeOffset now) => MergedIntoId is null && !(AnswersFrom > now) && !(AnswersUntil <= now);

    /// <summary>Says from when they answer, at what hours and in which languages; part of an editor's save.</summary>
    public void SetDuty(DateTimeOffset? from, DutyHours duty, string? languages)
    {
        ArgumentNullException.ThrowIfNull(duty);
        AnswersFrom = from;
        (DutyDays, DutyFrom, DutyTo, DutyZone, DutyNote) = duty;
        Languages = languages;
    }

    /// <summary>They stop answering at <paramref name="until"/>, and <paramref name="successor"/> answers in their place (null: the press office).</summary>
    public void Leave(DateTimeOffset until, MediaContact? successor, DateTimeOffset at)
    {
        if (MergedIntoId is not null || (successor is not null && (successor.Id == Id || successor.MergedIntoId is not null)))
            throw new InvalidOperationException("A contact leaves for another one that was not merged.");
        AnswersUntil = until;
        Successor = successor;
        SuccessorId = successor?.Id;
        IsImported = false;
        UpdatedAt = at;
        Version++;
    }

    /// <summary>They stay after all, or are back.</summary>
    public void Stay(DateTimeOffset at)
    {
        AnswersUntil = null;
        Successor = null;
        SuccessorId = null;
        UpdatedAt = at;
        Version++;
    }

    /// <summary>Their own successor has left: whoever comes after that one answers.</summary>
    internal void HandOnTo(MediaContact? successor)
    {
        Successor = successor;
        SuccessorId = successor?.Id;
        Version++;
    }
}
