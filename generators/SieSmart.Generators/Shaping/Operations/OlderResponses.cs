using SieSmart.Generators.Model;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>
/// Gives the callers of older clients what they know. Responses were once named without their verb, so an operation
/// whose result is named with it (<c>OrdersGetResponse</c>) is called <c>GetAsOrdersGetResponseAsync</c>, and
/// <c>GetAsync</c> still gives an <c>OrdersResponse</c>.
/// </summary>
internal sealed class OlderResponses(TypeRegistry registry)
{
    private readonly Dictionary<string, TypeDraft> _added = new(StringComparer.Ordinal);

    /// <summary>Adds the older names, once all others are known: none of them may take one that another type has.</summary>
    public void Add()
    {
        foreach (var builder in registry.Types.OfType<RequestBuilderDraft>().ToList())
        {
            for (var index = 0; index < builder.Executors.Count; index++)
            {
                var executor = builder.Executors[index];
                if (executor.Result is { Declaration: { } response and (ClassDraft or ComposedTypeDraft) } result &&
                    response.Name.EndsWith(executor.Verb + "Response", StringComparison.Ordinal))
                {
                    var older = Older(response, response.Name.Substring(0, response.Name.Length - executor.Verb.Length - "Response".Length) + "Response");
                    builder.Executors[index] = executor with
                    {
                        Name = executor.Verb + "As" + response.Name,
                        OlderResult = older is null ? null : result with { Declaration = older },
                    };
                }
            }
        }
    }

    private TypeDraft? Older(TypeDraft response, string name)
    {
        var scope = response.Enclosing?.FullName ?? response.Namespace;
        if (_added.TryGetValue(scope + "." + name, out var added))
        {
            return added;
        }

        if (registry.IsTaken(scope + "." + name))
        {
            return null;
        }

        registry.Claim(scope, name, default);
        TypeDraft older = response is ComposedTypeDraft union
            ? union.WithName(name)
            : new OlderResponseDraft(response.Namespace, name, response)
            {
                Documentation = new Documentation($"The older name of {response.Name}."),
                Obsolete = $"Use {response.Name} instead.",
            };
        _added.Add(scope + "." + name, older);
        if (older is ComposedTypeDraft { Enclosing: { } enclosing } nested)
        {
            enclosing.Nested.Add(nested);
            return nested;
        }

        return registry.Add(older);
    }
}
