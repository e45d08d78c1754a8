using System.Text.Json;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Reads the value on whose first token the reader stands, and leaves the reader on its last one.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="reader">The reader.</param>
/// <returns>The value.</returns>
public delegate T JsonValueReader<out T>(ref Utf8JsonReader reader);
