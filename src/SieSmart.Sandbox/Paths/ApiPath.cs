using Microsoft.AspNetCore.Http;

namespace SieSmart.Sandbox.Paths;

/// <summary>Where things are on the sandbox's one host.</summary>
internal static class ApiPath
{
    public const string Base = "/siesmart/b2b/v1";
    public const string Token = "/oauth/token";
    public const string Administration = "/sandbox";
    public const string Overview = "/";
    public const string Description = "/openapi.yaml";
    public const string Health = "/health";

    /// <summary>Whether a path belongs to the API itself, not to tokens or to the administration.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments(Base, StringComparison.Ordinal);

    /// <summary>Whether a path belongs to the sandbox, and to no API: whoever looks at it is not to see themselves looking.</summary>
    public static bool IsOwn(PathString path) =>
        path == Overview || path == Description || path == Health || path == "/favicon.ico" || path.StartsWithSegments(Administration, StringComparison.Ordinal);

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
