namespace SieSmart.Pipeline;

/// <summary>The form of a token request's body.</summary>
public enum TokenRequestFormat
{
    /// <summary><c>application/x-www-form-urlencoded</c>, as RFC 6749 has it.</summary>
    Form,

    /// <summary>A JSON object with the same members, as some servers want it.</summary>
    Json,
}
