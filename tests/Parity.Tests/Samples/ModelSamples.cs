using System.Collections;
using System.Reflection;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Parity.Tests.Samples;

/// <summary>
/// Fills objects of one client's models. Where there is a choice (a member of a union, a derived type, a value of an enum) a
/// variant takes one, so that all variants together take each at least once.
/// </summary>
internal sealed class ModelSamples
{
    private const int MaximumDepth = 6;
    private const int MaximumObjects = 200;
    private const int MaximumVariants = 48;

    private readonly Dictionary<Type, List<Type>> _derived = [];
    private readonly bool _saysItsKind;

    /// <summary>Samples of a client's models.</summary>
    /// <param name="client">The client.</param>
    /// <param name="takesTheirPlace">
    /// Whether an object of the second type may stand where the first is said, and says its own kind alone; null if all may that derive from it.
    /// </param>
    public ModelSamples(Assembly client, Func<Type, Type, bool>? takesTheirPlace = null)
    {
        _saysItsKind = takesTheirPlace is not null;
        foreach (var type in client.GetTypes().Where(IsModel).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            for (var parent = type.BaseType; parent is not null && IsModel(parent); parent = parent.BaseType)
            {
                if (takesTheirPlace?.Invoke(parent, type) != false)
                {
                    (_derived.TryGetValue(parent, out var known) ? known : _derived[parent] = []).Add(type);
                }
            }
        }
    }

    /// <summary>The values that a body of a type can be given, one for each variant.</summary>
    public IEnumerable<object?> Bodies(Type type)
    {
        var most = 1;
        for (var variant = 0; variant < most; variant++)
        {
            var filling = new Filling(this, variant);
            yield return filling.Value(type, "body", depth: 0);
            most = Math.Min(MaximumVariants, Math.Max(most, filling.Choices));
        }
    }

    /// <summary>The values that one query parameter can be given: each member of an enum, else one value.</summary>
    public static IEnumerable<object> QueryValues(Type type, string name)
    {
        var item = type.IsArray && type != typeof(byte[]) ? type.GetElementType()! : null;
        var plain = Nullable.GetUnderlyingType(item ?? type) ?? item ?? type;
        var values = plain.IsEnum ? Enum.GetValues(plain).Cast<object>().ToList() : [ScalarSamples.Of(plain, name) ?? throw new NotSupportedException($"A query parameter is a {type}.")];
        if (item is null)
        {
            return values;
        }

        var list = plain.IsEnum ? values : [values[0], ScalarSamples.Of(plain, name + " 2")!];
        var array = Array.CreateInstance(item, list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            array.SetValue(list[index], index);
        }

        return [array];
    }

    /// <summary>Whether a property has a value of its own in a new object of a class, which the class has not that declares it.</summary>
    private static bool IsKind(object model, PropertyInfo property) =>
        property.DeclaringType is { IsAbstract: false } declaring && declaring != model.GetType()
        && property.GetValue(model) is { } own and not IDictionary<string, object>
        && declaring.GetConstructor(Type.EmptyTypes) is not null
        && !own.Equals(property.GetValue(Activator.CreateInstance(declaring)));

    private static bool IsModel(Type type) => typeof(IParsable).IsAssignableFrom(type) && type is { IsClass: true, IsPublic: true } or { IsNestedPublic: true, IsClass: true };

    /// <summary>One object after the other, until it is deep or large enough.</summary>
    private sealed class Filling(ModelSamples samples, int variant)
    {
        private readonly HashSet<Type> _open = [];
        private int _objects;

        /// <summary>The largest number of possibilities that there was at one place.</summary>
        public int Choices { get; private set; } = 1;

        public object? Value(Type type, string name, int depth)
        {
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            if (ScalarSamples.Of(plain, name) is { } scalar)
            {
                return scalar;
            }

            if (plain.IsEnum)
            {
                var values = Enum.GetValues(plain);
                return values.Length == 0 ? null : values.GetValue(Choose(values.Length));
            }

            if (plain == typeof(Stream))
            {
                return new MemoryStream("%PDF-1.7 parity"u8.ToArray());
            }

            if (plain == typeof(UntypedNode))
            {
                return new UntypedObject(new Dictionary<string, UntypedNode>(StringComparer.Ordinal)
                {
                    ["text"] = new UntypedString(name),
                    ["list"] = new UntypedArray([new UntypedInteger(1), new UntypedBoolean(false), new UntypedNull()]),
                });
            }

            if (plain == typeof(MultipartBody))
            {
                var body = new MultipartBody();
                body.AddOrReplacePart("file", "application/octet-stream", "%PDF-1.7 parity"u8.ToArray(), "a file.pdf");
                body.AddOrReplacePart("text", "text/plain", "some text");
                return body;
            }

            return ItemOf(plain) is { } item ? List(item, name, depth) : IsModel(plain) ? Model(plain, depth) : null;
        }

        private static Type? ItemOf(Type type) =>
            type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var item] ? item : null;

        private object? List(Type item, string name, int depth)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            for (var index = 1; index <= 2; index++)
            {
                if (Value(item, $"{name} {index}", depth) is { } value)
                {
                    list.Add(value);
                }
            }

            return list;
        }

        private object? Model(Type type, int depth)
        {
            if (depth >= MaximumDepth || _objects >= MaximumObjects || _open.Contains(type))
            {
                return null;
            }

            if (samples._derived.TryGetValue(type, out var derived) && Choose(derived.Count + 1) is var choice and > 0)
            {
                type = derived[choice - 1];
            }

            if (type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null || !_open.Add(type))
            {
                return null;
            }

            _objects++;
            var model = Activator.CreateInstance(type)!;
            var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && typeof(IParsable).IsAssignableFrom(property.DeclaringType))
                .Where(property => !samples._saysItsKind || !IsKind(model, property))
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .ToList();
            if (typeof(IComposedTypeWrapper).IsAssignableFrom(type) && Choose(properties.Count + 1) is var member && member < properties.Count)
            {
                properties = [properties[member]];
            }

            foreach (var property in properties)
            {
                if (property.PropertyType == typeof(IDictionary<string, object>))
                {
                    ((IDictionary<string, object>)property.GetValue(model)!)["undeclared"] = "something else";
                }
                else if (Value(property.PropertyType, property.Name, depth + 1) is { } value)
                {
                    property.SetValue(model, value);
                }
            }

            _open.Remove(type);
            return model;
        }

        private int Choose(int possibilities)
        {
            Choices = Math.Max(Choices, possibilities);
            return variant % possibilities;
        }
    }
}
