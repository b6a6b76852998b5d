using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;

namespace MnM.Web.Hosting;

/// <summary>Keeps keys for Riot's API encrypted, one small file each in the data folder.</summary>
internal sealed partial class ProtectedKeyStore(IDataProtectionProvider protection, IOptions<StorageOptions> storage, ILogger<ProtectedKeyStore> logger) : IRiotKeyStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("MnM.RiotKeys");

    public StoredKey? Find(RiotProduct product)
    {
        try
        {
            return JsonSerializer.Deserialize<string?[]>(_protector.Unprotect(File.ReadAllText(FileOf(product)))) is [{ } key, var insteadOf] ? new StoredKey(key, insteadOf) : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException or IOException or UnauthorizedAccessException)
        {
            Log.Unreadable(logger, product, fault.GetType().Name);
            return null;
        }
    }

    public void Keep(RiotProduct product, StoredKey? key)
    {
        var file = FileOf(product);
        if (key is null)
        {
            File.Delete(file);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var written = file + ".new";
        File.WriteAllText(written, _protector.Protect(JsonSerializer.Serialize<string?[]>([key.Key, key.InsteadOf])));
        File.Move(written, file, overwrite: true);
    }

    private string FileOf(RiotProduct product) => Path.Combine(storage.Value.DataDirectory, product == RiotProduct.League ? "riot-key" : "riot-key-tft");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The key for {Product} that was entered cannot be read any more ({Fault}); enter it again")]
        public static partial void Unreadable(ILogger logger, RiotProduct product, string fault);
    }
}
