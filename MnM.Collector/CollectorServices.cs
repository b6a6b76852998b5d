namespace MnM.Collector; internal static class CollectorServices { }
