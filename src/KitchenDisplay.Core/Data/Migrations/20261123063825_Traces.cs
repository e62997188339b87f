using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Traces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "equipment",
                table: "recipes",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string[]>(
                name: "clears",
                table: "modifiers",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string[]>(
                name: "contains",
                table: "modifiers",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string[]>(
                name: "may_contain",
                table: "modifiers",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string[]>(
                name: "not_declared",
                table: "modifiers",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "shared_equipment",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_equipment", x => x.name);
                });

            foreach (var sql in Recipes.Search.SearchTables.More()) migrationBuilder.Sql(sql);
            // Until its items are known, something more on the plate may bring anything.
            migrationBuilder.Sql("update modifiers set not_declared = array['Gluten', 'Crustaceans', 'Eggs', 'Fish', 'Peanuts', 'Soybeans', 'Milk', 'Nuts', 'Celery', 'Mustard', 'Sesame', 'Sulphites', 'Lupin', 'Molluscs'] where kind = 'Extra'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var sql in Recipes.Search.SearchTables.Less()) migrationBuilder.Sql(sql);

            migrationBuilder.DropTable(
                name: "shared_equipment");

            migrationBuilder.DropColumn(
                name: "equipment",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "clears",
                table: "modifiers");

            migrationBuilder.DropColumn(
                name: "contains",
                table: "modifiers");

            migrationBuilder.DropColumn(
                name: "may_contain",
                table: "modifiers");

            migrationBuilder.DropColumn(
                name: "not_declared",
                table: "modifiers");
        }
    }
}
