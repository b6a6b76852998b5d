namespace MnM.Tests.Storage.Backups;

/// <summary>A test that needs a file system of Linux's own.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "needs /proc and /dev/shm";
}
