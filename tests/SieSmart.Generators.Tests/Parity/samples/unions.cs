namespace Unions.Models
{
    public partial class NamedOneOf : IComposedTypeWrapper, IParsable
    {
        public global::Unions.Models.BankPayment? BankPayment { get; set; }
        public global::Unions.Models.CardPayment? CardPayment { get; set; }
        public string? String { get; set; }
        public static global::Unions.Models.NamedOneOf CreateFromDiscriminatorValue(IParseNode parseNode)
        {
            var mappingValue = parseNode.GetChildNode("")?.GetStringValue();
            var result = new global::Unions.Models.NamedOneOf();
            if ("BankPayment".Equals(mappingValue, StringComparison.OrdinalIgnoreCase))
            {
                result.BankPayment = new global::Unions.Models.BankPayment();
            }
            else if ("CardPayment".Equals(mappingValue, StringComparison.OrdinalIgnoreCase))
            {
                result.CardPayment = new global::Unions.Models.CardPayment();
            }
            else if (parseNode.GetStringValue() is string stringValue)
            {
                result.String = stringValue;
            }
            return result;
        }
        public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
        {
            if (BankPayment != null)
            {
                return BankPayment.GetFieldDeserializers();
            }
            else if (CardPayment != null)
            {
                return CardPayment.GetFieldDeserializers();
            }
            return new Dictionary<string, Action<IParseNode>>();
        }
        public virtual void Serialize(ISerializationWriter writer)
        {
            if (BankPayment != null)
            {
                writer.WriteObjectValue<global::Unions.Models.BankPayment>(null, BankPayment);
            }
            else if (CardPayment != null)
            {
                writer.WriteObjectValue<global::Unions.Models.CardPayment>(null, CardPayment);
            }
            else if (String != null)
            {
                writer.WriteStringValue(null, String);
            }
        }
    }
    public partial class AnyPayment : IComposedTypeWrapper, IParsable
    {
        public global::Unions.Models.BankPayment? BankPayment { get; set; }
        public global::Unions.Models.CardPayment? CardPayment { get; set; }
        public static global::Unions.Models.AnyPayment CreateFromDiscriminatorValue(IParseNode parseNode)
        {
            var result = new global::Unions.Models.AnyPayment();
            result.BankPayment = new global::Unions.Models.BankPayment();
            result.CardPayment = new global::Unions.Models.CardPayment();
            return result;
        }
        public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
        {
            if (BankPayment != null || CardPayment != null)
            {
                return ParseNodeHelper.MergeDeserializersForIntersectionWrapper(BankPayment, CardPayment);
            }
            return new Dictionary<string, Action<IParseNode>>();
        }
        public virtual void Serialize(ISerializationWriter writer)
        {
            writer.WriteObjectValue<global::Unions.Models.BankPayment>(null, BankPayment, CardPayment);
        }
    }
    public partial class BankPayment { }
    public partial class CardPayment { }
    public partial class Refusal { }
    public partial class Holder
    {
        public partial class Holder_modelsOrModel : IComposedTypeWrapper, IParsable
        {
            public global::Unions.Models.Refusal? HolderModelsOrModelRefusal { get; set; }
            public List<global::Unions.Models.Refusal>? Refusal { get; set; }
            public static global::Unions.Models.Holder.Holder_modelsOrModel CreateFromDiscriminatorValue(IParseNode parseNode)
            {
                var mappingValue = parseNode.GetChildNode("")?.GetStringValue();
                var result = new global::Unions.Models.Holder.Holder_modelsOrModel();
                if ("Refusal".Equals(mappingValue, StringComparison.OrdinalIgnoreCase))
                {
                    result.HolderModelsOrModelRefusal = new global::Unions.Models.Refusal();
                }
                else if (parseNode.GetCollectionOfObjectValues<global::Unions.Models.Refusal>(global::Unions.Models.Refusal.CreateFromDiscriminatorValue)?.AsList() is List<global::Unions.Models.Refusal> refusalValue)
                {
                    result.Refusal = refusalValue;
                }
                return result;
            }
            public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
            {
                return new Dictionary<string, Action<IParseNode>>();
            }
            public virtual void Serialize(ISerializationWriter writer)
            {
                if (HolderModelsOrModelRefusal != null)
                {
                    writer.WriteObjectValue<global::Unions.Models.Refusal>(null, HolderModelsOrModelRefusal);
                }
                else if (Refusal != null)
                {
                    writer.WriteCollectionOfObjectValues<global::Unions.Models.Refusal>(null, Refusal);
                }
            }
        }
    }
}
namespace Unions.Payments
{
    public partial class PaymentsRequestBuilder
    {
        public partial class PaymentsPostRequestBody : IComposedTypeWrapper, IParsable
        {
            public global::Unions.Models.BankPayment? BankPayment { get; set; }
            public global::Unions.Models.CardPayment? CardPayment { get; set; }
            public static global::Unions.Payments.PaymentsRequestBuilder.PaymentsPostRequestBody CreateFromDiscriminatorValue(IParseNode parseNode)
            {
                var mappingValue = parseNode.GetChildNode("method")?.GetStringValue();
                var result = new global::Unions.Payments.PaymentsRequestBuilder.PaymentsPostRequestBody();
                if ("bank".Equals(mappingValue, StringComparison.OrdinalIgnoreCase))
                {
                    result.BankPayment = new global::Unions.Models.BankPayment();
                }
                else if ("card".Equals(mappingValue, StringComparison.OrdinalIgnoreCase))
                {
                    result.CardPayment = new global::Unions.Models.CardPayment();
                }
                return result;
            }
            public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
            {
                return new Dictionary<string, Action<IParseNode>>();
            }
            public virtual void Serialize(ISerializationWriter writer)
            {
                if (BankPayment != null)
                {
                    writer.WriteObjectValue<global::Unions.Models.BankPayment>(null, BankPayment);
                }
                else if (CardPayment != null)
                {
                    writer.WriteObjectValue<global::Unions.Models.CardPayment>(null, CardPayment);
                }
            }
        }
    }
}
