using System.Runtime.CompilerServices;
using Microsoft.Kiota.Abstractions;

namespace Reliability.Tests.Fixtures;

/// <summary>What a request that is built by hand is sent with.</summary>
internal static class Adapters
{
    public static IRequestAdapter Adapter(this BaseRequestBuilder builder) => AdapterOf(builder);

    /// <summary>Request builders are given it by their base class, which keeps it from everybody else.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_RequestAdapter")]
    private static extern IRequestAdapter AdapterOf(BaseRequestBuilder builder);
}
