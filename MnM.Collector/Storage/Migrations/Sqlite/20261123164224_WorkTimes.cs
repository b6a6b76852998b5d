using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MnM.Collector.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WorkTimes : Migration
    {
        private static readonly string[] Columns = ["set_at", "expires_at", "ended_at", "due_at", "created_at"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The table is written anew in a transaction of its own: whoever is stopped in between finds numbers already.
            foreach (var column in Columns)
            {
                migrationBuilder.Sql($"UPDATE work_items SET {column} = unixepoch({column}) * 1000 + substr({column}, 21, 3) WHERE {column} LIKE '%Z'");
            }

            migrationBuilder.AlterColumn<long>(
                name: "set_at",
                table: "work_items",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<long>(
                name: "expires_at",
                table: "work_items",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "ended_at",
                table: "work_items",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "due_at",
                table: "work_items",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<long>(
                name: "created_at",
                table: "work_items",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var column in Columns)
            {
                migrationBuilder.Sql($"UPDATE work_items SET {column} = strftime('%Y-%m-%dT%H:%M:%fZ', {column} / 1000.0, 'unixepoch') WHERE {column} NOT LIKE '%Z'");
            }

            migrationBuilder.AlterColumn<string>(
                name: "set_at",
                table: "work_items",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AlterColumn<string>(
                name: "expires_at",
                table: "work_items",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "ended_at",
                table: "work_items",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "due_at",
                table: "work_items",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AlterColumn<string>(
                name: "created_at",
                table: "work_items",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER");
        }
    }
}
