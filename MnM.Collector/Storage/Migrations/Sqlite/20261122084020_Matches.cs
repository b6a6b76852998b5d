using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Matches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "match_absences",
                columns: table => new
                {
                    match_id = table.Column<string>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    told_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_match_absences", x => new { x.match_id, x.part });
                });

            migrationBuilder.CreateTable(
                name: "matches",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    queue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    map_id = table.Column<int>(type: "INTEGER", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    game_version = table.Column<string>(type: "TEXT", nullable: false),
                    patch = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: true),
                    duration_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    end_reason = table.Column<string>(type: "TEXT", nullable: true),
                    is_remake = table.Column<bool>(type: "INTEGER", nullable: false),
                    fetched_at = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "match_participants",
                columns: table => new
                {
                    match_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    puuid = table.Column<string>(type: "TEXT", nullable: true),
                    player_id = table.Column<long>(type: "INTEGER", nullable: true),
                    started_at = table.Column<string>(type: "TEXT", nullable: true),
                    team_id = table.Column<int>(type: "INTEGER", nullable: false),
                    champion_id = table.Column<int>(type: "INTEGER", nullable: false),
                    champion_name = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    win = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_remake = table.Column<bool>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    kills = table.Column<int>(type: "INTEGER", nullable: false),
                    deaths = table.Column<int>(type: "INTEGER", nullable: false),
                    assists = table.Column<int>(type: "INTEGER", nullable: false),
                    cs = table.Column<int>(type: "INTEGER", nullable: false),
                    gold_earned = table.Column<int>(type: "INTEGER", nullable: false),
                    gold_spent = table.Column<int>(type: "INTEGER", nullable: false),
                    damage = table.Column<int>(type: "INTEGER", nullable: false),
                    vision_score = table.Column<int>(type: "INTEGER", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    spell1_id = table.Column<int>(type: "INTEGER", nullable: false),
                    spell2_id = table.Column<int>(type: "INTEGER", nullable: false),
                    keystone = table.Column<int>(type: "INTEGER", nullable: false),
                    placement = table.Column<int>(type: "INTEGER", nullable: false),
                    game_name = table.Column<string>(type: "TEXT", nullable: false),
                    tag_line = table.Column<string>(type: "TEXT", nullable: false),
                    time_played = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_match_participants", x => new { x.match_id, x.number });
                    table.ForeignKey(
                        name: "FK_match_participants_matches_match_id",
                        column: x => x.match_id,
                        principalTable: "matches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "match_timelines",
                columns: table => new
                {
                    match_id = table.Column<string>(type: "TEXT", nullable: false),
                    frames = table.Column<int>(type: "INTEGER", nullable: false),
                    fetched_at = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_match_timelines", x => x.match_id);
                    table.ForeignKey(
                        name: "FK_match_timelines_matches_match_id",
                        column: x => x.match_id,
                        principalTable: "matches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_match_participants_player_id_started_at",
                table: "match_participants",
                columns: new[] { "player_id", "started_at" },
                filter: "player_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_match_participants_puuid_started_at",
                table: "match_participants",
                columns: new[] { "puuid", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_matches_started_at",
                table: "matches",
                column: "started_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "match_absences");

            migrationBuilder.DropTable(
                name: "match_participants");

            migrationBuilder.DropTable(
                name: "match_timelines");

            migrationBuilder.DropTable(
                name: "matches");
        }
    }
}
