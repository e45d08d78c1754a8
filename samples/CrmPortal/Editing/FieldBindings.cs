namespace CrmPortal.Editing;

/// <summary>The fields of a form, bound to a model of the client.</summary>
/// <typeparam name="T">The model.</typeparam>
internal sealed class FieldBindings<T>(IReadOnlyList<BoundField<T>> bindings)
    where T : class, new()
{
    public IReadOnlyList<Field> Fields { get; } = [.. bindings.Select(binding => binding.Field)];

    public FieldValues Read(T? model)
    {
        var values = new FieldValues();
        if (model is not null)
        {
            foreach (var (field, get, _) in bindings)
            {
                values[field] = get(model) ?? string.Empty;
            }
        }

        return values;
    }

    /// <summary>A new model with these values; null if there are none.</summary>
    public T? Create(FieldValues values)
    {
        var model = new T();
        return Change(model, new FieldValues(), values) ? model : null;
    }

    /// <summary>Sets the fields that the person changed, and no other: what no form shows stays as it is.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Change(T model, FieldValues seen, FieldValues mine)
    {
        var changed = bindings.Where(binding => mine[binding.Field] != seen[binding.Field]).ToList();
        foreach (var (field, _, set) in changed)
        {
            set(model, mine[field].Length == 0 ? null : mine[field]);
        }

        return changed.Count > 0;
    }
}
