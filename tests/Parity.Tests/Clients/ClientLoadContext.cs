using System.Runtime.Loader;

namespace Parity.Tests.Clients;

/// <summary>Keeps the types of two clients of one document apart; both use the same Kiota.</summary>
internal sealed class ClientLoadContext() : AssemblyLoadContext("client", isCollectible: true);
