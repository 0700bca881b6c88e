using NewsRoom.Benchmarks.Accuracy;

if (args is ["accuracy", .. var rest])
    return AccuracyCommand.Run(rest, Console.Out, PipelinePlans.Of);

if (args is ["explain", var file])
    return ExplainCommand.Run(file, Console.Out);

if (args is ["cues", var set])
    return ExplainCommand.Dump(set, Console.Out);

Console.Error.WriteLine("Usage: accuracy [-v] [--report FILE] [DIR...]   how well the import reads the case collection");
return 2;
