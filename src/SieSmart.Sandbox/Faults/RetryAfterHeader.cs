using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SieSmart.Sandbox.Faults;

internal static class RetryAfterHeader
{
    public static void Write(HttpResponse response, RetryAfterForm form, TimeSpan wait, TimeProvider timeProvider)
    {
        if (form == RetryAfterForm.Seconds)
        {
            var seconds = (long)Math.Ceiling(wait.TotalSeconds);
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
        else if (form == RetryAfterForm.Date)
        {
            // The format drops the fraction of a second; a client that comes back early would be rejected.
            var date = timeProvider.GetUtcNow() + wait + TimeSpan.FromMilliseconds(999);
            response.Headers.RetryAfter = date.ToString("R", CultureInfo.InvariantCulture);
        }
    }
}
