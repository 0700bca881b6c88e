using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Redactions;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Redactions;

/// <summary>Every place where words stand, and the order to take them out. The words travel in forms alone, never in an address, which browsers and logs keep.</summary>
public sealed class FindModel(NewsRoomDbContext db, RedactionStore store, RedactionKey key, RedactionDesk desk) : DeskPage
{
    public sealed class FindInput
    {
        [Required(ErrorMessage = "Write the name or the words."), StringLength(Phrase.MaxLength, ErrorMessage = "Use at most 100 characters.")]
        public string? Words { get; set; }
    }

    public sealed class OrderInput
    {
        public string? Replacement { get; set; } = "[name removed]";

        public string? Reason { get; set; }

        public bool Confirmed { get; set; }

        /// <summary>How many places were shown.</summary>
        public int Fields { get; set; }
    }

    [BindProperty]
    public FindInput Input { get; set; } = new();

    [BindProperty]
    public OrderInput Order { get; set; } = new();

    public RedactionPlaces? Places { get; private set; }

    /// <summary>The redaction that took the same words out earlier; null when none did.</summary>
    public int? Known { get; private set; }

    public IActionResult OnGet() => RedirectToPage("/Redactions/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRedactAsync(CancellationToken cancellationToken)
    {
        if (await ShowAsync(cancellationToken) is not { } phrase || Places is not { Fields: > 0 } places)
            return Page();
        foreach (var (field, message) in Problems(phrase, places))
            ModelState.AddModelError("Order." + field, message);
        if (!ModelState.IsValid)
            return Page();
        await store.OrderAsync(places.Fields, cancellationToken);
        var begun = desk.TryBegin(new(phrase, Order.Replacement!.Trim(), Order.Reason!.Trim(), By));
        Notify(begun ? "The redaction has begun." : "Another redaction is being done. Wait for its end, then begin again.");
        return RedirectToPage("/Redactions/Index");
    }

    private IEnumerable<(string Field, string Message)> Problems(Phrase phrase, RedactionPlaces places)
    {
        if (string.IsNullOrWhiteSpace(Order.Replacement) || Order.Replacement.Length > Redaction.MaxReplacement)
            yield return ("Replacement", "Write what stands in their place, in at most 100 characters.");
        else if (phrase.IsIn(Order.Replacement))
            yield return ("Replacement", "This holds the words that are to go.");
        if (string.IsNullOrWhiteSpace(Order.Reason) || Order.Reason.Length > Redaction.MaxReason)
            yield return ("Reason", "Write why, in at most 500 characters.");
        else if (phrase.IsIn(Order.Reason))
            yield return ("Reason", "The reason is kept for ever: do not write the words in it.");
        if (!Order.Confirmed)
            yield return ("Confirmed", "Say that you have looked at the places.");
        else if (Order.Fields != places.Fields)
            yield return ("Confirmed", $"There are {places.Fields} places by now, and you were shown {Order.Fields}. Look at them again.");
    }

    private async Task<Phrase?> ShowAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return null;
        if (Phrase.TryParse(Input.Words) is not { } phrase)
        {
            ModelState.AddModelError("Input.Words", "Write at least three letters.");
            return null;
        }

        if (await store.RefusalAsync(phrase, cancellationToken) is { } refusal)
        {
            ModelState.AddModelError("Input.Words", refusal);
            return null;
        }

        Places = await store.FindAsync(phrase, cancellationToken);
        var hash = phrase.Hash(key.Bytes);
        Known = await db.Redactions.Where(r => r.PhraseHash == hash).OrderByDescending(r => r.Id).Select(r => (int?)r.Id).FirstOrDefaultAsync(cancellationToken);
        return phrase;
    }
}
