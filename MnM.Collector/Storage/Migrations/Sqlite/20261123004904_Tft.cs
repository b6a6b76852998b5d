using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tft : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "rows_in",
                table: "tft_matches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "ladder_players",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    queue = table.Column<string>(type: "TEXT", nullable: false),
                    puuid = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<int>(type: "INTEGER", nullable: true),
                    league_points = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ladder_players", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ladder_readings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    queue = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<int>(type: "INTEGER", nullable: false),
                    read_at = table.Column<string>(type: "TEXT", nullable: false),
                    players = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ladder_readings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "patches",
                columns: table => new
                {
                    code = table.Column<int>(type: "INTEGER", nullable: false),
                    set_number = table.Column<int>(type: "INTEGER", nullable: false),
                    starts_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patches", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "schema_faults",
                columns: table => new
                {
                    match_id = table.Column<string>(type: "TEXT", nullable: false),
                    fault = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schema_faults", x => x.match_id);
                });

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
                name: "tft_crawler",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    is_running = table.Column<bool>(type: "INTEGER", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tft_crawler", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tft_cycles",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tft_cycles", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "tft_names",
                columns: table => new
                {
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tft_names", x => new { x.kind, x.code });
                });

            migrationBuilder.CreateTable(
                name: "ladder_entries",
                columns: table => new
                {
                    player_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reading_id = table.Column<long>(type: "INTEGER", nullable: false),
                    tier = table.Column<int>(type: "INTEGER", nullable: true),
                    league_points = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ladder_entries", x => new { x.player_id, x.reading_id });
                    table.ForeignKey(
                        name: "FK_ladder_entries_ladder_players_player_id",
                        column: x => x.player_id,
                        principalTable: "ladder_players",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_tft_matches_rows_in_id",
                table: "tft_matches",
                columns: new[] { "rows_in", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_ladder_players_platform_queue_puuid",
                table: "ladder_players",
                columns: new[] { "platform", "queue", "puuid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ladder_readings_platform_queue_tier_read_at",
                table: "ladder_readings",
                columns: new[] { "platform", "queue", "tier", "read_at" });

            migrationBuilder.CreateIndex(
                name: "IX_schema_faults_at",
                table: "schema_faults",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_tft_names_kind_name",
                table: "tft_names",
                columns: new[] { "kind", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ladder_entries");

            migrationBuilder.DropTable(
                name: "ladder_readings");

            migrationBuilder.DropTable(
                name: "patches");

            migrationBuilder.DropTable(
                name: "schema_faults");

            migrationBuilder.DropTable(
                name: "tft_batches");

            migrationBuilder.DropTable(
                name: "tft_crawler");

            migrationBuilder.DropTable(
                name: "tft_cycles");

            migrationBuilder.DropTable(
                name: "tft_generations");

            migrationBuilder.DropTable(
                name: "tft_names");

            migrationBuilder.DropTable(
                name: "ladder_players");

            migrationBuilder.DropIndex(
                name: "IX_tft_matches_rows_in_id",
                table: "tft_matches");

            migrationBuilder.DropColumn(
                name: "rows_in",
                table: "tft_matches");
        }
    }
}
