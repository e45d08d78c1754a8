using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SieSmart.CodeFixes.Fixing;
using SieSmart.CodeFixes.Handlers;

namespace SieSmart.CodeFixes;

/// <summary>Lets handlers catch conflicts as what they are thrown as (SIE1009).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreachableConflictCodeFixProvider))]
[Shared]
public sealed class UnreachableConflictCodeFixProvider()
    : SingleFixProvider("SIE1009", "Catch PreconditionFailedException", "CatchConflict", new CatchConflictFix());
