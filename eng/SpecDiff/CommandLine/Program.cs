using System.Text;
using SpecDiff.CommandLine;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var isTerminal = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
return SpecDiffCommand.Run(args, Console.Out, Console.Error, isTerminal);
