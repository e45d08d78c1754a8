using SieSmart;

namespace Consumers;

internal sealed class NightlyJob(SieSmartClient client, IHostApplicationLifetime application) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Console.WriteLine(await Story.TellAsync(client, stoppingToken));
        application.StopApplication();
    }
}
