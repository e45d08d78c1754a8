using CrmPortal.Problems;
using CrmPortal.SigningIn;
using Microsoft.Extensions.Caching.Memory;

namespace CrmPortal.Pages;

/// <summary>
/// Pages that answer a form. They are kept for some hours and shown by an address of their own, so that a browser can go back to
/// them and load them again without sending the form a second time. Thread-safe.
/// </summary>
internal sealed class KeptPages : IDisposable
{
    public const string Path = "/kept";

    // A page is some kilobytes. The least used ones go first.
    private const int MostPages = 2_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostPages });

    /// <summary>Keeps a page, and leads the browser to it. The address can't be guessed.</summary>
    /// <param name="page">What the form is answered with.</param>
    /// <param name="user">Whom it is for: nobody else is shown it.</param>
    public IResult Show(IResult page, DemoUser? user)
    {
        if (page is not ShownPage)
        {
            return page;
        }

        var key = Guid.NewGuid();
        _pages.Set((key, user?.Key), page, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Lifetime });
        return new SeeOther($"{Path}/{key}");
    }

    /// <summary>The page of that key, or one that says that it is kept no more.</summary>
    public IResult Find(Guid key, DemoUser? user) => _pages.Get<IResult>((key, user?.Key)) ?? Problem.NotKept.ToPage();

    public void Dispose() => _pages.Dispose();
}
