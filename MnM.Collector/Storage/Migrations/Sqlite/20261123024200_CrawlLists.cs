using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CrawlLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ladders_at",
                table: "tft_cycles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "tft_lists",
                columns: table => new
                {
                    puuid = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    read_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tft_lists", x => new { x.puuid, x.region });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tft_lists");

            migrationBuilder.DropColumn(
                name: "ladders_at",
                table: "tft_cycles");
        }
    }
}
