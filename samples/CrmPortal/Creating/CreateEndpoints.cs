using CrmPortal.Book;
using CrmPortal.Offices;
using CrmPortal.Pages;
using CrmPortal.Problems;
using CrmPortal.SigningIn;
using SieSmart.Runtime;

namespace CrmPortal.Creating;

/// <summary>The form for a new proposal. What it offers depends on the office, and the office on who looks after the proposal.</summary>
internal sealed class CreateEndpoints(SalesContactChoices contacts, OfficeListReader lists, ProposalCreation creation, ProposalBook book, Viewer viewer)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/proposals/new", (CancellationToken cancellationToken) => BeginAsync(CreateForm.Empty, cancellationToken));
        routes.MapPost("/proposals/new", CreateAsync);
    }

    private async Task<IResult> CreateAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (CreateForm.From(form) is not { } filled)
        {
            return Problem.FormWithoutVersion.ToPage();
        }

        if (form.ContainsKey(CreateForm.ListsInput))
        {
            return await BeginAsync(filled, cancellationToken);
        }

        var choices = await contacts.ReadAsync(cancellationToken);
        if (choices.FirstOrDefault(choice => choice.Key == filled.Contact) is not { } contact)
        {
            return await ShowAsync(filled, choices, new Dictionary<string, string> { [CreateForm.ContactInput] = "Choose who looks after it." });
        }

        if (contact.OfficeId != filled.OfficeId)
        {
            return await BeginAsync(filled, cancellationToken);
        }

        var complaints = filled.Values.Complaints(CreateForm.Fields);
        return complaints.Count > 0 ? await ShowAsync(filled, choices, complaints) : await SendAsync(filled, choices, contact);
    }

    private async Task<IResult> SendAsync(CreateForm filled, IReadOnlyList<SalesContactChoice> choices, SalesContactChoice contact)
    {
        try
        {
            if (await creation.CreateAsync(filled.ToDraft(contact)) is { } created)
            {
                book.Note(created.Current, viewer.User);
                return Notice.Created.Redirect($"/proposals/{created.Id}");
            }

            return book.Find(filled.DraftId)?.ProposalId is { } known ? Notice.Created.Redirect($"/proposals/{known}") : Notice.SentBefore.Redirect("/");
        }
        catch (Exception doubt) when (doubt is OutcomeUnknownException or ResponseUnreadableException)
        {
            return Results.LocalRedirect($"~/drafts/{filled.DraftId}");
        }
        catch (SieSmartException failure)
        {
            return await ShowAsync(filled, choices, failure.FieldComplaints(CreateForm.Fields), Problem.Of(failure, shown: CreateForm.Fields));
        }
    }

    /// <summary>Shows the form with the lists of whoever is chosen, or else of who sits there. Nothing is sent.</summary>
    private async Task<IResult> BeginAsync(CreateForm form, CancellationToken cancellationToken)
    {
        var choices = await contacts.ReadAsync(cancellationToken);
        var contact = choices.FirstOrDefault(choice => choice.Key == form.Contact) ?? choices.FirstOrDefault(choice => choice.Name == viewer.User?.Name);
        return await ShowAsync(
            contact is null ? form : form.With(contact, await lists.ReadAsync(contact.OfficeId, cancellationToken)),
            choices);
    }

    private async Task<IResult> ShowAsync(
        CreateForm form,
        IReadOnlyList<SalesContactChoice> choices,
        IReadOnlyDictionary<string, string>? complaints = null,
        Problem? problem = null) =>
        Page.Show<CreatePage>(
            new
            {
                Form = form,
                Contacts = choices,
                Lists = await lists.ReadOrNoneAsync(form.OfficeId),
                Complaints = complaints ?? new Dictionary<string, string>(),
                Problem = problem,
            },
            problem?.StatusCode ?? (complaints is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity),
            problem?.RetryAfter);
}
