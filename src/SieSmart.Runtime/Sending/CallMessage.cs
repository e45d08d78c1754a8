using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime.Sending;

/// <summary>
/// The message of a call. Nearly every handler asks for the call's context, so what the request holds is at hand; copies that others make of
/// the message have it among their options.
/// </summary>
internal sealed class CallMessage(HttpMethod method, Uri address, RequestInformation request) : HttpRequestMessage(method, address)
{
    /// <summary>The request's option of a type; null if there is none.</summary>
    public TOption? Find<TOption>()
        where TOption : class, IRequestOption =>
        CallOptions.Find<TOption>(request);
}
