using SieSmart.Client;
using SieSmart.Models;

// That a proposal has a customer is documented, what the customer's fields are called is not: the description of the API
// infers it, and the compiler stops whoever uses one unawares. Here it is on purpose. Before this goes to the real API,
// compare the names with the description that comes along with your credentials.
#pragma warning disable SIE9001

namespace CrmPortal.Editing;

/// <summary>Who the finance is for.</summary>
internal sealed class CustomerPart() : ProposalPart<Customer>("customer", "Customer",
[
    new(CompanyName, customer => customer.CompanyName, (customer, text) => customer.CompanyName = text),
    new(RegistrationNumber, customer => customer.RegistrationNumber, (customer, text) => customer.RegistrationNumber = text),
    new(Email, customer => customer.Email, (customer, text) => customer.Email = text),
    new(Street, customer => customer.PostalAddress?.Street, (customer, text) => AddressOf(customer).Street = text),
    new(PostalCode, customer => customer.PostalAddress?.PostalCode, (customer, text) => AddressOf(customer).PostalCode = text),
    new(City, customer => customer.PostalAddress?.City, (customer, text) => AddressOf(customer).City = text),
])
{
    public static Field CompanyName { get; } = new("companyName", "Company", IsRequired: true);

    public static Field RegistrationNumber { get; } = new("registrationNumber", "Registration number", Hint: "As in the companies’ register.");

    public static Field Email { get; } = new("email", "E-mail", FieldKind.Email);

    public static Field Street { get; } = new("street", "Street and number");

    public static Field PostalCode { get; } = new("postalCode", "Postal code");

    public static Field City { get; } = new("city", "City");

    protected override Customer? In(Proposal proposal) => proposal.Customer;

    protected override Task SetAsync(ProposalSession session, Customer part, CancellationToken cancellationToken) =>
        session.SetCustomerAsync(part, cancellationToken);

    private static PostalAddress AddressOf(Customer customer) => customer.PostalAddress ??= new PostalAddress();
}
