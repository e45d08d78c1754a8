using Microsoft.CodeAnalysis;

namespace SieSmart.Generators.Diagnostics;

/// <summary>What can be wrong with an OpenAPI document or with the item that names it.</summary>
internal static class DiagnosticRules
{
    private const string Category = "OpenApi";

    /// <summary>The text is no YAML and no JSON.</summary>
    public static readonly DiagnosticDescriptor UnreadableDocument = Rule(
        "SIE2001", "The OpenAPI document can't be read",
        "The document can't be read: {0}. Nothing was generated from it.", DiagnosticSeverity.Error);

    /// <summary>A reference leads nowhere.</summary>
    public static readonly DiagnosticDescriptor DanglingReference = Rule(
        "SIE2002", "A $ref leads nowhere",
        "'$ref: {0}' leads nowhere: {1}. Correct the reference, or add what it names.", DiagnosticSeverity.Warning);

    /// <summary>The OpenApiClient item says something that makes no sense.</summary>
    public static readonly DiagnosticDescriptor InvalidOption = Rule(
        "SIE2003", "An option of the OpenApiClient item is invalid",
        "{0}=\"{1}\" is invalid: {2}", DiagnosticSeverity.Error);

    /// <summary>The consumer lacks the package that generated code calls.</summary>
    public static readonly DiagnosticDescriptor MissingRuntime = Rule(
        "SIE2004", "The runtime package is missing",
        "Client '{0}' is generated with Preconditions=\"{1}\", whose code calls the package SieSmart.Runtime, but the project doesn't reference it. Add <PackageReference Include=\"SieSmart.Runtime\" />, or set Preconditions=\"None\".", DiagnosticSeverity.Error);

    /// <summary>A construct has another form than OpenAPI says.</summary>
    public static readonly DiagnosticDescriptor UnexpectedStructure = Rule(
        "SIE2005", "The OpenAPI document has an unexpected structure",
        "{0}. {1}", DiagnosticSeverity.Warning);

    /// <summary>A key stands twice in one mapping.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = Rule(
        "SIE2006", "A key stands twice",
        "The key '{0}' stands twice in one mapping. The first one is used; remove the other.", DiagnosticSeverity.Warning);

    /// <summary>The document is legal, but nothing can be made of a part of it.</summary>
    public static readonly DiagnosticDescriptor UnsupportedConstruct = Rule(
        "SIE2007", "A construct of the OpenAPI document isn't supported",
        "{0} isn't supported. {1}", DiagnosticSeverity.Warning);

    /// <summary>Two things would have the same C# name, or one would have that of a type of .NET.</summary>
    public static readonly DiagnosticDescriptor RenamedType = Rule(
        "SIE2008", "A type was renamed",
        "'{0}' is {1}, so this type is called '{2}'. Rename {3} in the document if the name matters.", DiagnosticSeverity.Warning);

    /// <summary>A write of which the document doesn't say what guards it.</summary>
    public static readonly DiagnosticDescriptor WriteWithoutPrecondition = Rule(
        "SIE2009", "A write neither declares If-Match nor is exempt",
        "{0} writes, but declares no If-Match header. It is generated with a mandatory ETag; declare the header, or say 'x-if-match: none' if it writes nothing that has a version.", DiagnosticSeverity.Warning);

    /// <summary>Nobody can have the ETag that a write needs.</summary>
    public static readonly DiagnosticDescriptor UnreadableVersionScope = Rule(
        "SIE2010", "No operation returns the ETag that a write needs",
        "{0} needs an ETag, but no GET on its path or above it declares an ETag response header. Declare the header on the GET that returns the version, or name that path with x-version-scope.", DiagnosticSeverity.Warning);

    /// <summary>The consumer's compiler can't read generated code.</summary>
    public static readonly DiagnosticDescriptor LanguageVersionTooLow = Rule(
        "SIE2011", "The C# version is too low",
        "Generated code needs C# 9 or later, but the project compiles as C# {0}. Set <LangVersion>9</LangVersion> or higher.", DiagnosticSeverity.Error);

    /// <summary>A document declares a header that nobody can send.</summary>
    public static readonly DiagnosticDescriptor OverriddenPrecondition = Rule(
        "SIE2012", "A declared If-Match is overridden",
        "{0} declares If-Match, but {1} exempts it, so its ETag argument is left out. Remove the exemption, or the header if the operation takes none.", DiagnosticSeverity.Warning);

    /// <summary>A version scope leads to nothing that has a version.</summary>
    public static readonly DiagnosticDescriptor VersionScopeWithoutETag = Rule(
        "SIE2013", "A version scope returns no ETag",
        "The version scope of {0} is '{1}', but {2}. Name a path whose GET declares an ETag response header, or declare the header there.", DiagnosticSeverity.Warning);

    /// <summary>The answer to a stale version isn't declared.</summary>
    public static readonly DiagnosticDescriptor UndeclaredPreconditionFailure = Rule(
        "SIE2014", "A guarded write declares no 412",
        "{0} takes an ETag, but declares no 412 response for a version that is no longer current. Declare it, so that its callers know what to expect.", DiagnosticSeverity.Info);

    /// <summary>The answer to too many requests isn't declared.</summary>
    public static readonly DiagnosticDescriptor UndeclaredRateLimit = Rule(
        "SIE2015", "An operation declares no 429",
        "{0} declares no 429 response for too many requests. Declare it, so that its callers know what to expect.", DiagnosticSeverity.Info);

    /// <summary>A response lacks the header by which support finds a request.</summary>
    public static readonly DiagnosticDescriptor UndeclaredTraceId = Rule(
        "SIE2016", "A response declares no trace id",
        "{0} doesn't declare the trace id header '{1}' on: {2}. Declare it on these responses.", DiagnosticSeverity.Warning);

    /// <summary>Two operations can't be told apart.</summary>
    public static readonly DiagnosticDescriptor CollidingOperations = Rule(
        "SIE2017", "Two operations collide",
        "{0} and {1} {2}. {3}", DiagnosticSeverity.Warning);

    /// <summary>A member has another name than the document suggests.</summary>
    public static readonly DiagnosticDescriptor RenamedMember = Rule(
        "SIE2018", "A member was renamed",
        "'{0}' of {1} is called '{2}': '{3}' is taken there, or means something else. On the wire its name stays as it is.", DiagnosticSeverity.Info);

    /// <summary>A mark has a value that says nothing.</summary>
    public static readonly DiagnosticDescriptor UnknownMark = Rule(
        "SIE2019", "A mark has an unknown value",
        "'{0}: {1}' says nothing: the value can only be {2}. It is ignored.", DiagnosticSeverity.Warning);

    /// <summary>An option asks for what this version doesn't have.</summary>
    public static readonly DiagnosticDescriptor UnavailableOption = Rule(
        "SIE2020", "An option has no effect in this version",
        "{0}=\"{1}\" has no effect: {2}", DiagnosticSeverity.Info);

    /// <summary>An option names an operation that isn't there.</summary>
    public static readonly DiagnosticDescriptor UnmatchedOption = Rule(
        "SIE2021", "An option names no operation",
        "{0} names '{1}', but {2}. Write it as in the document, verb first: '{3}'.", DiagnosticSeverity.Warning);

    /// <summary>A document says nothing of versions.</summary>
    public static readonly DiagnosticDescriptor NothingGuarded = Rule(
        "SIE2022", "No write takes an ETag",
        "No operation declares an If-Match header and no response an ETag, so that no write takes an ETag and later updates can overwrite earlier ones unseen. If the API checks versions all the same, set PreconditionRule=\"All\" or say 'x-if-match-default: all'; if it does not, set Preconditions=\"None\".", DiagnosticSeverity.Info);

    /// <summary>An overlay can't be read.</summary>
    public static readonly DiagnosticDescriptor UnreadableOverlay = Rule(
        "SIE2023", "An overlay can't be read",
        "The overlay can't be read: {0}. The document is used without it.", DiagnosticSeverity.Error);

    /// <summary>An action of an overlay does nothing.</summary>
    public static readonly DiagnosticDescriptor UnmatchedAction = Rule(
        "SIE2024", "An action of an overlay does nothing",
        "{0}. The action is left out; correct it, or remove it if the document no longer needs it.", DiagnosticSeverity.Warning);

    /// <summary>A reference leads to a file that the generator is not given.</summary>
    public static readonly DiagnosticDescriptor MissingFile = Rule(
        "SIE2025", "A $ref leads to a file that isn't part of the project",
        "'$ref: {0}' leads to '{1}', which isn't among the project's OpenAPI documents. {2}", DiagnosticSeverity.Error);

    /// <summary>The consumer's packages of Kiota are too old.</summary>
    public static readonly DiagnosticDescriptor KiotaTooOld = Rule(
        "SIE2026", "Kiota is too old",
        "Generated code needs Kiota 2, but the project references {0}. Nothing was generated. Reference version 2 of all packages Microsoft.Kiota.*, and update packages that were built for Kiota 1.", DiagnosticSeverity.Error);

    /// <summary>Two alternatives of a union look the same.</summary>
    public static readonly DiagnosticDescriptor AmbiguousUnion = Rule(
        "SIE2027", "Nothing tells two alternatives of a union apart",
        "{0}. Give the union a discriminator{1}.", DiagnosticSeverity.Warning);

    /// <summary>A format says nothing to anybody but its author.</summary>
    public static readonly DiagnosticDescriptor UnknownFormat = Rule(
        "SIE2028", "A format is unknown",
        "'{0}' is no format that OpenAPI knows{1}. It is ignored: the value is what its type says.", DiagnosticSeverity.Info);

    /// <summary>The client to which guards are to be added isn't there.</summary>
    public static readonly DiagnosticDescriptor MissingClient = Rule(
        "SIE2040", "The client that others generated isn't there",
        "The class '{0}' is neither in the project nor in what it references, so nothing is guarded. Correct Namespace and ClientName of the OpenApiClient item, or leave Engine out to have the client generated.", DiagnosticSeverity.Error);

    /// <summary>A request builder to which guards are to be added isn't there.</summary>
    public static readonly DiagnosticDescriptor MissingRequestBuilder = Rule(
        "SIE2041", "A request builder that others generated isn't there",
        "{0} has no guard: the class '{1}', which it has by Kiota's rules, is neither in the project nor in what it references. Write the path as the document has it from which the client was made, parameters included.", DiagnosticSeverity.Warning);

    /// <summary>A method to which a guard is to be added looks otherwise.</summary>
    public static readonly DiagnosticDescriptor DifferentSignature = Rule(
        "SIE2042", "A method that others generated looks otherwise",
        "{0} has no guard: {1}. Describe the operation as the document does from which the client was made, or make the client again.", DiagnosticSeverity.Warning);

    /// <summary>A defect of the generator, reported instead of a crash.</summary>
    public static readonly DiagnosticDescriptor InternalError = Rule(
        "SIE2099", "The generator failed",
        "The generator failed on this document: {0}. This is a defect of the generator; please report it with the document.", DiagnosticSeverity.Error);

    /// <summary>All rules, for tests and documentation.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        UnreadableDocument, DanglingReference, InvalidOption, MissingRuntime, UnexpectedStructure, DuplicateKey,
        UnsupportedConstruct, RenamedType, WriteWithoutPrecondition, UnreadableVersionScope, LanguageVersionTooLow,
        OverriddenPrecondition, VersionScopeWithoutETag, UndeclaredPreconditionFailure, UndeclaredRateLimit, UndeclaredTraceId,
        CollidingOperations, RenamedMember, UnknownMark, UnavailableOption, UnmatchedOption, NothingGuarded, UnreadableOverlay, UnmatchedAction, MissingFile, KiotaTooOld,
        AmbiguousUnion, UnknownFormat, MissingClient, MissingRequestBuilder, DifferentSignature, InternalError,
    ];

    /// <summary>Rules about the types of which a client consists, which concern nobody where others make them.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> AboutTypes { get; } = [UnsupportedConstruct, RenamedType, RenamedMember, AmbiguousUnion, UnknownFormat];

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: RulePages.Root + id + ".md");
}
