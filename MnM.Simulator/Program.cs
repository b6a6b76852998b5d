Console.WriteLine("MnM.Simulator");
