using System.Reflection;
using Parity.Tests.Calls;
using Parity.Tests.Samples;

namespace Parity.Tests.Requests;

/// <summary>
/// The ways to call an executor: without options, with each query parameter alone and with all of them, with each value of
/// an enum, with each variant of the body, with no body, and by a raw address.
/// </summary>
internal static class RequestCases
{
    public static IEnumerable<RequestCase> Of(Executor executor, ModelSamples samples)
    {
        if (executor.BodyType is { } type)
        {
            var variant = 0;
            foreach (var value in samples.Bodies(type))
            {
                yield return new RequestCase($"body {++variant}", value);
            }

            if (!type.IsValueType && type.GetConstructor(Type.EmptyTypes) is not null)
            {
                yield return new RequestCase("empty body", Activator.CreateInstance(type));
            }

            yield return new RequestCase("no body");
        }
        else
        {
            yield return new RequestCase("plain");
        }

        foreach (var query in Queries(executor.QueryType))
        {
            yield return query with { Body = Fresh(executor, samples) };
        }

        yield return new RequestCase("raw address", Fresh(executor, samples), Redirect: builder => builder.GetType().GetMethod("WithUrl")!.Invoke(builder, ["https://other.example.test/raw?x=1"])!);
    }

    private static IEnumerable<RequestCase> Queries(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var property in properties)
        {
            foreach (var value in ModelSamples.QueryValues(property.PropertyType, property.Name))
            {
                yield return new RequestCase($"{property.Name}={(value is Enum ? value : "…")}", Query: query => property.SetValue(query, value));
            }
        }

        if (properties.Count > 1)
        {
            yield return new RequestCase("all query parameters", Query: query =>
            {
                foreach (var property in properties)
                {
                    property.SetValue(query, ModelSamples.QueryValues(property.PropertyType, property.Name).First());
                }
            });
        }
    }

    // A stream can be sent once.
    private static object? Fresh(Executor executor, ModelSamples samples) => executor.BodyType is { } type ? samples.Bodies(type).First() : null;
}
