namespace SpecDiff.Findings;

/// <summary>Changes of what goes over the wire; what is sent and what is received differ.</summary>
internal static class SchemaRules
{
    public static readonly Rule RequestTypeChanged = new(
        "request-type-changed", Side.Wire, Severity.Breaking,
        "What is sent has another type.",
        "Send the new type.");

    public static readonly Rule RequestTypeWidened = new(
        "request-type-widened", Side.Wire, Severity.Safe,
        "What is sent may have another type as well: a number may have a fraction, for instance.",
        "Nothing.");

    public static readonly Rule RequestFormatChanged = new(
        "request-format-changed", Side.Wire, Severity.Breaking,
        "What is sent is written in another format.",
        "Send the new format.");

    public static readonly Rule RequestFormatHintChanged = new(
        "request-format-hint-changed", Side.Wire, Severity.Dangerous,
        "The document says another format of the same text, which the server may check.",
        "Check that what you send is of that format.");

    public static readonly Rule RequestNullRefused = new(
        "request-null-refused", Side.Wire, Severity.Breaking,
        "null can not be sent any more.",
        "Send a value, or leave it out if that is allowed.");

    public static readonly Rule RequestNullAccepted = new(
        "request-null-accepted", Side.Wire, Severity.Safe,
        "null can be sent.",
        "Nothing.");

    public static readonly Rule RequestPropertyRemoved = new(
        "request-property-removed", Side.Wire, Severity.Dangerous,
        "The server does not know a property any more: it ignores it or refuses the request.",
        "Stop sending it.");

    public static readonly Rule RequestPropertyAddedRequired = new(
        "request-property-added-required", Side.Wire, Severity.Breaking,
        "There is a property that must be sent.",
        "Set it.");

    public static readonly Rule RequestPropertyAddedOptional = new(
        "request-property-added-optional", Side.Wire, Severity.Safe,
        "There is a property that may be sent.",
        "Nothing.");

    public static readonly Rule RequestPropertyBecameRequired = new(
        "request-property-became-required", Side.Wire, Severity.Breaking,
        "A property must be sent.",
        "Set it always. The compiler does not ask for it.");

    public static readonly Rule RequestPropertyBecameOptional = new(
        "request-property-became-optional", Side.Wire, Severity.Safe,
        "A property may be left out.",
        "Nothing.");

    public static readonly Rule PropertyBecameReadOnly = new(
        "property-became-read-only", Side.Wire, Severity.Dangerous,
        "Only the server sets a property: what you set is not sent.",
        "Remove the assignments; they compile and do nothing.");

    public static readonly Rule PropertyBecameWritable = new(
        "property-became-writable", Side.Wire, Severity.Safe,
        "A property may be sent.",
        "Nothing.");

    public static readonly Rule RequestValueRemoved = new(
        "request-value-removed", Side.Wire, Severity.Breaking,
        "A value is not accepted any more.",
        "Send another one.");

    public static readonly Rule RequestValueAdded = new(
        "request-value-added", Side.Wire, Severity.Safe,
        "One more value is accepted.",
        "Nothing.");

    public static readonly Rule RequestValuesClosed = new(
        "request-values-closed", Side.Wire, Severity.Breaking,
        "Only listed values are accepted.",
        "Send one of them.");

    public static readonly Rule RequestValuesOpened = new(
        "request-values-opened", Side.Wire, Severity.Safe,
        "Any value is accepted.",
        "Nothing.");

    public static readonly Rule RequestKnownValueRemoved = new(
        "request-known-value-removed", Side.Wire, Severity.Dangerous,
        "A value is not named any more; the list is open, so it may still be accepted.",
        "Check whether it is.");

    public static readonly Rule RequestKnownValueAdded = new(
        "request-known-value-added", Side.Wire, Severity.Safe,
        "One more value is named.",
        "Nothing.");

    public static readonly Rule RequestLimitTightened = new(
        "request-limit-tightened", Side.Wire, Severity.Dangerous,
        "A limit is tighter: what was accepted may be refused.",
        "Check what you send against it.");

    public static readonly Rule RequestLimitLoosened = new(
        "request-limit-loosened", Side.Wire, Severity.Safe,
        "A limit is wider.",
        "Nothing.");

    public static readonly Rule RequestAlternativeRemoved = new(
        "request-alternative-removed", Side.Wire, Severity.Breaking,
        "One of several forms is not accepted any more.",
        "Send another one.");

    public static readonly Rule RequestAlternativeAdded = new(
        "request-alternative-added", Side.Wire, Severity.Safe,
        "One more form is accepted.",
        "Nothing.");

    public static readonly Rule RequestExtrasRefused = new(
        "request-extras-refused", Side.Wire, Severity.Dangerous,
        "Properties that the document does not name are refused.",
        "Remove what you put into AdditionalData.");

    public static readonly Rule RequestExtrasAccepted = new(
        "request-extras-accepted", Side.Wire, Severity.Safe,
        "Properties that the document does not name are accepted.",
        "Nothing.");

    public static readonly Rule DefaultChanged = new(
        "default-changed", Side.Wire, Severity.Dangerous,
        "What is left out means something else.",
        "Check what you leave out.");

    public static readonly Rule ResponseTypeChanged = new(
        "response-type-changed", Side.Wire, Severity.Breaking,
        "What is received has another type.",
        "Release a client built from the new document.");

    public static readonly Rule ResponseTypeNarrowed = new(
        "response-type-narrowed", Side.Wire, Severity.Safe,
        "What is received has one of the types that it could have before: whole numbers alone, for instance.",
        "Nothing.");

    public static readonly Rule ResponseFormatChanged = new(
        "response-format-changed", Side.Wire, Severity.Breaking,
        "What is received is written in another format.",
        "Release a client built from the new document.");

    public static readonly Rule ResponseFormatHintChanged = new(
        "response-format-hint-changed", Side.Wire, Severity.Safe,
        "The document says another format of the same text.",
        "Nothing.");

    public static readonly Rule ResponseNullPossible = new(
        "response-null-possible", Side.Wire, Severity.Dangerous,
        "null can be received.",
        "Check for null.");

    public static readonly Rule ResponseNullRuledOut = new(
        "response-null-ruled-out", Side.Wire, Severity.Safe,
        "null is not received any more.",
        "Nothing.");

    public static readonly Rule ResponsePropertyRemoved = new(
        "response-property-removed", Side.Wire, Severity.Breaking,
        "A property is not received any more; older clients read null.",
        "Do without it.");

    public static readonly Rule ResponsePropertyAdded = new(
        "response-property-added", Side.Wire, Severity.Safe,
        "One more property is received.",
        "Nothing.");

    public static readonly Rule ResponsePropertyBecameOptional = new(
        "response-property-became-optional", Side.Wire, Severity.Dangerous,
        "A property may be absent; it is read as null.",
        "Check for null.");

    public static readonly Rule ResponsePropertyBecameRequired = new(
        "response-property-became-required", Side.Wire, Severity.Safe,
        "A property is always received.",
        "Nothing.");

    public static readonly Rule PropertyBecameWriteOnly = new(
        "property-became-write-only", Side.Wire, Severity.Dangerous,
        "A property is not received any more; it is read as null.",
        "Do without it.");

    public static readonly Rule PropertyBecameReadable = new(
        "property-became-readable", Side.Wire, Severity.Safe,
        "A property is received.",
        "Nothing.");

    public static readonly Rule ResponseValueAdded = new(
        "response-value-added", Side.Wire, Severity.Dangerous,
        "A value can be received that older clients read as null, and that a switch does not expect.",
        "Handle it.");

    public static readonly Rule ResponseValueRemoved = new(
        "response-value-removed", Side.Wire, Severity.Safe,
        "A value is not received any more.",
        "Nothing.");

    public static readonly Rule ResponseValuesOpened = new(
        "response-values-opened", Side.Wire, Severity.Dangerous,
        "Values can be received that are not listed.",
        "Handle what you do not know.");

    public static readonly Rule ResponseValuesClosed = new(
        "response-values-closed", Side.Wire, Severity.Safe,
        "Only listed values are received.",
        "Nothing.");

    public static readonly Rule ResponseKnownValueAdded = new(
        "response-known-value-added", Side.Wire, Severity.Safe,
        "One more value is named; the list was open before.",
        "Look at whether it wants handling of its own.");

    public static readonly Rule ResponseKnownValueRemoved = new(
        "response-known-value-removed", Side.Wire, Severity.Safe,
        "A value is not named any more.",
        "Nothing.");

    public static readonly Rule ResponseLimitChanged = new(
        "response-limit-changed", Side.Wire, Severity.Safe,
        "A limit of what is received has changed.",
        "Nothing, unless you store it: look at lengths.");

    public static readonly Rule ResponseAlternativeAdded = new(
        "response-alternative-added", Side.Wire, Severity.Dangerous,
        "A form can be received that older clients do not know.",
        "Handle it.");

    public static readonly Rule ResponseAlternativeRemoved = new(
        "response-alternative-removed", Side.Wire, Severity.Safe,
        "One of several forms is not received any more.",
        "Nothing.");

    public static readonly Rule ResponseExtrasChanged = new(
        "response-extras-changed", Side.Wire, Severity.Safe,
        "What is said of properties that are not named has changed.",
        "Nothing.");

    public static readonly Rule DiscriminatorChanged = new(
        "discriminator-changed", Side.Wire, Severity.Breaking,
        "Forms are told apart by another property or other values.",
        "Release a client built from the new document.");

    public static readonly Rule PropertyDeprecated = new(
        "property-deprecated", Side.Wire, Severity.Safe,
        "A property is deprecated.",
        "Plan its replacement.");

    public static readonly Rule PropertyUndeprecated = new(
        "property-undeprecated", Side.Wire, Severity.Safe,
        "A property is not deprecated any more.",
        "Nothing.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        RequestTypeChanged,
        RequestTypeWidened,
        RequestFormatChanged,
        RequestFormatHintChanged,
        RequestNullRefused,
        RequestNullAccepted,
        RequestPropertyRemoved,
        RequestPropertyAddedRequired,
        RequestPropertyAddedOptional,
        RequestPropertyBecameRequired,
        RequestPropertyBecameOptional,
        PropertyBecameReadOnly,
        PropertyBecameWritable,
        RequestValueRemoved,
        RequestValueAdded,
        RequestValuesClosed,
        RequestValuesOpened,
        RequestKnownValueRemoved,
        RequestKnownValueAdded,
        RequestLimitTightened,
        RequestLimitLoosened,
        RequestAlternativeRemoved,
        RequestAlternativeAdded,
        RequestExtrasRefused,
        RequestExtrasAccepted,
        DefaultChanged,
        ResponseTypeChanged,
        ResponseTypeNarrowed,
        ResponseFormatChanged,
        ResponseFormatHintChanged,
        ResponseNullPossible,
        ResponseNullRuledOut,
        ResponsePropertyRemoved,
        ResponsePropertyAdded,
        ResponsePropertyBecameOptional,
        ResponsePropertyBecameRequired,
        PropertyBecameWriteOnly,
        PropertyBecameReadable,
        ResponseValueAdded,
        ResponseValueRemoved,
        ResponseValuesOpened,
        ResponseValuesClosed,
        ResponseKnownValueAdded,
        ResponseKnownValueRemoved,
        ResponseLimitChanged,
        ResponseAlternativeAdded,
        ResponseAlternativeRemoved,
        ResponseExtrasChanged,
        DiscriminatorChanged,
        PropertyDeprecated,
        PropertyUndeprecated,
    ];
}
