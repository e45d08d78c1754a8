#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Runtime.DirectJson;

namespace SieSmart.Runtime.Sending;

/// <summary>Asks for a scalar.</summary>
internal readonly struct ScalarCall<
#if NET8_0_OR_GREATER
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
    TModel> : IAdapterCall<TModel?>
{
    public ValueTask<Outcome<TModel?>> SendAsync(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken) =>
        EnumText.ExclusiveEnumOf(typeof(TModel)) is { } type
            ? Outcome<TModel?>.OfAsync(SendEnumAsync(type, adapter, requestInfo, errorMapping, cancellationToken))
            : adapter is HttpRequestAdapter own ? own.TrySendPrimitiveAsync<TModel>(requestInfo, errorMapping, cancellationToken)
            : Outcome<TModel?>.OfAsync(adapter.SendPrimitiveAsync<TModel>(requestInfo, errorMapping, cancellationToken));

    /// <summary>Kiota takes numbers and names of C# for values as well, and null for each that an enum doesn't have.</summary>
    private static async Task<TModel?> SendEnumAsync(
        Type type,
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
    {
        var text = await adapter.SendPrimitiveAsync<string>(requestInfo, errorMapping, cancellationToken).ConfigureAwait(false);
        return text is null ? default : (TModel)(new EnumText(type).Find(text) ?? throw EnumText.Unknown(type));
    }
}
