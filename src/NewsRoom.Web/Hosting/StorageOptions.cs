using System.ComponentModel.DataAnnotations;

namespace NewsRoom.Web.Hosting;

/// <summary>Section "Storage": where things are kept. Relative paths start at the content root.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite database file.</summary>
    [Required]
    public string Database { get; set; } = "data/newsroom.db";

    /// <summary>The archive that the first start imports.</summary>
    [Required]
    public string Content { get; set; } = "content";

    /// <summary>Folder of the keys that protect cookies and links.</summary>
    [Required]
    public string Keys { get; set; } = "data/keys";
}
