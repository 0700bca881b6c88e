namespace NewsRoom.Core.Ingestion.Deduplication;

/// <summary>A release that new ones are compared with: of the same run, or of the database.</summary>
public sealed record KnownRelease(Fingerprint Fingerprint, DuplicateReference? InRun, int? ReleaseId);
