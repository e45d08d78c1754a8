namespace SieSmart.Generators.Model;

/// <summary>The methods that send one operation of others' code with entity tags.</summary>
/// <param name="Executor">The operation as the document has it.</param>
/// <param name="DescriptionName">The field that describes it to the runtime.</param>
/// <param name="SendName">The others' method that sends it.</param>
/// <param name="RequestInformationName">The others' method that makes its request; null if there is none that fits.</param>
/// <param name="MarkedNames">All names under which others' code sends it or makes its request.</param>
/// <param name="BodyParameters">What the others' methods take before the configuration, in their order.</param>
/// <param name="ConfigurationType">The type that configures the request.</param>
/// <param name="ResultType">What comes back, never null; null if nothing does.</param>
internal sealed record GuardModel(
    ExecutorModel Executor,
    string DescriptionName,
    string SendName,
    string? RequestInformationName,
    EquatableArray<string> MarkedNames,
    EquatableArray<GuardParameter> BodyParameters,
    string ConfigurationType,
    string? ResultType);
