namespace MnM.Web.Sharing;

/// <summary>The database could not keep what the owner decided; the message tells people what holds now.</summary>
internal sealed class NotKeptException(string words, Exception fault) : Exception(words, fault);
