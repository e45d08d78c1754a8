using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Preconditions;

/// <summary>Tells text that a program makes up from text that it got from elsewhere. Thread-safe.</summary>
internal sealed class HandmadeText
{
    private const string Literal = "a literal";

    private static readonly string[] FormatterNames = ["System.String", "System.Convert", "System.Xml.XmlConvert", "System.FormattableString"];

    private readonly ImmutableDictionary<ISymbol, string> _madeUp;
    private readonly ImmutableHashSet<ISymbol> _formatters;

    /// <summary>Looks up the types whose values programs make up.</summary>
    public HandmadeText(Compilation compilation)
    {
        var types = ImmutableDictionary.CreateBuilder<ISymbol, string>(SymbolEqualityComparer.Default);
        Add("System.DateTime", "a date-time");
        Add("System.DateTimeOffset", "a date-time");
        Add("System.TimeProvider", "a clock");
        Add("System.Diagnostics.Stopwatch", "a clock");
        Add("System.Guid", "a Guid");
        _madeUp = types.ToImmutable();
        _formatters = FormatterNames
            .Select(compilation.GetTypeByMetadataName)
            .OfType<ISymbol>()
            .ToImmutableHashSet(SymbolEqualityComparer.Default);

        void Add(string name, string origin)
        {
            if (compilation.GetTypeByMetadataName(name) is { } type)
            {
                types[type] = origin;
            }
        }
    }

    /// <summary>What a text is made from; null if it comes from elsewhere, or may do so.</summary>
    public string? Origin(IOperation text) => text switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is string ? Literal : null,
        ILocalReferenceOperation local => LocalValue.Only(local) is { } value ? Origin(value) : null,
        IConversionOperation conversion => Origin(conversion.Operand),
        _ => MadeUp(text),
    };

    // A constant part of a text says nothing: stored text may be put into quotes.
    private string? MadeUp(IOperation? operation)
    {
        switch (operation)
        {
            case null or { ConstantValue.HasValue: true }:
                return null;
            case { Type: { } type } when _madeUp.TryGetValue(type, out var origin):
                return origin;
            case ILocalReferenceOperation local:
                return MadeUp(LocalValue.Only(local));
            case IConversionOperation conversion:
                return MadeUp(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return MadeUp(parenthesized.Operand);
            case IMemberReferenceOperation member:
                return member.Member.IsStatic && _madeUp.TryGetValue(member.Member.ContainingType, out var clock) ? clock : MadeUp(member.Instance);
            case IInterpolatedStringOperation interpolated:
                return First(interpolated.Parts.SelectMany(Formatted));
            case IInterpolatedStringHandlerCreationOperation handler:
                return MadeUp(handler.Content);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } concatenation:
                return MadeUp(concatenation.LeftOperand) ?? MadeUp(concatenation.RightOperand);
            case IArrayCreationOperation { Initializer: { } elements }:
                return First(elements.ElementValues);
            case IInvocationOperation { Instance: { } instance }:
                return MadeUp(instance);
            case IInvocationOperation { TargetMethod: var method } call when _formatters.Contains(method.ContainingType):
                return First(call.Arguments.Select(argument => argument.Value));
            case IInvocationOperation { TargetMethod: var method } when _madeUp.TryGetValue(method.ContainingType, out var source):
                return source;
            default:
                return null;
        }
    }

    private static IEnumerable<IOperation> Formatted(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolationOperation plain => [plain.Expression],
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation call } => call.Arguments.Select(argument => argument.Value),
        _ => [],
    };

    private string? First(IEnumerable<IOperation> operations) => operations.Select(MadeUp).FirstOrDefault(origin => origin is not null);
}
