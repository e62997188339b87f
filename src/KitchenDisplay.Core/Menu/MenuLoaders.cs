using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Core.Menu;

/// <summary>How the board reads what seldom changes: the house, its people and its menu. The entities stand on the board as they are and are only looked at there.</summary>
public static class MenuLoaders
{
    public static IReadOnlyList<RootLoader> All { get; } =
    [
        new("restaurant", typeof(Restaurant), "select r.id, to_json(r) as view from restaurant r"),
        new("station", typeof(Station), "select s.id, to_json(s) as view from stations s"),
        new("display", typeof(Display), $"""
            select d.id, to_jsonb(d) || jsonb_build_object('stations', {RootLoader.Many("s", "s.station_id", "display_stations s where s.display_id = d.id")}) as view
            from displays d
            """),
        new("timer_rule", typeof(TimerRule), "select r.id, to_json(r) as view from timer_rules r"),
        new("course", typeof(Course), "select c.id, to_json(c) as view from courses c"),
        new("person", typeof(Person), "select p.id, to_json(p) as view from people p where p.active"),
        new("category", typeof(Category), "select c.id, to_json(c) as view from categories c"),
        new("area", typeof(Area), $"""
            select a.id, to_jsonb(a) || jsonb_build_object('tables', {RootLoader.Many("t", "t.position", "dining_tables t where t.area_id = a.id")}) as view
            from areas a
            """),
        new("group", typeof(ModifierGroup), $"""
            select g.id, to_jsonb(g) || jsonb_build_object('modifiers', {RootLoader.Many("m", "m.position", "modifiers m where m.group_id = g.id and m.active")}) as view
            from modifier_groups g
            """),
        new("dish", typeof(Dish), $"""
            select d.id, to_jsonb(d) || jsonb_build_object(
                'steps', {RootLoader.Many("s", "s.step, s.station_id", "dish_steps s where s.dish_id = d.id")},
                'groups', {RootLoader.Many("g", "g.position", "dish_modifier_groups g where g.dish_id = d.id")},
                'allergens', {RootLoader.Many("a", "a.allergen", "dish_allergens a where a.dish_id = d.id")}) as view
            from dishes d where d.active
            """),
    ];
}
