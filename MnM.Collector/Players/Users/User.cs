using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Players.Users;

/// <summary>A player who signed up, or was asked for, in a front end that shows matches. It identifies and grants nothing.</summary>
public sealed class User
{
    public required Guid Id { get; set; }

    /// <summary>Who it is; Riot ID, icon and level are the player's.</summary>
    public long PlayerId { get; set; }

    /// <summary>Null of somebody who was only asked for.</summary>
    public string? Email { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? SignedInAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<User>
    {
        public void Configure(EntityTypeBuilder<User> builder)
        {
            builder.ToTable("users");
            builder.HasKey(user => user.Id);
            builder.HasOne<Player>().WithOne().HasForeignKey<User>(user => user.PlayerId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
