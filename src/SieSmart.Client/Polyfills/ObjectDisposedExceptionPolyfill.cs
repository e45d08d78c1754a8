namespace System;

/// <summary>The guard that newer frameworks have on the exception itself.</summary>
internal static class ObjectDisposedExceptionPolyfill
{
    extension(ObjectDisposedException)
    {
        public static void ThrowIf(bool condition, object instance)
        {
            if (condition)
            {
                throw new ObjectDisposedException(instance.GetType().FullName);
            }
        }
    }
}
