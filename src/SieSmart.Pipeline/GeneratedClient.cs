using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Kiota.Abstractions;

namespace SieSmart.Pipeline;

/// <summary>
/// Makes generated clients, all of which have a constructor that takes an adapter. Vendors' may take more, as Microsoft.Graph's does with an
/// address, but nobody has to give it.
/// </summary>
internal static class GeneratedClient
{
    public static TClient Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(IRequestAdapter adapter)
        where TClient : class
    {
        var constructor = typeof(TClient).GetConstructors()
            .Where(candidate => CanDoWithAdapter(candidate.GetParameters()))
            .OrderBy(candidate => candidate.GetParameters().Length)
            .FirstOrDefault()
            ?? throw new InvalidOperationException(
                $"{typeof(TClient)} is no generated client: it has no public constructor that can do with an {nameof(IRequestAdapter)} alone. Name the class that the generator made of the document.");
        try
        {
            return (TClient)constructor.Invoke([adapter, .. constructor.GetParameters().Skip(1).Select(parameter => parameter.DefaultValue)]);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Capture(cause).Throw();
            throw;
        }
    }

    private static bool CanDoWithAdapter(ParameterInfo[] parameters) =>
        parameters.Length > 0 && parameters[0].ParameterType == typeof(IRequestAdapter) && parameters.Skip(1).All(parameter => parameter.HasDefaultValue);
}
