namespace SpecDiff.Findings;

/// <summary>Changes of the C# that callers see.</summary>
internal static class CodeRules
{
    public static readonly Rule TypeRemoved = new(
        "type-removed", Side.Code, Severity.Breaking,
        "A type is gone.",
        "Remove its use; look below for what is new.");

    public static readonly Rule TypeRenamed = new(
        "type-renamed", Side.Code, Severity.Breaking,
        "A type has another name and is the same otherwise.",
        "Write the new name.");

    public static readonly Rule TypeKindChanged = new(
        "type-kind-changed", Side.Code, Severity.Breaking,
        "A type is another kind of type.",
        "Adapt code that creates it, derives from it or compares it.");

    public static readonly Rule TypeAdded = new(
        "type-added", Side.Code, Severity.Safe,
        "A type is new.",
        "Nothing.");

    public static readonly Rule BaseTypeRemoved = new(
        "base-type-removed", Side.Code, Severity.Breaking,
        "A type has lost a base class or an interface.",
        "Adapt code that uses it as that.");

    public static readonly Rule BaseTypeAdded = new(
        "base-type-added", Side.Code, Severity.Safe,
        "A type has another base class or interface.",
        "Nothing.");

    public static readonly Rule MemberRemoved = new(
        "member-removed", Side.Code, Severity.Breaking,
        "A member is gone.",
        "Remove its use.");

    public static readonly Rule MemberAdded = new(
        "member-added", Side.Code, Severity.Safe,
        "A member is new.",
        "Nothing.");

    public static readonly Rule MemberModifiersChanged = new(
        "member-modifiers-changed", Side.Code, Severity.Breaking,
        "A member is static, virtual, abstract or protected where it was not, or the reverse.",
        "Adapt code that calls or overrides it.");

    public static readonly Rule ResultTypeChanged = new(
        "result-type-changed", Side.Code, Severity.Breaking,
        "A method, property or field gives another type.",
        "Adapt code that takes what it gives.");

    public static readonly Rule ArgumentAdded = new(
        "argument-added", Side.Code, Severity.Breaking,
        "A method takes one more argument.",
        "Pass it.");

    public static readonly Rule OptionalArgumentAdded = new(
        "optional-argument-added", Side.Code, Severity.Breaking,
        "A method takes one more argument, which may be left out.",
        "Build again: sources compile as they are, but assemblies that were built against the older client find no such method.");

    public static readonly Rule ArgumentRemoved = new(
        "argument-removed", Side.Code, Severity.Breaking,
        "A method takes one argument less.",
        "Leave it out.");

    public static readonly Rule ArgumentTypeChanged = new(
        "argument-type-changed", Side.Code, Severity.Breaking,
        "An argument has another type.",
        "Pass the new type.");

    public static readonly Rule ArgumentRenamed = new(
        "argument-renamed", Side.Code, Severity.Breaking,
        "An argument has another name.",
        "Adapt calls that name it.");

    public static readonly Rule ArgumentDefaultChanged = new(
        "argument-default-changed", Side.Code, Severity.Dangerous,
        "An argument that is left out means something else.",
        "Check the calls that leave it out.");

    public static readonly Rule ArgumentBecameMandatory = new(
        "argument-became-mandatory", Side.Code, Severity.Breaking,
        "An argument can not be left out any more.",
        "Pass it.");

    public static readonly Rule ArgumentBecameOptional = new(
        "argument-became-optional", Side.Code, Severity.Safe,
        "An argument can be left out.",
        "Nothing.");

    public static readonly Rule NullPossible = new(
        "null-possible", Side.Code, Severity.Dangerous,
        "What a member gives may be null.",
        "Check for null.");

    public static readonly Rule NullRuledOut = new(
        "null-ruled-out", Side.Code, Severity.Safe,
        "What a member gives is never null any more.",
        "Nothing.");

    public static readonly Rule NullRefused = new(
        "null-refused", Side.Code, Severity.Dangerous,
        "An argument must not be null any more.",
        "Pass a value.");

    public static readonly Rule NullAccepted = new(
        "null-accepted", Side.Code, Severity.Safe,
        "An argument may be null.",
        "Nothing.");

    public static readonly Rule SetterRemoved = new(
        "setter-removed", Side.Code, Severity.Breaking,
        "A property can not be set any more.",
        "Remove the assignments.");

    public static readonly Rule SetterAdded = new(
        "setter-added", Side.Code, Severity.Safe,
        "A property can be set.",
        "Nothing.");

    public static readonly Rule ConstantChanged = new(
        "constant-changed", Side.Code, Severity.Dangerous,
        "A constant or a member of an enum has another value.",
        "Build again all that uses it: the old value is copied into it. Check what was stored as a number.");

    public static readonly Rule OptInRequired = new(
        "opt-in-required", Side.Code, Severity.Breaking,
        "A member is marked as not documented by the vendor (SIE9001).",
        "Opt in where you use it, after a test against the real API.");

    public static readonly Rule OptInDropped = new(
        "opt-in-dropped", Side.Code, Severity.Safe,
        "A member needs no opting in any more.",
        "Remove the pragma where you opted in.");

    public static readonly Rule ObsoleteGained = new(
        "obsolete-gained", Side.Code, Severity.Safe,
        "A member is obsolete.",
        "Plan its replacement. Where warnings are errors, suppress CS0618 meanwhile.");

    public static readonly Rule ObsoleteLost = new(
        "obsolete-lost", Side.Code, Severity.Safe,
        "A member is not obsolete any more.",
        "Nothing.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        TypeRemoved,
        TypeRenamed,
        TypeKindChanged,
        TypeAdded,
        BaseTypeRemoved,
        BaseTypeAdded,
        MemberRemoved,
        MemberAdded,
        MemberModifiersChanged,
        ResultTypeChanged,
        ArgumentAdded,
        OptionalArgumentAdded,
        ArgumentRemoved,
        ArgumentTypeChanged,
        ArgumentRenamed,
        ArgumentDefaultChanged,
        ArgumentBecameMandatory,
        ArgumentBecameOptional,
        NullPossible,
        NullRuledOut,
        NullRefused,
        NullAccepted,
        SetterRemoved,
        SetterAdded,
        ConstantChanged,
        OptInRequired,
        OptInDropped,
        ObsoleteGained,
        ObsoleteLost,
    ];
}
