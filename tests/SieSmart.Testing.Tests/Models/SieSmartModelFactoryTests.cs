using System.Reflection;
using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Models;

namespace SieSmart.Testing.Tests.Models;

public sealed class SieSmartModelFactoryTests
{
    [Fact]
    public void Makes_a_proposal_as_the_api_returns_it()
    {
        var proposal = SieSmartModelFactory.Proposal(proposalId: 42, label: "Desktops");

        Assert.Equal((42, "Desktops", null), (proposal.ProposalId, proposal.Label, proposal.OfficeId));
    }

    [Fact]
    public void Makes_every_model_that_has_members_that_only_the_server_sets()
    {
        var withServerSet = typeof(SieSmartClient).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false } && typeof(IParsable).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties().Where(property => property is { SetMethod: { IsPublic: false } }).Select(property => $"{type.Name}.{property.Name}"));
        var made = typeof(SieSmartModelFactory).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .SelectMany(method => method.GetParameters().Select(parameter => $"{method.ReturnType.Name}.{char.ToUpperInvariant(parameter.Name![0])}{parameter.Name[1..]}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(withServerSet);
        Assert.All(withServerSet, member => Assert.Contains(member, made));
    }

    [Fact]
    public void Sets_what_its_parameters_say()
    {
        foreach (var method in typeof(SieSmartModelFactory).GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            foreach (var parameter in method.GetParameters())
            {
                var arguments = method.GetParameters().Select(other => other == parameter ? Sample(parameter.ParameterType) : null).ToArray();

                var model = method.Invoke(null, arguments)!;

                var set = model.GetType().GetProperties().Where(property => property.CanRead && property.Name != "AdditionalData" && property.GetValue(model) is not null);
                Assert.Equal(parameter.Name, Assert.Single(set).Name, ignoreCase: true);
            }
        }
    }

    private static object Sample(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? "text"
            : plain == typeof(IEnumerable<Asset>) ? new[] { new Asset() }
            : Activator.CreateInstance(plain)!;
    }
}
