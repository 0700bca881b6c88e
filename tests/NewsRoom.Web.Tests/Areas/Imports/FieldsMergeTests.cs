using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Areas.Admin.Pages.Imports;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.Imports;

public sealed class FieldsMergeTests
{
    private static readonly ReleaseOverride Begun = new() { Headline = "Quay", Standfirst = "", Date = "2019", Dateline = "", Themes = ["boats", "towns"], Contacts = [new("Ann Rivers", null, "Harbour Trust", null, null, "")] };

    [Fact]
    public void Two_editors_never_contradict_one_another_in_themes()
    {
        var merged = FieldsMerge.Merge(Begun, Begun with { Themes = ["boats", "towns", "walls"] }, Begun with { Themes = ["boats", "work"] });

        Assert.Empty(merged.Asked);
        Assert.Equal(["boats", "walls", "work"], merged.Words.Themes!);
    }

    [Fact]
    public void The_same_change_by_both_is_not_asked()
    {
        var both = Begun with { Headline = "North quay", Contacts = [new("Ann Rivers", "Harbour master", null, null, null, "")] };

        Assert.Empty(FieldsMerge.Merge(Begun, both, both with { Date = "2019-03" }).Asked);
    }

    [Fact]
    public void A_text_that_moved_from_one_part_of_a_contact_to_another_is_a_change()
    {
        var moved = Begun with { Contacts = [new("Ann Rivers", "Harbour Trust", null, null, null, "")] };

        Assert.Equal(["Contacts"], FieldsMerge.Merge(Begun, Begun, moved).Taken.Select(f => f.Key));
    }

    [Fact]
    public void What_was_said_before_and_is_not_touched_stays_said()
    {
        var before = new ReleaseOverride { Dateline = "Saltmarsh", Date = "2019", DateNote = "Check it." };

        Assert.Null(FieldsMerge.Said(before, Begun, Begun));
        Assert.Equal(before with { Headline = "North quay" }, FieldsMerge.Said(before, Begun, Begun with { Headline = "North quay" }));
    }
}
