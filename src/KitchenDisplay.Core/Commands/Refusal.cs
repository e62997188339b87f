using System.Globalization;

namespace KitchenDisplay.Core.Commands;

/// <summary>A sentence for a person. The English text is the key under which other languages translate it.</summary>
public sealed record Sentence(string Text, params object[] Args)
{
    public override string ToString() => string.Format(CultureInfo.CurrentCulture, Text, Args);
}

/// <summary>Why a command was not carried out; nothing of it was written.</summary>
public sealed class Refusal(IReadOnlyList<Sentence> reasons) : Exception(string.Join(' ', reasons))
{
    public Refusal(string text, params object[] args) : this([new Sentence(text, args)]) { }

    /// <summary>Every reason, one per thing that is wrong.</summary>
    public IReadOnlyList<Sentence> Reasons { get; } = reasons;

    /// <summary>True when the person may not do this at all, false when only this time it cannot be done.</summary>
    public bool Denied { get; init; }

    /// <summary>True when it would be carried out if the person says that this is meant.</summary>
    public bool CanBeConfirmed { get; init; }

    /// <summary>Dishes of which there is not enough; without them, or with fewer, the rest could be sent as another command.</summary>
    public IReadOnlyList<ShortDish> ShortDishes { get; init; } = [];

    /// <summary>True when the command's id stands for something else for ever: only a new id helps.</summary>
    public bool IdIsUsed { get; init; }
}

/// <summary>A dish of which fewer portions are left than were asked for.</summary>
public sealed record ShortDish(Guid DishId, int Left);
