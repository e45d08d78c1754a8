using SieSmart.Generators.Reading.Syntax;
using SpecDiff.Documents;
using SpecDiff.Findings;

namespace SpecDiff.Wire;

/// <summary>Compares what goes over the wire. A schema that is sent and received is compared twice: the same change means different things.</summary>
/// <param name="before">The old document.</param>
/// <param name="after">The new one.</param>
/// <param name="renamedSchemas">The new names of schemas that are the same otherwise, by the old ones.</param>
/// <param name="findings">Where the changes go.</param>
internal sealed class SchemaComparer(ApiDescription before, ApiDescription after, IReadOnlyDictionary<string, string> renamedSchemas, FindingList findings)
{
    private readonly WireSchemas _before = new(before);
    private readonly WireSchemas _after = new(after);
    private readonly HashSet<(WireSchema Old, WireSchema New, Direction Direction)> _compared = new(ReferencePairs.Instance);

    /// <summary>Compares two uses of a schema.</summary>
    public void Compare(DocumentNode? oldNode, DocumentNode? newNode, Direction direction, Subject subject)
    {
        if (oldNode is null || newNode is null)
        {
            return;
        }

        var old = _before.Of(oldNode);
        var now = _after.Of(newNode);
        CompareUse(old, now, direction, subject, after.PlaceOf(newNode.Position));

        // Two that have never met under the same names are still one pair on the wire.
        if (_compared.Add((old.Core, now.Core, direction)))
        {
            CompareCore(old.Core, now.Core, direction, now.Core.Name is { } name && name == old.Core.Name ? new Subject("schema " + name, name) : subject);
        }
    }

    private void CompareUse(WireSchema old, WireSchema now, Direction direction, Subject subject, Place place)
    {
        var isRequest = direction == Direction.Request;
        if (old.IsNullable != now.IsNullable)
        {
            Add(
                (isRequest, now.IsNullable) switch
                {
                    (true, true) => SchemaRules.RequestNullAccepted,
                    (true, false) => SchemaRules.RequestNullRefused,
                    (false, true) => SchemaRules.ResponseNullPossible,
                    (false, false) => SchemaRules.ResponseNullRuledOut,
                },
                subject, $"'{subject.Name}' {(now.IsNullable ? "may" : "can not")} be null", was: null, now: null, place);
        }

        if (old.Default != now.Default)
        {
            Add(SchemaRules.DefaultChanged, subject, $"'{subject.Name}' has another default", old.Default ?? "none", now.Default ?? "none", place);
        }

        if (old.IsDeprecated != now.IsDeprecated)
        {
            Add(now.IsDeprecated ? SchemaRules.PropertyDeprecated : SchemaRules.PropertyUndeprecated, subject, $"'{subject.Name}' is {(now.IsDeprecated ? "" : "not ")}deprecated", was: null, now: null, place);
        }
    }

    private void CompareCore(WireSchema old, WireSchema now, Direction direction, Subject subject)
    {
        var isRequest = direction == Direction.Request;
        var place = after.PlaceOf(now.Position);
        if (old.Types != now.Types)
        {
            var fits = isRequest ? JsonTypes.Hold(now.Types, old.Types) : JsonTypes.Hold(old.Types, now.Types);
            Add(
                (isRequest, fits) switch
                {
                    (true, true) => SchemaRules.RequestTypeWidened,
                    (true, false) => SchemaRules.RequestTypeChanged,
                    (false, true) => SchemaRules.ResponseTypeNarrowed,
                    (false, false) => SchemaRules.ResponseTypeChanged,
                },
                subject, $"'{subject.Name}' has another type", old.Types, now.Types, place);
            if (!fits || now.Types == JsonTypes.Any)
            {
                return;
            }
        }
        else if (old.Format != now.Format)
        {
            Add(Formats.RuleFor(old.Types, old.Format, now.Format, direction), subject, $"'{subject.Name}' has another format", old.Format ?? "none", now.Format ?? "none", place);
        }

        CompareValues(old, now, isRequest, subject, place);
        CompareLimits(old, now, isRequest, subject, place);
        CompareProperties(old, now, direction, subject);
        CompareAlternatives(old, now, direction, subject, place);
        CompareExtras(old, now, direction, subject, place);
        if (WithNewNames(old.Discriminator) != now.Discriminator)
        {
            Add(SchemaRules.DiscriminatorChanged, subject, $"The forms of '{subject.Name}' are told apart otherwise", old.Discriminator, now.Discriminator, place);
        }

        Compare(old.Items, now.Items, direction, subject.Of("[]"));
    }

    private void CompareValues(WireSchema old, WireSchema now, bool isRequest, Subject subject, Place place)
    {
        if (old.Values.Count > 0 != now.Values.Count > 0)
        {
            var isClosed = now.Values.Count > 0;
            Add(
                (isRequest, isClosed) switch
                {
                    (true, true) => SchemaRules.RequestValuesClosed,
                    (true, false) => SchemaRules.RequestValuesOpened,
                    (false, true) => SchemaRules.ResponseValuesClosed,
                    (false, false) => SchemaRules.ResponseValuesOpened,
                },
                subject, $"'{subject.Name}' {(isClosed ? "has only listed values" : "may have any value")}", List(old.Values, "any"), List(now.Values, "any"), place);
            return;
        }

        AddValues(now.Values.Except(old.Values, StringComparer.Ordinal), isRequest ? SchemaRules.RequestValueAdded : SchemaRules.ResponseValueAdded, "may be");
        AddValues(old.Values.Except(now.Values, StringComparer.Ordinal), isRequest ? SchemaRules.RequestValueRemoved : SchemaRules.ResponseValueRemoved, "is never");
        AddValues(now.KnownValues.Except(old.KnownValues, StringComparer.Ordinal), isRequest ? SchemaRules.RequestKnownValueAdded : SchemaRules.ResponseKnownValueAdded, "names the value");
        AddValues(old.KnownValues.Except(now.KnownValues, StringComparer.Ordinal), isRequest ? SchemaRules.RequestKnownValueRemoved : SchemaRules.ResponseKnownValueRemoved, "does not name the value");

        void AddValues(IEnumerable<string> values, Rule rule, string verb)
        {
            foreach (var value in values)
            {
                Add(rule, subject, $"'{subject.Name}' {verb} {value}{(rule == SchemaRules.ResponseValueRemoved || rule == SchemaRules.RequestValueRemoved ? " any more" : "")}", was: null, now: null, place);
            }
        }
    }

    private void CompareLimits(WireSchema old, WireSchema now, bool isRequest, Subject subject, Place place)
    {
        foreach (var name in old.Limits.Keys.Union(now.Limits.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var was = old.Limits.GetValueOrDefault(name);
            var value = now.Limits.GetValueOrDefault(name);
            if (was != value)
            {
                var rule = !isRequest ? SchemaRules.ResponseLimitChanged
                    : Limits.IsTighter(name, was, value) ? SchemaRules.RequestLimitTightened : SchemaRules.RequestLimitLoosened;
                Add(rule, subject, $"'{subject.Name}' has another {name}", was ?? "none", value ?? "none", place);
            }
        }
    }

    private void CompareProperties(WireSchema old, WireSchema now, Direction direction, Subject subject)
    {
        foreach (var name in old.Properties.Keys.Union(now.Properties.Keys, StringComparer.Ordinal))
        {
            var was = old.Properties.GetValueOrDefault(name);
            var property = now.Properties.GetValueOrDefault(name);
            CompareProperty(
                was, property, was is not null && old.Required.Contains(name), property is not null && now.Required.Contains(name), direction, subject.Of("." + name));
        }
    }

    private void CompareProperty(WireProperty? old, WireProperty? now, bool wasRequired, bool isRequired, Direction direction, Subject subject)
    {
        var isRequest = direction == Direction.Request;
        var wasThere = old is not null && IsSeen(_before.Of(old.Schema), direction);
        var isThere = now is not null && IsSeen(_after.Of(now.Schema), direction);
        var place = now is not null ? after.PlaceOf(now.Position) : before.PlaceOf(old!.Position);
        var isMarkedOtherwise = old is not null && now is not null;
        switch (wasThere, isThere)
        {
            case (false, false):
                return;
            case (true, false):
                Add(
                    (isRequest, isMarkedOtherwise) switch
                    {
                        (true, true) => SchemaRules.PropertyBecameReadOnly,
                        (true, false) => SchemaRules.RequestPropertyRemoved,
                        (false, true) => SchemaRules.PropertyBecameWriteOnly,
                        (false, false) => SchemaRules.ResponsePropertyRemoved,
                    },
                    subject, $"'{subject.Name}' {(isMarkedOtherwise ? isRequest ? "is set by the server only" : "is not received any more" : "is gone")}", was: null, now: null, place);
                return;
            case (false, true):
                Add(
                    (isRequest, isRequired, isMarkedOtherwise) switch
                    {
                        (true, true, _) => SchemaRules.RequestPropertyAddedRequired,
                        (true, false, true) => SchemaRules.PropertyBecameWritable,
                        (true, false, false) => SchemaRules.RequestPropertyAddedOptional,
                        (false, _, true) => SchemaRules.PropertyBecameReadable,
                        (false, _, false) => SchemaRules.ResponsePropertyAdded,
                    },
                    subject, $"'{subject.Name}' {(!isRequest ? "is received" : isRequired ? "must be sent" : "may be sent")}", was: null, now: null, place);
                return;
        }

        if (wasRequired != isRequired)
        {
            Add(
                (isRequest, isRequired) switch
                {
                    (true, true) => SchemaRules.RequestPropertyBecameRequired,
                    (true, false) => SchemaRules.RequestPropertyBecameOptional,
                    (false, true) => SchemaRules.ResponsePropertyBecameRequired,
                    (false, false) => SchemaRules.ResponsePropertyBecameOptional,
                },
                subject, $"'{subject.Name}' {(!isRequired ? "may be absent" : isRequest ? "must be sent" : "is always there")}", was: null, now: null, place);
        }

        Compare(old!.Schema, now!.Schema, direction, subject);
    }

    private static bool IsSeen(WireSchema schema, Direction direction) => direction == Direction.Request ? !schema.IsReadOnly : !schema.IsWriteOnly;

    private void CompareAlternatives(WireSchema old, WireSchema now, Direction direction, Subject subject, Place place)
    {
        // Without a mapping, the name of a schema is what goes over the wire.
        var isNameSent = now.Discriminator.Length > 0 && !now.Discriminator.Contains("mapping: ", StringComparison.Ordinal);
        var was = old.Alternatives.ToLookup(form => FormName(_before, form) is var name && !isNameSent ? renamedSchemas.GetValueOrDefault(name, name) : name, StringComparer.Ordinal);
        var forms = now.Alternatives.ToLookup(form => FormName(_after, form), StringComparer.Ordinal);
        var isRequest = direction == Direction.Request;
        foreach (var form in forms)
        {
            if (was.Contains(form.Key))
            {
                Compare(was[form.Key].First(), form.First(), direction, subject);
            }
            else
            {
                Add(isRequest ? SchemaRules.RequestAlternativeAdded : SchemaRules.ResponseAlternativeAdded, subject, $"'{subject.Name}' may be {form.Key}", was: null, now: null, place);
            }
        }

        foreach (var form in was.Where(form => !forms.Contains(form.Key)))
        {
            Add(isRequest ? SchemaRules.RequestAlternativeRemoved : SchemaRules.ResponseAlternativeRemoved, subject, $"'{subject.Name}' is never {form.Key} any more", was: null, now: null, place);
        }
    }

    private string WithNewNames(string discriminator) => renamedSchemas.Aggregate(discriminator, (text, rename) => text.Replace($"/{rename.Key}'", $"/{rename.Value}'", StringComparison.Ordinal));

    private static string FormName(WireSchemas schemas, DocumentNode form) => schemas.Of(form).Core.Name ?? schemas.Text(form);

    private void CompareExtras(WireSchema old, WireSchema now, Direction direction, Subject subject, Place place)
    {
        if (old.Extras != now.Extras)
        {
            var rule = direction == Direction.Response ? SchemaRules.ResponseExtrasChanged
                : now.Extras > old.Extras ? SchemaRules.RequestExtrasRefused : SchemaRules.RequestExtrasAccepted;
            Add(rule, subject, $"What '{subject.Name}' may hold besides the properties that it names has changed", Word(old.Extras), Word(now.Extras), place);
        }

        Compare(old.ExtrasSchema, now.ExtrasSchema, direction, subject.Of("[*]"));
    }

    private static string Word(Extras extras) => extras switch
    {
        Extras.Allowed => "anything",
        Extras.Described => "what a schema describes",
        _ => "nothing",
    };

    private static string List(IReadOnlyList<string> values, string otherwise) => values.Count == 0 ? otherwise : string.Join(", ", values);

    private void Add(Rule rule, Subject subject, string what, string? was, string? now, Place place) => findings.Add(rule, subject.Where, what, was, now, place);
}
