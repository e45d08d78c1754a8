using System.Text;

namespace SieSmart.Sandbox.Description;

/// <summary>The description of the API that the sandbox keeps to, as it stands in the repository.</summary>
internal sealed class ApiDescription
{
    private const string Resource = "SieSmart.Sandbox.openapi.yaml";
    private const string VersionKey = "  version: ";

    public ApiDescription()
    {
        using var stream = typeof(ApiDescription).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks {Resource}: build it again.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Text = reader.ReadToEnd();
        Version = Array.Find(Text.Split('\n'), line => line.StartsWith(VersionKey, StringComparison.Ordinal))?[VersionKey.Length..].Trim() ?? string.Empty;
    }

    /// <summary>The document, in YAML.</summary>
    public string Text { get; }

    /// <summary>The version that it says.</summary>
    public string Version { get; }
}
