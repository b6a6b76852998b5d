namespace MnM.Collector.Storage.Backups;

/// <summary>A row that no backup brings back: whom the owner sent away after it was made would come in again, and whoever made the file could have let himself in. Nor one that says what is stored elsewhere.</summary>
internal interface INeverRestored;
