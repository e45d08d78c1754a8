using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime.Sending;

/// <summary>Finds an option of a request. There are one or two, so looking at them costs less than the hash of a type's name.</summary>
internal static class CallOptions
{
    /// <summary>The option of a type; null if there is none.</summary>
    public static TOption? Find<TOption>(RequestInformation requestInfo)
        where TOption : class, IRequestOption
    {
        if (requestInfo.RequestOptions is not Dictionary<string, IRequestOption>.ValueCollection options)
        {
            return requestInfo.GetRequestOption<TOption>();
        }

        foreach (var option in options)
        {
            if (option.GetType() == typeof(TOption))
            {
                return (TOption)option;
            }
        }

        return null;
    }
}
