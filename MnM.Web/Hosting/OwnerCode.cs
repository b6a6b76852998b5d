using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Web.Hosting;

/// <summary>The code that makes a device the owner's, wherever it stands: 100 random bits, made when it is first asked for and kept encrypted like the keys.</summary>
internal sealed class OwnerCode(IDataProtectionProvider protection, IOptions<StorageOptions> storage)
{
    // Without letters that are mistaken for digits or for each other.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Letters = 20;
    private const int Group = 4;

    private readonly IDataProtector _protector = protection.CreateProtector("MnM.OwnerCode");
    private readonly string _file = FileIn(storage.Value.DataDirectory);
    private readonly Lock _gate = new();

    /// <summary>Whether none was made yet.</summary>
    public static bool IsMissing(MnmSettings settings) => !File.Exists(FileIn(DirectoryOf(settings)));

    /// <summary>The code of a MnM that does not run yet, or runs elsewhere on the same data.</summary>
    private static OwnerCode Of(MnmSettings settings)
    {
        var storage = new StorageOptions { DataDirectory = DirectoryOf(settings) };
        return new(DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(storage.DataDirectory, "keys")), keys => keys.SetApplicationName("MnM")), Options.Create(storage));
    }

    /// <summary>The code, for the one who starts MnM.</summary>
    /// <exception cref="StartException">The folder cannot be written, for example because the disk is full.</exception>
    public static string Tell(MnmSettings settings)
    {
        try
        {
            OwnersFiles.CreateFolder(settings.Storage.DataDirectory);
            return Of(settings).Read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.Fault(DirectoryOf(settings), fault);
        }
    }

    /// <summary>The code in groups, to be read and typed.</summary>
    public string Read()
    {
        lock (_gate)
        {
            return string.Join('-', (Find() ?? Make()).Chunk(Group).Select(letters => new string(letters)));
        }
    }

    /// <summary>Whether somebody typed it, in whatever groups.</summary>
    public bool Is(string typed)
    {
        var plain = Plain(typed);
        return plain.Length == Letters && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(Plain(Read())));
    }

    private static string DirectoryOf(MnmSettings settings) => settings.IsDemo ? settings.DemoDirectory : settings.Storage.DataDirectory;

    private static string FileIn(string directory) => Path.Combine(directory, "owner-code");

    private static string Plain(string text) => string.Concat(text.ToUpperInvariant().Where(letter => Alphabet.Contains(letter, StringComparison.Ordinal)));

    private string? Find()
    {
        try
        {
            return _protector.Unprotect(File.ReadAllText(_file));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or CryptographicException)
        {
            return null;
        }
    }

    private string Make()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Letters);
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var written = _file + ".new";
        File.WriteAllText(written, _protector.Protect(code));
        File.Move(written, _file, overwrite: true);
        return code;
    }
}
