using CrmPortal.Book;
using CrmPortal.Pages;
using CrmPortal.Problems;
using SieSmart.Runtime;

namespace CrmPortal.Creating;

/// <summary>The form for a new proposal.</summary>
internal static class CreateEndpoints
{
    public static void MapCreating(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/proposals/new", async (SalesContactChoices contacts, CancellationToken cancellationToken) =>
            ShowForm(CreateForm.Empty, await contacts.ReadAsync(cancellationToken)));
        routes.MapPost("/proposals/new", CreateAsync);
    }

    private static async Task<IResult> CreateAsync(
        IFormCollection form,
        SalesContactChoices contacts,
        ProposalCreation creation,
        ProposalBook book,
        CancellationToken cancellationToken)
    {
        if (CreateForm.From(form) is not { } filled)
        {
            return Problem.FormWithoutVersion.ToPage();
        }

        var choices = await contacts.ReadAsync(cancellationToken);
        var contact = choices.FirstOrDefault(choice => choice.Key == filled.Contact);
        var complaints = filled.Values.Complaints(CreateForm.Fields);
        if (contact is null)
        {
            return ShowForm(filled, choices, new Dictionary<string, string> { [CreateForm.ContactInput] = "Choose who looks after it." }.Concat(complaints).ToDictionary());
        }

        if (complaints.Count > 0)
        {
            return ShowForm(filled, choices, complaints);
        }

        try
        {
            var id = await creation.CreateAsync(filled.ToDraft(contact)) ?? book.Find(filled.DraftId)?.ProposalId;
            return id is null ? Notice.SentBefore.Redirect("/") : Notice.Created.Redirect($"/proposals/{id}");
        }
        catch (Exception doubt) when (doubt is OutcomeUnknownException or ResponseUnreadableException)
        {
            return Results.LocalRedirect($"~/drafts/{filled.DraftId}");
        }
        catch (SieSmartException failure)
        {
            return ShowForm(filled, choices, failure.FieldComplaints(), Problem.Of(failure));
        }
    }

    private static IResult ShowForm(
        CreateForm form,
        IReadOnlyList<SalesContactChoice> contacts,
        IReadOnlyDictionary<string, string>? complaints = null,
        Problem? problem = null) =>
        Page.Show<CreatePage>(
            new { Form = form, Contacts = contacts, Complaints = complaints ?? new Dictionary<string, string>(), Problem = problem },
            problem?.StatusCode ?? (complaints is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity),
            problem?.RetryAfter);
}
