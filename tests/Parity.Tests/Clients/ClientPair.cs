using Parity.Tests.Inputs;
using Parity.Tests.Tool;

namespace Parity.Tests.Clients;

/// <summary>Two clients of one document: Kiota's and ours.</summary>
internal sealed record ClientPair(CompiledClient Official, CompiledClient Ours)
{
    /// <summary>Whether both can be called.</summary>
    public bool Runs => Official.Runs && Ours.Runs;

    public static async Task<ClientPair> GenerateAsync(ParityDocument document, ClientForm form, CancellationToken cancellationToken)
    {
        // The tool is a process of its own, so that ours can be made meanwhile.
        var official = OfficialAsync(document, form, cancellationToken);
        var ours = OurGenerator.Generate(document, form);
        return new ClientPair(await official, ours);
    }

    private static async Task<CompiledClient> OfficialAsync(ParityDocument document, ClientForm form, CancellationToken cancellationToken)
    {
        try
        {
            return new CompiledClient(await KiotaTool.GenerateAsync(document, form, cancellationToken), faults: []);
        }
        catch (KiotaToolException nothing)
        {
            return new CompiledClient([], [nothing.Message]);
        }
    }
}
