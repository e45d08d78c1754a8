using System.Globalization;
using CrmPortal.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Requirements;
using static Microsoft.Playwright.Assertions;

namespace CrmPortal.Tests.Proposals;

/// <summary>What forms say, offer and keep.</summary>
public sealed class FormTests(PortalFixture portal) : PortalTests(portal)
{
    [Fact]
    public async Task Reads_and_writes_amounts_as_each_person_does()
    {
        MachineRequirements.Cultures.PathOrSkip();
        var lucia = await Portal.MeetAsync(Person.Lucia);
        var ada = await Portal.MeetAsync();
        var id = await ada.CreateAsync();
        await lucia.OpenAsync($"/proposals/{id}/calculation");
        Assert.Equal("48000,00", await lucia.Page.GetByLabel("Financed amount").InputValueAsync());

        await lucia.FillAsync("Financed amount", "52.000,50");
        await lucia.SaveAsync();

        await lucia.SeeValueAsync("Financed amount", "52.000,50");
        await ada.OpenAsync($"/proposals/{id}");
        await ada.SeeValueAsync("Financed amount", "52,000.50");
        await lucia.OpenAsync($"/proposals/{id}/calculation");
        await lucia.FillAsync("Financed amount", "48000.50");
        await lucia.PressAsync("Save");
        await lucia.SeeAsync("Enter an amount such as 48000,00.");
        Assert.Equal("48000.50", await lucia.Page.GetByLabel("Financed amount").InputValueAsync());
    }

    [Fact]
    public async Task Carries_amounts_through_a_conflict_in_any_notation()
    {
        MachineRequirements.Cultures.PathOrSkip();
        var lucia = await Portal.MeetAsync(Person.Lucia);
        var ada = await Portal.MeetAsync();
        var id = await ada.CreateAsync();
        await lucia.OpenAsync($"/proposals/{id}/calculation");

        // In the one form it is 1.234, which Lucía would read as a thousand times as much.
        await lucia.FillAsync("Financed amount", "1,234");
        await ada.OpenAsync($"/proposals/{id}/calculation");
        await ada.FillAsync("Financed amount", "5,000");
        await ada.SaveAsync();

        await lucia.PressAsync("Save");
        await lucia.ChooseAsync("Financed amount", "Mine");
        await lucia.PressAsync("Save what is chosen");
        await lucia.SeeAsync("Saved.");

        await ada.OpenAsync($"/proposals/{id}/calculation");
        Assert.Equal("1.234", await ada.Page.GetByLabel("Financed amount").InputValueAsync());
    }

    [Fact]
    public async Task Offers_what_the_office_offers()
    {
        var person = await Portal.MeetAsync();
        await person.OpenAsync("/proposals/new");
        Assert.Equal(["", "GBP"], await ValuesAsync("Currency"));
        Assert.Equal(["", "12", "24", "36", "48", "60"], await ValuesAsync("Term in months"));
        Assert.Contains("MED1101", await ValuesAsync("Kind of asset"));
        await person.FillAsync("Company", "Ejemplo S.L.");

        await person.Page.GetByLabel("Sales contact").SelectOptionAsync(new SelectOptionValue { Label = "Lucía Prado, Madrid" });
        await person.PressAsync("Show those of the chosen contact");

        await person.SeeAsync("The lists below are those of Madrid.");
        Assert.Equal(["", "EUR"], await ValuesAsync("Currency"));
        Assert.Equal("Ejemplo S.L.", await person.Page.GetByLabel("Company").InputValueAsync());

        Task<string[]> ValuesAsync(string label) => person.Page.GetByLabel(label).EvaluateAsync<string[]>("list => [...list.options].map(option => option.value)");
    }

    [Fact]
    public async Task Does_not_send_what_was_chosen_from_the_lists_of_another_office()
    {
        var person = await Portal.MeetAsync();
        await person.FillNewProposalAsync("Prensa", "Ejemplo S.L.");
        await person.Page.GetByLabel("Sales contact").SelectOptionAsync(new SelectOptionValue { Label = "Lucía Prado, Madrid" });

        await person.PressAsync("Create");

        await person.SeeAsync("The lists below are those of Madrid.");
        Assert.Equal(string.Empty, await person.Page.GetByLabel("Currency").InputValueAsync());
        await person.ChooseInListAsync("Currency", "EUR");
        await person.PressAsync("Create");
        await person.SeeAsync("Lucía Prado, Madrid");
    }

    [Fact]
    public async Task Says_in_label_title_and_focus_what_is_needed()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        await person.OpenAsync($"/proposals/{id}/customer");
        await Expect(person.Page.GetByText("Company (required)", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await person.FillAsync("Company", string.Empty);
        await person.PressAsync("Save");

        await person.SeeAsync("Company is needed.");
        await Expect(person.Page).ToHaveTitleAsync("Please look: Customer – Broker desk");
        await Expect(person.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        Assert.Equal(1, (await person.Page.Locator("main").InnerTextAsync()).Split("Company is needed.").Length - 1);
        await person.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Company" }).ClickAsync();
        await Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#companyName$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Keeps_what_was_typed_for_a_proposal_that_is_gone()
    {
        await using var own = await OwnPortal.StartAsync(new(), TestContext.Current.CancellationToken);
        var person = await (await Portal.MeetAsync(name: null)).AtAsync(own.Address);
        var id = await person.CreateAsync("Old cranes", "Example Harbour Ltd");
        await person.OpenAsync($"/proposals/{id}/customer");
        await person.FillAsync("City", "Bath");
        await person.FillAsync("Registration number", "01234567");
        own.Sandbox.RefreshDatabase();

        await person.PressAsync("Save");

        await person.SeeHeadingAsync("SieSmart no longer has this proposal");
        await person.SeeValueAsync("City", "Bath");
        await person.PressAsync("Begin a new proposal with it");
        await person.SeeHeadingAsync("New proposal");
        Assert.Equal("Old cranes", await person.Page.GetByLabel("Label").InputValueAsync());
        Assert.Equal("01234567", await person.Page.GetByLabel("Registration number").InputValueAsync());
        await person.FillAsync("Financed amount", "48000");
        await person.PressAsync("Create");
        await person.SeeAsync("Created.");
        await person.SeeValueAsync("City", "Bath");
    }

    [Fact]
    public async Task Shows_each_person_the_time_of_their_own_clock()
    {
        var ada = await Portal.MeetAsync();
        await ada.CreateAsync();
        var lucia = await Portal.MeetAsync(Person.Lucia);
        foreach (var (person, zone) in new[] { (ada, "Europe/London"), (lucia, "Europe/Madrid") })
        {
            await person.OpenAsync("/");
            var time = person.Page.Locator("tbody time").First;
            var moment = DateTimeOffset.Parse((await time.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);
            var local = TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));
            await Expect(time).ToHaveTextAsync(local.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Takes_the_table_of_an_earlier_version_along()
    {
        var data = Directory.CreateTempSubdirectory("crm-portal-old-");
        try
        {
            await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data.FullName, "book-of-the-sandbox.db")};Pooling=False"))
            {
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText = """
                    CREATE TABLE entry (
                        draft TEXT PRIMARY KEY, state TEXT NOT NULL, proposal_id INTEGER UNIQUE, label TEXT NOT NULL,
                        customer TEXT NOT NULL, amount TEXT NOT NULL, seen_at TEXT NOT NULL, trace_id TEXT);
                    INSERT INTO entry VALUES ('4a1c5d66-6a57-4c1c-9d1c-3a62bd0bd4d1', 'Unknown', NULL, 'Cranes of last year', 'Example Harbour Ltd', '48,000.00 GBP', '2026-01-02T03:04:05.0000000+00:00', 'trace-1');
                    """;
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }

            var person = await Portal.MeetAsync(name: null);
            for (var start = 1; start <= 2; start++)
            {
                await using var alone = await PortalProcess.StartAsync(data.FullName, new Dictionary<string, string>(StringComparer.Ordinal), TestContext.Current.CancellationToken);
                await person.AtAsync(alone.Address);
                await person.SeeAsync("Cranes of last year");
                await person.SeeAsync("48,000.00 GBP");
                await person.SeeAsync("unknown: please look");
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
