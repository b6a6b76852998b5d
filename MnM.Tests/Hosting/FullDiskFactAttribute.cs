namespace MnM.Tests.Hosting;

/// <summary>A test that writes to /dev/full, which only Linux has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public const string Device = "/dev/full";

    public FullDiskFactAttribute()
    {
        if (!File.Exists(Device))
        {
            Skip = $"There is no {Device}.";
        }
    }
}
