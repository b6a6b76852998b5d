namespace MnM.Collector.Storage.Backups;

/// <summary>A row that no backup brings back: whom the owner sent away after it was made would come in again, and whoever made the file could have let himself in.</summary>
internal interface INeverRestored;
