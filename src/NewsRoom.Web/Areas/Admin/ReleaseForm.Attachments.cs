using System.ComponentModel.DataAnnotations;
using NewsRoom.Core.Media;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>The pictures and documents in the form of a release.</summary>
public sealed partial class ReleaseForm
{
    /// <summary>An attachment, with the place and the caption an editor gives it.</summary>
    public sealed class AttachmentRow
    {
        public int Id { get; set; }

        public int Order { get; set; }

        [StringLength(Asset.MaxCaption, ErrorMessage = "Use at most 1000 characters in a caption.")]
        public string? Caption { get; set; }

        public bool Detach { get; set; }
    }

    public List<AttachmentRow> Attachments { get; set; } = [];

    public int? AddAttachment { get; set; }

    /// <summary>Detaches, adds and orders the attachments as the form says, and numbers the rows afresh.</summary>
    public void ArrangeAttachments()
    {
        Attachments = [.. OrderedAttachments().Select((a, index) => new AttachmentRow { Id = a.Id, Order = index + 1, Caption = a.Caption })];
        AddAttachment = null;
    }

    private void ShowAttachments(ReleaseContent content) =>
        Attachments = [.. content.AttachmentIds.Select((id, index) => new AttachmentRow { Id = id, Order = index + 1, Caption = content.AttachmentCaption(index) })];

    private List<(int Id, string Caption)> OrderedAttachments()
    {
        var rows = Attachments.Where(a => !a.Detach).OrderBy(a => a.Order).Select(a => (a.Id, Caption: a.Caption?.Trim() ?? ""));
        return [.. (AddAttachment is { } added ? rows.Append((Id: added, Caption: "")) : rows).DistinctBy(a => a.Id)];
    }
}
