namespace NewsRoom.Core.Releases;

/// <summary>A change of state that an editor can ask for.</summary>
public enum ReleaseStep
{
    /// <summary>Draft to review.</summary>
    Submit,

    /// <summary>Review to draft.</summary>
    SendBack,

    /// <summary>Approve the latest revision, to go out now or at a time.</summary>
    Publish,

    /// <summary>Take a live release back, with a reason.</summary>
    Withdraw,

    /// <summary>Scheduled or withdrawn to draft.</summary>
    ReturnToDraft,

    /// <summary>Remove a release that was never public, with its history.</summary>
    Delete,
}

/// <summary>The state machine in one place: what is legal for a release, the likeliest next step first.</summary>
public static class ReleaseSteps
{
    public static IReadOnlyList<ReleaseStep> LegalSteps(this Release release, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(release);
        var steps = new List<ReleaseStep>();
        switch (release.State)
        {
            case ReleaseState.Draft:
                steps.AddRange([ReleaseStep.Publish, ReleaseStep.Submit]);
                break;
            case ReleaseState.InReview:
                steps.AddRange([ReleaseStep.Publish, ReleaseStep.SendBack]);
                break;
            case ReleaseState.Approved when release.IsScheduled(now):
                steps.AddRange([ReleaseStep.Publish, ReleaseStep.ReturnToDraft]);
                break;
            case ReleaseState.Approved:
                if (release.HasPendingChange)
                    steps.Add(ReleaseStep.Publish);
                steps.Add(ReleaseStep.Withdraw);
                break;
            case ReleaseState.Withdrawn:
                steps.Add(ReleaseStep.ReturnToDraft);
                break;
        }

        if (release.State is ReleaseState.Draft or ReleaseState.InReview && !release.WasEverPublic(now))
            steps.Add(ReleaseStep.Delete);
        return steps;
    }

    public static bool Allows(this Release release, ReleaseStep step, DateTimeOffset now) => release.LegalSteps(now).Contains(step);

    /// <summary>Whether the step changes what the public sees, which is a publisher's to decide.</summary>
    public static bool NeedsPublisher(this ReleaseStep step) => step is ReleaseStep.Publish or ReleaseStep.Withdraw or ReleaseStep.ReturnToDraft;
}
