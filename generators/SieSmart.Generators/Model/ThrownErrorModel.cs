namespace SieSmart.Generators.Model;

/// <summary>A class that an operation's error responses are read into, and when.</summary>
/// <param name="TypeFullName">The class.</param>
/// <param name="Words">The codes with what the document says of them, as Markdown.</param>
internal sealed record ThrownErrorModel(string TypeFullName, string Words);
