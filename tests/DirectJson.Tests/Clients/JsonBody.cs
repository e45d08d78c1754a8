using System.Reflection;
using DirectJson.Tests.Equivalence;
using Microsoft.Kiota.Abstractions.Serialization;

namespace DirectJson.Tests.Clients;

/// <summary>Bodies for calls, as JSON says them.</summary>
internal static class JsonBody
{
    private static readonly MethodInfo ReadMethod = typeof(JsonBody).GetMethod(nameof(ReadModel), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>A model that is read from JSON; the JSON itself where no model is wanted.</summary>
    public static object Of(Type type, string json)
    {
        if (!typeof(IParsable).IsAssignableFrom(type))
        {
            return json;
        }

        var factory = Delegate.CreateDelegate(typeof(ParsableFactory<>).MakeGenericType(type), type.GetMethod("CreateFromDiscriminatorValue")!);
        return ReadMethod.MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [json, factory], culture: null)!;
    }

    private static T ReadModel<T>(string json, ParsableFactory<T> factory)
        where T : IParsable => ValueClient.Node(JsonEngine.Direct, json).GetObjectValue(factory);
}
