using CrmPortal.Hosting;

await using var portal = await Portal.StartAsync(args);
Console.WriteLine($"The portal is at {portal.Address}");
Console.WriteLine($"Behind it: {portal.Behind}");
Console.WriteLine("Open a proposal in two tabs and save both, to see a conflict. Ctrl+C ends it.");
await portal.WaitForShutdownAsync();
