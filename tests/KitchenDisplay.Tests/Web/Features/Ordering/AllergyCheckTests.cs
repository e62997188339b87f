using KitchenDisplay.Core.Menu;
using KitchenDisplay.Web.Features.Ordering;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

public class AllergyCheckTests
{
    [Theory]
    [InlineData(Allergen.Milk, AllergenState.Contains)]
    [InlineData(Allergen.Nuts, AllergenState.MayContain)]
    [InlineData(Allergen.Celery, AllergenState.NotDeclared)]
    public void A_guest_is_warned_of_what_is_in_it_may_be_in_it_or_is_not_said(Allergen allergy, AllergenState state)
    {
        var warning = Assert.Single(AllergyCheck.Warnings(PaperMenu.Ribeye, 2, [PaperMenu.Guest(2, allergy)], []));

        Assert.Equal((state, 2), (warning.State, warning.Seat));
        Assert.Equal([allergy], warning.Allergens);
    }

    [Fact]
    public void What_is_declared_free_is_no_warning() =>
        Assert.Empty(AllergyCheck.Warnings(PaperMenu.Ribeye, 2, [PaperMenu.Guest(2, Allergen.Fish)], []));

    [Fact]
    public void Another_seats_allergy_is_no_warning() =>
        Assert.Empty(AllergyCheck.Warnings(PaperMenu.Ribeye, 1, [PaperMenu.Guest(2, Allergen.Milk)], []));

    [Fact]
    public void A_shared_dish_is_everybodys_and_the_worst_is_said_first()
    {
        var warnings = AllergyCheck.Warnings(PaperMenu.Ribeye, null, [PaperMenu.Guest(1, Allergen.Nuts, Allergen.Celery), PaperMenu.Guest(3, Allergen.Milk)], []);

        Assert.Equal([(AllergenState.Contains, 3), (AllergenState.MayContain, 1), (AllergenState.NotDeclared, 1)], warnings.Select(w => (w.State, w.Seat)));
    }

    [Fact]
    public void What_is_added_warns_and_what_is_left_out_clears_only_what_the_chef_said()
    {
        var guest = PaperMenu.Guest(2, Allergen.Milk, Allergen.Fish);
        var (cheese, noButter, checkedNoButter, marrow) = (Extra(contains: [Allergen.Fish]), new Modifier { Name = "butter", Kind = ModifierKind.No }, new Modifier { Name = "butter", Kind = ModifierKind.No, Clears = [Allergen.Milk] }, Extra(unknown: [Allergen.Fish]));

        Assert.Equal([AllergenState.Contains], States());
        Assert.Equal([AllergenState.Contains], States(noButter));
        Assert.Empty(States(checkedNoButter));
        Assert.Equal([AllergenState.Contains], States(checkedNoButter, cheese));
        Assert.Equal([AllergenState.NotDeclared], States(checkedNoButter, marrow));

        IEnumerable<AllergenState> States(params Modifier[] chosen) => AllergyCheck.Warnings(PaperMenu.Ribeye, 2, [guest], chosen).Select(w => w.State);
    }

    private static Modifier Extra(Allergen[]? contains = null, Allergen[]? unknown = null) => new() { Name = "more", Kind = ModifierKind.Extra, Contains = contains ?? [], NotDeclared = unknown ?? [] };
}
