namespace KitchenDisplay.BrowserTests.Support;

/// <summary>How people see colours who do not see all of them.</summary>
public enum ColourVision
{
    Full,
    Protanopia,
    Deuteranopia,
    None,
}

/// <summary>A colour (sRGB, 0 to 255) through somebody's eyes.</summary>
/// <remarks>The matrices for complete loss are those of Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009); they hold for linear light.</remarks>
internal static class SeenColours
{
    private static readonly double[][] Protanopia = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
    private static readonly double[][] Deuteranopia = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
    private static readonly double[][] Grey = [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]];
    private static readonly double[][] ToXyz = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]];
    private static readonly double[] White = [0.95047, 1, 1.08883];

    /// <summary>How far the most different of some colours is from all of the others: of stripes, one that the other ground has not tells them apart.</summary>
    public static double Own(this ColourVision eyes, IReadOnlyList<IReadOnlyList<double>> these, IReadOnlyList<IReadOnlyList<double>> others) =>
        these.Max(one => others.Min(other => eyes.Apart(one, other)));

    /// <summary>How far apart two colours are for these eyes: the distance in CIE L*a*b*, of which 2 can just be told apart side by side.</summary>
    private static double Apart(this ColourVision eyes, IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        Math.Sqrt(Lab(eyes, one).Zip(Lab(eyes, other), (a, b) => (a - b) * (a - b)).Sum());

    private static double[] Lab(ColourVision eyes, IReadOnlyList<double> colour)
    {
        var light = colour.Select(channel => Linear(channel / 255)).ToArray();
        var seen = eyes switch
        {
            ColourVision.Protanopia => Times(Protanopia, light),
            ColourVision.Deuteranopia => Times(Deuteranopia, light),
            ColourVision.None => Times(Grey, light),
            _ => light,
        };
        var f = Times(ToXyz, [.. seen.Select(channel => Math.Clamp(channel, 0, 1))]).Zip(White, (value, white) => Root(value / white)).ToArray();
        return [(116 * f[1]) - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])];
    }

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    private static double Root(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;

    private static double[] Times(double[][] matrix, double[] vector) => [.. matrix.Select(row => row.Zip(vector, (a, b) => a * b).Sum())];
}
