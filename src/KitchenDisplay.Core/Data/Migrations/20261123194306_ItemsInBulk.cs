using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class ItemsInBulk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var sql in Inventory.Catalogue.CatalogueTables.UpBulk()) migrationBuilder.Sql(sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var sql in Inventory.Catalogue.CatalogueTables.DownBulk()) migrationBuilder.Sql(sql);
        }
    }
}
