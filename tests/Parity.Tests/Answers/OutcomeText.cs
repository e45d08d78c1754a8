using System.Text;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Parity.Tests.Answers;

/// <summary>What a caller gets of a call, as text: the object through and through and as it would be sent back, or the exception.</summary>
internal static class OutcomeText
{
    public static async Task<string> OfAsync(Func<Task<object?>> call)
    {
        object? result;
        try
        {
            result = await call();
        }
        catch (ApiException exception) when (exception.GetType() == typeof(ApiException))
        {
            // The document says nothing of the status, so each adapter has words of its own.
            return $"throws {exception.GetType().FullName}, status {exception.ResponseStatusCode}";
        }
        catch (ApiException exception)
        {
            return $"throws {exception.GetType().FullName}, status {exception.ResponseStatusCode}, message '{exception.Message}'\n{ObjectText.Of(exception)}\n{Serialized(exception)}";
        }
        catch (Exception exception)
        {
            return $"throws {exception.GetType().FullName}: {exception.Message}";
        }

        return $"{ObjectText.Of(result)}\n{Serialized(result)}";
    }

    /// <summary>What is written of an object; nothing for what is no model.</summary>
    public static string Serialized(object? value)
    {
        if (value is not IParsable model)
        {
            return "";
        }

        using var writer = new JsonSerializationWriter();
        try
        {
            writer.WriteObjectValue(key: null, model);
            using var content = writer.GetSerializedContent();
            using var reader = new StreamReader(content, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception exception)
        {
            return $"can't be written: {exception.GetType().Name}: {exception.Message}";
        }
    }
}
