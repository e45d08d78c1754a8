using SieSmart.Models;
using SieSmart.Proposals.Item;
using SieSmart.Runtime;

namespace CrmPortal.Editing;

/// <summary>A part whose fields are bound to a model of the client.</summary>
/// <typeparam name="T">The model.</typeparam>
internal abstract class ProposalPart<T> : IProposalPart
    where T : class, new()
{
    private readonly IReadOnlyList<BoundField<T>> _bindings;

    protected ProposalPart(string key, string title, IReadOnlyList<BoundField<T>> bindings)
    {
        Key = key;
        Title = title;
        Fields = [.. bindings.Select(binding => binding.Field)];
        _bindings = bindings;
    }

    public string Key { get; }

    public string Title { get; }

    public IReadOnlyList<Field> Fields { get; }

    public FieldValues Read(Proposal proposal)
    {
        var values = new FieldValues();
        if (In(proposal) is { } part)
        {
            foreach (var (field, get, _) in _bindings)
            {
                values[field] = get(part) ?? string.Empty;
            }
        }

        return values;
    }

    /// <summary>A new part, for a proposal that is to be created.</summary>
    public T Create(FieldValues values)
    {
        var part = new T();
        Change(part, new FieldValues(), values);
        return part;
    }

    public Task<Versioned<Proposal>> WriteAsync(ProposalItemRequestBuilder request, Proposal current, Edit edit, CancellationToken cancellationToken)
    {
        var part = In(current) ?? new T();
        Change(part, edit.Seen, edit.Mine);
        return PutAsync(request, part, edit.ETag, cancellationToken);
    }

    protected abstract T? In(Proposal proposal);

    protected abstract Task<Versioned<Proposal>> PutAsync(ProposalItemRequestBuilder request, T part, ETag etag, CancellationToken cancellationToken);

    private void Change(T part, FieldValues seen, FieldValues mine)
    {
        foreach (var (field, _, set) in _bindings.Where(binding => mine[binding.Field] != seen[binding.Field]))
        {
            set(part, mine[field].Length == 0 ? null : mine[field]);
        }
    }
}
