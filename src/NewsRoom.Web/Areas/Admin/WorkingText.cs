using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>The form as a working copy keeps it.</summary>
public static class WorkingText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(ReleaseForm form) => JsonSerializer.Serialize(form, Options);

    /// <summary>Null when an older version of the program wrote something else.</summary>
    public static ReleaseForm? Read(WorkingCopy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        try
        {
            var form = JsonSerializer.Deserialize<ReleaseForm>(copy.Fields, Options);
            if (form is not null)
                form.Version = copy.BaseVersion;
            return form;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The content of a form that may be half typed: a date that cannot be read yet counts as none.</summary>
    public static ReleaseContent TryContent(this ReleaseForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ReleaseDate.TryParse(form.Date, out _))
            form.Date = null;
        return form.ToContent(null) with { HeadlineBasis = HeadlineBasis.Editor };
    }

    /// <summary>Whether two forms say the same.</summary>
    public static bool Says(this ReleaseForm form, ReleaseForm other)
    {
        var (a, b) = (form.TryContent(), other.TryContent());
        return a.Headline == b.Headline && a.Standfirst == b.Standfirst && a.Dateline == b.Dateline && a.Body == b.Body && a.Language == b.Language
            && a.Boilerplate == b.Boilerplate && a.AttachmentIds.SequenceEqual(b.AttachmentIds) && a.AttachmentCaptions.SequenceEqual(b.AttachmentCaptions)
            && a.Date.ToIso() == b.Date.ToIso() && a.Date.Note == b.Date.Note
            && a.ThemeIds.Order().SequenceEqual(b.ThemeIds.Order()) && a.ContactIds.SequenceEqual(b.ContactIds);
    }
}
