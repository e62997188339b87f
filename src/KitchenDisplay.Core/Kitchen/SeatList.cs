namespace KitchenDisplay.Core.Kitchen;

/// <summary>Seats as a cook reads them: "S1 S3", and from three in a row on "S1–4".</summary>
public static class SeatList
{
    /// <param name="seats">Null for a shared portion, which has no seat to name.</param>
    public static string Write(IEnumerable<int?> seats)
    {
        var sorted = seats.OfType<int>().Distinct().Order().ToList();
        var parts = new List<string>();
        for (var i = 0; i < sorted.Count;)
        {
            var last = i;
            while (last + 1 < sorted.Count && sorted[last + 1] == sorted[last] + 1) last++;
            if (last - i < 2) last = i;
            parts.Add(last == i ? $"S{sorted[i]}" : $"S{sorted[i]}–{sorted[last]}");
            i = last + 1;
        }
        return string.Join(' ', parts);
    }
}
