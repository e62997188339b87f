namespace KitchenDisplay.Core.Commands;

/// <summary>What somebody asks the kitchen to do, once: whoever asks makes the id, and the same id is never carried out twice.</summary>
/// <typeparam name="TResult">What is answered, and answered again when the same command comes again.</typeparam>
public abstract record Command<TResult>(Guid Id);
