using System.Text.Json;

namespace SpecDiff.Tests.Cases;

/// <summary>The changes in changes.json.</summary>
internal static class ChangeCases
{
    public static IReadOnlyList<ChangeCase> All { get; } =
        JsonSerializer.Deserialize<List<ChangeCase>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "changes.json")), JsonSerializerOptions.Web)!;
}
