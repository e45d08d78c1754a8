using System.Security.Cryptography;
using System.Text.Json;

namespace NightlySync.Input;

/// <summary>One proposal to create.</summary>
/// <param name="Reference">What your own system calls it: unique, and the same in every export. It becomes the proposal's label.</param>
/// <param name="OfficeId">The office.</param>
/// <param name="SalesContactId">The sales contact of that office, or null.</param>
/// <param name="Assets">Notes on the assets, or null.</param>
/// <param name="SpecialConditions">Notes on special conditions, or null.</param>
internal sealed record Row(string Reference, int OfficeId, int? SalesContactId, string? Assets, string? SpecialConditions)
{
    private const int FingerprintLength = 32;

    /// <summary>Tells whether a row is the one that was sent, without keeping what it says.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((object[])
        [Reference, OfficeId, SalesContactId ?? (object)string.Empty, Assets ?? string.Empty, SpecialConditions ?? string.Empty])))[..FingerprintLength];
}
