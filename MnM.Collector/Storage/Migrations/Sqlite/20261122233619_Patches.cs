using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Patches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "patches");
        }
    }
}
