using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LeagueClient : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "client_game_id",
                table: "games",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "queue_id",
                table: "games",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "end_of_game_blocks",
                columns: table => new
                {
                    client_game_id = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_end_of_game_blocks", x => x.client_game_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_games_client_game_id",
                table: "games",
                column: "client_game_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "end_of_game_blocks");

            migrationBuilder.DropIndex(
                name: "IX_games_client_game_id",
                table: "games");

            migrationBuilder.DropColumn(
                name: "client_game_id",
                table: "games");

            migrationBuilder.DropColumn(
                name: "queue_id",
                table: "games");
        }
    }
}
