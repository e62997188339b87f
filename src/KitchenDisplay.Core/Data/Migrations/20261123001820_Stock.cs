using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Stock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "consumed_id",
                table: "lines",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "portion",
                table: "dishes",
                type: "numeric(14,4)",
                precision: 14,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "portion_unit",
                table: "dishes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "recipe_id",
                table: "dishes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "declared",
                table: "dish_allergens",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "dish_counts",
                columns: table => new
                {
                    dish_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counted = table.Column<int>(type: "integer", nullable: false),
                    left = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dish_counts", x => x.dish_id);
                    table.CheckConstraint("no_portion_is_sold_twice", "\"left\" >= 0");
                    table.ForeignKey(
                        name: "fk_dish_counts_dishes_dish_id",
                        column: x => x.dish_id,
                        principalTable: "dishes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    allergens = table.Column<string>(type: "jsonb", nullable: false),
                    attributes = table.Column<string>(type: "jsonb", nullable: false),
                    nearly_out_at = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => x.id);
                    table.ForeignKey(
                        name: "fk_places_places_parent_id",
                        column: x => x.parent_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recipes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    yield = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    yield_unit = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipes", x => x.id);
                    table.CheckConstraint("yield_is_positive", "yield > 0");
                });

            migrationBuilder.CreateTable(
                name: "stock_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expired = table.Column<int>(type: "integer", nullable: false),
                    differences = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "dish_needs",
                columns: table => new
                {
                    dish_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dish_needs", x => new { x.dish_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_dish_needs_dishes_dish_id",
                        column: x => x.dish_id,
                        principalTable: "dishes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_dish_needs_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "eighty_sixes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dish_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    station_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    makes_what_was_sent = table.Column<bool>(type: "boolean", nullable: false),
                    restored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    restored_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_eighty_sixes", x => x.id);
                    table.CheckConstraint("one_thing_is_out", "num_nonnulls(dish_id, item_id, station_id) = 1");
                    table.ForeignKey(
                        name: "fk_eighty_sixes_dishes_dish_id",
                        column: x => x.dish_id,
                        principalTable: "dishes",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_eighty_sixes_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_eighty_sixes_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "item_measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    of_quantity = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    of_unit = table.Column<string>(type: "text", nullable: false),
                    is_pack = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_measures", x => x.id);
                    table.CheckConstraint("measures_are_positive", "quantity > 0 and of_quantity > 0");
                    table.ForeignKey(
                        name: "fk_item_measures_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    use_by = table.Column<DateOnly>(type: "date", nullable: true),
                    best_before = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pack_size = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    unit_cost = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    split_from_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots", x => x.id);
                    table.CheckConstraint("cost_is_not_negative", "unit_cost >= 0");
                    table.ForeignKey(
                        name: "fk_lots_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "modifier_items",
                columns: table => new
                {
                    modifier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_modifier_items", x => new { x.modifier_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_modifier_items_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_modifier_items_modifiers_modifier_id",
                        column: x => x.modifier_id,
                        principalTable: "modifiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "modifier_needs",
                columns: table => new
                {
                    modifier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_modifier_needs", x => new { x.modifier_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_modifier_needs_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_modifier_needs_modifiers_modifier_id",
                        column: x => x.modifier_id,
                        principalTable: "modifiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stock",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_hand = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    reserved = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    allow_short = table.Column<bool>(type: "boolean", nullable: false),
                    always_strict = table.Column<bool>(type: "boolean", nullable: false),
                    is_limiting = table.Column<bool>(type: "boolean", nullable: false),
                    short_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock", x => x.item_id);
                    table.CheckConstraint("nothing_is_sold_twice", "allow_short or reserved between 0 and on_hand");
                    table.ForeignKey(
                        name: "fk_stock_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recipe_lines",
                columns: table => new
                {
                    recipe_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sub_recipe_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quantity = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    usable = table.Column<decimal>(type: "numeric(5,4)", precision: 5, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipe_lines", x => new { x.recipe_id, x.position });
                    table.CheckConstraint("item_or_recipe", "(item_id is null) <> (sub_recipe_id is null)");
                    table.CheckConstraint("recipe_quantity_is_positive", "quantity > 0 and usable > 0 and usable <= 1");
                    table.ForeignKey(
                        name: "fk_recipe_lines_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recipe_lines_recipes_recipe_id",
                        column: x => x.recipe_id,
                        principalTable: "recipes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_recipe_lines_recipes_sub_recipe_id",
                        column: x => x.sub_recipe_id,
                        principalTable: "recipes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cost_layers",
                columns: table => new
                {
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    unit_cost = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    remaining = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_layers", x => x.lot_id);
                    table.CheckConstraint("a_layer_is_not_negative", "remaining >= 0");
                    table.ForeignKey(
                        name: "fk_cost_layers_lots_lot_id",
                        column: x => x.lot_id,
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_lots",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_hand = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_lots", x => new { x.item_id, x.place_id, x.lot_id });
                    table.CheckConstraint("a_lot_is_not_negative", "on_hand >= 0");
                    table.ForeignKey(
                        name: "fk_stock_lots_lots_lot_id",
                        column: x => x.lot_id,
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stock_lots_places_place_id",
                        column: x => x.place_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dishes_recipe_id",
                table: "dishes",
                column: "recipe_id");

            migrationBuilder.CreateIndex(
                name: "ix_cost_layers_item_id",
                table: "cost_layers",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_dish_needs_item_id",
                table: "dish_needs",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "eighty_sixes_out",
                table: "eighty_sixes",
                column: "restored_at",
                filter: "restored_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_eighty_sixes_dish_id",
                table: "eighty_sixes",
                column: "dish_id");

            migrationBuilder.CreateIndex(
                name: "ix_eighty_sixes_item_id",
                table: "eighty_sixes",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_eighty_sixes_station_id",
                table: "eighty_sixes",
                column: "station_id");

            migrationBuilder.CreateIndex(
                name: "ix_item_measures_item_id",
                table: "item_measures",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_items_name",
                table: "items",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lots_code",
                table: "lots",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_lots_item_id",
                table: "lots",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_modifier_items_item_id",
                table: "modifier_items",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_modifier_needs_item_id",
                table: "modifier_needs",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_places_parent_id",
                table: "places",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_recipe_lines_item_id",
                table: "recipe_lines",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_recipe_lines_sub_recipe_id",
                table: "recipe_lines",
                column: "sub_recipe_id");

            migrationBuilder.CreateIndex(
                name: "ix_recipes_name",
                table: "recipes",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stock_lots_lot_id",
                table: "stock_lots",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_lots_place_id",
                table: "stock_lots",
                column: "place_id");

            migrationBuilder.AddForeignKey(
                name: "fk_dishes_recipes_recipe_id",
                table: "dishes",
                column: "recipe_id",
                principalTable: "recipes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("update dish_allergens set declared = state");
            LedgerTable.Create(migrationBuilder);
            ChangeNotes.Note(migrationBuilder, "dish_needs", "portions", "dish_id");
            ChangeNotes.Note(migrationBuilder, "dish_counts", "portions", "dish_id");
            ChangeNotes.Note(migrationBuilder, "eighty_sixes", "out");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table movements; drop function open_ledger_month; drop function close_ledger_month; drop function note_portions cascade");
            foreach (var table in new[] { "dish_needs", "dish_counts", "eighty_sixes" })
                foreach (var on in new[] { "insert", "update", "delete", "truncate" }) migrationBuilder.Sql($"drop function note_{table}_{on} cascade");

            migrationBuilder.DropForeignKey(
                name: "fk_dishes_recipes_recipe_id",
                table: "dishes");

            migrationBuilder.DropTable(
                name: "cost_layers");

            migrationBuilder.DropTable(
                name: "dish_counts");

            migrationBuilder.DropTable(
                name: "dish_needs");

            migrationBuilder.DropTable(
                name: "eighty_sixes");

            migrationBuilder.DropTable(
                name: "item_measures");

            migrationBuilder.DropTable(
                name: "modifier_items");

            migrationBuilder.DropTable(
                name: "modifier_needs");

            migrationBuilder.DropTable(
                name: "recipe_lines");

            migrationBuilder.DropTable(
                name: "stock");

            migrationBuilder.DropTable(
                name: "stock_days");

            migrationBuilder.DropTable(
                name: "stock_lots");

            migrationBuilder.DropTable(
                name: "recipes");

            migrationBuilder.DropTable(
                name: "lots");

            migrationBuilder.DropTable(
                name: "places");

            migrationBuilder.DropTable(
                name: "items");

            migrationBuilder.DropIndex(
                name: "ix_dishes_recipe_id",
                table: "dishes");

            migrationBuilder.DropColumn(
                name: "consumed_id",
                table: "lines");

            migrationBuilder.DropColumn(
                name: "portion",
                table: "dishes");

            migrationBuilder.DropColumn(
                name: "portion_unit",
                table: "dishes");

            migrationBuilder.DropColumn(
                name: "recipe_id",
                table: "dishes");

            migrationBuilder.DropColumn(
                name: "declared",
                table: "dish_allergens");
        }
    }
}
