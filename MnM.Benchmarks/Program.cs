Console.WriteLine("MnM.Benchmarks");
