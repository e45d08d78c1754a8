namespace SieSmart.Sandbox.Storage;

/// <summary>Keeps nothing: the state ends with the server.</summary>
internal sealed class TransientStateStore : IStateStore
{
    public IReadOnlyList<T> Load<T>(string kind) => [];

    public void Save<T>(string kind, string id, T document)
    {
    }

    public void Delete(string kind, string id)
    {
    }

    public void Clear(string kind)
    {
    }

    public void Dispose()
    {
    }
}
