using NewsRoom.Benchmarks;
using NewsRoom.Benchmarks.Accuracy;

switch (args)
{
    case ["accuracy", .. var rest]:
        return AccuracyCommand.Run(rest, Console.Out, PipelinePlans.Of);
    case ["explain", var file]:
        return ExplainCommand.Run(file, Console.Out);
    case ["cues", var set]:
        return ExplainCommand.Dump(set, Console.Out);
    case ["fit", var trees, .. var sets]:
        return FitCommand.Run(trees, sets, Console.Out);
    case ["calibration", var first, .. var more]:
        return ExplainCommand.Calibrate([first, .. more], Console.Out);
    case ["plans", var file, var folder]:
        return PlansCommand.Run(file, folder, Console.Out);
    case ["generate", var count, var folder]:
        return GenerateCommand.Run(count, folder, Console.Out);
    case ["throughput"]:
        return ThroughputCommand.Run(null, Console.Out);
    case ["throughput", var section]:
        return ThroughputCommand.Run(section, Console.Out);
    case ["apply", .. var rest] when Count(rest, 100_000) is { } releases:
        return await ApplyCommand.RunAsync(releases, Console.Out);
    case ["start"]:
        return await StartCommand.RunAsync(10, Console.Out);
    case ["start", var count] when int.TryParse(count, out var rounds) && rounds > 0:
        return await StartCommand.RunAsync(rounds, Console.Out);
    case [StartCommand.Empty, .. var rest]:
        return await StartCommand.ServeNothingAsync(rest);
    case ["memory", .. var rest] when Count(rest, 100_000) is { } releases:
        return await MemoryCommand.RunAsync(releases, Console.Out);
    case ["serve", .. var rest] when Count(rest, 10_000) is { } releases:
        return await ServeCommand.RunAsync(releases, Console.Out);
    case ["duplicates", .. var rest] when Count(rest, 100_000) is { } releases:
        return await DuplicatesCommand.RunAsync(releases, Console.Out);
    default:
        Console.Error.WriteLine("""
            Usage:
              accuracy [-v] [--report FILE] [DIR...]               how well the import reads the case collection
              explain FILE                                         what each cue says of each place of a document
              cues DIR                                             every place with its weights and what the key says of it, for fitting
              fit FILE DIR...                                      grows the trees that weigh the cues together, and writes them
              calibration DIR...                                   how many cuts of each score are right
              generate N FOLDER                                    writes an archive of N releases
              throughput [archive|document|stages|hostile]         reading, cutting and extracting, in MB/s on one core
              apply [N]                                            applying to SQLite against a bare loop
              start [N]                                            starting the built program against an empty one
              memory [N]                                           memory of "newsroom import" for N/100, N/10 and N releases
              serve [N]                                            how soon readers are answered while an import is written
              duplicates [N]                                       the search for duplicates, N against N beside 1,000 against 1,000
              plans FILE FOLDER                                    writes every plan whole, to compare two versions
            """);
        return 2;
}

static int? Count(string[] rest, int most) => rest switch
{
    [] => most,
    [var count] when int.TryParse(count, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 => number,
    _ => null,
};
