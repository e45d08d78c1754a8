using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime;

/// <summary>
/// What an <see cref="OperationRequestAdapter"/> needs to know of one API in order to explain its failures. Read once, when
/// the adapter is made.
/// </summary>
public sealed class OperationRequestAdapterOptions
{
    /// <summary>
    /// A sentence of advice that fits a failed call, put at the end of its exception's message; null adds nothing.
    /// Called on the failing call's thread, so it must not block or throw.
    /// </summary>
    public Func<OperationContext, string?>? Advice { get; set; }

    /// <summary>
    /// Takes the field errors out of the API's error object, for <see cref="RequestRejectedException.FieldErrors"/>.
    /// Must not throw.
    /// </summary>
    public Func<IParsable, IReadOnlyList<FieldError>>? FieldErrors { get; set; }

    /// <summary>
    /// The operations of the client, as generated code lists them in <c>…Operations.All</c>; none by default. By them requests are recognised
    /// that no generated code attached an <see cref="OperationContext"/> to, such as those of Kiota's own methods.
    /// </summary>
    public IReadOnlyList<OperationDescription> Operations { get; set; } = [];

    /// <summary>Measures <see cref="OperationContext.Elapsed"/>; the system's clock by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
