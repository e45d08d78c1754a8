var total = 0;
for (var i = 0; i < assets.Count; i++)
{
    total += i;
}

Console.WriteLine(total);
