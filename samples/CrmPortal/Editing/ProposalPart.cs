using SieSmart.Client;
using SieSmart.Models;

namespace CrmPortal.Editing;

/// <summary>A part whose fields are bound to a model of the client.</summary>
/// <typeparam name="T">The model.</typeparam>
internal abstract class ProposalPart<T>(string key, string title, IReadOnlyList<BoundField<T>> bindings) : IProposalPart
    where T : class, new()
{
    private readonly FieldBindings<T> _bindings = new(bindings);

    public string Key { get; } = key;

    public string Title { get; } = title;

    public IReadOnlyList<Field> Fields => _bindings.Fields;

    public FieldValues Read(Proposal proposal) => _bindings.Read(In(proposal));

    /// <summary>A new part, for a proposal that is to be created; null where nothing was typed.</summary>
    public T? Create(FieldValues values) => _bindings.Create(values);

    public Task WriteAsync(ProposalSession session, Edit edit, CancellationToken cancellationToken)
    {
        // A PUT replaces the whole part, and the form shows only some of it: the rest comes from what is there.
        var part = In(session.Current) ?? new T();
        _bindings.Change(part, edit.Seen, edit.Mine);
        return SetAsync(session, part, cancellationToken);
    }

    protected abstract T? In(Proposal proposal);

    protected abstract Task SetAsync(ProposalSession session, T part, CancellationToken cancellationToken);
}
