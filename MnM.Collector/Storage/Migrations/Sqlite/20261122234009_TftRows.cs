using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TftRows : Migration
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

            migrationBuilder.CreateIndex(
                name: "IX_tft_matches_rows_in_id",
                table: "tft_matches",
                columns: new[] { "rows_in", "id" });

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
                name: "schema_faults");

            migrationBuilder.DropTable(
                name: "tft_names");

            migrationBuilder.DropIndex(
                name: "IX_tft_matches_rows_in_id",
                table: "tft_matches");

            migrationBuilder.DropColumn(
                name: "rows_in",
                table: "tft_matches");
        }
    }
}
