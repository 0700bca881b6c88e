namespace NewsRoom.Core.Audit;

/// <summary>The kinds of things that something is done to.</summary>
public static class AuditKinds
{
    public const string Release = "release";
    public const string Contact = "contact";
    public const string Theme = "theme";
    public const string Person = "person";
    public const string Invitation = "invitation";
    public const string Import = "import";
    public const string Document = "document";
    public const string Media = "media";
    public const string Gap = "gap";
    public const string Redaction = "redaction";
    public const string Bulk = "bulk change";
    public const string Links = "links";
    public const string Enquiry = "enquiry";
    public const string Subscriber = "subscriber";
    public const string Letter = "letter";

    public static readonly IReadOnlyList<string> All = [Release, Contact, Theme, Person, Invitation, Import, Document, Media, Gap, Redaction, Bulk, Links, Enquiry, Subscriber, Letter];
}

/// <summary>What is done, in the past tense. Other parts may record verbs of their own: these are the ones that several parts share.</summary>
public static class AuditVerbs
{
    public const string Created = "created";
    public const string Saved = "saved";
    public const string Deleted = "deleted";
    public const string Imported = "imported";
    public const string Started = "started";
    public const string Finished = "finished";

    public const string Checked = "checked";
    public const string Submitted = "submitted";
    public const string SentBack = "sent back";
    public const string Published = "published";
    public const string Withdrawn = "withdrawn";
    public const string Acknowledged = "acknowledged";
    public const string Redrafted = "returned to draft";
    public const string Moved = "moved";
    public const string Confirmed = "confirmed";
    public const string Merged = "merged";

    public const string Redacted = "redacted";
    public const string Left = "left";
    public const string Returned = "returned";
    public const string Changed = "changed many";
    public const string Undone = "undone";
    public const string Mended = "mended";
    public const string Dismissed = "dismissed";
    public const string Uploaded = "uploaded";
    public const string Replaced = "replaced";
    public const string Edited = "edited";
    public const string Accepted = "accepted";
    public const string Stopped = "stopped";
    public const string Resumed = "resumed";
    public const string PutBack = "put back";
    public const string ReadAgain = "read again";
    public const string LeftOut = "left out";
    public const string TakenUp = "taken up again";
    public const string ThrownAway = "thrown away";
    public const string PreviewMade = "preview link made";
    public const string PreviewRevoked = "preview link revoked";
    public const string TranslationLinked = "translation linked";
    public const string TranslationUnlinked = "translation unlinked";

    public const string Invited = "invited";
    public const string Revoked = "revoked";
    public const string Joined = "joined";
    public const string RolesChanged = "roles changed";
    public const string Removed = "removed";
    public const string SignedIn = "signed in";
    public const string SignInFailed = "sign-in failed";
    public const string SignedOut = "signed out";
    public const string SignedOutEverywhere = "signed out everywhere";
    public const string SessionEnded = "session ended";
    public const string PasswordChanged = "password changed";
    public const string ResetLinkMade = "reset link made";
    public const string PasswordReset = "password reset";
    public const string SecondStepOn = "second step on";
    public const string SecondStepOff = "second step off";
    public const string RecoveryCodesMade = "recovery codes made";
    public const string RecoveryCodeUsed = "recovery code used";
    public const string PasskeyAdded = "passkey added";
    public const string PasskeyNamed = "passkey named";
    public const string PasskeyRemoved = "passkey removed";
}
