using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Releases;

public sealed class ReleaseStepsTests
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RenderedBody Body = new("<p>x</p>", "x");
    private static readonly ReleaseContent Content = new() { Headline = "A headline", Body = "x" };

    private static Release Draft() => new("a-headline", Content, Body, "[]", "Ada", Noon);

    private static Release Approved(DateTimeOffset publishAt)
    {
        var release = Draft();
        Assert.Empty(release.Approve(release.Revisions[^1], Body, publishAt, false, "Ada", Noon));
        return release;
    }

    [Fact]
    public void Each_state_has_its_own_steps()
    {
        Assert.Equal([ReleaseStep.Publish, ReleaseStep.Submit, ReleaseStep.Delete], Draft().LegalSteps(Noon));
        var review = Draft();
        review.SubmitForReview(Noon);
        Assert.Equal([ReleaseStep.Publish, ReleaseStep.SendBack, ReleaseStep.Delete], review.LegalSteps(Noon));
        Assert.Equal([ReleaseStep.Publish, ReleaseStep.ReturnToDraft], Approved(Noon.AddHours(1)).LegalSteps(Noon));
        Assert.Equal([ReleaseStep.Withdraw], Approved(Noon).LegalSteps(Noon));
        var changed = Approved(Noon);
        changed.Save(Content with { Headline = "Another" }, Body, "[]", "Ada", Noon, null);
        Assert.Equal([ReleaseStep.Publish, ReleaseStep.Withdraw], changed.LegalSteps(Noon));
        changed.Withdraw("Wrong", Noon.AddHours(1));
        Assert.Equal([ReleaseStep.ReturnToDraft], changed.LegalSteps(Noon.AddHours(1)));
    }

    [Fact]
    public void A_scheduled_release_becomes_live_and_then_cannot_be_taken_back_to_draft_directly()
    {
        var release = Approved(Noon.AddHours(1));
        Assert.Equal([ReleaseStep.Withdraw], release.LegalSteps(Noon.AddHours(1)));
    }

    [Fact]
    public void What_was_taken_back_before_its_time_was_never_public()
    {
        var (redrafted, withdrawn) = (Approved(Noon.AddHours(1)), Approved(Noon.AddHours(1)));
        redrafted.ReturnToDraft(Noon.AddMinutes(30));
        withdrawn.Withdraw("Wrong", Noon.AddMinutes(30));
        Assert.All([redrafted, withdrawn], r =>
        {
            Assert.False(r.WasEverPublic(Noon.AddHours(2)));
            Assert.Null(r.PublicChangeAt);
        });
    }

    [Fact]
    public void What_was_public_once_stays_so_whatever_is_scheduled_and_taken_back_later()
    {
        var release = Approved(Noon);
        release.Withdraw("Wrong", Noon.AddHours(1));
        release.ReturnToDraft(Noon.AddHours(2));
        Assert.Empty(release.Approve(release.Revisions[^1], Body, Noon.AddHours(9), false, "Ada", Noon.AddHours(3)));
        Assert.True(release.WasEverPublic(Noon.AddHours(3)));
        release.ReturnToDraft(Noon.AddHours(4));
        Assert.True(release.WasEverPublic(Noon.AddHours(4)));
        Assert.DoesNotContain(ReleaseStep.Delete, release.LegalSteps(Noon.AddHours(4)));
    }
}
