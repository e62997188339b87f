namespace KitchenDisplay.Core.Staff;

/// <summary>Who may do what: the one table. An operation is the name of its command; the owner may do everything; what has no row nobody may do.</summary>
public static class Rights
{
    // Waiter, bartender, cook, chef, expediter, runner, manager.
    private const string Table = """
                             W B K C E R M
        -- Orders
        ChangeLine           x x . x x . x
        AddPortion           x x . x x . x
        VoidLine             x x . x x . x
        FireCourse           x x . x x . x
        HoldCourse           x x . x x . x
        MoveTable            x x . x x . x
        OpenOrder            x x . . x . x
        SendTicket           x x . . x . x
        SetAllergy           x x . . x . x
        CloseOrder           x x . . x . x
        EightySixIt          x x x x x x x
        RestoreIt            x x x x x x x
        CountDish            x x x x x x x
        -- The kitchen
        BumpTicket           . x x x x x x
        UndoWork             . x x x x x x
        RecallLast           . x x x x x x
        RecallTicket         . x x x x x x
        PushLines            . x x x x x x
        RushTicket           . . . x x . x
        StartLines           . x x x x x x
        MarkReady            . x x x x x x
        PullLines            . x x x x x x
        AcknowledgeChanges   . x x x x x x
        ConfirmAllergies     . x x x x x x
        -- The house
        RouteDish            . . . x . . x
        SetDetour            . . . x . . x
        SaveDisplay          . . . x . . x
        SetDisplay           . x x x x x x
        TakeOver             . x x x x x x
        SetTimer             . . . x . . x
        -- Staff and devices
        SavePerson           . . . . . . x
        DrawPin              . . . . . . x
        SetPassphrase        . . . . . . x
        ApproveDevice        . . . . . . x
        SaveDevice           . . . . . . x
        ReapproveDevice      . . . . . . x
        UnpairDevice         . . . . . . x
        -- Recipes and items
        SaveItem             . . . x . . x
        SaveRecipe           . . . x . . x
        GoBackTo             . . . x . . x
        SetDishRecipe        . . . x . . x
        SetModifierItems     . . . x . . x
        ShareEquipment       . . . x . . x
        ImportRecipes        . . . x . . x
        SaveSynonyms         . . . x . . x
        RemoveSynonyms       . . . x . . x
        SaveTemplate         . . . x . . x
        SaveView             . . . x . . x
        ForgetView           . . . x . . x
        Promote              . . . . . . x
        Demote               . . . . . . x
        EditItems            . . . x . . x
        UndoEdit             . . . x . . x
        -- Files
        StageImport          . . . x . . x
        DropImport           . . . x . . x
        MapImport            . . . x . . x
        ApplyImport          . . . x . . x
        UndoImport           . . . x . . x
        -- Buying and receiving
        SaveOrder            . . . x . . x
        SendOrder            . . . x . . x
        CancelOrder          . . . x . . x
        SaveSupplier         . . . x . . x
        SaveOffer            . . . x . . x
        SetPar               . . . x . . x
        ReceiveDelivery      . x x x . . x
        LearnBarcode         . x x x . . x
        ForgetBarcode        . . . x . . x
        NumberItems          . x x x . . x
        SetArrivalLimit      . . . x . . x
        -- Counting and temperatures
        OpenSheet            . x x x . . x
        CountLineOnSheet     . x x x . . x
        AddLine              . x x x . . x
        CloseSheet           . . . x . . x
        DropSheet            . . . x . . x
        SortShelf            . x x x . . x
        SavePoint            . . . x . . x
        RecordTemperature    . x x x . . x
        -- The store
        ReceiveStock         . x x x . . x
        CountStock           . x x x . . x
        WasteStock           . x x x . . x
        CorrectMovement      . . . . . . x
        GuardItem            . . . x . . x
        SavePlace            . . . x . . x
        TransferStock        . x x x . . x
        SplitLot             . x x x . . x
        MergeLots            . x x x . . x
        QuarantineLot        . x x x . . x
        ReleaseLot           . x x x . . x
        ThrowAway            . x x x . . x
        """;

    private static readonly Role[] columns = [Role.Waiter, Role.Bartender, Role.Cook, Role.Chef, Role.Expediter, Role.Runner, Role.Manager];

    private static readonly Dictionary<string, Role[]> rows = Table.Split('\n').Skip(1).Where(line => !line.StartsWith("--", StringComparison.Ordinal))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(row => row[0], row => columns.Zip(row[1..]).Where(c => c.Second == "x").Select(c => c.First).ToArray());

    /// <summary>All operations that have a row.</summary>
    public static IReadOnlyCollection<string> Operations => rows.Keys;

    /// <summary>Which roles may do it, besides the owner.</summary>
    public static Role[] Of(string operation) => rows.GetValueOrDefault(operation, []);
}
