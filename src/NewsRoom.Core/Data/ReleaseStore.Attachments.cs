using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Media;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

public sealed partial class ReleaseStore
{
    /// <summary>The content with the attachments that exist, each once, and with the pictures of its body behind those that an editor put in order.</summary>
    private async Task<ReleaseContent> WithAttachmentsAsync(ReleaseContent content, CancellationToken cancellationToken)
    {
        var shown = MediaReferences.In(content.Body);
        if (content.AttachmentIds.Count + shown.Count == 0)
            return content;
        var wanted = content.AttachmentIds.Concat(shown).Distinct().ToList();
        var known = await db.Assets.Where(a => wanted.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
        List<int> ids = [.. wanted.Where(known.Contains)];
        var captions = content.AttachmentIds.Select((id, index) => (Id: id, Caption: content.AttachmentCaption(index))).DistinctBy(a => a.Id).ToDictionary(a => a.Id, a => a.Caption);
        return content with { AttachmentIds = ids, AttachmentCaptions = [.. ids.Select(id => captions.GetValueOrDefault(id) ?? "")] };
    }
}
