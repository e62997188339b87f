using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KitchenDisplay.Core.Commands;

/// <summary>Carries a command out exactly once, in one transaction with its record, whoever asks how often.</summary>
public sealed partial class CommandBook(IDbContextFactory<KitchenContext> contexts, TimeProvider clock, Doorbell bell, ILogger<CommandBook> logger)
{
    // Raise it when a command's JSON changes its meaning: an old id then never matches a new content by accident.
    private const int HashFormat = 1;
    private const int Attempts = 5;

    /// <summary>Runs <paramref name="work"/> and saves what it changed together with the command's record.</summary>
    /// <param name="command">What to do; the same id with the same content answers what was answered before.</param>
    /// <param name="actor">Who asks: checked in the same transaction, locked against being revoked meanwhile.</param>
    /// <param name="work">Reads and changes the context it is given; must not save and must not keep it. May run again after a lost connection or a deadlock.</param>
    /// <exception cref="Refusal">The command cannot be carried out; nothing was written but the refusal itself.</exception>
    public Task<TResult> CarryOutAsync<TResult>(
        Command<TResult> command, Actor actor,
        Func<KitchenContext, DateTimeOffset, CancellationToken, Task<TResult>> work, CancellationToken cancel)
    {
        var wish = new Wish(command.Id, command.GetType().Name, HashOf(command), actor, command.GetType().Name);
        return InsistAsync(wish, () => TryAsync(wish, work, cancel), cancel);
    }

    /// <summary>Takes a command back of which nobody knows whether it was carried out: from now on it never will be. Whoever may do it may take it back.</summary>
    /// <returns>False when it was already carried out, and so cannot be taken back.</returns>
    /// <exception cref="Refusal">The person may not do this.</exception>
    public Task<bool> CancelAsync<TCommand>(Guid commandId, Actor actor, CancellationToken cancel)
    {
        var wish = new Wish(commandId, "Cancel", [], actor, typeof(TCommand).Name);
        return InsistAsync(wish, () => TryCancelAsync(wish, cancel), cancel);
    }

    private async Task<TResult> InsistAsync<TResult>(Wish wish, Func<Task<TResult>> attemptOnce, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await attemptOnce();
            }
            catch (Refusal refusal)
            {
                await NoteRefusalAsync(wish, refusal, cancel);
                throw;
            }
            catch (Exception e) when (attempt < Attempts && IsPassing(e))
            {
                // The next attempt looks the id up first: a commit whose answer was lost is found, not done again.
                await Task.Delay(Random.Shared.Next(10, 40) * attempt, cancel);
            }
        }
    }

    private async Task<TResult> TryAsync<TResult>(Wish wish, Func<KitchenContext, DateTimeOffset, CancellationToken, Task<TResult>> work, CancellationToken cancel)
    {
        // EF would give an empty key a value of its own, and the command could not be found again under the one that it came with.
        if (wish.Id == Guid.Empty) throw new Refusal("A command without a number cannot be carried out. Reload the page and try again.");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (known, person) = await OpenAsync(db, wish.Id, wish.Actor, clock.GetUtcNow(), cancel);
        if (known is not null) return Replay<TResult>(known, wish.Hash);
        wish.MustBeAllowedTo(person);

        var result = await work(db, clock.GetUtcNow(), cancel);
        db.Commands.Add(Record(wish.Id, wish, CommandOutcome.Done, JsonSerializer.Serialize(result, JsonSerializerOptions.Web)));
        await db.FinishAsync(cancel);
        await transaction.CommitAsync(cancel);
        bell.Ring();
        return result;
    }

    private async Task<bool> TryCancelAsync(Wish wish, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (known, person) = await OpenAsync(db, wish.Id, wish.Actor, clock.GetUtcNow(), cancel);
        wish.MustBeAllowedTo(person);
        if (known is not null) return known.Outcome == CommandOutcome.Cancelled;
        db.Commands.Add(Record(wish.Id, wish, CommandOutcome.Cancelled, "null"));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>One round trip: waits until nobody else works on this id, then reads what is known of it and what the person may do. Person, device and sign-in stay as they are until the commit: whoever revokes them waits.</summary>
    private static async Task<(CommandRecord? Known, Actor? Person)> OpenAsync(KitchenContext db, Guid commandId, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        // The lock stands in a statement of its own: the next statement's snapshot then sees what the lock's last holder has committed.
        await using var batch = new NpgsqlBatch(db.Connection())
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = LockKey(commandId) } } },
                new("select kind, actor_id, at, hash, outcome, result::text from commands where id = $1") { Parameters = { new() { Value = commandId } } },
                new("select name, roles from people where id = $1 and active for key share") { Parameters = { new() { Value = actor.PersonId } } },
            },
        };
        if (actor.DeviceId is { } device)
            batch.BatchCommands.Add(new("select from devices where id = $1 and unpaired_at is null and expires_at > $2 for key share") { Parameters = { new() { Value = device }, new() { Value = now } } });
        if (actor.SessionId is { } session)
            batch.BatchCommands.Add(new("select from sessions where id = $1 and person_id = $2 and ended_at is null and ends_at > $3 for key share") { Parameters = { new() { Value = session }, new() { Value = actor.PersonId }, new() { Value = now } } });
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        CommandRecord? known = null;
        if (await reader.ReadAsync(cancel))
        {
            known = new CommandRecord
            {
                Id = commandId,
                Kind = reader.GetString(0),
                ActorId = reader.GetGuid(1),
                At = reader.GetFieldValue<DateTimeOffset>(2),
                Hash = reader.GetFieldValue<byte[]>(3),
                Outcome = Enum.Parse<CommandOutcome>(reader.GetString(4)),
                Result = reader.GetString(5),
            };
        }
        await reader.NextResultAsync(cancel);
        var person = await reader.ReadAsync(cancel)
            ? actor with { Name = reader.GetString(0), Roles = [.. reader.GetFieldValue<string[]>(1).Select(Enum.Parse<Role>)] }
            : null;
        // Whichever of the two were asked for must both be there.
        while (await reader.NextResultAsync(cancel))
            if (!await reader.ReadAsync(cancel)) person = null;
        return (known, person);
    }

    private static TResult Replay<TResult>(CommandRecord known, byte[] hash)
    {
        if (known.Outcome == CommandOutcome.Cancelled) throw new Refusal("This was taken back and cannot be sent any more. Send it as a new one.") { IdIsUsed = true };
        if (!known.Hash.AsSpan().SequenceEqual(hash)) throw new Refusal("Something else was already sent under this number. Nothing was changed; send it as a new one.") { IdIsUsed = true };
        return JsonSerializer.Deserialize<TResult>(known.Result, JsonSerializerOptions.Web)!;
    }

    private async Task NoteRefusalAsync(Wish wish, Refusal refusal, CancellationToken cancel)
    {
        try
        {
            // In a transaction and under an id of its own, so that the command's id stays free for another try.
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var reasons = JsonSerializer.Serialize(refusal.Reasons.Select(r => r.ToString()), JsonSerializerOptions.Web);
            db.Commands.Add(Record(Guid.CreateVersion7(), wish, refusal.Denied ? CommandOutcome.Denied : CommandOutcome.Refused, reasons, wish.Id));
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception e) when (e is DbUpdateException or InvalidOperationException or DbException)
        {
            // Whoever asked must hear why it was refused, even if it cannot be written down.
            NotNoted(e, wish.Kind);
        }
    }

    private CommandRecord Record(Guid id, Wish wish, CommandOutcome outcome, string result, Guid? refusedId = null) => new()
    {
        Id = id,
        Kind = wish.Kind,
        ActorId = wish.Actor.PersonId,
        DeviceId = wish.Actor.DeviceId,
        At = clock.GetUtcNow(),
        Hash = wish.Hash,
        Outcome = outcome,
        Result = result,
        RefusedId = refusedId,
    };

    private static byte[] HashOf<TResult>(Command<TResult> command) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { HashFormat, Kind = command.GetType().Name, Command = (object)command }, JsonSerializerOptions.Web));

    /// <summary>The last eight bytes of the id: the first ones of a version 7 are the time, which many share.</summary>
    private static long LockKey(Guid id) => BitConverter.ToInt64(id.ToByteArray(bigEndian: true), 8);

    private static bool IsPassing(Exception e) => e switch
    {
        // EF wraps what may pass into the one or the other, depending on whether it was saving or reading.
        DbUpdateException or InvalidOperationException when e.InnerException is { } inner => IsPassing(inner),
        // Two did the same at once, and a unique index stopped one: run again, its rules now see the other and say so in words.
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A refused {Command} could not be written down.")]
    private partial void NotNoted(Exception reason, string command);

    /// <summary>What is asked for, and by whom.</summary>
    /// <param name="Operation">Whose row of <see cref="Rights"/> says who may.</param>
    private sealed record Wish(Guid Id, string Kind, byte[] Hash, Actor Actor, string Operation)
    {
        internal void MustBeAllowedTo(Actor? person)
        {
            if (person is null || !person.Is(Rights.Of(Operation))) throw new Refusal("You may not do this. Ask a manager.") { Denied = true };
        }
    }
}
