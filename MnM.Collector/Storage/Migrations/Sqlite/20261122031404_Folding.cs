using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Folding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_starred",
                table: "games",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "game_gaps",
                columns: table => new
                {
                    game_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    last_polled_at = table.Column<string>(type: "TEXT", nullable: false),
                    next_polled_at = table.Column<string>(type: "TEXT", nullable: false),
                    from_game_time = table.Column<double>(type: "REAL", nullable: false),
                    to_game_time = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_game_gaps", x => new { x.game_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_game_gaps_games_game_id",
                        column: x => x.game_id,
                        principalTable: "games",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // By hand, for WITHOUT ROWID: the key is most of a row, and would otherwise be stored twice.
            migrationBuilder.Sql("""
                CREATE TABLE "player_timeline" (
                    "game_id" INTEGER NOT NULL,
                    "second" INTEGER NOT NULL,
                    "slot" INTEGER NOT NULL,
                    "kills" INTEGER NOT NULL,
                    "deaths" INTEGER NOT NULL,
                    "assists" INTEGER NOT NULL,
                    "cs" INTEGER NOT NULL,
                    "level" INTEGER NOT NULL,
                    "ward_score" REAL NOT NULL,
                    "item_value" INTEGER NOT NULL,
                    "items" TEXT NOT NULL,
                    CONSTRAINT "PK_player_timeline" PRIMARY KEY ("game_id", "second", "slot"),
                    CONSTRAINT "FK_player_timeline_games_game_id" FOREIGN KEY ("game_id") REFERENCES "games" ("id") ON DELETE CASCADE
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "snapshot_segments",
                columns: table => new
                {
                    game_id = table.Column<long>(type: "INTEGER", nullable: false),
                    first_sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    last_sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    first_game_time = table.Column<double>(type: "REAL", nullable: false),
                    last_game_time = table.Column<double>(type: "REAL", nullable: false),
                    codec = table.Column<int>(type: "INTEGER", nullable: false),
                    moments = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_snapshot_segments", x => new { x.game_id, x.first_sequence });
                    table.ForeignKey(
                        name: "FK_snapshot_segments_games_game_id",
                        column: x => x.game_id,
                        principalTable: "games",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "game_gaps");

            migrationBuilder.DropTable(
                name: "player_timeline");

            migrationBuilder.DropTable(
                name: "snapshot_segments");

            migrationBuilder.DropColumn(
                name: "is_starred",
                table: "games");
        }
    }
}
