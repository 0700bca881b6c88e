using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>What can be said against publishing without forbidding it, each with the form field that mends it.</summary>
public static class ReleaseAdvice
{
    public static IEnumerable<PublishRefusal> For(ReleaseContent content, ReleaseChoices choices, int openGaps)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(choices);
        if (content.Headline.Length > 80)
            yield return new("Headline", $"The headline has {content.Headline.Length} characters; search engines and phones show about 80.");
        if (content.Standfirst is null)
            yield return new("Standfirst", "There is no standfirst: lists show the headline alone.");
        else if (content.Standfirst.Length > 255)
            yield return new("Standfirst", $"The standfirst has {content.Standfirst.Length} characters; lists cut it after 255.");
        if (content.Date.Precision == DatePrecision.Unknown)
            yield return new("Date", "There is no date.");
        if (content.ThemeIds.Count == 0)
            yield return new("ThemeIds", "It has no theme: readers find it by search alone.");
        if (content.ContactIds.Count == 0)
            yield return new("AddContact", "It has no media contact: a journalist finds nobody to ring.");
        foreach (var contact in choices.Contacts.Where(c => content.ContactIds.Contains(c.Id) && !c.IsConfirmed))
            yield return new("AddContact", $"{contact.Name} is not confirmed: readers are told so.");
        if (openGaps > 0)
            yield return new("Body", openGaps == 1 ? "One address or link that the archive lost is still missing." : $"{openGaps} addresses or links that the archive lost are still missing.");
    }
}
