using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SieSmart.CodeFixes.Fixing;
using SieSmart.CodeFixes.Secrets;

namespace SieSmart.CodeFixes;

/// <summary>Moves client secrets out of the source (SIE3001).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralSecretCodeFixProvider))]
[Shared]
public sealed class LiteralSecretCodeFixProvider()
    : SingleFixProvider("SIE3001", "Read the client secret from configuration", "Configure", new ConfiguredSecretFix());
