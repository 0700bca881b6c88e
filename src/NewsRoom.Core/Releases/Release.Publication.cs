namespace NewsRoom.Core.Releases;

/// <content>The way from the draft to the public and back.</content>
public sealed partial class Release
{
    public void SubmitForReview(DateTimeOffset at)
    {
        if (State != ReleaseState.Draft)
            throw new InvalidOperationException("Only a draft is submitted for review.");
        State = ReleaseState.InReview;
        UpdatedAt = at;
    }

    public void ReturnToDraft(DateTimeOffset at)
    {
        if (State is not (ReleaseState.InReview or ReleaseState.Withdrawn) && !IsScheduled(at))
            throw new InvalidOperationException("Only a release in review, scheduled or withdrawn goes back to draft.");
        State = ReleaseState.Draft;
        CallOff(at);
        PublishAt = null;
        UpdatedAt = at;
    }

    /// <summary>Everything that forbids approval of <paramref name="content"/> now; empty when it may go out.</summary>
    /// <param name="attachments">The assets that <paramref name="content"/> attaches.</param>
    public IReadOnlyList<PublishRefusal> RefusalsFor(ReleaseContent content, DateTimeOffset publishAt, DateTimeOffset now, IReadOnlyList<Media.Asset>? attachments = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var refusals = new List<PublishRefusal>();
        if (string.IsNullOrWhiteSpace(content.Headline))
            refusals.Add(new(nameof(content.Headline), "Write a headline."));
        if (string.IsNullOrWhiteSpace(content.Body))
            refusals.Add(new(nameof(content.Body), "Write the body of the release."));
        refusals.AddRange(AttachmentRefusals(attachments));
        if (IsLive(now) && publishAt > now)
            refusals.Add(new(nameof(PublishAt), "A change to a live release is published at once: leave the time empty."));
        return refusals;
    }

    /// <summary>Approves the latest revision for <paramref name="publishAt"/> and copies it onto the row. Refused: nothing changes, and every reason is returned.</summary>
    /// <param name="body">The rendered body of the latest revision.</param>
    /// <param name="attachments">The assets that it attaches.</param>
    public IReadOnlyList<PublishRefusal> Approve(
        ReleaseRevision latest, RenderedBody body, DateTimeOffset publishAt, bool isEmbargo, string by, DateTimeOffset at, IReadOnlyList<Media.Asset>? attachments = null, ChangeNote? change = null)
    {
        ArgumentNullException.ThrowIfNull(latest);
        if (latest.Number != LatestRevisionNumber)
            throw new InvalidOperationException("Only the latest revision is approved.");
        var refusals = RefusalsFor(latest.Content, publishAt, at, attachments);
        if (refusals.Count > 0)
            return refusals;

        // A minor change is silent: whoever follows a feed is not told of it.
        var isSilent = IsLive(at) && change is { Kind: ChangeKind.Minor };
        TakeOver(latest.Content, body);
        // A release that is live already keeps the instant it went out at: approving a change does not publish it again.
        if (!IsLive(at))
            PublishAt = publishAt;
        State = ReleaseState.Approved;
        IsEmbargo = isEmbargo && PublishAt > at;
        EmbargoNotice = null;
        ApprovedRevisionNumber = latest.Number;
        NoteApprovedRevision(latest);
        ApprovedBy = by;
        ApprovedAt = at;
        if (!isSilent)
            PublicChangeAt = PublishAt > at ? PublishAt : at;
        if (!WasEverPublic(at))
            FirstPublicAt = PublishAt;
        WithdrawnAt = null;
        WithdrawalReason = null;
        ReplacedById = null;
        UpdatedAt = at;
        return [];
    }

    /// <summary>
    /// The date that readers see of a text that goes out at <paramref name="at"/>: what was written here and nobody dated bears that day, in <paramref name="zone"/>. What came from an
    /// archive stays undated: its day of import is not its date.
    /// </summary>
    public ReleaseDate DateAsPublished(ReleaseDate written, DateTimeOffset at, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(written);
        return WordsHash is not null || written.SortDay is not null
            ? written
            : ReleaseDate.OnDay(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime)) with { Basis = DateBasis.Publication, Confidence = 1, Note = written.Note };
    }

    /// <summary>Gives it <see cref="DateAsPublished"/> of the instant it first goes out.</summary>
    public void BearDayOfPublication(TimeZoneInfo zone)
    {
        if (FirstPublicAt is not { } at)
            return;
        Date = DateAsPublished(Date, at, zone);
        SortDay = Date.SortDay;
    }

    /// <summary>Takes a live or scheduled release back. Its address answers 410 with the reason, or leads to the release that replaces it.</summary>
    public void Withdraw(string reason, DateTimeOffset at, int? replacedById = null)
    {
        if (State != ReleaseState.Approved)
            throw new InvalidOperationException("Only an approved release is withdrawn.");
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        State = ReleaseState.Withdrawn;
        CallOff(at);
        WithdrawnAt = at;
        WithdrawalReason = reason;
        ReplacedById = replacedById;
        UpdatedAt = at;
    }

    /// <summary>Notes the row of the approved revision. A revision that is new has no row before its first save: the caller notes it again afterwards.</summary>
    public void NoteApprovedRevision(ReleaseRevision approved)
    {
        ArgumentNullException.ThrowIfNull(approved);
        if (approved.Number == ApprovedRevisionNumber)
            ApprovedRevisionId = approved.Id == 0 ? null : approved.Id;
    }

    /// <summary>Forgets a publication that has not come yet: a scheduled release that is taken back was never public.</summary>
    private void CallOff(DateTimeOffset at)
    {
        if (FirstPublicAt > at)
            FirstPublicAt = null;
        if (PublicChangeAt > at)
            PublicChangeAt = FirstPublicAt;
    }
}
