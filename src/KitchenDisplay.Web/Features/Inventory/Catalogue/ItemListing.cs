using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;

namespace KitchenDisplay.Web.Features.Inventory.Catalogue;

/// <summary>A list of items as somebody goes through it. A filter that is refused leaves the last list where it was.</summary>
public sealed class ItemListing(ItemCatalogue catalogue, ListAddress address)
{
    private IReadOnlyList<Promotion> promoted = [];
    private ItemWish wish = new(ItemFilter.None);
    private int asked;

    public ListAddress Address { get; private set; } = address;
    public ItemFilter Filter { get; private set; } = ItemFilter.None;
    public ItemsFound Page { get; private set; } = new([], false, false, []);

    /// <summary>How many items the filter lets through; null while nobody has counted.</summary>
    public ItemCount? Count { get; private set; }

    /// <summary>What is in stock of the items of this page, newer than the page.</summary>
    public IReadOnlyDictionary<Guid, ItemStock> Stock { get; private set; } = new Dictionary<Guid, ItemStock>();

    public IReadOnlyList<Sentence> Reasons { get; private set; } = [];
    public bool IsRead { get; private set; }

    /// <summary>What the list can be sorted by.</summary>
    public IReadOnlyCollection<string> Sortable => [KnownFields.Code, KnownFields.Category, .. promoted.Where(p => p.State == PromotionState.Ready).Select(p => p.Name)];

    /// <summary>Reads the page that the address names.</summary>
    public Task ReadAsync() => GoAsync(Address);

    /// <summary>Reads another one.</summary>
    /// <returns>Whether it is another set of items, to be counted.</returns>
    public async Task<bool> GoAsync(ListAddress wanted)
    {
        var isOther = wanted.Filter != Address.Filter || Count is null;
        Address = wanted;
        await TryAsync(async () =>
        {
            promoted = await catalogue.PromotedAsync();
            var filter = ItemFilter.Read(wanted.Filter);
            var whole = new ItemWish(filter) { Order = wanted.OrderOf(promoted) };
            var key = await catalogue.JumpAsync(whole, wanted.At);
            return (filter, whole with { After = key });
        });
        if (isOther) Count = null;
        return isOther;
    }

    /// <summary>The next page.</summary>
    public Task OnAsync() => TurnAsync(wish with { After = Page.Rows[^1].Key, Before = null });

    /// <summary>The page before.</summary>
    public Task BackAsync() => TurnAsync(wish with { Before = Page.Rows[0].Key, After = null });

    /// <summary>The page that begins with the first name that has these letters first, or would have.</summary>
    public Task LetterAsync(string letter) => TurnAsync(wish with { After = new([letter.ToLowerInvariant()], Guid.Empty), Before = null });

    /// <summary>This page once more.</summary>
    public Task AgainAsync() => TurnAsync(wish);

    /// <summary>How this page was read.</summary>
    public Task<IReadOnlyList<QueryRun>> ExplainAsync() => catalogue.ExplainAsync(wish);

    public async Task CountAsync()
    {
        var question = asked;
        var count = await catalogue.CountAsync(Filter);
        if (question == asked) Count = count;
    }

    /// <summary>Looks how much there is now.</summary>
    /// <returns>Whether something has changed.</returns>
    public async Task<bool> LookAsync(CancellationToken cancel)
    {
        if (Page.Rows.Count == 0) return false;
        var now = await catalogue.StockAsync([.. Page.Rows.Select(r => r.Id)], cancel);
        var isNew = Page.Rows.Any(r => now.TryGetValue(r.Id, out var stock) && stock != Stock.GetValueOrDefault(r.Id, r.Stock));
        if (isNew) Stock = now;
        return isNew;
    }

    private Task TurnAsync(ItemWish wanted) => TryAsync(() => Task.FromResult((Filter, wanted)));

    // Somebody who types is faster than the database: only the last question's answer counts.
    private async Task TryAsync(Func<Task<(ItemFilter Filter, ItemWish Wish)>> ask)
    {
        var question = ++asked;
        try
        {
            var (filter, wanted) = await ask();
            var page = await catalogue.FindAsync(wanted);
            if (question != asked) return;
            (Filter, wish, Page, Stock, Reasons, IsRead) = (filter, wanted, page, new Dictionary<Guid, ItemStock>(), [], true);
        }
        catch (Refusal refusal)
        {
            if (question == asked) Reasons = refusal.Reasons;
        }
        catch (System.Data.Common.DbException)
        {
            if (question == asked) Reasons = [new("The database does not answer. Try again in a moment.")];
        }
    }
}
