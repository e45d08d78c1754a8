using System.Reflection;
using Microsoft.Kiota.Abstractions;
using Parity.Tests.Clients;
using Parity.Tests.Samples;

namespace Parity.Tests.Calls;

/// <summary>Goes through a client as a caller's IntelliSense does: every property, indexer and method that leads to a request builder.</summary>
internal static class ClientWalk
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Every executor that can be reached from the client, by its key.</summary>
    public static IReadOnlyDictionary<string, Executor> Executors(CompiledClient client)
    {
        var root = client.Root;
        return From(root, "client", adapter => Activator.CreateInstance(root, adapter)!).ToDictionary(executor => executor.Key, StringComparer.Ordinal);
    }

    private static IEnumerable<Executor> From(Type builder, string path, Func<IRequestAdapter, object> open)
    {
        foreach (var method in builder.GetMethods(Declared))
        {
            if (typeof(Task).IsAssignableFrom(method.ReturnType))
            {
                yield return new Executor($"{path}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name))})", open, method);
            }
            else if (IsBuilder(method.ReturnType) && !method.IsSpecialName && method.Name is not "WithUrl")
            {
                var arguments = method.GetParameters().Select(parameter => ScalarSamples.Of(parameter.ParameterType, parameter.Name!)).ToArray();
                var signature = string.Join(", ", method.GetParameters().Select(parameter => ScalarSamples.NameOf(parameter.ParameterType)));
                foreach (var executor in From(method.ReturnType, $"{path}.{method.Name}({signature})", adapter => Invoke(method, open(adapter), arguments)))
                {
                    yield return executor;
                }
            }
        }

        foreach (var property in builder.GetProperties(Declared).Where(property => IsBuilder(property.PropertyType)))
        {
            var indexes = property.GetIndexParameters();
            var arguments = indexes.Select(parameter => ScalarSamples.Of(parameter.ParameterType, parameter.Name!)).ToArray();
            var step = indexes.Length == 0 ? "." + property.Name : $"[{string.Join(", ", indexes.Select(parameter => ScalarSamples.NameOf(parameter.ParameterType)))}]";
            foreach (var executor in From(property.PropertyType, path + step, adapter => Invoke(property.GetMethod!, open(adapter), arguments)))
            {
                yield return executor;
            }
        }
    }

    private static object Invoke(MethodInfo method, object builder, object?[] arguments) =>
        method.Invoke(builder, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;

    private static bool IsBuilder(Type type) => typeof(BaseRequestBuilder).IsAssignableFrom(type);
}
