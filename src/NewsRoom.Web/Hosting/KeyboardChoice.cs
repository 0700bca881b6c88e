namespace NewsRoom.Web.Hosting;

/// <summary>Whether somebody wants the desk's keyboard shortcuts (WCAG 2.1.4): a claim of the account, so that it travels in the sign-in and costs no query.</summary>
internal static class KeyboardChoice
{
    public const string Claim = "newsroom:keys";

    public const string Off = "off";
}
