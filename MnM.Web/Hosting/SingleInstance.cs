using MnM.Collector.Storage;

namespace MnM.Web.Hosting;

/// <summary>
/// Keeps a data folder for one MnM. The lock is an open file, which the system lets go when the process ends in whatever way;
/// the address stands in a file beside it, since nobody else can read the locked one.
/// </summary>
internal sealed class SingleInstance : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _addressFile;

    private SingleInstance(FileStream @lock, string addressFile) => (_lock, _addressFile) = (@lock, addressFile);

    /// <summary>Takes the folder, which is made if it is missing.</summary>
    /// <exception cref="StartException">Another MnM has it, or it cannot be written.</exception>
    /// <param name="directory">Which.</param>
    /// <param name="isTrial">Whether the lock's file goes with the lock.</param>
    public static SingleInstance Take(string directory, bool isTrial = false)
    {
        var addressFile = Path.Combine(directory, "mnm.address");
        try
        {
            OwnersFiles.CreateFolder(directory);
            FileStream held = new(Path.Combine(directory, "mnm.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, isTrial ? FileOptions.DeleteOnClose : FileOptions.None);
            SingleInstance instance = new(held, addressFile);
            File.Delete(addressFile);
            return instance;
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            throw new StartException(StartException.AlreadyRunning, $"MnM already runs with the data in {directory}{AddressIn(addressFile)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.Fault(directory, exception);
        }
    }

    /// <summary>Tells where this MnM can be reached, for the one that is started next.</summary>
    public void Announce(string address) => File.WriteAllText(_addressFile, address);

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_addressFile);
        _lock.Dispose();
    }

    private static string AddressIn(string addressFile)
    {
        try
        {
            return $" at {File.ReadAllText(addressFile)}";
        }
        catch (IOException)
        {
            return ", but does not listen yet";
        }
    }

    // ERROR_SHARING_VIOLATION of Windows; EWOULDBLOCK of Linux and macOS.
    private static bool IsHeld(IOException exception) => exception.HResult is unchecked((int)0x80070020) or 11 or 35;
}
