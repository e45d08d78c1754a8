var isFirst = etag == ETag.Parse("\"1\"");
Console.WriteLine($"{isFirst} {ETag.Any} {default(ETag).IsMissing}");
