using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Calls;

/// <summary>The argument that is the ETag of a guarded call.</summary>
internal static class ETagArgument
{
    /// <summary>Finds it by name or by place.</summary>
    public static ArgumentSyntax? Find(OperationCall call)
    {
        var position = call.Description.ETagParameter;
        var name = call.Method.Parameters[position].Name;
        var arguments = call.Syntax.ArgumentList.Arguments;
        return arguments.FirstOrDefault(argument => string.Equals(argument.NameColon?.Name.Identifier.ValueText, name, StringComparison.Ordinal))
            ?? (position < arguments.Count && arguments[position].NameColon is null ? arguments[position] : null);
    }
}
