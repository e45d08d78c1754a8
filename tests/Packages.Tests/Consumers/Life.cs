using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SieSmart;
using SieSmart.Models;
using SieSmart.Proposals.Item;
using SieSmart.Runtime;

// Which fields a customer, an asset and a calculation have is inferred.
#pragma warning disable SIE9001

namespace Consumers
{
    /// <summary>A proposal from its creation to the document with the decision. In the C# that .NET Framework has by default.</summary>
    public static class Life
    {
        private const int LongestWait = 60;

        public static async Task TellAsync(SieSmartClient client, TextWriter output, CancellationToken cancellationToken = default)
        {
            var office = (await client.Common.Offices.GetAsync(cancellationToken: cancellationToken)).First().Id;
            var codes = await client.Common.IacCodes.GetAsync(request => request.QueryParameters.OfficeId = office, cancellationToken);
            var choices = await client.Common.CalculationConfiguration.GetAsync(request => request.QueryParameters.OfficeId = office, cancellationToken);
            var cards = await client.Common.RateCards.GetAsync(cancellationToken: cancellationToken);

            var (created, first) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = office, Label = "Fork-lift trucks" }, cancellationToken: cancellationToken);
            var proposal = client.Proposals[created.ProposalId.Value];
            var (read, seen) = await proposal.GetAsync(cancellationToken: cancellationToken);
            output.WriteLine($"created: {read.Label}, {(seen == first ? "read" : "another version")}");

            var customer = new Customer { CompanyName = "Example Logistics Ltd", RegistrationNumber = "00000000", Email = "office@logistics.example" };
            var withCustomer = await proposal.Customer.PutAsync(customer, seen, cancellationToken: cancellationToken);
            var asset = new Asset { IacCode = codes.OrderByDescending(code => code.IacCodeProp.Length).First().IacCodeProp, Description = "Fork-lift truck", Quantity = 12, UnitPrice = 4_000 };
            var withAsset = await proposal.Assets.PostAsync(new List<Asset> { asset }, withCustomer.ETag, cancellationToken: cancellationToken);
            var calculation = new Calculation
            {
                MarketProductId = choices.MarketProducts.First().Id,
                PricelistId = choices.Pricelists.First().Id,
                PaymentMethodId = choices.PaymentMethods.First().Id,
                TermInMonths = choices.Terms.First(),
                FinancedAmount = 48_000,
                Currency = cards.First().Currency,
            };
            var complete = await proposal.Calculation.PutAsync(calculation, withAsset.ETag, cancellationToken: cancellationToken);
            output.WriteLine($"written: {complete.Value.Customer.CompanyName}, {complete.Value.Calculation.FinancedAmount:0}");

            await BeRefusedAsync(proposal, seen, output, cancellationToken);

            var ask = new DecisionRequest { Prelease = false, SiemensMayContactCustomer = false, SiemensMayRequestCreditData = false };
            var submitted = await proposal.Decision.PostAsync(ask, complete.ETag, cancellationToken: cancellationToken);
            output.WriteLine($"submitted: {submitted.Value.Decision.DecisionStatus}");
            output.WriteLine($"decided: {await DecisionAsync(proposal, cancellationToken)}");

            using (var document = await proposal.Decision.DecisionDocument.Download.GetAsync(cancellationToken: cancellationToken))
            using (var reader = new StreamReader(document))
            {
                output.WriteLine($"document: {(await reader.ReadToEndAsync()).Substring(0, 4)}");
            }
        }

        private static async Task BeRefusedAsync(ProposalItemRequestBuilder proposal, ETag stale, TextWriter output, CancellationToken cancellationToken)
        {
            try
            {
                await proposal.Customer.PutAsync(new Customer(), stale, cancellationToken: cancellationToken);
                output.WriteLine("a stale ETag was accepted");
            }
            catch (PreconditionFailedException conflict)
            {
                output.WriteLine($"refused: {(conflict.SentETag == stale && conflict.TraceId != null ? "412" : conflict.Message)}");
            }
        }

        private static async Task<string> DecisionAsync(ProposalItemRequestBuilder proposal, CancellationToken cancellationToken)
        {
            for (var second = 0; second < LongestWait; second++)
            {
                var (current, _) = await proposal.GetAsync(cancellationToken: cancellationToken);
                if (current.Decision.DecisionStatus != Decision_decisionStatus.Pending)
                {
                    return current.Decision.DecisionStatus.ToString();
                }

                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }

            return "not in time";
        }
    }
}
