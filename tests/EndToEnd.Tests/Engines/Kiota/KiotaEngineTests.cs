using System.CodeDom.Compiler;
using System.Reflection;
using SieSmart.Models;
using SieSmart.Proposals.Item.Customer;
using SieSmart.Runtime;

namespace EndToEnd.Tests.Engines;

/// <summary>What is so with the client that Kiota's own tool makes.</summary>
public sealed class KiotaEngineTests
{
    /// <summary>Without it the whole run would say nothing of Kiota's tool.</summary>
    [Fact]
    public void The_client_is_Kiotas_with_guards_beside_it()
    {
        Assert.Equal("Kiota", typeof(SieSmartClient).GetCustomAttribute<GeneratedCodeAttribute>()?.Tool);
        Assert.Equal("Kiota", typeof(Proposal).GetCustomAttribute<GeneratedCodeAttribute>()?.Tool);
        Assert.Contains(
            typeof(SieSmartClientGuards).GetMethods(),
            method => method.Name == "PutAsync"
                && method.GetParameters() is [{ ParameterType: var builder }, _, { ParameterType: var ifMatch }, ..]
                && builder == typeof(CustomerRequestBuilder) && ifMatch == typeof(ETag));
        Assert.DoesNotContain(
            typeof(CustomerRequestBuilder).GetMethods().SelectMany(method => method.GetParameters()),
            parameter => parameter.ParameterType == typeof(ETag));
    }
}
