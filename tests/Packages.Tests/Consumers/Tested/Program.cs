using Consumers;
using SieSmart.Sandbox;
using SieSmart.Testing;

var state = Path.Combine(AppContext.BaseDirectory, "state.db");
await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { StateFile = state });
using var client = sandbox.CreateClient();
Console.WriteLine(await Story.TellAsync(client));
