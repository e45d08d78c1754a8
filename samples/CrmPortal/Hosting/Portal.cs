using CrmPortal.Assets;
using CrmPortal.Book;
using CrmPortal.Conflicts;
using CrmPortal.Creating;
using CrmPortal.Decisions;
using CrmPortal.Editing;
using CrmPortal.Offices;
using CrmPortal.Pages;
using CrmPortal.Problems;
using CrmPortal.SigningIn;
using Microsoft.AspNetCore.DataProtection;

namespace CrmPortal.Hosting;

/// <summary>The portal while it runs, with the sandbox behind it if there is one.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private const string DefaultAddress = "http://127.0.0.1:5090";

    // A page of another site whose name leads to this machine is told nothing.
    private const string AllowedHosts = "AllowedHosts";
    private const string ThisMachine = "localhost;127.0.0.1;[::1]";

    private readonly WebApplication _application;
    private readonly SieSmartConnection _connection;

    private Portal(WebApplication application, SieSmartConnection connection)
    {
        _application = application;
        _connection = connection;
    }

    /// <summary>Where to point a browser.</summary>
    public string Address => _application.Urls.First();

    /// <summary>What the portal talks to, and why.</summary>
    public string Behind => _connection.Description;

    public static async Task<Portal> StartAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddUserSecrets<Portal>().AddEnvironmentVariables().AddCommandLine(arguments);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        if (string.IsNullOrEmpty(builder.Configuration[AllowedHosts]))
        {
            builder.Configuration[AllowedHosts] = ThisMachine;
        }

        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        var data = Directory.CreateDirectory(builder.Configuration["Portal:DataDirectory"] ?? Path.Combine(AppContext.BaseDirectory, "data"));
        var connection = await SieSmartConnection.OpenAsync(builder, data);
        try
        {
            // Kept, so that a form which is open over a restart can still be sent.
            builder.Services.AddDataProtection().PersistKeysToFileSystem(data.CreateSubdirectory("keys"));
            builder.Services
                .AddSingleton(TimeProvider.System)
                .AddSingleton(services => new ProposalBook(
                    Path.Combine(data.FullName, connection.IsSandbox ? "book-of-the-sandbox.db" : "book.db"),
                    services.GetRequiredService<TimeProvider>()))
                .AddSingleton<ProposalReader>()
                .AddSingleton<KeptPages>()
                .AddSingleton<SalesContactChoices>()
                .AddSingleton<OfficeListReader>()
                .AddSingleton<ProposalCreation>()
                .AddSingleton<CreateEndpoints>()
                .AddSingleton<EditEndpoints>()
                .AddSingleton<AssetEndpoints>()
                .AddSingleton<DecisionEndpoints>()
                .AddSingleton<ExampleProposals>()
                .AddSignIn()
                .AddMemoryCache()
                .AddExceptionHandler<ProblemPages>()
                .AddProblemDetails()
                .AddAntiforgery(options => options.Cookie.Name = "portal-antiforgery")
                .AddRazorComponents();
            var application = builder.Build();
            Map(application);

            // Whatever was on its way when the portal ended has an outcome that nobody knows.
            application.Services.GetRequiredService<ProposalBook>().DoubtWhatWasOnItsWay();
            if (connection.IsSandbox)
            {
                await application.Services.GetRequiredService<ExampleProposals>().FillEmptyBookAsync();
            }

            await application.StartAsync();
            return new Portal(application, connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task WaitForShutdownAsync() => _application.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static void Map(WebApplication application)
    {
        application.UseMiddleware<SecurityHeaders>();
        application.UseSignIn();
        application.UseExceptionHandler();
        application.UseStatusCodePages(ProblemPages.ShowStatusAsync);
        application.UseStaticFiles();
        application.UseRouting();
        application.UseAuthorization();
        application.UseAntiforgery();
        application.MapCountdown();
        application.MapChoices();
        application.MapSignIn();
        application.MapGet($"{KeptPages.Path}/{{key:guid}}", (Guid key, KeptPages pages, Viewer viewer) => pages.Find(key, viewer.User)).RequireAuthorization();

        var pages = application.MapGroup(string.Empty).RequireAuthorization().AddEndpointFilter<KeptPageFilter>();
        pages.MapBook();
        pages.MapEditing();
        application.Services.GetRequiredService<CreateEndpoints>().Map(pages);
        application.Services.GetRequiredService<AssetEndpoints>().Map(pages);
        application.Services.GetRequiredService<DecisionEndpoints>().Map(pages);
    }
}
