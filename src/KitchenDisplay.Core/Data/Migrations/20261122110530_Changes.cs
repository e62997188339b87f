using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <summary>What EF cannot declare: the table of changes with its triggers, and the sequence of ticket numbers.</summary>
    public partial class Changes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // One database is one restaurant.
            migrationBuilder.Sql("create unique index one_restaurant on restaurant ((true))");

            // A sequence, not a counter row per day: a counter makes all sends wait for each other.
            migrationBuilder.Sql("create sequence ticket_numbers start 1001");

            ChangeNotes.CreateTable(migrationBuilder);
            // A closed order stays on the board as long as the kitchen works for it, so what happens to its tickets and tasks may take it off.
            ChangeNotes.Note(migrationBuilder, "tickets", "ticket", concerned: rows =>
                $"select 'order', o.id from {rows} r join orders o on o.id = r.order_id where o.closed_at is not null");
            ChangeNotes.Note(migrationBuilder, "lines", "ticket", "ticket_id");
            ChangeNotes.Note(migrationBuilder, "prep_tasks", "ticket", "ticket_id", concerned: rows =>
                $"select 'order', o.id from {rows} r join tickets t on t.id = r.ticket_id join orders o on o.id = t.order_id where o.closed_at is not null");
            // A ticket leaves the board with its order, so its row need not be touched.
            ChangeNotes.Note(migrationBuilder, "orders", "order", also:
                "select 'ticket', t.id from tickets t join new_rows n on n.id = t.order_id join old_rows o on o.id = n.id where o.closed_at is distinct from n.closed_at");
            ChangeNotes.Note(migrationBuilder, "order_tables", "order", "order_id");
            ChangeNotes.Note(migrationBuilder, "guests", "order", "order_id");

            ChangeNotes.Note(migrationBuilder, "restaurant", "restaurant");
            ChangeNotes.Note(migrationBuilder, "stations", "station");
            ChangeNotes.Note(migrationBuilder, "areas", "area");
            ChangeNotes.Note(migrationBuilder, "courses", "course");
            ChangeNotes.Note(migrationBuilder, "categories", "category");
            ChangeNotes.Note(migrationBuilder, "modifier_groups", "group");
            ChangeNotes.Note(migrationBuilder, "modifiers", "group", "group_id");
            ChangeNotes.Note(migrationBuilder, "dishes", "dish");
            ChangeNotes.Note(migrationBuilder, "dish_steps", "dish", "dish_id");
            ChangeNotes.Note(migrationBuilder, "dish_allergens", "dish", "dish_id");
            ChangeNotes.Note(migrationBuilder, "dish_modifier_groups", "dish", "dish_id");
            // Their names stand in many orders and tickets, and change seldom.
            ChangeNotes.Note(migrationBuilder, "people", ChangeNotes.All);
            ChangeNotes.Note(migrationBuilder, "dining_tables", ChangeNotes.All);
        }
    }
}
