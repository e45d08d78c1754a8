namespace SieSmart.Runtime;

/// <summary>One thing that an API found wrong in a request body.</summary>
/// <param name="Field">The field, as the API names it.</param>
/// <param name="Message">What is wrong with it, in the API's words.</param>
public sealed record FieldError(string Field, string Message);
