using Microsoft.AspNetCore.Localization;

namespace KitchenDisplay.Web;

/// <summary>Names the translations of everything that people read. The key is the English sentence, so English needs no file; German would be Texts.de.resx.</summary>
public sealed class Texts
{
    /// <summary>The languages that have been translated, the first one for everybody else.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en"];
}

public static class TextsSetup
{
    public static void AddKitchenTexts(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Texts.Languages[0]);
            options.AddSupportedCultures([.. Texts.Languages]);
            options.AddSupportedUICultures([.. Texts.Languages]);
            options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }
}
