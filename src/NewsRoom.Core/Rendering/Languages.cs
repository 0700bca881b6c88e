namespace NewsRoom.Core.Rendering;

/// <summary>What is known of languages beyond their words.</summary>
public static class Languages
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.Ordinal) { "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi" };

    /// <summary>Whether a language (BCP 47) is written from right to left.</summary>
    public static bool IsRightToLeft(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var parts = language.ToLowerInvariant().Split('-');
        // A script that is named decides: "az-Arab" runs from the right, "ar-Latn" does not.
        if (parts.Skip(1).FirstOrDefault(p => p.Length == 4) is { } script)
            return script is "arab" or "hebr" or "thaa" or "syrc" or "nkoo" or "adlm" or "rohg";
        return RightToLeft.Contains(parts[0]);
    }

    /// <summary>The value of the <c>dir</c> attribute.</summary>
    public static string Direction(string language) => IsRightToLeft(language) ? "rtl" : "ltr";
}
