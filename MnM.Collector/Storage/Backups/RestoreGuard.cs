using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace MnM.Collector.Storage.Backups;

/// <summary>Keeps out what a file that anybody may have made could bring along.</summary>
internal static class RestoreGuard
{
    /// <summary>Why a whole file is not taken; null where it is one of MnM's.</summary>
    /// <exception cref="SqliteException">It is another's, which lacks what is read.</exception>
    public static string? Refuse(string file)
    {
        var (migrations, ours) = (DatabaseFile.FindMigrations(file), Migrations());
        return !migrations.Contains(ours[0]) ? $"{Path.GetFileName(file)} is a database, but none of MnM."
            : migrations.Except(ours).Any() ? $"{Path.GetFileName(file)} was made by a newer MnM."
            : DatabaseFile.FindForeign(file) is not null ? Foreign(file)
            : null;
    }

    /// <summary>What is said of a file that was made up.</summary>
    public static string Foreign(string file) => $"{Path.GetFileName(file)} holds what no database of MnM holds.";

    /// <summary>
    /// Has the tables that no backup brings back made anew, empty and as MnM's own migrations make them: those of the file could hold who made it,
    /// or rules that let him in later. A file from before one of them has none.
    /// </summary>
    public static void MakeAnew(string file)
    {
        using var ours = Context("Data Source=:memory:");
        ours.Database.OpenConnection();
        ours.GetService<IMigrator>().Migrate(DatabaseFile.FindMigrations(file).Max(StringComparer.Ordinal));
        using var theirs = Context(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, ForeignKeys = false, Pooling = false }.ConnectionString);
        theirs.Database.OpenConnection();
        var names = theirs.GetService<ISqlGenerationHelper>();
        foreach (var table in ours.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(INeverRestored))).Select(entity => entity.GetTableName()!))
        {
            Run(theirs, $"DROP TABLE IF EXISTS {names.DelimitIdentifier(table)}");

            // A table comes before its indexes.
            foreach (var made in ours.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE tbl_name = {table} AND sql IS NOT NULL ORDER BY type DESC").ToList())
            {
                Run(theirs, made);
            }
        }
    }

    private static List<string> Migrations()
    {
        using var db = Context("Data Source=:memory:");
        return [.. db.Database.GetMigrations()];
    }

    private static MnmDbContext Context(string connection)
    {
        DbContextOptionsBuilder<MnmDbContext> options = new();
        options.UseSqlite(connection);
        return new(options.Options);
    }

    private static void Run(MnmDbContext db, string sql)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
