using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TftBatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "tft_batches",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    generation = table.Column<long>(type: "INTEGER", nullable: false),
                    patch = table.Column<int>(type: "INTEGER", nullable: false),
                    matches = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tft_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tft_generations",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tft_generations", x => x.number);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tft_batches");

            migrationBuilder.DropTable(
                name: "tft_generations");
        }
    }
}
