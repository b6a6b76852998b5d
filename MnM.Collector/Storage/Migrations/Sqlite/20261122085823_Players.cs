using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Players : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "players",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    game_name = table.Column<string>(type: "TEXT", nullable: true),
                    tag_line = table.Column<string>(type: "TEXT", nullable: true),
                    riot_id_key = table.Column<string>(type: "TEXT", nullable: true),
                    riot_id_seen_at = table.Column<string>(type: "TEXT", nullable: true),
                    profile_icon = table.Column<int>(type: "INTEGER", nullable: true),
                    level = table.Column<int>(type: "INTEGER", nullable: true),
                    profile_fetched_at = table.Column<string>(type: "TEXT", nullable: true),
                    ranks_fetched_at = table.Column<string>(type: "TEXT", nullable: true),
                    seen_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_players", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "player_ids",
                columns: table => new
                {
                    product = table.Column<string>(type: "TEXT", nullable: false),
                    puuid = table.Column<string>(type: "TEXT", nullable: false),
                    player_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_player_ids", x => new { x.product, x.puuid });
                    table.ForeignKey(
                        name: "FK_player_ids_players_player_id",
                        column: x => x.player_id,
                        principalTable: "players",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "player_masteries",
                columns: table => new
                {
                    player_id = table.Column<long>(type: "INTEGER", nullable: false),
                    fetched_at = table.Column<string>(type: "TEXT", nullable: false),
                    entries = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_player_masteries", x => x.player_id);
                    table.ForeignKey(
                        name: "FK_player_masteries_players_player_id",
                        column: x => x.player_id,
                        principalTable: "players",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rank_history",
                columns: table => new
                {
                    player_id = table.Column<long>(type: "INTEGER", nullable: false),
                    queue = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", nullable: false),
                    league_points = table.Column<int>(type: "INTEGER", nullable: false),
                    wins = table.Column<int>(type: "INTEGER", nullable: false),
                    losses = table.Column<int>(type: "INTEGER", nullable: false),
                    hot_streak = table.Column<bool>(type: "INTEGER", nullable: false),
                    fresh_blood = table.Column<bool>(type: "INTEGER", nullable: false),
                    inactive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rank_history", x => new { x.player_id, x.queue, x.at });
                    table.ForeignKey(
                        name: "FK_rank_history_players_player_id",
                        column: x => x.player_id,
                        principalTable: "players",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_player_ids_player_id",
                table: "player_ids",
                column: "player_id");

            migrationBuilder.CreateIndex(
                name: "IX_players_riot_id_key",
                table: "players",
                column: "riot_id_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "player_ids");

            migrationBuilder.DropTable(
                name: "player_masteries");

            migrationBuilder.DropTable(
                name: "rank_history");

            migrationBuilder.DropTable(
                name: "players");
        }
    }
}
