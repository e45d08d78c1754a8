using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime;

/// <summary>
/// An adapter that returns versions along with values by itself: a call is one task then, and a failure is thrown once less.
/// Generated code calls any <see cref="IRequestAdapter"/>, and this where there is one.
/// </summary>
/// <remarks>An adapter that wraps another one may hand both methods on; what it does in the others it has to do in these, too.</remarks>
public interface IVersionedRequestAdapter : IRequestAdapter
{
    /// <summary>Sends a request that asks for an object.</summary>
    /// <typeparam name="TModel">The type of the object.</typeparam>
    /// <param name="requestInfo">The request.</param>
    /// <param name="factory">Makes the object.</param>
    /// <param name="errorMapping">The errors that the document declares, by their statuses.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object and its version.</returns>
    /// <exception cref="SieSmartException">The call failed, or there was no object.</exception>
    Task<Versioned<TModel>> SendVersionedAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
        where TModel : class, IParsable;

    /// <summary>Sends a request that asks for nothing.</summary>
    /// <param name="requestInfo">The request.</param>
    /// <param name="errorMapping">The errors that the document declares, by their statuses.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The version that the resource has now.</returns>
    /// <exception cref="SieSmartException">The call failed.</exception>
    Task<Versioned> SendVersionedAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken);
}
