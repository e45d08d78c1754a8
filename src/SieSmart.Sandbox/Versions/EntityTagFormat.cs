using System.Globalization;

namespace SieSmart.Sandbox.Versions;

/// <summary>Writes a version's time as an ETag.</summary>
internal sealed class EntityTagFormat(ETagOptions options)
{
    public string Format(DateTimeOffset version)
    {
        var pattern = options.HasFlag(ETagOptions.OneSecondResolution)
            ? "yyyy-MM-dd'T'HH:mm:ss'Z'"
            : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        var text = version.UtcDateTime.ToString(pattern, CultureInfo.InvariantCulture);
        return options.HasFlag(ETagOptions.Quoted) ? $"\"{text}\"" : text;
    }
}
