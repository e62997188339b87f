namespace KitchenDisplay.Load.Relevance;

/// <summary>How good the answers to many questions were.</summary>
internal sealed class Judgement
{
    private const int Looked = 20, Page = 10;

    private int queries, first, onPage, empty;
    private double reciprocal;

    public int Queries => queries;
    public int Empty => empty;

    /// <summary>Percent with a right answer at the top.</summary>
    public double AtOne => 100.0 * first / queries;

    /// <summary>Percent with a right answer among the first ten.</summary>
    public double AtTen => 100.0 * onPage / queries;

    /// <summary>The mean of one over the first right answer's place, among the first twenty.</summary>
    public double Reciprocal => reciprocal / queries;

    public void Note(IReadOnlyList<int> answers, IReadOnlySet<int> right)
    {
        queries++;
        if (answers.Count == 0) empty++;
        var place = answers.Take(Looked).Index().Where(a => right.Contains(a.Item)).Select(a => a.Index + 1).FirstOrDefault();
        if (place == 0) return;
        reciprocal += 1.0 / place;
        if (place == 1) first++;
        if (place <= Page) onPage++;
    }
}
