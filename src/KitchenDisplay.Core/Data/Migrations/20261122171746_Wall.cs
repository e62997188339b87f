using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <summary>Displays, timers and detours; changes after the send; and what is seen on which screen.</summary>
    public partial class Wall : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "rushed_at",
                table: "tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "fallback_id",
                table: "stations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "taken_by_id",
                table: "stations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "allergies_seen",
                table: "prep_tasks",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "home_station_id",
                table: "prep_tasks",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ready_id",
                table: "prep_tasks",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "seen_version",
                table: "prep_tasks",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "start_id",
                table: "prep_tasks",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "void_reason",
                table: "lines",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "voided_at",
                table: "lines",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "detours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    dish_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_station_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_station_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_kind = table.Column<string>(type: "text", nullable: true),
                    from_time = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    to_time = table.Column<TimeOnly>(type: "time without time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_detours", x => x.id);
                    table.CheckConstraint("detour_has_both_times_or_none", "(from_time is null) = (to_time is null)");
                    table.CheckConstraint("detour_leads_elsewhere", "from_station_id <> to_station_id");
                    table.ForeignKey(
                        name: "fk_detours_dishes_dish_id",
                        column: x => x.dish_id,
                        principalTable: "dishes",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_detours_stations_from_station_id",
                        column: x => x.from_station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_detours_stations_to_station_id",
                        column: x => x.to_station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "displays",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_everywhere = table.Column<bool>(type: "boolean", nullable: false),
                    settings = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_displays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "line_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    was = table.Column<string>(type: "jsonb", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_line_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_line_changes_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_line_changes_people_changed_by",
                        column: x => x.changed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_line_changes_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "missing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    station_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missing", x => x.id);
                    table.ForeignKey(
                        name: "fk_missing_prep_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "prep_tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_missing_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sightings",
                columns: table => new
                {
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    station_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sightings", x => new { x.line_id, x.version, x.station_id });
                    table.ForeignKey(
                        name: "fk_sightings_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sightings_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timer_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    station_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order_kind = table.Column<string>(type: "text", nullable: true),
                    due_minutes = table.Column<int>(type: "integer", nullable: false),
                    late_minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timer_rules", x => x.id);
                    table.CheckConstraint("late_comes_after_due", "due_minutes > 0 and late_minutes >= due_minutes");
                    table.ForeignKey(
                        name: "fk_timer_rules_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "display_stations",
                columns: table => new
                {
                    display_id = table.Column<Guid>(type: "uuid", nullable: false),
                    station_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_display_stations", x => new { x.display_id, x.station_id });
                    table.ForeignKey(
                        name: "fk_display_stations_displays_display_id",
                        column: x => x.display_id,
                        principalTable: "displays",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_display_stations_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "screens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_id = table.Column<Guid>(type: "uuid", nullable: true),
                    station_ids = table.Column<Guid[]>(type: "uuid[]", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_visible = table.Column<bool>(type: "boolean", nullable: false),
                    has_wake_lock = table.Column<bool>(type: "boolean", nullable: true),
                    zoom = table.Column<decimal>(type: "numeric(12,3)", precision: 12, scale: 3, nullable: false),
                    is_audible = table.Column<bool>(type: "boolean", nullable: false),
                    lacks = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screens", x => x.id);
                    table.ForeignKey(
                        name: "fk_screens_displays_display_id",
                        column: x => x.display_id,
                        principalTable: "displays",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_business_day",
                table: "orders",
                column: "business_day");

            migrationBuilder.CreateIndex(
                name: "ix_stations_fallback_id",
                table: "stations",
                column: "fallback_id");

            migrationBuilder.CreateIndex(
                name: "ix_stations_taken_by_id",
                table: "stations",
                column: "taken_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_prep_tasks_home_station_id",
                table: "prep_tasks",
                column: "home_station_id");

            migrationBuilder.AddCheckConstraint(
                name: "void_line_has_its_time",
                table: "lines",
                sql: "(state = 'Void') = (voided_at is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_detours_dish_id",
                table: "detours",
                column: "dish_id");

            migrationBuilder.CreateIndex(
                name: "ix_detours_from_station_id",
                table: "detours",
                column: "from_station_id");

            migrationBuilder.CreateIndex(
                name: "ix_detours_to_station_id",
                table: "detours",
                column: "to_station_id");

            migrationBuilder.CreateIndex(
                name: "ix_display_stations_station_id",
                table: "display_stations",
                column: "station_id");

            migrationBuilder.CreateIndex(
                name: "ix_displays_slug",
                table: "displays",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_line_changes_changed_by",
                table: "line_changes",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_line_changes_line_id_version",
                table: "line_changes",
                columns: new[] { "line_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_line_changes_ticket_id",
                table: "line_changes",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_missing_since",
                table: "missing",
                column: "since");

            migrationBuilder.CreateIndex(
                name: "ix_missing_ticket_id",
                table: "missing",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "missing_now",
                table: "missing",
                column: "task_id",
                unique: true,
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_screens_display_id",
                table: "screens",
                column: "display_id");

            migrationBuilder.CreateIndex(
                name: "ix_screens_heard_at",
                table: "screens",
                column: "heard_at");

            migrationBuilder.CreateIndex(
                name: "ix_sightings_ticket_id",
                table: "sightings",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_timer_rules_station_id_order_kind",
                table: "timer_rules",
                columns: new[] { "station_id", "order_kind" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.AddForeignKey(
                name: "fk_prep_tasks_stations_home_station_id",
                table: "prep_tasks",
                column: "home_station_id",
                principalTable: "stations",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_stations_displays_fallback_id",
                table: "stations",
                column: "fallback_id",
                principalTable: "displays",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "fk_stations_displays_taken_by_id",
                table: "stations",
                column: "taken_by_id",
                principalTable: "displays",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            // A house that is older than displays gets one for each station, under the address that its walls already have.
            migrationBuilder.Sql("""
                insert into displays (id, name, slug, position, is_everywhere, settings) select id, name, slug, position, false, '{}' from stations;
                insert into display_stations (display_id, station_id) select id, id from stations;
                """);

            ChangeNotes.Note(migrationBuilder, "displays", "display");
            ChangeNotes.Note(migrationBuilder, "display_stations", "display", "display_id");
            ChangeNotes.Note(migrationBuilder, "timer_rules", "timer_rule");
            ChangeNotes.Note(migrationBuilder, "missing", "ticket", "ticket_id");
            ChangeNotes.Note(migrationBuilder, "sightings", "sighting", "ticket_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_business_day",
                table: "orders");

            migrationBuilder.DropForeignKey(
                name: "fk_prep_tasks_stations_home_station_id",
                table: "prep_tasks");

            migrationBuilder.DropForeignKey(
                name: "fk_stations_displays_fallback_id",
                table: "stations");

            migrationBuilder.DropForeignKey(
                name: "fk_stations_displays_taken_by_id",
                table: "stations");

            migrationBuilder.DropTable(
                name: "detours");

            migrationBuilder.DropTable(
                name: "display_stations");

            migrationBuilder.DropTable(
                name: "line_changes");

            migrationBuilder.DropTable(
                name: "missing");

            migrationBuilder.DropTable(
                name: "screens");

            migrationBuilder.DropTable(
                name: "sightings");

            migrationBuilder.DropTable(
                name: "timer_rules");

            migrationBuilder.DropTable(
                name: "displays");

            migrationBuilder.DropIndex(
                name: "ix_stations_fallback_id",
                table: "stations");

            migrationBuilder.DropIndex(
                name: "ix_stations_taken_by_id",
                table: "stations");

            migrationBuilder.DropIndex(
                name: "ix_prep_tasks_home_station_id",
                table: "prep_tasks");

            migrationBuilder.DropCheckConstraint(
                name: "void_line_has_its_time",
                table: "lines");

            migrationBuilder.DropColumn(
                name: "rushed_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "fallback_id",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "taken_by_id",
                table: "stations");

            migrationBuilder.DropColumn(
                name: "allergies_seen",
                table: "prep_tasks");

            migrationBuilder.DropColumn(
                name: "home_station_id",
                table: "prep_tasks");

            migrationBuilder.DropColumn(
                name: "ready_id",
                table: "prep_tasks");

            migrationBuilder.DropColumn(
                name: "seen_version",
                table: "prep_tasks");

            migrationBuilder.DropColumn(
                name: "start_id",
                table: "prep_tasks");

            migrationBuilder.DropColumn(
                name: "void_reason",
                table: "lines");

            migrationBuilder.DropColumn(
                name: "voided_at",
                table: "lines");
        }
    }
}
