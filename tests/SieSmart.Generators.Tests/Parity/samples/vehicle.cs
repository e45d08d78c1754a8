namespace Inheritance.Models
{
    public partial class Vehicle : IAdditionalDataHolder, IParsable
    {
        public IDictionary<string, object> AdditionalData { get; set; }
        public string? Kind { get; set; }
        public int? Wheels { get; set; }
        public Vehicle()
        {
            AdditionalData = new Dictionary<string, object>();
        }
        public static global::Inheritance.Models.Vehicle CreateFromDiscriminatorValue(IParseNode parseNode)
        {
            var mappingValue = parseNode.GetChildNode("kind")?.GetStringValue();
            return mappingValue switch
            {
                "Car" => new global::Inheritance.Models.Car(),
                "Truck" => new global::Inheritance.Models.Truck(),
                _ => new global::Inheritance.Models.Vehicle(),
            };
        }
        public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
        {
            return new Dictionary<string, Action<IParseNode>>
            {
                { "kind", n => { Kind = n.GetStringValue(); } },
                { "wheels", n => { Wheels = n.GetIntValue(); } },
            };
        }
        public virtual void Serialize(ISerializationWriter writer)
        {
            writer.WriteStringValue("kind", Kind);
            writer.WriteIntValue("wheels", Wheels);
            writer.WriteAdditionalData(AdditionalData);
        }
    }
    public partial class Car : global::Inheritance.Models.Vehicle, IParsable { }
    public partial class Truck : global::Inheritance.Models.Vehicle, IParsable { }
}
