namespace MnM.Simulator.LiveClient;

/// <summary>Where the live client's answers come from: a scripted game, or recorded responses.</summary>
internal interface ILiveSource
{
    /// <summary>The whole game as it is now; recorded responses move on with each call.</summary>
    byte[] Poll(bool timeBack);

    /// <summary>The whole game of which a part was asked for.</summary>
    byte[] Peek();
}
