using NewsRoom.Core.Contacts;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <content>The one place where a save meets the search index.</content>
public sealed partial class ReleaseStore
{
    // MERGE: complete with SqliteSearchIndex.IndexAsync(db, release, body, content, contacts, isNew, cancellationToken).
    private static Task IndexAsync(Release release, RenderedBody body, ReleaseContent content, IReadOnlyList<MediaContact> contacts, bool isNew, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    // MERGE: complete with SqliteSearchIndex.RemoveAsync(db, releaseId, cancellationToken).
    private static Task RemoveFromIndexAsync(int releaseId, CancellationToken cancellationToken) => Task.CompletedTask;
}
