using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlayerIdGenerations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "generation",
                table: "player_ids",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_player_ids_product_generation",
                table: "player_ids",
                columns: new[] { "product", "generation" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_player_ids_product_generation",
                table: "player_ids");

            migrationBuilder.DropColumn(
                name: "generation",
                table: "player_ids");
        }
    }
}
