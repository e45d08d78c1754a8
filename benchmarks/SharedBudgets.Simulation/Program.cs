using CommandLine;
using SharedBudgets.Simulation.CommandLine;
using SharedBudgets.Simulation.Measuring;
using SharedBudgets.Simulation.Pages;

// Simulates 2, 5, 20 and 100 machines behind one address, prints the page with its tables, and writes it and its drawings.
//
//   dotnet run -c Release --project benchmarks/SharedBudgets.Simulation                                 to docs, in some ten seconds
//   dotnet run -c Release --project benchmarks/SharedBudgets.Simulation -- --seed 2 --to scale          other chances, elsewhere
var parsed = new SimulationCommand(Simulate).Parse(args);
return parsed.TryRefuse(Console.Error) ? ParseResultExtensions.WrongUsage : parsed.Invoke();

static int Simulate(ulong seed, string folder)
{
    if (!Directory.Exists(folder))
    {
        Console.Error.WriteLine($"There is no folder '{folder}'. Run it in the root of the repository, or name the folder that the page shall be in with --to.");
        return 2;
    }

    foreach (var (path, text) in ScalePage.Make(Results.Run(seed), seed))
    {
        var file = new FileInfo(Path.Combine(folder, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
        if (file.Extension == ".md")
        {
            Console.WriteLine(text);
        }
    }

    return 0;
}
