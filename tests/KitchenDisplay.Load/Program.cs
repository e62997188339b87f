Console.WriteLine("usage: <scenario> [--seconds N] [--quick]");
