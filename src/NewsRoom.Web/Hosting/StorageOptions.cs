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

    /// <summary>The themes that seed the database; beside the archive.</summary>
    public string ThemesFile => Path.Combine(Content, "themes.yml");

    /// <summary>Folder of the keys that protect cookies and links.</summary>
    [Required]
    public string Keys { get; set; } = "data/keys";

    /// <summary>Folder of the pictures and documents that releases attach.</summary>
    [Required]
    public string Media { get; set; } = "data/media";

    /// <summary>Folder of the log files; empty for none.</summary>
    public string Logs { get; set; } = "data/logs";

    /// <summary>Folder of letters (.eml) where no mail server is set.</summary>
    [Required]
    public string Mail { get; set; } = "data/mail";

    /// <summary>Makes every path absolute.</summary>
    public void StandOn(string contentRoot)
    {
        Database = Path.GetFullPath(Database, contentRoot);
        Content = Path.GetFullPath(Content, contentRoot);
        Keys = Path.GetFullPath(Keys, contentRoot);
        Media = Path.GetFullPath(Media, contentRoot);
        Mail = Path.GetFullPath(Mail, contentRoot);
        Logs = Logs.Length == 0 ? "" : Path.GetFullPath(Logs, contentRoot);
    }
}
