namespace SieSmart.Runtime;

/// <summary>One thing that an API found wrong in a request body. Immutable; compared by value.</summary>
public sealed record FieldError
{
    /// <summary>Creates the error.</summary>
    /// <param name="field">The field, as the API names it.</param>
    /// <param name="message">What is wrong with it, in the API's words.</param>
    public FieldError(string field, string message)
    {
        Field = field;
        Message = message;
    }

    /// <summary>The field, as the API names it.</summary>
    public string Field { get; }

    /// <summary>What is wrong with it, in the API's words.</summary>
    public string Message { get; }
}
