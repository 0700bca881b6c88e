using System.Text;
using NewsRoom.Core.Mail;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Alerts;

/// <summary>What a letter tells of one release, or of a note on it.</summary>
/// <param name="Note">The kind and words of a public note; null for the release itself.</param>
internal sealed record AlertItem(int ReleaseId, int NoteId, string Slug, string Headline, string? Standfirst, string Opening, ReleaseDate Date, (ChangeKind Kind, string Text)? Note);

/// <summary>The words of the mails that alerts consist of.</summary>
internal static class AlertLetters
{
    public const string ConfirmPath = "/subscribe/confirm/";
    public const string ManagePath = "/subscribe/manage/";
    public const string UnsubscribePath = "/subscribe/unsubscribe/";

    public static OutgoingMail Confirm(AlertRequest request, string? followed, Letterhead house)
    {
        var what = followed is not null ? house.Say("Mail.Confirm.Follow", followed) : house.Say(request.WantsAll ? "Mail.Confirm.All" : "Mail.Confirm.Themes");
        var text = new StringBuilder();
        text.AppendLine(house.Say("Mail.Confirm.Asked", house.Title)).AppendLine(what).AppendLine();
        text.AppendLine(house.Say("Mail.Confirm.Open")).AppendLine(house.At(ConfirmPath + request.Token).AbsoluteUri).AppendLine();
        text.AppendLine(house.Say("Mail.Confirm.Else", AlertRequest.Lifetime.Days));
        return new OutgoingMail($"confirm:{request.Token}", request.Email, house.Say("Mail.Confirm.Subject", house.Title), text.ToString());
    }

    /// <summary>One thing at once, or several in one letter.</summary>
    public static OutgoingMail Alert(string key, AlertSubscriber to, IReadOnlyList<AlertItem> items, int more, Letterhead house)
    {
        var subject = items.Count == 1 && more == 0 ? Title(items[0], house) : house.Say("Mail.Several", items.Count + more, house.Title);
        var text = new StringBuilder();
        foreach (var item in items)
        {
            text.AppendLine(Title(item, house));
            if (item.Note is { } note)
                text.AppendLine().AppendLine(note.Text);
            else
                text.AppendLine(ReleaseDateFormat.Brief(item.Date, house.Language)).AppendLine().AppendLine(GapMarker.RemoveFrom(Opening.Sentence(item.Standfirst ?? item.Opening)));
            text.AppendLine().AppendLine(house.At("/releases/" + item.Slug).AbsoluteUri).AppendLine().AppendLine();
        }

        if (more > 0)
            text.AppendLine(house.Say("Mail.More", more, house.At("/releases").AbsoluteUri)).AppendLine();
        // The signature mark that mail programs fold away.
        text.AppendLine("-- ").AppendLine(house.Title);
        text.AppendLine(house.Say("Mail.Change", house.At(ManagePath + to.Token).AbsoluteUri));
        text.AppendLine(house.Say("Mail.End", house.At(UnsubscribePath + to.Token).AbsoluteUri));
        return new OutgoingMail(key, to.Email, subject, text.ToString()) { Unsubscribe = house.At(UnsubscribePath + to.Token) };
    }

    private static string Title(AlertItem item, Letterhead house) => item.Note is { } note ? house.Say("Mail.Note", house.Say("Note." + note.Kind), item.Headline) : item.Headline;
}
