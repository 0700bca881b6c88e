using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>Puts files on the bench: an upload, or the content folder. The one page that takes large requests.</summary>
[RequestSizeLimit(MaxRequest), RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class NewModel(ImportBench bench, BenchSignal signal, IOptions<StorageOptions> storage) : DeskPage
{
    /// <summary>The largest request in bytes: the largest upload and what the form adds.</summary>
    public const int MaxRequest = 65 * 1024 * 1024;

    public sealed class UploadInput
    {
        public List<IFormFile> Files { get; } = [];

        public bool MonthFirst { get; set; }
    }

    [BindProperty]
    public UploadInput Input { get; set; } = new();

    public UploadLimits Limits { get; } = new();

    /// <summary>The files of the content folder; none when there is no folder.</summary>
    public int InFolder { get; private set; }

    public string Folder => Path.GetFileName(storage.Value.Content.TrimEnd(Path.DirectorySeparatorChar));

    public void OnGet() => InFolder = Listed().Count;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.Files.Count == 0)
            return Refuse("Choose at least one file.");
        return await BeginAsync(Describe(Input.Files), async reader =>
        {
            foreach (var file in Input.Files)
            {
                await using var content = file.OpenReadStream();
                await reader.TakeAsync(file.FileName, content, cancellationToken);
            }
        }, cancellationToken);
    }

    public Task<IActionResult> OnPostFolderAsync(CancellationToken cancellationToken) => BeginAsync($"The folder {Folder}", async reader =>
    {
        foreach (var file in Listed())
        {
            await using var content = System.IO.File.OpenRead(file.Path);
            await reader.TakeFileAsync(file.Name, content, cancellationToken);
        }
    }, cancellationToken);

    private async Task<IActionResult> BeginAsync(string source, Func<UploadReader, Task> read, CancellationToken cancellationToken)
    {
        var reader = new UploadReader(Limits);
        try
        {
            await read(reader);
        }
        catch (UploadRefusedException refused)
        {
            return Refuse(refused.Message);
        }

        if (reader.Files.All(f => f.Refusal is not null))
            return Refuse(reader.Files.Count == 0 ? "There is no file in it." : string.Join(" ", reader.Files.Select(f => f.Refusal)));
        var order = Input.MonthFirst ? DateOrder.MonthDay : DateOrder.DayMonth;
        var batch = await bench.BeginAsync(source, By, order, reader.Files, cancellationToken);
        signal.Wake();
        return RedirectToPage("/Imports/Batch", new { area = "Admin", id = batch.Id });
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("Input.Files", sentence);
        InFolder = Listed().Count;
        return Page();
    }

    private IReadOnlyList<ImportFile> Listed() => Directory.Exists(storage.Value.Content) ? ImportFile.List([storage.Value.Content], out _) ?? [] : [];

    private static string Describe(List<IFormFile> files)
    {
        const int longest = 120;
        var first = Path.GetFileName(files[0].FileName.Replace('\\', '/'));
        first = string.Concat(first.Where(c => !char.IsControl(c)));
        first = first.Length > longest ? first[..longest] : first;
        return files.Count == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first} and {files.Count - 1} more");
    }
}
