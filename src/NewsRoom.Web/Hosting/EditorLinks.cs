using Microsoft.Extensions.Options;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Hosting;

/// <summary>One-time links that make an account. They are printed once; only the hash of their token is kept.</summary>
internal sealed class EditorLinks(Invitations invitations, IOptions<NewsRoomOptions> options)
{
    public Task<bool> AnyEditorAsync(CancellationToken cancellationToken) => invitations.AnyEditorAsync(cancellationToken);

    /// <summary>A link for somebody with <paramref name="roles"/>. While there is no editor it is the set-up link, which holds every role and ends the one before it.</summary>
    public async Task<Uri> CreateAsync(IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        var isFirst = !await invitations.AnyEditorAsync(cancellationToken);
        var token = await invitations.CreateAsync(isFirst ? Roles.All : roles, isFirst, cancellationToken);
        return options.Value.Absolute("/account/setup?token=" + token);
    }
}
