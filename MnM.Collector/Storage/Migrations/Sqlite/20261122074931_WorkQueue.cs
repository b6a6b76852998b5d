using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WorkQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "work_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    lane = table.Column<int>(type: "INTEGER", nullable: false),
                    route = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    due_at = table.Column<string>(type: "TEXT", nullable: false),
                    set_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lease = table.Column<int>(type: "INTEGER", nullable: false),
                    worker = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    is_filed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_items", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_items_due_at",
                table: "work_items",
                column: "due_at",
                filter: "worker IS NOT NULL AND NOT is_filed");

            migrationBuilder.CreateIndex(
                name: "IX_work_items_ended_at_kind_lane",
                table: "work_items",
                columns: new[] { "ended_at", "kind", "lane" },
                filter: "is_filed");

            migrationBuilder.CreateIndex(
                name: "IX_work_items_expires_at",
                table: "work_items",
                column: "expires_at",
                filter: "NOT is_filed AND expires_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_work_items_kind_key",
                table: "work_items",
                columns: new[] { "kind", "key" },
                unique: true,
                filter: "NOT is_filed");

            migrationBuilder.CreateIndex(
                name: "IX_work_items_kind_lane_route_owner_due_at",
                table: "work_items",
                columns: new[] { "kind", "lane", "route", "owner", "due_at" },
                filter: "worker IS NULL AND NOT is_filed");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_items");
        }
    }
}
