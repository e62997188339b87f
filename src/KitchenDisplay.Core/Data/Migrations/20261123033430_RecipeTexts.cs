using System;
using KitchenDisplay.Core.Recipes.Search;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class RecipeTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_recipes_name",
                table: "recipes");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "recipes",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<Guid>(
                name: "changed_by",
                table: "recipes",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "course",
                table: "recipes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cuisine",
                table: "recipes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "free_of",
                table: "recipes",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string[]>(
                name: "holds",
                table: "recipes",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "ingredient_words",
                table: "recipes",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_linked",
                table: "recipes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "recipes",
                type: "text",
                nullable: false,
                defaultValue: "en");

            migrationBuilder.AddColumn<string>(
                name: "method_words",
                table: "recipes",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "recipes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "recipes",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tag_words",
                table: "recipes",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string[]>(
                name: "tags",
                table: "recipes",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "text",
                table: "recipes",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{\"title\": \"\"}'");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "recipes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "recipe_versions",
                columns: table => new
                {
                    recipe_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipe_versions", x => new { x.recipe_id, x.version });
                    table.ForeignKey(
                        name: "fk_recipe_versions_recipes_recipe_id",
                        column: x => x.recipe_id,
                        principalTable: "recipes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recipe_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipe_words", x => x.word);
                });

            migrationBuilder.CreateTable(
                name: "synonyms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_synonyms", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_recipes_name",
                table: "recipes",
                column: "name");

            // What there is has no text yet: its lines are its ingredients.
            migrationBuilder.Sql("""
                with written as (
                    select r.id, r.name, r.yield, r.yield_unit, string_agg(concat_ws(' ', trim_scale(l.quantity), l.unit, coalesce(i.name, s.name)), E'\n' order by l.position) as words,
                        coalesce(jsonb_agg(jsonb_build_object('text', concat_ws(' ', trim_scale(l.quantity), l.unit, coalesce(i.name, s.name)), 'quantity', l.quantity, 'unit', l.unit, 'name', coalesce(i.name, s.name), 'is_optional', false, 'confidence', 1) order by l.position)
                            filter (where l.recipe_id is not null), '[]') as lines
                    from recipes r left join recipe_lines l on l.recipe_id = r.id left join items i on i.id = l.item_id left join recipes s on s.id = l.sub_recipe_id group by r.id)
                update recipes r set version = 1, ingredient_words = coalesce(w.words, ''),
                    text = jsonb_build_object('title', w.name, 'language', 'en', 'yield', w.yield, 'yield_unit', w.yield_unit, 'ingredients', jsonb_build_array(jsonb_build_object('name', null, 'lines', w.lines)))
                from written w where w.id = r.id
                """);
            foreach (var sql in SearchTables.Up()) migrationBuilder.Sql(sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var sql in SearchTables.Down()) migrationBuilder.Sql(sql);

            migrationBuilder.DropTable(
                name: "recipe_versions");

            migrationBuilder.DropTable(
                name: "recipe_words");

            migrationBuilder.DropTable(
                name: "synonyms");

            migrationBuilder.DropIndex(
                name: "ix_recipes_name",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "changed_by",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "course",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "cuisine",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "free_of",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "holds",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "ingredient_words",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "is_linked",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "language",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "method_words",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "source",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "tag_words",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "text",
                table: "recipes");

            migrationBuilder.DropColumn(
                name: "version",
                table: "recipes");

            migrationBuilder.CreateIndex(
                name: "ix_recipes_name",
                table: "recipes",
                column: "name",
                unique: true);
        }
    }
}
