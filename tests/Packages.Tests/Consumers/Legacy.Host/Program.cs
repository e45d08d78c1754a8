System.Console.WriteLine(await Consumers.Job.RunAsync());
