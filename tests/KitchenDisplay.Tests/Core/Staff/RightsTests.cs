using System.Reflection;
using System.Runtime.CompilerServices;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Staff;

/// <summary>Each operation with each role, asked of the services themselves; what they are comes from the code and not from a list.</summary>
public sealed class RightsTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    private static readonly List<Type> commands = [.. typeof(Command<>).Assembly.GetTypes().Where(t => !t.IsAbstract && IsCommand(t))];

    private static readonly List<MethodInfo> entrances = [.. typeof(Command<>).Assembly.GetExportedTypes().Where(t => t.IsClass && t != typeof(CommandBook))
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(m => m.GetParameters() is [var first, ..] parameters && IsCommand(first.ParameterType) && parameters.Any(p => p.ParameterType == typeof(Actor)))];

    [Fact]
    public void Every_command_has_a_row_and_every_row_a_command() => Assert.Equal(commands.Select(c => c.Name).Order(), Rights.Operations.Order());

    [Fact]
    public void Every_command_has_one_entrance() => Assert.Equal(commands.Select(c => c.Name).Order(), entrances.Select(e => e.GetParameters()[0].ParameterType.Name).Order());

    [Fact]
    public async Task The_services_deny_what_the_table_does_not_allow_and_nothing_else_and_write_it_down()
    {
        await using var app = KitchenApp.Build(StartOptions.Read("--urls", "http://127.0.0.1:0"), kitchen.Connections);
        var services = app.Services;
        var (wrong, denied) = (new List<string>(), 0);
        var before = await kitchen.CountAsync("commands where outcome = 'Denied'");
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = await PersonAsync(role);
            foreach (var entrance in entrances)
            {
                var operation = entrance.GetParameters()[0].ParameterType.Name;
                var isAllowed = await TryAsync(services, entrance, actor);
                if (!isAllowed) denied++;
                if (isAllowed != (role == Role.Owner || Rights.Of(operation).Contains(role))) wrong.Add($"{role} {(isAllowed ? "may" : "may not")} {operation}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(denied, await kitchen.CountAsync("commands where outcome = 'Denied'") - before);
    }

    [Fact]
    public async Task Who_is_gone_may_do_nothing()
    {
        await using var app = KitchenApp.Build(StartOptions.Read("--urls", "http://127.0.0.1:0"), kitchen.Connections);
        var services = app.Services;
        var gone = await PersonAsync(Role.Owner);
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"update people set active = false where id = '{gone.PersonId}'");

        foreach (var entrance in entrances) Assert.False(await TryAsync(services, entrance, gone), entrance.Name);
    }

    private static bool IsCommand(Type type)
    {
        for (var of = type; of is not null; of = of.BaseType)
            if (of.IsGenericType && of.GetGenericTypeDefinition() == typeof(Command<>)) return true;
        return false;
    }

    private async Task<Actor> PersonAsync(Role role)
    {
        var id = Guid.CreateVersion7();
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"insert into people (id, name, roles, active) values ('{id}', '{role} of the matrix {id}', array['{role}'], true)");
        // Whatever it says of itself does not count.
        return new(id, "", [Role.Owner]);
    }

    // With nothing in the command but its number: whoever may is told what is wrong with it, or fails, and is not denied.
    private static async Task<bool> TryAsync(IServiceProvider services, MethodInfo entrance, Actor actor)
    {
        await using var scope = services.CreateAsyncScope();
        var service = ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, entrance.DeclaringType!);
        var command = RuntimeHelpers.GetUninitializedObject(entrance.GetParameters()[0].ParameterType);
        command.GetType().GetProperty("Id")!.SetValue(command, Guid.CreateVersion7());
        try
        {
            await (Task)entrance.Invoke(service, [.. entrance.GetParameters().Select(p => Value(p, command, actor))])!;
            return true;
        }
        catch (Exception e)
        {
            return (e is TargetInvocationException { InnerException: { } inner } ? inner : e) is not Refusal { Denied: true };
        }
    }

    private static object? Value(ParameterInfo parameter, object command, Actor actor) =>
        parameter.Position == 0 ? command : parameter.ParameterType == typeof(Actor) ? actor : parameter.ParameterType == typeof(Stream) ? Stream.Null : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : null;
}
