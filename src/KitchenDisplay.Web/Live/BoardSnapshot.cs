using System.Collections.Immutable;

namespace KitchenDisplay.Web.Live;

/// <summary>Everything that screens may show, at one moment of the database. Never changed.</summary>
/// <param name="Version">Grows with each snapshot of this node; means nothing on another node.</param>
/// <param name="Roots">By type and id.</param>
public sealed record BoardSnapshot(long Version, ImmutableDictionary<Type, ImmutableDictionary<Guid, object>> Roots)
{
    public static readonly BoardSnapshot Empty = new(0, ImmutableDictionary<Type, ImmutableDictionary<Guid, object>>.Empty);

    /// <summary>The root with this id, or null if it is not on the board.</summary>
    public T? Find<T>(Guid id) where T : class => Of<T>().GetValueOrDefault(id) as T;

    /// <summary>All roots of a type, in no order.</summary>
    public IEnumerable<T> All<T>() where T : class => Of<T>().Values.Cast<T>();

    /// <summary>The roots of a type as one object: the same one as long as none of them has changed.</summary>
    public ImmutableDictionary<Guid, object> Of<T>() where T : class => Roots.GetValueOrDefault(typeof(T), ImmutableDictionary<Guid, object>.Empty);
}
