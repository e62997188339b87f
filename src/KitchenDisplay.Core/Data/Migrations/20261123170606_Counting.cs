using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Counting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "count_sheets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_blind = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_count_sheets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelf_spots",
                columns: table => new
                {
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelf_spots", x => new { x.place_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_shelf_spots_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_shelf_spots_places_place_id",
                        column: x => x.place_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "temperature_points",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_temperature_points", x => x.id);
                    table.ForeignKey(
                        name: "fk_temperature_points_places_place_id",
                        column: x => x.place_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wastes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dish_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    worth = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wastes", x => x.id);
                    table.CheckConstraint("item_or_dish", "(item_id is null) <> (dish_id is null)");
                });

            migrationBuilder.CreateTable(
                name: "count_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    tally_id = table.Column<Guid>(type: "uuid", nullable: true),
                    booked = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    worth = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    is_overtaken = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_count_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_count_lines_count_sheets_sheet_id",
                        column: x => x.sheet_id,
                        principalTable: "count_sheets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_count_lines_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_count_lines_places_place_id",
                        column: x => x.place_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "temperature_plans",
                columns: table => new
                {
                    point_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    min = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    max = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    times = table.Column<TimeOnly[]>(type: "time without time zone[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_temperature_plans", x => new { x.point_id, x.since });
                    table.CheckConstraint("a_limit_is_set", "(min is not null or max is not null) and coalesce(min <= max, true)");
                    table.ForeignKey(
                        name: "fk_temperature_plans_temperature_points_point_id",
                        column: x => x.point_id,
                        principalTable: "temperature_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "temperature_readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    point_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    celsius = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: false),
                    min = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    max = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    action = table.Column<string>(type: "text", nullable: true),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_temperature_readings", x => x.id);
                    table.CheckConstraint("a_failure_has_an_action", "action is not null or not coalesce(celsius < min, false) and not coalesce(celsius > max, false)");
                    table.ForeignKey(
                        name: "fk_temperature_readings_temperature_points_point_id",
                        column: x => x.point_id,
                        principalTable: "temperature_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_temperature_readings_temperature_readings_supersedes_id",
                        column: x => x.supersedes_id,
                        principalTable: "temperature_readings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waste_photos",
                columns: table => new
                {
                    waste_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waste_photos", x => x.waste_id);
                    table.CheckConstraint("photo_is_a_picture", "content_type in ('image/jpeg', 'image/png', 'image/webp') and octet_length(bytes) <= 6291456");
                    table.ForeignKey(
                        name: "fk_waste_photos_wastes_waste_id",
                        column: x => x.waste_id,
                        principalTable: "wastes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tallies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    said = table.Column<string>(type: "text", nullable: false),
                    expected = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    known = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tallies", x => x.id);
                    table.CheckConstraint("tally_is_not_negative", "quantity >= 0");
                    table.ForeignKey(
                        name: "fk_tallies_count_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "count_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_count_lines_item_id",
                table: "count_lines",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_count_lines_place_id",
                table: "count_lines",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_count_lines_sheet_id_place_id_item_id",
                table: "count_lines",
                columns: new[] { "sheet_id", "place_id", "item_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_count_sheets_opened_at",
                table: "count_sheets",
                column: "opened_at");

            migrationBuilder.CreateIndex(
                name: "ix_shelf_spots_item_id",
                table: "shelf_spots",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_tallies_line_id",
                table: "tallies",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_temperature_points_place_id",
                table: "temperature_points",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_temperature_readings_at",
                table: "temperature_readings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_temperature_readings_point_id",
                table: "temperature_readings",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "ix_temperature_readings_supersedes_id",
                table: "temperature_readings",
                column: "supersedes_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wastes_at",
                table: "wastes",
                column: "at");
            ChangeNotes.Note(migrationBuilder, "count_sheets", "count");
            ChangeNotes.Note(migrationBuilder, "count_lines", "count", "sheet_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "count_sheets", "count_lines" })
                foreach (var on in new[] { "insert", "update", "delete", "truncate" }) migrationBuilder.Sql($"drop function note_{table}_{on} cascade");

            migrationBuilder.DropTable(
                name: "shelf_spots");

            migrationBuilder.DropTable(
                name: "tallies");

            migrationBuilder.DropTable(
                name: "temperature_plans");

            migrationBuilder.DropTable(
                name: "temperature_readings");

            migrationBuilder.DropTable(
                name: "waste_photos");

            migrationBuilder.DropTable(
                name: "count_lines");

            migrationBuilder.DropTable(
                name: "temperature_points");

            migrationBuilder.DropTable(
                name: "wastes");

            migrationBuilder.DropTable(
                name: "count_sheets");
        }
    }
}
