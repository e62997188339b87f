using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;

namespace KitchenDisplay.Tests.Core.Inventory.Catalogue;

public sealed class FactTests
{
    private static readonly IReadOnlyList<TemplateField> template = [new("origin.country", "Country", FieldKind.Text), new("fat", "Fat", FieldKind.Number, "g"), new("class", "Class", FieldKind.Choice, null, ["A", "B"]), new("caught", "Caught on", FieldKind.Date)];

    [Fact]
    public void The_templates_fields_come_first_known_or_not_and_whatever_else_is_known_is_shown_too()
    {
        var facts = Fact.Of("""{"fat": 3.5, "origin": {"country": "IE", "farm": {"name": "Lindner"}}, "labels": ["bio", "demeter"], "steps": [{"a": 1}], "raw": true, "empty": {}}""", template);

        Assert.Equal(["origin.country=IE", "fat=3.5", "class=", "caught=", "empty={}", "labels=bio, demeter", "origin.farm.name=Lindner", "raw=yes", """steps=[{"a":1}]"""], facts.Select(f => $"{f.Path}={f.Text}"));
        Assert.Equal(4, facts.Count(f => f.Field is not null));
    }

    [Theory]
    [InlineData("fat", "2,75", "2.75")]
    [InlineData("fat", " ", null)]
    [InlineData("class", "B", "\"B\"")]
    [InlineData("caught", "2026-11-23", "\"2026-11-23\"")]
    [InlineData("origin.country", "12", "\"12\"")]
    public void A_field_is_kept_by_its_kind(string path, string typed, string? json) => Assert.Equal(json, template.Single(f => f.Path == path).Json(typed));

    [Theory]
    [InlineData("fat", "much", "Fat: “much” is no number.")]
    [InlineData("class", "C", "Class: choose one of A, B.")]
    [InlineData("caught", "23.11.2026", "Caught on: write a day like 2027-01-31.")]
    public void What_is_not_of_its_kind_is_refused_and_says_what_to_do(string path, string typed, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<Refusal>(() => template.Single(f => f.Path == path).Json(typed)).Reasons[0].ToString());

    [Fact]
    public void What_is_read_and_typed_again_is_the_same()
    {
        foreach (var json in new[] { "1.5", "\"1.5\"", "true", "\"yes\"", "[\"a\",\"b\"]", "[\"a, b\",\"c\"]", "[1,2]", "[{\"a\":[1]}]", "\"[no list\"", "\"a, b\"" })
            Assert.Equal(json, new Fact("x", null, json) is var fact ? fact.Typed(fact.Text) : null);
    }

    [Theory]
    [InlineData(null, "12", "12")]
    [InlineData(null, "82,5", "82.5")]
    [InlineData("3", "-82,5", "-82.5")]
    [InlineData(null, "1,2,3", "\"1,2,3\"")]
    [InlineData("\"7\"", "12", "\"12\"")]
    [InlineData(null, "yes", "true")]
    [InlineData("[\"bio\"]", "bio, 3", "[\"bio\",\"3\"]")]
    [InlineData("[1, 2]", "1, 2, 3", "[1,2,3]")]
    [InlineData("{\"a\": 1}", "{\"a\": 2}", "{\"a\": 2}")]
    [InlineData("3", "", null)]
    public void Without_a_template_it_stays_what_it_was(string? was, string typed, string? json) => Assert.Equal(json, new Fact("x", null, was).Typed(typed));
}
