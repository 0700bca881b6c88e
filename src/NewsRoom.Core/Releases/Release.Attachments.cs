using NewsRoom.Core.Media;

namespace NewsRoom.Core.Releases;

/// <summary>The pictures and documents of a release.</summary>
public sealed partial class Release
{
    /// <summary>The field of the form that a refusal for want of alternative text leads to.</summary>
    public const string AttachmentsField = "Attachments";

    private readonly List<ReleaseAttachment> _attachments = [];

    public IReadOnlyList<ReleaseAttachment> Attachments => _attachments;

    /// <summary>Takes the body as it is rendered anew after a picture in it has changed; its words are the same.</summary>
    public void RenderAgain(RenderedBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        BodyHtml = body.Html;
        BodyText = body.Text;
    }

    /// <summary>Lets go of an asset that is being deleted.</summary>
    public void Detach(int assetId) => _attachments.RemoveAll(a => a.AssetId == assetId);

    private static IEnumerable<PublishRefusal> AttachmentRefusals(IEnumerable<Asset>? attachments) =>
        (attachments ?? []).Where(a => a.LacksAltText).Select(a => new PublishRefusal(AttachmentsField, a.IsImage
            ? $"Write what the picture {a.FileName} shows, or mark it as decorative."
            : $"Write the title of the document {a.FileName}."));

    private void TakeOverAttachments(ReleaseContent content)
    {
        _attachments.RemoveAll(a => !content.AttachmentIds.Contains(a.AssetId));
        for (var i = 0; i < content.AttachmentIds.Count; i++)
        {
            var id = content.AttachmentIds[i];
            if (_attachments.Find(a => a.AssetId == id) is not { } attachment)
                _attachments.Add(attachment = new ReleaseAttachment(id));
            attachment.Position = i;
            attachment.Caption = content.AttachmentCaption(i);
        }
    }
}
