namespace SieSmart.Sandbox.Tests.Specification;

/// <summary>Something that the sandbox has said, to be held against the description.</summary>
/// <param name="Method">The verb of the request that it belongs to.</param>
/// <param name="Path">The path of that request, without base address and query; for a callback, its expression.</param>
/// <param name="Status">The status of a response; null for a request that the sandbox itself has sent.</param>
/// <param name="Headers">The names of its headers.</param>
/// <param name="MediaType">The media type of its body, if it has one.</param>
/// <param name="Body">Its body.</param>
internal sealed record Exchange(
    string Method,
    string Path,
    int? Status,
    IReadOnlyList<string> Headers,
    string? MediaType,
    byte[] Body)
{
    public override string ToString() => Status is null ? $"{Method} {Path}, sent" : $"{Method} {Path} -> {Status}";
}
