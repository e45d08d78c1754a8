using System.Reflection;
using Microsoft.Kiota.Abstractions;

namespace Parity.Tests.Calls;

/// <summary>Makes the delegates with which callers set query parameters and headers.</summary>
internal static class RequestConfigurations
{
    private static readonly MethodInfo Definition = typeof(RequestConfigurations).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Sets a header, and what <paramref name="query"/> sets.</summary>
    public static object Of(Type queryType, Action<object>? query) => Definition.MakeGenericMethod(queryType).Invoke(null, [query])!;

    private static Action<RequestConfiguration<T>> Make<T>(Action<object>? query)
        where T : class, new() => configuration =>
    {
        configuration.Headers.Add("X-Parity", "one, two");
        query?.Invoke(configuration.QueryParameters);
    };
}
