namespace MnM.Collector.StaticData;

/// <summary>How large a small picture is: its edge in pixels. One that Riot has smaller is not enlarged.</summary>
public enum PictureSize
{
    /// <summary>In lists and lines: 24 px on a dense screen, 44 px on another.</summary>
    Small = 48,

    /// <summary>The subject of a page, the board, and 44 px on a dense screen.</summary>
    Large = 96,
}
