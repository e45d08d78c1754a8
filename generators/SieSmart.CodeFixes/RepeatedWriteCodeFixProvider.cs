using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SieSmart.CodeFixes.Fixing;
using SieSmart.CodeFixes.Handlers;

namespace SieSmart.CodeFixes;

/// <summary>Keeps handlers from unknown outcomes (SIE1008).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepeatedWriteCodeFixProvider))]
[Shared]
public sealed class RepeatedWriteCodeFixProvider()
    : SingleFixProvider("SIE1008", "Let unknown outcomes pass", "LetUnknownPass", new LetUnknownPassFix());
