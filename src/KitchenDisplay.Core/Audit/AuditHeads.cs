using System.Globalization;

namespace KitchenDisplay.Core.Audit;

/// <summary>The seals that were appended to a file, read beside the chain. Whoever cuts the chain's end off leaves a whole chain: only this file knows that there was more.</summary>
internal sealed class AuditHeads : IDisposable
{
    private readonly StreamReader? file;
    private (long Number, string Seal)? next;

    /// <param name="path">Null when there is none.</param>
    internal AuditHeads(string? path)
    {
        file = File.Exists(path) ? new StreamReader(path) : null;
        next = Read();
    }

    /// <summary>Whether the file says something else of this block, or of one before it that it had not said yet.</summary>
    internal bool Contradict(long number, byte[] seal)
    {
        for (; next is { } head && head.Number <= number; next = Read())
            if (head.Number != number || head.Seal != Convert.ToHexStringLower(seal)) return true;
        return false;
    }

    /// <summary>A block that the file knows and the chain has no more; null when there is none.</summary>
    internal long? Later(long last)
    {
        for (; next is { } head; next = Read())
            if (head.Number != last) return head.Number;
        return null;
    }

    private (long, string)? Read()
    {
        while (file?.ReadLine() is { } line)
            if (line.Split(' ') is [var number, var seal, ..] && long.TryParse(number, CultureInfo.InvariantCulture, out var block)) return (block, seal);
        return null;
    }

    public void Dispose() => file?.Dispose();
}
