using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Games : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "games",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    riot_match_id = table.Column<string>(type: "TEXT", nullable: true),
                    game_mode = table.Column<string>(type: "TEXT", nullable: false),
                    game_type = table.Column<string>(type: "TEXT", nullable: true),
                    map_name = table.Column<string>(type: "TEXT", nullable: false),
                    map_number = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    game_length_seconds = table.Column<double>(type: "REAL", nullable: false),
                    winning_team = table.Column<string>(type: "TEXT", nullable: true),
                    is_live = table.Column<bool>(type: "INTEGER", nullable: false),
                    end_reason = table.Column<string>(type: "TEXT", nullable: true),
                    first_game_time = table.Column<double>(type: "REAL", nullable: false),
                    polls = table.Column<int>(type: "INTEGER", nullable: false),
                    last_polled_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_game_time = table.Column<double>(type: "REAL", nullable: false),
                    segment = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_games", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "game_events",
                columns: table => new
                {
                    game_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    event_name = table.Column<string>(type: "TEXT", nullable: false),
                    event_time = table.Column<double>(type: "REAL", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_game_events", x => new { x.game_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_game_events_games_game_id",
                        column: x => x.game_id,
                        principalTable: "games",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "game_snapshots",
                columns: table => new
                {
                    game_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    segment = table.Column<int>(type: "INTEGER", nullable: false),
                    polled_at = table.Column<string>(type: "TEXT", nullable: false),
                    game_time_seconds = table.Column<double>(type: "REAL", nullable: false),
                    keyframe = table.Column<bool>(type: "INTEGER", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_game_snapshots", x => new { x.game_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_game_snapshots_games_game_id",
                        column: x => x.game_id,
                        principalTable: "games",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "players_in_games",
                columns: table => new
                {
                    game_id = table.Column<long>(type: "INTEGER", nullable: false),
                    slot = table.Column<int>(type: "INTEGER", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: false),
                    champion_name = table.Column<string>(type: "TEXT", nullable: false),
                    champion_alias = table.Column<string>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    game_name = table.Column<string>(type: "TEXT", nullable: false),
                    tag_line = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    is_active_player = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_bot = table.Column<bool>(type: "INTEGER", nullable: false),
                    skin_id = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    kills = table.Column<int>(type: "INTEGER", nullable: false),
                    deaths = table.Column<int>(type: "INTEGER", nullable: false),
                    assists = table.Column<int>(type: "INTEGER", nullable: false),
                    creep_score = table.Column<int>(type: "INTEGER", nullable: false),
                    ward_score = table.Column<double>(type: "REAL", nullable: false),
                    item_value = table.Column<int>(type: "INTEGER", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    spell1 = table.Column<string>(type: "TEXT", nullable: true),
                    spell2 = table.Column<string>(type: "TEXT", nullable: true),
                    keystone = table.Column<int>(type: "INTEGER", nullable: true),
                    primary_tree = table.Column<int>(type: "INTEGER", nullable: true),
                    secondary_tree = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_players_in_games", x => new { x.game_id, x.slot });
                    table.ForeignKey(
                        name: "FK_players_in_games_games_game_id",
                        column: x => x.game_id,
                        principalTable: "games",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_games_riot_match_id",
                table: "games",
                column: "riot_match_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_games_started_at",
                table: "games",
                column: "started_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "game_events");

            migrationBuilder.DropTable(
                name: "game_snapshots");

            migrationBuilder.DropTable(
                name: "players_in_games");

            migrationBuilder.DropTable(
                name: "games");
        }
    }
}
