namespace SieSmart.Generators.Model;

/// <summary>The words of a document about one member, as plain text; printers turn them into XML.</summary>
/// <param name="Summary">What the member is.</param>
/// <param name="Remarks">What else there is to say, or null.</param>
/// <param name="Link">An address with more, or null.</param>
internal sealed record Documentation(string Summary, string? Remarks = null, string? Link = null);
