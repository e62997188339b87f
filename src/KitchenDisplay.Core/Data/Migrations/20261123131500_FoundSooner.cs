using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class FoundSooner : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var sql in Recipes.Search.SearchTables.Sooner()) migrationBuilder.Sql(sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var sql in Recipes.Search.SearchTables.Later()) migrationBuilder.Sql(sql);
        }
    }
}
