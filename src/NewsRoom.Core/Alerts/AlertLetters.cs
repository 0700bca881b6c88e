using System.Globalization;
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
        var what = followed is not null ? $"corrections and updates of “{followed}”"
            : request.WantsAll ? "every release" : "releases of the themes you chose";
        var when = followed is not null ? "" : request.Frequency switch { AlertFrequency.Daily => ", once a day", AlertFrequency.Weekly => ", once a week", _ => ", as soon as they are out" };
        return new OutgoingMail($"confirm:{request.Token}", request.Email, $"Please confirm: mail from {house.Title}",
            $"""
            Somebody, probably you, asked for mail from {house.Title}:
            {what}{when}.

            To receive it, open this page and press the button there:
            {house.At(ConfirmPath + request.Token).AbsoluteUri}

            The link works for {AlertRequest.Lifetime.TotalDays.ToString(CultureInfo.InvariantCulture)} days. If you did not ask for this, do nothing: no mail will come,
            and the address is forgotten.
            """);
    }

    /// <summary>One thing at once, or several in one letter.</summary>
    public static OutgoingMail Alert(string key, AlertSubscriber to, IReadOnlyList<AlertItem> items, int more, Letterhead house)
    {
        var subject = items.Count == 1 && more == 0 ? Label(items[0]) + items[0].Headline : $"{(items.Count + more).ToString(CultureInfo.InvariantCulture)} releases and notes: {house.Title}";
        var text = new StringBuilder();
        foreach (var item in items)
        {
            text.Append(Label(item)).AppendLine(item.Headline);
            if (item.Note is { } note)
                text.AppendLine().AppendLine(note.Text);
            else
                text.AppendLine(ReleaseDateFormat.Brief(item.Date)).AppendLine().AppendLine(GapMarker.RemoveFrom(Opening.Sentence(item.Standfirst ?? item.Opening)));
            text.AppendLine().AppendLine(house.At("/releases/" + item.Slug).AbsoluteUri).AppendLine().AppendLine();
        }

        if (more > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"And {more} more: {house.At("/releases").AbsoluteUri}").AppendLine();
        // The signature mark that mail programs fold away.
        text.Append("-- ").AppendLine().AppendLine(house.Title);
        text.AppendLine(CultureInfo.InvariantCulture, $"Change what you receive: {house.At(ManagePath + to.Token).AbsoluteUri}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Unsubscribe: {house.At(UnsubscribePath + to.Token).AbsoluteUri}");
        return new OutgoingMail(key, to.Email, subject, text.ToString()) { Unsubscribe = house.At(UnsubscribePath + to.Token) };
    }

    private static string Label(AlertItem item) => item.Note?.Kind switch
    {
        ChangeKind.Correction => "Correction: ",
        ChangeKind.Clarification => "Clarification: ",
        ChangeKind.Update => "Update: ",
        _ => "",
    };
}
