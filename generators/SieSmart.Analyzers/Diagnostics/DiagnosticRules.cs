using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Diagnostics;

/// <summary>What can be wrong with the way in which a program uses ETags.</summary>
internal static class DiagnosticRules
{
    private const string Preconditions = "Preconditions";
    private const string Reliability = "Reliability";
    private const string Security = "Security";

    /// <summary>A write that the server can't check against a version.</summary>
    public static readonly DiagnosticDescriptor WriteWithoutETag = Rule(
        "SIE1001", "A modifying call has no If-Match", Preconditions, DiagnosticSeverity.Warning,
        "'{0}' has no If-Match: {1}. The write is refused, or overwrites changes that nobody saw.");

    /// <summary>A write with a version that an earlier write replaced.</summary>
    public static readonly DiagnosticDescriptor StaleETag = Rule(
        "SIE1002", "An ETag is used again after the write that made it stale", Preconditions, DiagnosticSeverity.Warning,
        "'{0}' is no longer the version to write to: {1}. Use the ETag that this write returns, or read the resource again.");

    /// <summary>A write that accepts any version.</summary>
    public static readonly DiagnosticDescriptor AnyETag = Rule(
        "SIE1003", "ETag.Any overwrites whatever is there", Preconditions, DiagnosticSeverity.Warning,
        "With ETag.Any, '{0}' overwrites changes that nobody saw. Read the resource, and pass the ETag of that answer.");

    /// <summary>A version that no server sent.</summary>
    public static readonly DiagnosticDescriptor HandmadeETag = Rule(
        "SIE1004", "An ETag is made by hand", Preconditions, DiagnosticSeverity.Warning,
        "This ETag is made from {0}, so no server ever sent it. Use the ETag of a result, or the text of one that was stored.");

    /// <summary>A write that uses an older version although the write before it returned the current one.</summary>
    public static readonly DiagnosticDescriptor DroppedVersion = Rule(
        "SIE1005", "The version that a write returned is dropped", Preconditions, DiagnosticSeverity.Info,
        "'{0}' returns the new version, which is dropped, and a later write to the same resource uses '{1}', which is older. Keep the result, and use its ETag there.");

    /// <summary>A version of another resource.</summary>
    public static readonly DiagnosticDescriptor ForeignETag = Rule(
        "SIE1006", "An ETag of one resource guards a write to another", Preconditions, DiagnosticSeverity.Warning,
        "'{0}' is the version of {1}, but the call writes to {2}. Use the ETag of the resource that is written to.");

    /// <summary>A conflict that nobody will hear of.</summary>
    public static readonly DiagnosticDescriptor SwallowedConflict = Rule(
        "SIE1007", "A precondition failure is swallowed", Preconditions, DiagnosticSeverity.Info,
        "The change was refused because somebody else wrote first, and this handler ignores it. Read the resource again and apply the change anew, or let the exception pass.");

    /// <summary>A write that can happen twice.</summary>
    public static readonly DiagnosticDescriptor RepeatedWrite = Rule(
        "SIE1008", "A write is sent again although it may have been applied", Reliability, DiagnosticSeverity.Warning,
        "'{0}' is sent again after {1}: if the first one was applied, it happens twice. Let OutcomeUnknownException pass, or look for what the first one made before you send another.");

    /// <summary>A handler for what is no longer thrown.</summary>
    public static readonly DiagnosticDescriptor UnreachableConflictHandler = Rule(
        "SIE1009", "A handler waits for a conflict that is thrown as another type", Preconditions, DiagnosticSeverity.Warning,
        "'{0}' throws PreconditionFailedException for 412, which is no '{1}', so this handler never runs. Catch PreconditionFailedException; its Error is what the API answered.");

    /// <summary>A secret in source code.</summary>
    public static readonly DiagnosticDescriptor LiteralSecret = Rule(
        "SIE3001", "A client secret is a literal", Security, DiagnosticSeverity.Warning,
        "The client secret in '{0}' is a literal, which everybody who can read the source or the assembly can use. Read it from configuration, such as user secrets or an environment variable.");

    /// <summary>A handler that sends again what the client must not.</summary>
    public static readonly DiagnosticDescriptor ResendingHandler = Rule(
        "SIE3002", "A handler that sends again is added inside a client", Reliability, DiagnosticSeverity.Warning,
        "'{0}' adds a handler that sends requests again inside the client of '{1}': a create can happen twice, and what it sends is not throttled. Remove it; the client repeats by itself what can't happen twice.");

    private static DiagnosticDescriptor Rule(string id, string title, string category, DiagnosticSeverity severity, string message) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: RulePages.Root + id + ".md");
}
