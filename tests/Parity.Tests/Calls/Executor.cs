using System.Reflection;
using Microsoft.Kiota.Abstractions;

namespace Parity.Tests.Calls;

/// <summary>A method of a request builder that sends something, and the way to it.</summary>
/// <param name="Key">How a caller spells it; equal for both clients.</param>
/// <param name="Open">Makes the request builder anew.</param>
/// <param name="Method">The method.</param>
internal sealed record Executor(string Key, Func<IRequestAdapter, object> Open, MethodInfo Method)
{
    private static readonly PropertyInfo UrlTemplate = typeof(BaseRequestBuilder).GetProperty("UrlTemplate", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The verb as OpenAPI spells it.</summary>
    public string Verb { get; } = VerbOf(Method.Name);

    /// <summary>The type of the body; null without one.</summary>
    public Type? BodyType { get; } = Method.GetParameters().FirstOrDefault(parameter => string.Equals(parameter.Name, "body", StringComparison.Ordinal))?.ParameterType;

    /// <summary>The type whose properties are query parameters.</summary>
    public Type QueryType { get; } = Method.GetParameters()
        .Single(parameter => string.Equals(parameter.Name, "requestConfiguration", StringComparison.Ordinal))
        .ParameterType.GetGenericArguments()[0].GetGenericArguments()[0];

    /// <summary>The URL template of the request builder.</summary>
    public string Template(IRequestAdapter adapter) => (string)UrlTemplate.GetValue(Open(adapter))!;

    /// <summary>Calls it, and gives what a caller gets; null for nothing.</summary>
    public Task<object?> CallAsync(IRequestAdapter adapter, object? body, Action<object>? query, Func<object, object>? redirect = null)
    {
        var builder = Open(adapter);
        builder = redirect?.Invoke(builder) ?? builder;
        var arguments = Method.GetParameters().Select(parameter => parameter.Name switch
        {
            "body" => body,
            "contentType" => "application/x-parity",
            "requestConfiguration" => RequestConfigurations.Of(QueryType, query),
            _ => (object?)CancellationToken.None,
        }).ToArray();
        return ResultAsync((Task)Method.Invoke(builder, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!);
    }

    private static async Task<object?> ResultAsync(Task task)
    {
        await task;
        var type = task.GetType();
        return type.GetProperty("Result") is { } result && result.PropertyType.Name is not "VoidTaskResult" ? result.GetValue(task) : null;
    }

    private static string VerbOf(string method)
    {
        var end = 1;
        while (char.IsLower(method[end]))
        {
            end++;
        }

        return method[..end].ToLowerInvariant();
    }
}
