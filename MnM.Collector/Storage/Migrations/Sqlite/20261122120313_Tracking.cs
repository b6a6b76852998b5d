using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tracking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tft_matches",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    queue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    set_number = table.Column<int>(type: "INTEGER", nullable: false),
                    game_datetime = table.Column<string>(type: "TEXT", nullable: true),
                    duration_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    end_reason = table.Column<string>(type: "TEXT", nullable: true),
                    fetched_at = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tft_matches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tracked_players",
                columns: table => new
                {
                    player_id = table.Column<long>(type: "INTEGER", nullable: false),
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<string>(type: "TEXT", nullable: false),
                    paused_at = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracked_players", x => x.player_id);
                    table.ForeignKey(
                        name: "FK_tracked_players_players_player_id",
                        column: x => x.player_id,
                        principalTable: "players",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sweep_cursors",
                columns: table => new
                {
                    player_id = table.Column<long>(type: "INTEGER", nullable: false),
                    product = table.Column<string>(type: "TEXT", nullable: false),
                    swept_to = table.Column<string>(type: "TEXT", nullable: false),
                    played_at = table.Column<string>(type: "TEXT", nullable: true),
                    is_hidden = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweep_cursors", x => new { x.player_id, x.product });
                    table.ForeignKey(
                        name: "FK_sweep_cursors_tracked_players_player_id",
                        column: x => x.player_id,
                        principalTable: "tracked_players",
                        principalColumn: "player_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tracked_games",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    player_id = table.Column<long>(type: "INTEGER", nullable: false),
                    game_id = table.Column<string>(type: "TEXT", nullable: false),
                    product = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    detected_at = table.Column<string>(type: "TEXT", nullable: false),
                    detected_by = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    completed_at = table.Column<string>(type: "TEXT", nullable: true),
                    seen_at = table.Column<string>(type: "TEXT", nullable: true),
                    gone_at = table.Column<string>(type: "TEXT", nullable: true),
                    queue_type = table.Column<int>(type: "INTEGER", nullable: true),
                    champion_id = table.Column<int>(type: "INTEGER", nullable: true),
                    duration_seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    won = table.Column<bool>(type: "INTEGER", nullable: true),
                    side = table.Column<int>(type: "INTEGER", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    raw_answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    retry_count = table.Column<int>(type: "INTEGER", nullable: false),
                    errors_in_row = table.Column<int>(type: "INTEGER", nullable: false),
                    asks = table.Column<int>(type: "INTEGER", nullable: false),
                    next_ask_at = table.Column<string>(type: "TEXT", nullable: true),
                    wants_rank = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracked_games", x => x.id);
                    table.ForeignKey(
                        name: "FK_tracked_games_tracked_players_player_id",
                        column: x => x.player_id,
                        principalTable: "tracked_players",
                        principalColumn: "player_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_kind_subject",
                table: "outbox",
                columns: new[] { "kind", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tft_matches_game_datetime",
                table: "tft_matches",
                column: "game_datetime");

            migrationBuilder.CreateIndex(
                name: "IX_tracked_games_detected_at",
                table: "tracked_games",
                column: "detected_at");

            migrationBuilder.CreateIndex(
                name: "IX_tracked_games_game_id",
                table: "tracked_games",
                column: "game_id");

            migrationBuilder.CreateIndex(
                name: "IX_tracked_games_player_id_game_id",
                table: "tracked_games",
                columns: new[] { "player_id", "game_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tracked_games_player_id_product_ended_at",
                table: "tracked_games",
                columns: new[] { "player_id", "product", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tracked_games_status_next_ask_at",
                table: "tracked_games",
                columns: new[] { "status", "next_ask_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tracked_games_wants_rank",
                table: "tracked_games",
                column: "wants_rank",
                filter: "wants_rank");

            migrationBuilder.Sql(
                """
                CREATE VIEW game_tracking_metrics AS
                SELECT
                    strftime('%Y-%m-%dT%H:00:00Z', detected_at) AS hour,
                    COUNT(*) AS detected,
                    SUM(status = 'ACTIVE') AS active,
                    SUM(status = 'COMPLETED') AS completed,
                    SUM(status = 'PRIVATE') AS private,
                    SUM(status = 'ABORTED') AS aborted,
                    SUM(status = 'CUSTOM') AS custom,
                    SUM(status = 'EXPIRED') AS expired,
                    SUM(status = 'FAILED') AS failed,
                    SUM(detected_by IN ('SPECTATOR', 'LIVE')) AS found_running,
                    SUM(retry_count) AS retries,
                    AVG(CASE WHEN detected_by IN ('SPECTATOR', 'LIVE') THEN (julianday(detected_at) - julianday(started_at)) * 86400 END) AS average_detection_seconds,
                    AVG(CASE WHEN status = 'COMPLETED' THEN (julianday(completed_at) - julianday(ended_at)) * 86400 END) AS average_completion_seconds,
                    MAX(CASE WHEN status = 'COMPLETED' THEN (julianday(completed_at) - julianday(ended_at)) * 86400 END) AS longest_completion_seconds
                FROM tracked_games
                GROUP BY 1
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP VIEW game_tracking_metrics");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "sweep_cursors");

            migrationBuilder.DropTable(
                name: "tft_matches");

            migrationBuilder.DropTable(
                name: "tracked_games");

            migrationBuilder.DropTable(
                name: "tracked_players");
        }
    }
}
