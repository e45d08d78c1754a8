using System.Text.Json;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Reads the number on which the reader stands, whole or not at all.</summary>
/// <typeparam name="T">The type of the number.</typeparam>
/// <param name="reader">The reader.</param>
/// <param name="value">The number.</param>
/// <returns>Whether the type holds it.</returns>
internal delegate bool NumberReader<T>(ref Utf8JsonReader reader, out T value);
