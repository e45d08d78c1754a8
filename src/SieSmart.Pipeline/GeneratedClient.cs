using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Kiota.Abstractions;

namespace SieSmart.Pipeline;

/// <summary>Makes generated clients, all of which have a constructor that takes an adapter.</summary>
internal static class GeneratedClient
{
    public static TClient Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(IRequestAdapter adapter)
        where TClient : class
    {
        var constructor = typeof(TClient).GetConstructor([typeof(IRequestAdapter)])
            ?? throw new InvalidOperationException(
                $"{typeof(TClient)} is no generated client: it has no public constructor that takes an {nameof(IRequestAdapter)} alone. Name the class that the generator made of the document.");
        try
        {
            return (TClient)constructor.Invoke([adapter]);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Capture(cause).Throw();
            throw;
        }
    }
}
