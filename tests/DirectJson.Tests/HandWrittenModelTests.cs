using System.Reflection;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.Kiota.Abstractions.Serialization;

namespace DirectJson.Tests;

/// <summary>Where there is more than a generator can know, Kiota's way is taken, and nothing is lost.</summary>
public sealed class HandWrittenModelTests
{
    private const string Components = """
        Holder: { type: object, properties: { value: { $ref: '#/components/schemas/Part' } } }
        Part: { type: object, properties: { name: { type: string } } }
        """;

    private const string HandWritten = """
        using System;
        using System.Collections.Generic;
        using Microsoft.Kiota.Abstractions.Serialization;

        namespace Api.Models;

        public class MyPart : Part
        {
            public int? Extra { get; set; }

            public static MyPart Create(IParseNode node) => new MyPart();

            public override IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
                new Dictionary<string, Action<IParseNode>>(base.GetFieldDeserializers()) { { "extra", node => Extra = node.GetIntValue() } };

            public override void Serialize(ISerializationWriter writer)
            {
                base.Serialize(writer);
                writer.WriteIntValue("extra", Extra);
            }
        }
        """;

    private static readonly Lazy<ValueClient> Client = new(() => ValueClient.OfComponents(Components, HandWritten));

    public static TheoryData<JsonEngine> Engines => [.. Enum.GetValues<JsonEngine>()];

    [Theory]
    [MemberData(nameof(Engines))]
    public void Writes_what_a_derived_class_adds(JsonEngine engine)
    {
        var part = Client.Value.New("MyPart");
        Set(part, "Name", "a");
        Set(part, "Extra", 7);
        var holder = Client.Value.New();
        Set(holder, "Value", part);

        Assert.Equal("""{"name":"a","extra":7}""", JsonEngines.Written(engine, part));
        Assert.Equal("""{"value":{"name":"a","extra":7}}""", JsonEngines.Written(engine, holder));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Reads_what_a_derived_class_adds(JsonEngine engine)
    {
        var type = Client.Value.New("MyPart").GetType();
        var factory = Delegate.CreateDelegate(typeof(ParsableFactory<>).MakeGenericType(type), type.GetMethod("Create")!);
        var node = ValueClient.Node(engine, """{"name":"a","extra":7}""");
        var part = (IParsable)node.GetType().GetMethod("GetObjectValue")!.MakeGenericMethod(type).Invoke(node, BindingFlags.DoNotWrapExceptions, binder: null, [factory], culture: null)!;

        Assert.Equal("""{"name":"a","extra":7}""", JsonEngines.Written(engine, part));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Tells_those_who_listen_of_each_object_that_is_read(JsonEngine engine)
    {
        var heard = new List<string>();
        var node = ValueClient.Node(engine, """{"value":{"name":"a"}}""");
        node.OnBeforeAssignFieldValues = model => heard.Add("before " + model.GetType().Name);
        node.OnAfterAssignFieldValues = model => heard.Add("after " + model.GetType().Name);
        var type = Client.Value.New().GetType();
        var factory = Delegate.CreateDelegate(typeof(ParsableFactory<>).MakeGenericType(type), type.GetMethod("CreateFromDiscriminatorValue")!);
        node.GetType().GetMethod("GetObjectValue")!.MakeGenericMethod(type).Invoke(node, BindingFlags.DoNotWrapExceptions, binder: null, [factory], culture: null);

        Assert.Equal(["before Holder", "before Part", "after Part", "after Holder"], heard);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Tells_those_who_listen_of_each_object_that_is_written(JsonEngine engine)
    {
        var heard = new List<string>();
        var holder = Client.Value.New();
        Set(holder, "Value", Client.Value.New("Part"));
        using var writer = JsonEngines.Writing(engine).GetSerializationWriter("application/json");
        writer.OnBeforeObjectSerialization = model => heard.Add("before " + model.GetType().Name);
        writer.OnStartObjectSerialization = (model, _) => heard.Add("start " + model.GetType().Name);
        writer.OnAfterObjectSerialization = model => heard.Add("after " + model.GetType().Name);
        writer.WriteObjectValue(key: null, holder);

        Assert.Equal(["before Holder", "start Holder", "before Part", "start Part", "after Part", "after Holder"], heard);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Writes_additional_data_of_every_type(JsonEngine engine)
    {
        var holder = Client.Value.New();
        var data = ((IAdditionalDataHolder)holder).AdditionalData;
        data["text"] = "a";
        data["list"] = new[] { 1, 2 };
        data["map"] = new Dictionary<string, int>(StringComparer.Ordinal) { ["x"] = 1 };
        data["anonymous"] = new { Number = 1.5, Text = "b" };
        data["model"] = Client.Value.New("Part");
        data["day"] = new Microsoft.Kiota.Abstractions.Date(2026, 3, 2);
        data["none"] = null!;

        Assert.Equal("""{"text":"a","list":[1,2],"map":{"x":1},"anonymous":{"Number":1.5,"Text":"b"},"model":{},"day":"2026-03-02","none":null}""", JsonEngines.Written(engine, holder));
    }

    private static void Set(IParsable model, string property, object value) => model.GetType().GetProperty(property)!.SetValue(model, value);
}
