using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Calls;

/// <summary>The argument that is the ETag of a guarded call.</summary>
internal static class ETagArgument
{
    /// <summary>Finds it by name or by place.</summary>
    public static ArgumentSyntax? Find(OperationCall call)
    {
        // The object of an extension method is counted among its parameters, but is no argument.
        var position = call.Description.ETagParameter - (call.Method.ReducedFrom is null ? 0 : 1);
        var name = call.Method.Parameters[position].Name;
        var arguments = call.Syntax.ArgumentList.Arguments;
        return arguments.FirstOrDefault(argument => string.Equals(argument.NameColon?.Name.Identifier.ValueText, name, StringComparison.Ordinal))
            ?? (position < arguments.Count && arguments[position].NameColon is null ? arguments[position] : null);
    }
}
