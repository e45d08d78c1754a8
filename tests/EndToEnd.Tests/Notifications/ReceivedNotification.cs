using System.Text.Json;

namespace EndToEnd.Tests.Notifications;

internal sealed record ReceivedNotification(string Line, string ApiKey, JsonElement Body);
