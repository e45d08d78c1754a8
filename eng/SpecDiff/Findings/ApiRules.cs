namespace SpecDiff.Findings;

/// <summary>Changes of the API as a whole and of its operations.</summary>
internal static class ApiRules
{
    public static readonly Rule ServerChanged = new(
        "server-changed", Side.Wire, Severity.Dangerous,
        "The first server, which clients take unless told otherwise, has another address.",
        "Release a client built from the new document, or set the address: until then requests go to the old one.");

    public static readonly Rule ServerRemoved = new(
        "server-removed", Side.Wire, Severity.Breaking,
        "A server is gone.",
        "Take another one.");

    public static readonly Rule ServerAdded = new(
        "server-added", Side.Wire, Severity.Safe,
        "There is one more server.",
        "Nothing.");

    public static readonly Rule OperationRemoved = new(
        "operation-removed", Side.Wire, Severity.Breaking,
        "An operation is gone.",
        "Remove its use.");

    public static readonly Rule OperationMoved = new(
        "operation-moved", Side.Wire, Severity.Breaking,
        "An operation has another verb or path; its operationId says that it is the same.",
        "Release a client built from the new document.");

    public static readonly Rule OperationAdded = new(
        "operation-added", Side.Wire, Severity.Safe,
        "An operation is new.",
        "Nothing.");

    public static readonly Rule OperationIdChanged = new(
        "operation-id-changed", Side.Wire, Severity.Safe,
        "An operation has another operationId.",
        "Adapt searches of logs and traces by that name.");

    public static readonly Rule OperationDeprecated = new(
        "operation-deprecated", Side.Wire, Severity.Safe,
        "An operation is deprecated.",
        "Plan its replacement.");

    public static readonly Rule OperationUndeprecated = new(
        "operation-undeprecated", Side.Wire, Severity.Safe,
        "An operation is not deprecated any more.",
        "Nothing.");

    public static readonly Rule SecurityChanged = new(
        "security-changed", Side.Wire, Severity.Breaking,
        "An operation wants other credentials.",
        "Send the new ones.");

    public static readonly Rule SecurityDropped = new(
        "security-dropped", Side.Wire, Severity.Safe,
        "An operation wants no credentials any more.",
        "Nothing.");

    public static readonly Rule GuardAdded = new(
        "guard-added", Side.Wire, Severity.Breaking,
        "A write must carry the ETag of the version that it changes.",
        "Read first, and pass the ETag; without one the server refuses the write.");

    public static readonly Rule GuardPossible = new(
        "guard-possible", Side.Wire, Severity.Safe,
        "A request may carry an ETag.",
        "Pass it where an update could get lost.");

    public static readonly Rule GuardOptional = new(
        "guard-optional", Side.Wire, Severity.Dangerous,
        "A write may be sent without an ETag: what somebody else wrote meanwhile is overwritten.",
        "Keep passing the ETag; the compiler does not ask for it any more.");

    public static readonly Rule GuardDropped = new(
        "guard-dropped", Side.Wire, Severity.Dangerous,
        "A write carries no ETag any more: what somebody else wrote meanwhile is overwritten, and nobody is told.",
        "Ask the vendor whether that is meant. If it is, read again just before the write, and keep the time between short.");

    public static readonly Rule GuardUndeclared = new(
        "guard-undeclared", Side.Wire, Severity.Dangerous,
        "A write does not declare If-Match any more; clients go on sending it, and the server may take no notice.",
        "Ask the vendor whether it is still checked: if not, what somebody else wrote meanwhile is overwritten.");

    public static readonly Rule VersionScopeChanged = new(
        "version-scope-changed", Side.Wire, Severity.Dangerous,
        "The ETag that guards an operation is that of another resource.",
        "Pass the ETag of the new one; look for where the old one is stored.");

    public static readonly Rule EtagLost = new(
        "etag-lost", Side.Wire, Severity.Dangerous,
        "Answers bring no ETag any more.",
        "Get the ETag elsewhere before the next write, mostly by reading again.");

    public static readonly Rule EtagGained = new(
        "etag-gained", Side.Wire, Severity.Safe,
        "Answers bring an ETag.",
        "Use it for the next write, which saves reading again.");

    public static readonly Rule RetryAllowed = new(
        "retry-allowed", Side.Wire, Severity.Dangerous,
        "The document says that a write may be sent twice.",
        "Make sure that it is true: the client now repeats it when its answer is lost.");

    public static readonly Rule RetryForbidden = new(
        "retry-forbidden", Side.Wire, Severity.Safe,
        "The document does not say any more that a write may be sent twice.",
        "Expect an unknown outcome where the client repeated before.");

    public static readonly Rule ParameterRemoved = new(
        "parameter-removed", Side.Wire, Severity.Breaking,
        "A parameter is gone.",
        "Leave it out.");

    public static readonly Rule ParameterAddedRequired = new(
        "parameter-added-required", Side.Wire, Severity.Breaking,
        "There is a parameter that must be sent.",
        "Send it.");

    public static readonly Rule ParameterAddedOptional = new(
        "parameter-added-optional", Side.Wire, Severity.Safe,
        "There is a parameter that may be sent.",
        "Nothing.");

    public static readonly Rule ParameterBecameRequired = new(
        "parameter-became-required", Side.Wire, Severity.Breaking,
        "A parameter must be sent.",
        "Send it always.");

    public static readonly Rule ParameterBecameOptional = new(
        "parameter-became-optional", Side.Wire, Severity.Safe,
        "A parameter may be left out.",
        "Nothing.");

    public static readonly Rule ParameterSpellingChanged = new(
        "parameter-spelling-changed", Side.Wire, Severity.Breaking,
        "A parameter is written another way (style, explode, content).",
        "Release a client built from the new document.");

    public static readonly Rule RequestBodyAddedRequired = new(
        "request-body-added-required", Side.Wire, Severity.Breaking,
        "A request must have a body.",
        "Send one.");

    public static readonly Rule RequestBodyAddedOptional = new(
        "request-body-added-optional", Side.Wire, Severity.Safe,
        "A request may have a body.",
        "Nothing.");

    public static readonly Rule RequestBodyRemoved = new(
        "request-body-removed", Side.Wire, Severity.Breaking,
        "A request has no body any more.",
        "Send none.");

    public static readonly Rule RequestBodyBecameRequired = new(
        "request-body-became-required", Side.Wire, Severity.Breaking,
        "A request can not go without its body.",
        "Send one always.");

    public static readonly Rule RequestBodyBecameOptional = new(
        "request-body-became-optional", Side.Wire, Severity.Safe,
        "A request may go without its body.",
        "Nothing.");

    public static readonly Rule RequestMediaTypeRemoved = new(
        "request-media-type-removed", Side.Wire, Severity.Breaking,
        "A request can not have this media type any more.",
        "Send another one.");

    public static readonly Rule RequestMediaTypeAdded = new(
        "request-media-type-added", Side.Wire, Severity.Safe,
        "A request may have one more media type.",
        "Nothing.");

    public static readonly Rule SuccessStatusRemoved = new(
        "success-status-removed", Side.Wire, Severity.Dangerous,
        "A status code that said success is not listed any more.",
        "Adapt code that compares status codes.");

    public static readonly Rule SuccessStatusAdded = new(
        "success-status-added", Side.Wire, Severity.Safe,
        "There is one more status code that says success, with an answer like the others.",
        "Adapt code that compares status codes.");

    public static readonly Rule SuccessAnswerAdded = new(
        "success-answer-added", Side.Wire, Severity.Dangerous,
        "There is one more status code that says success, with another answer.",
        "Expect answers without what the others have.");

    public static readonly Rule ErrorStatusRemoved = new(
        "error-status-removed", Side.Wire, Severity.Safe,
        "An error status is not listed any more.",
        "Nothing.");

    public static readonly Rule ErrorStatusAdded = new(
        "error-status-added", Side.Wire, Severity.Safe,
        "An error status is listed.",
        "Look at whether it wants handling of its own.");

    public static readonly Rule ErrorClassChanged = new(
        "error-class-changed", Side.Wire, Severity.Dangerous,
        "An error is thrown as another class.",
        "Adapt the catch blocks: they compile, but would not catch it.");

    public static readonly Rule ResponseBodyRemoved = new(
        "response-body-removed", Side.Wire, Severity.Breaking,
        "An answer has no body any more.",
        "Do without it.");

    public static readonly Rule ResponseBodyAdded = new(
        "response-body-added", Side.Wire, Severity.Safe,
        "An answer has a body.",
        "Nothing.");

    public static readonly Rule ResponseMediaTypeRemoved = new(
        "response-media-type-removed", Side.Wire, Severity.Breaking,
        "An answer does not come as this media type any more.",
        "Read another one.");

    public static readonly Rule ResponseMediaTypeAdded = new(
        "response-media-type-added", Side.Wire, Severity.Safe,
        "An answer may come as one more media type.",
        "Nothing.");

    public static readonly Rule ResponseHeaderRemoved = new(
        "response-header-removed", Side.Wire, Severity.Dangerous,
        "An answer lacks a header.",
        "Do without it.");

    public static readonly Rule ResponseHeaderAdded = new(
        "response-header-added", Side.Wire, Severity.Safe,
        "An answer has one more header.",
        "Nothing.");

    public static readonly Rule CallbackRemoved = new(
        "callback-removed", Side.Wire, Severity.Dangerous,
        "The server does not send this any more.",
        "Poll, if you relied on it.");

    public static readonly Rule CallbackAdded = new(
        "callback-added", Side.Wire, Severity.Safe,
        "The server can send one more thing.",
        "Nothing.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        ServerChanged,
        ServerRemoved,
        ServerAdded,
        OperationRemoved,
        OperationMoved,
        OperationAdded,
        OperationIdChanged,
        OperationDeprecated,
        OperationUndeprecated,
        SecurityChanged,
        SecurityDropped,
        GuardAdded,
        GuardPossible,
        GuardOptional,
        GuardDropped,
        GuardUndeclared,
        VersionScopeChanged,
        EtagLost,
        EtagGained,
        RetryAllowed,
        RetryForbidden,
        ParameterRemoved,
        ParameterAddedRequired,
        ParameterAddedOptional,
        ParameterBecameRequired,
        ParameterBecameOptional,
        ParameterSpellingChanged,
        RequestBodyAddedRequired,
        RequestBodyAddedOptional,
        RequestBodyRemoved,
        RequestBodyBecameRequired,
        RequestBodyBecameOptional,
        RequestMediaTypeRemoved,
        RequestMediaTypeAdded,
        SuccessStatusRemoved,
        SuccessStatusAdded,
        SuccessAnswerAdded,
        ErrorStatusRemoved,
        ErrorStatusAdded,
        ErrorClassChanged,
        ResponseBodyRemoved,
        ResponseBodyAdded,
        ResponseMediaTypeRemoved,
        ResponseMediaTypeAdded,
        ResponseHeaderRemoved,
        ResponseHeaderAdded,
        CallbackRemoved,
        CallbackAdded,
    ];
}
