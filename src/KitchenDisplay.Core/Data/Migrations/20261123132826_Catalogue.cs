using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "category",
                table: "items",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "items",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "items",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "item_barcodes",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_barcodes", x => x.code);
                    table.CheckConstraint("barcode_quantity_is_positive", "quantity > 0");
                    table.ForeignKey(
                        name: "fk_item_barcodes_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_items_category",
                table: "items",
                column: "category");

            migrationBuilder.CreateIndex(
                name: "ix_items_code",
                table: "items",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_item_barcodes_item_id",
                table: "item_barcodes",
                column: "item_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "item_barcodes");

            migrationBuilder.DropIndex(
                name: "ix_items_category",
                table: "items");

            migrationBuilder.DropIndex(
                name: "ix_items_code",
                table: "items");

            migrationBuilder.DropColumn(
                name: "category",
                table: "items");

            migrationBuilder.DropColumn(
                name: "code",
                table: "items");

            migrationBuilder.DropColumn(
                name: "version",
                table: "items");
        }
    }
}
