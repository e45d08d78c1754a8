using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>
/// Tokens of YAML, each until it is consumed. YamlDotNet's parser looks twice at what follows a scalar with an anchor in a flow
/// mapping, and its own scanner goes on at the second look, so that the comma is lost and the document with it.
/// </summary>
internal sealed class TokenSource(TextReader text) : IScanner
{
    private readonly Scanner _scanner = new(text);

    /// <inheritdoc/>
    public Mark CurrentPosition => _scanner.CurrentPosition;

    /// <inheritdoc/>
    public Token? Current => _scanner.Current;

    /// <inheritdoc/>
    public bool MoveNext() => _scanner.MoveNext();

    /// <inheritdoc/>
    public bool MoveNextWithoutConsuming() => _scanner.Current is not (null or StreamEnd) || _scanner.MoveNextWithoutConsuming();

    /// <inheritdoc/>
    public void ConsumeCurrent() => _scanner.ConsumeCurrent();
}
