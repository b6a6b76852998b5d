using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Reads payloads by a prepared command on a connection that it keeps: a context and a connection for each would allocate many times what a payload is long.</summary>
internal sealed class PayloadReader : IDisposable
{
    // With the row's number beside it SQLite hands out the value piece by piece; otherwise all of it would be copied into new memory first.
    private const string Find = "SELECT rowid, payload FROM matches WHERE id = $id";
    private const int Payload = 1;

    private readonly MnmDbContext _db;
    private readonly DbCommand _command;
    private readonly DbParameter _id;

    public PayloadReader(MnmDbContext db)
    {
        _db = db;
        db.Database.OpenConnection();
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.CommandText = Find;
        _id = _command.CreateParameter();
        (_id.ParameterName, _id.DbType, _id.Value) = ("$id", DbType.String, "");
        _command.Parameters.Add(_id);
        _command.Prepare();
    }

    /// <summary>A match's JSON; null where the match is not stored.</summary>
    public PackedMatch? Read(string matchId)
    {
        _id.Value = matchId;
        using var reader = _command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        using var payload = reader.GetStream(Payload);
        return PackedMatch.Read(payload);
    }

    public void Dispose()
    {
        _command.Dispose();
        _db.Dispose();
    }
}
