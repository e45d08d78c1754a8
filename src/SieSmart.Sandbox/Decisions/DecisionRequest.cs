using SieSmart.Sandbox.Json;

namespace SieSmart.Sandbox.Decisions;

/// <summary>What goes with a submission. The documentation contradicts itself on what is mandatory: nothing is here, the body itself included.</summary>
internal sealed record DecisionRequest(string? CommentToRiskAnalyst, bool? SiemensMayContactCustomer)
{
    public static DecisionRequest Read(FieldReader body)
    {
        var request = new DecisionRequest(body.Text("commentToRiskAnalyst"), body.Boolean("siemensMayContactCustomer"));
        body.Boolean("siemensMayRequestCreditData");
        body.Boolean("prelease");
        body.ThrowIfRefused();
        return request;
    }
}
