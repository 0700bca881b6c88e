using System.ComponentModel.DataAnnotations;

namespace NewsRoom.Web.Hosting;

/// <summary>When the newsroom looks whether the links of its releases answer.</summary>
public enum LinkChecks
{
    /// <summary>Never: no connection is made to anywhere.</summary>
    Off,

    /// <summary>When an editor asks for it.</summary>
    OnDemand,

    /// <summary>By itself, and when an editor asks for it.</summary>
    Regularly,
}

/// <summary>The section <c>Links</c>.</summary>
public sealed class LinkCheckOptions
{
    public const string Section = "Links";

    public LinkChecks Check { get; set; } = LinkChecks.OnDemand;

    /// <summary>Days after which a link is visited again, when that is done regularly.</summary>
    [Range(1, 365)]
    public int EveryDays { get; set; } = 7;
}
