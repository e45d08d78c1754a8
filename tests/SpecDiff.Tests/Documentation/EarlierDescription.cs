using TestSupport;


namespace SpecDiff.Tests.Documentation;

/// <summary>The description as it was before the vendor's 1.2.7: the present one without what that brought.</summary>
internal static class EarlierDescription
{
    /// <summary>The description of 1.2.6.</summary>
    public static string OfVersion126()
    {
        var text = File.ReadAllText(RepositoryFiles.PathOf("spec", "siesmart.openapi.yaml")).ReplaceLineEndings("\n");
        text = Without(text, "  /proposals/{proposal-id}/customer/bank-account:\n", "  /proposals/{proposal-id}/assets:\n");
        text = Without(text, "        bankAccount:\n", "\n    BankAccount:\n");
        text = Without(text, "    BankAccount:\n", "    Asset:\n");
        Assert.Contains("  version: 1.2.7\n", text, StringComparison.Ordinal);
        return text.Replace("  version: 1.2.7\n", "  version: 1.2.6\n", StringComparison.Ordinal);
    }

    private static string Without(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = text.IndexOf(to, Math.Max(start, 0), StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"The description has no '{from.Trim()}' in front of '{to.Trim()}'. What 1.2.7 brought stands elsewhere now: cut it out there.");
        return text[..start] + text[end..];
    }
}
