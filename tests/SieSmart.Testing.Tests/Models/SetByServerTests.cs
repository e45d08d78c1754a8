using Microsoft.Kiota.Abstractions;
using Orders;
using Orders.Models;

namespace SieSmart.Testing.Tests.Models;

/// <summary>Members that programs read and only the server sets.</summary>
public sealed class SetByServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Sets_a_member_that_only_the_server_sets()
    {
        var order = new Order { Label = "Paper" }.SetByServer(made => made.Id, 42).SetByServer(made => made.Marks, ["new"]);

        Assert.Equal(("Paper", 42L, "new"), (order.Label, order.Id, Assert.Single(order.Marks!)));
    }

    [Fact]
    public void Sets_that_of_a_base_class_and_one_that_everybody_sets()
    {
        var line = new Line().SetByServer(made => made.Number, 3).SetByServer(made => made.Article, "paper");

        Assert.Equal((3, "paper"), (line.Number, line.Article));
    }

    [Fact]
    public void Refuses_what_is_no_member_of_the_model()
    {
        var order = new Order();

        Assert.Contains("set those of a part on the part", Assert.Throws<ArgumentException>(() => order.SetByServer(made => made.Total!.Amount, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => order.SetByServer(_ => 1, 1));
        Assert.Throws<ArgumentException>(() => order.SetByServer(made => made.Label!.Length, 1));
    }

    [Fact]
    public async Task Comes_back_through_a_stub_with_all_that_was_set()
    {
        var order = new Order { Label = "Paper", Lines = [new Line { Article = "A4" }.SetByServer(line => line.Number, 1)] }
            .SetByServer(made => made.Id, 42)
            .SetByServer(made => made.State, Order_state.InWork)
            .SetByServer(made => made.MadeAt, DateTimeOffset.UnixEpoch)
            .SetByServer(made => made.Due, new Date(2026, 2, 3))
            .SetByServer(made => made.Weight, 1.25m)
            .SetByServer(made => made.Checked, false)
            .SetByServer(made => made.Marks, ["new", "urgent"])
            .SetByServer(made => made.Counts, [1, 2])
            .SetByServer(made => made.States, [State.InWork, State.Done])
            .SetByServer(made => made.Total, new Money { Currency = "EUR" }.SetByServer(money => money.Amount, 9.5));
        using var api = new StubTransport();
        api.On(HttpMethod.Get, "/orders/42").Returns(order);
        api.On(HttpMethod.Get, "/orders").Returns([order]);
        var client = api.CreateClient<OrdersClient>();

        foreach (var read in new[] { (await client.Orders[42].GetAsync(cancellationToken: Cancellation)).Value, (await client.Orders.GetAsync(cancellationToken: Cancellation))!.Single() })
        {
            Assert.Equal(("Paper", 42L, Order_state.InWork, DateTimeOffset.UnixEpoch), (read.Label, read.Id, read.State, read.MadeAt));
            Assert.Equal((new Date(2026, 2, 3).ToString(), 1.25m, false), (read.Due.ToString(), read.Weight, read.Checked));
            Assert.Equal(["new", "urgent"], read.Marks!);
            Assert.Equal([1, 2], read.Counts!);
            Assert.Equal([State.InWork, State.Done], read.States!);
            Assert.Equal(("EUR", 9.5), (read.Total!.Currency, read.Total.Amount));
            var line = Assert.Single(read.Lines!);
            Assert.Equal(("A4", 1), (line.Article, line.Number));
        }
    }

    [Fact]
    public async Task Is_not_sent_by_a_client()
    {
        using var api = new StubTransport();
        api.On(HttpMethod.Post, "/orders").Returns(new Order());

        await api.CreateClient<OrdersClient>().Orders.PostAsync(new Order { Label = "Paper" }.SetByServer(order => order.Id, 42), cancellationToken: Cancellation);

        Assert.Equal("""{"label":"Paper"}""", api.Requests[0].Body);
    }
}
