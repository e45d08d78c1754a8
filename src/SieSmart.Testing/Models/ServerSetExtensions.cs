using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Testing;

/// <summary>Sets what programs can't: the members of models that only the server sets.</summary>
public static class ServerSetExtensions
{
    /// <summary>A private setter is seen by the class that declares it alone.</summary>
    private const BindingFlags DeclaredThere = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Sets a member that the API's description calls <c>readOnly</c>, as the server would.</summary>
    /// <typeparam name="TModel">The type of the model.</typeparam>
    /// <typeparam name="TValue">The type of the member.</typeparam>
    /// <param name="model">The model to change.</param>
    /// <param name="member">The member, such as <c>proposal => proposal.ProposalId</c>. One that everybody may set is set, too.</param>
    /// <param name="value">Its value; null for none.</param>
    /// <returns>The model, so that calls can follow each other.</returns>
    /// <exception cref="ArgumentNullException">The model or the member is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="member"/> is no property of the model itself, or one without a setter.</exception>
    /// <example>
    /// <code>
    /// var proposal = new Proposal { Label = "Desktops" }.SetByServer(made => made.ProposalId, 42);
    /// </code>
    /// </example>
    public static TModel SetByServer<TModel, TValue>(this TModel model, Expression<Func<TModel, TValue>> member, TValue value)
        where TModel : class, IParsable
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(member);
        if (member.Body is not MemberExpression { Expression: ParameterExpression, Member: PropertyInfo property }
            || property.DeclaringType?.GetProperty(property.Name, DeclaredThere)?.GetSetMethod(nonPublic: true) is not { } setter)
        {
            throw new ArgumentException(
                $"'{member}' is no member of {typeof(TModel).Name} that can be set. Name one of its own properties, as in 'model => model.Id'; set those of a part on the part.",
                nameof(member));
        }

        setter.Invoke(model, [value]);
        return model;
    }
}
