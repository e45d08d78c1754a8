using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SieSmart.Pipeline.Tests.Pages;

/// <summary>The program of a page, compiled as it stands there and run in this process.</summary>
internal sealed class PageProgram : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Task _running;

    private PageProgram(IHost host, Task running)
    {
        _host = host;
        _running = running;
    }

    public Uri Address => new(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static (byte[] Assembly, IReadOnlyList<string> Complaints) Compile(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Page",
            [CSharpSyntaxTree.ParseText("global using System; global using System.Threading.Tasks;"), CSharpSyntaxTree.ParseText(code)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        return (assembly.ToArray(), [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())]);
    }

    public static async Task<PageProgram> StartAsync(string code, params string[] arguments)
    {
        var (assembly, complaints) = Compile(code);
        Assert.Empty(complaints);

        // The host tells those who listen when a program builds one; that is how tests of web applications find it.
        var listener = new HostListener();
        using var listening = System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(listener);
        var main = Assembly.Load(assembly).EntryPoint!;
        var running = Task.Run(() => listener.Listen(() => main.Invoke(null, [arguments.Append("--urls").Append("http://127.0.0.1:0").ToArray()])));
        var first = await Task.WhenAny(listener.Built, running).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);
        if (first == running)
        {
            await running;
        }

        var host = await listener.Built;
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        if (await Task.WhenAny(started.Task, running).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken) == running)
        {
            await running;
        }

        return new PageProgram(host, running);
    }

    public async ValueTask DisposeAsync()
    {
        _host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await _running;
    }

    private sealed class HostListener : IObserver<System.Diagnostics.DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        // Hosts of the tests that run beside this one are told of as well: only the flow of the program counts.
        private readonly AsyncLocal<bool> _ofProgram = new();
        private readonly TaskCompletionSource<IHost> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<IHost> Built => _built.Task;

        public void Listen(Action program)
        {
            _ofProgram.Value = true;
            program();
        }

        public void OnNext(System.Diagnostics.DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (_ofProgram.Value && value is { Key: "HostBuilt", Value: IHost host })
            {
                _built.TrySetResult(host);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
