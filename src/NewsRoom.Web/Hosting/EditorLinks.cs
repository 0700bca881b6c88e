using Microsoft.Extensions.Options;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Hosting;

/// <summary>One-time links that make an account or set a password. They are printed once; only the hash of their token is kept.</summary>
public sealed class EditorLinks(Invitations invitations, PasswordResets resets, IOptions<NewsRoomOptions> options)
{
    public Task<bool> AnyEditorAsync(CancellationToken cancellationToken) => invitations.AnyEditorAsync(cancellationToken);

    /// <summary>A link for somebody with <paramref name="roles"/>. While there is no editor it is the set-up link, which holds every role and ends the one before it.</summary>
    public Task<Uri> CreateAsync(IReadOnlyList<string> roles, CancellationToken cancellationToken) => CreateAsync(roles, null, cancellationToken);

    /// <inheritdoc cref="CreateAsync(IReadOnlyList{string}, CancellationToken)" />
    public async Task<Uri> CreateAsync(IReadOnlyList<string> roles, Recipient? recipient, CancellationToken cancellationToken)
    {
        var isFirst = !await invitations.AnyEditorAsync(cancellationToken);
        var token = await invitations.CreateAsync(isFirst ? Roles.All : roles, isFirst, recipient, cancellationToken);
        return options.Value.Absolute("/account/setup?token=" + token);
    }

    /// <summary>A link with which a person sets a new password.</summary>
    public async Task<Uri> ResetAsync(Editor editor, bool withoutSecondStep, CancellationToken cancellationToken) =>
        options.Value.Absolute("/account/reset?token=" + await resets.CreateAsync(editor, withoutSecondStep, cancellationToken));
}
