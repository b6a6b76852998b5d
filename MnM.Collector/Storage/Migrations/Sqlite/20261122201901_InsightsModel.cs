using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InsightsModel : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "match_features",
                columns: table => new
                {
                    match_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    blue_won = table.Column<bool>(type: "INTEGER", nullable: false),
                    queue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: true),
                    moments = table.Column<int>(type: "INTEGER", nullable: false),
                    states = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_match_features", x => x.match_id);
                    table.ForeignKey(
                        name: "FK_match_features_match_timelines_match_id",
                        column: x => x.match_id,
                        principalTable: "match_timelines",
                        principalColumn: "match_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "models",
                columns: table => new
                {
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    trained_at = table.Column<string>(type: "TEXT", nullable: false),
                    feature_version = table.Column<int>(type: "INTEGER", nullable: false),
                    matches = table.Column<int>(type: "INTEGER", nullable: false),
                    usable = table.Column<int>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    fault = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_models", x => x.version);
                });

            migrationBuilder.CreateIndex(
                name: "IX_match_features_version",
                table: "match_features",
                column: "version");

            migrationBuilder.CreateIndex(
                name: "IX_match_features_version_started_at",
                table: "match_features",
                columns: new[] { "version", "started_at" },
                filter: "reason IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "match_features");

            migrationBuilder.DropTable(
                name: "models");
        }
    }
}
