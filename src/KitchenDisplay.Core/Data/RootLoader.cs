using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Data;

/// <summary>How the roots of one kind are read whole: those with the given ids, or with null all that are open.</summary>
/// <param name="Kind">The word that the triggers write into <c>changes</c>.</param>
/// <param name="Type">What a root of this kind is on the board.</param>
/// <param name="Load">One statement, whatever the number of roots.</param>
public sealed record RootLoader(string Kind, Type Type, Func<KitchenContext, Guid[]?, IReadOnlyList<KeyValuePair<Guid, object>>> Load)
{
    /// <summary>A loader that looks at the entities of a set.</summary>
    /// <param name="kind">The word that the triggers write.</param>
    /// <param name="look">From the entities to what the board holds; leaves out what is not open.</param>
    /// <param name="id">The root's id.</param>
    public static RootLoader Of<TEntity, TView>(string kind, Func<IQueryable<TEntity>, KitchenContext, IQueryable<TView>> look, Func<TView, Guid> id)
        where TEntity : class
        where TView : class =>
        new(kind, typeof(TView), (db, ids) =>
        {
            var roots = db.Set<TEntity>().AsNoTracking();
            if (ids is not null) roots = roots.Where(r => ids.Contains(EF.Property<Guid>(r, "Id")));
            return look(roots, db).AsSingleQuery().ToList().ConvertAll(view => KeyValuePair.Create(id(view), (object)view));
        });
}
