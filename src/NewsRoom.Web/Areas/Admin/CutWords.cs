using System.Globalization;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>The reasons of a cut in the words of an editor. "It" is the paragraph at the cut.</summary>
public static class CutWords
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["editor"] = "an editor set it",
        ["page-header"] = "the head of the page ends here",
        ["page-start"] = "the page begins here",
        ["front-matter"] = "the file gives its title at the top",
        ["together"] = "all signs taken together",

        // What stands there.
        ["date-line"] = "there is a date line",
        ["title-line"] = "it looks like a headline",
        ["heading"] = "it is marked as a heading",
        ["head"] = "it looks like the head of a release",
        ["release-marker"] = "it says that it is a press release",
        ["embargo-line"] = "there is an embargo",
        ["event-card"] = "it is an invitation (what, when, where)",
        ["contact-block-first"] = "it begins with a press contact, as others on this page do",
        ["dateline"] = "it begins with a place and a date",
        ["dated-lead"] = "it begins with a full date",
        ["announces"] = "it says what has happened or will",
        ["lead-paragraph"] = "it reads like a first paragraph",
        ["first-sentence"] = "its first sentence is long",
        ["one-sentence"] = "it is one sentence",
        ["question"] = "it begins with a question",
        ["begins-indefinite"] = "it begins with “a” or “an”",
        ["begins-with-number"] = "it begins with a number",
        ["begins-with-circumstance"] = "it begins with when, where or why",
        ["notice-before"] = "the text before is a short notice that is complete",
        ["stands-apart"] = "it has nothing to do with the text before",
        ["other-language"] = "the language changes",

        // What it is about.
        ["topic-shift"] = "the subject changes",
        ["new-names"] = "its names do not come before",
        ["own-words"] = "its words do not come before, and come again after it",
        ["points-at-new"] = "it names things that do not come before",
        ["introduces"] = "it introduces what the next paragraph goes on about",
        ["introduces-actor"] = "it introduces somebody by their full name and initials",
        ["names-organisation"] = "it names an organisation, as first paragraphs here do",
        ["opens-thread"] = "it begins a subject that goes on after it",
        ["threads-end"] = "the subject before ends here",

        // What stands around it.
        ["contact-line"] = "a press contact stands right before",
        ["contact-passed"] = "the release before has had its press contact",
        ["boilerplate-before"] = "the text before closes like other releases of this page",
        ["end-mark"] = "a mark such as “ENDS” stands before",
        ["separator"] = "a dividing line stands before",
        ["wide-gap"] = "the gap before is wide",
        ["date-before"] = "the date of the release before closes it",
        ["about-before"] = "an “About …” paragraph stands before",
        ["labels-before"] = "the labels of the release before close it",
        ["tail-before"] = "a footnote or labels stand before",
        ["link-line-before"] = "a line with a link stands before",
        ["practicalities-before"] = "tickets, dates or places to ask stand before",
        ["shorter-before"] = "the paragraph before is short",
        ["open-before"] = "the text before has no full stop",
        ["longer-behind"] = "the paragraph after it is long",
        ["next-begins-definite"] = "the next paragraph begins with “The …”",
        ["next-names-person"] = "the next paragraph names somebody introduced here",
        ["looks-back-right-behind"] = "the next paragraph refers back to it",
    };

    /// <summary>All reasons, strongest first; a reason that has no words of its own by its name.</summary>
    public static string Of(Cut cut)
    {
        ArgumentNullException.ThrowIfNull(cut);
        return Of(cut.Cues);
    }

    public static string Of(IReadOnlyCollection<string> cues)
    {
        ArgumentNullException.ThrowIfNull(cues);
        return cues.Count == 0 ? "no single reason" : string.Join(", ", cues.Select(c => Reasons.GetValueOrDefault(c) ?? c.Replace('-', ' ')));
    }

    /// <summary>"85% sure".</summary>
    public static string Sure(Cut cut)
    {
        ArgumentNullException.ThrowIfNull(cut);
        return string.Create(CultureInfo.InvariantCulture, $"{cut.Confidence:P0} sure");
    }

    /// <summary>Whether a reason has words of its own.</summary>
    public static bool Knows(string cue) => Reasons.ContainsKey(cue);
}
