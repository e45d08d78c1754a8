using Microsoft.AspNetCore.Http;

namespace SieSmart.Sandbox;

/// <summary>Where things are on the sandbox's one host.</summary>
internal static class ApiPath
{
    public const string Base = "/siesmart/b2b/v1";
    public const string Token = "/oauth/token";
    public const string Administration = "/sandbox";

    /// <summary>Whether a path belongs to the API itself, not to tokens or to the administration.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments(Base, StringComparison.Ordinal);

    /// <summary>The path as the API description has it, or null for what the description does not know.</summary>
    public static string? Describe(PathString path)
    {
        if (path.StartsWithSegments(Base, StringComparison.Ordinal, out var below))
        {
            return below.HasValue ? below.Value : "/";
        }

        return path == Token ? Token : null;
    }
}
