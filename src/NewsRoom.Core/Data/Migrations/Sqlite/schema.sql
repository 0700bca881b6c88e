CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "AspNetRoles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetRoles" PRIMARY KEY,
    "Name" TEXT NULL,
    "NormalizedName" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL
);

CREATE TABLE "AspNetUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "DisplayName" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" INTEGER NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);

CREATE TABLE "DeskSearchTexts" (
    "ReleaseId" INTEGER NOT NULL CONSTRAINT "PK_DeskSearchTexts" PRIMARY KEY,
    "Headline" TEXT NOT NULL,
    "Standfirst" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "Contacts" TEXT NOT NULL,
    "Quotes" TEXT NOT NULL
);

CREATE TABLE "ImportBatches" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ImportBatches" PRIMARY KEY AUTOINCREMENT,
    "Source" TEXT NOT NULL,
    "StartedBy" TEXT NOT NULL,
    "Publishes" INTEGER NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "FinishedAt" INTEGER NULL
);

CREATE TABLE "Invitations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY AUTOINCREMENT,
    "TokenHash" TEXT NOT NULL,
    "Roles" TEXT NOT NULL,
    "IsSetup" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "ClosedAt" INTEGER NULL
);

CREATE TABLE "MediaContacts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_MediaContacts" PRIMARY KEY AUTOINCREMENT,
    "PublicId" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Role" TEXT NULL,
    "Office" TEXT NULL,
    "PhoneAsWritten" TEXT NULL,
    "PhoneE164" TEXT NULL,
    "OtherPhoneAsWritten" TEXT NULL,
    "OtherPhoneE164" TEXT NULL,
    "Email" TEXT NULL,
    "PrintedYear" INTEGER NULL,
    "ConfirmedAt" INTEGER NULL,
    "ConfirmedBy" TEXT NULL,
    "MergedIntoId" INTEGER NULL,
    "IsImported" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_MediaContacts_MediaContacts_MergedIntoId" FOREIGN KEY ("MergedIntoId") REFERENCES "MediaContacts" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "PublicSearchTexts" (
    "ReleaseId" INTEGER NOT NULL CONSTRAINT "PK_PublicSearchTexts" PRIMARY KEY,
    "Headline" TEXT NOT NULL,
    "Standfirst" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "Contacts" TEXT NOT NULL,
    "Quotes" TEXT NOT NULL
);

CREATE TABLE "Releases" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Releases" PRIMARY KEY AUTOINCREMENT,
    "PublicId" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Headline" TEXT NOT NULL,
    "HeadlineBasis" TEXT NOT NULL,
    "Standfirst" TEXT NULL,
    "Dateline" TEXT NULL,
    "Body" TEXT NOT NULL,
    "BodyHtml" TEXT NOT NULL,
    "BodyText" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "SortDay" TEXT NULL,
    "SortOrder" INTEGER NOT NULL,
    "PublishAt" INTEGER NULL,
    "IsEmbargo" INTEGER NOT NULL,
    "EmbargoNotice" TEXT NULL,
    "ApprovedRevisionId" INTEGER NULL,
    "ApprovedRevisionNumber" INTEGER NULL,
    "ApprovedAt" INTEGER NULL,
    "ApprovedBy" TEXT NULL,
    "FirstPublicAt" INTEGER NULL,
    "PublicChangeAt" INTEGER NULL,
    "WithdrawnAt" INTEGER NULL,
    "WithdrawalReason" TEXT NULL,
    "UnsureNotes" TEXT NULL,
    "IsEdited" INTEGER NOT NULL,
    "WordsHash" TEXT NULL,
    "Sketch" BLOB NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "LatestRevisionNumber" INTEGER NOT NULL,
    "Date_Basis" TEXT NOT NULL,
    "Date_Confidence" REAL NOT NULL,
    "Date_Evidence" TEXT NULL,
    "Date_EvidenceLine" INTEGER NULL,
    "Date_NotAfter" TEXT NULL,
    "Date_NotBefore" TEXT NULL,
    "Date_Note" TEXT NULL,
    "Date_Precision" TEXT NOT NULL,
    "Date_Value" TEXT NULL
);

CREATE TABLE "Themes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Themes" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Terms" TEXT NULL
);

CREATE TABLE "AspNetRoleClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetRoleClaims" PRIMARY KEY AUTOINCREMENT,
    "RoleId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetRoleClaims_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserRoles" (
    "UserId" TEXT NOT NULL,
    "RoleId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserRoles" PRIMARY KEY ("UserId", "RoleId"),
    CONSTRAINT "FK_AspNetUserRoles_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AspNetUserRoles_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "SourceDocuments" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SourceDocuments" PRIMARY KEY AUTOINCREMENT,
    "BatchId" INTEGER NOT NULL,
    "FileName" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Encoding" TEXT NOT NULL,
    "Lines" INTEGER NOT NULL,
    "Bytes" BLOB NOT NULL,
    "ImportedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_SourceDocuments_ImportBatches_BatchId" FOREIGN KEY ("BatchId") REFERENCES "ImportBatches" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Gaps" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Gaps" PRIMARY KEY AUTOINCREMENT,
    "ReleaseId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Line" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Sentence" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "Mend" TEXT NULL,
    "MendedAt" INTEGER NULL,
    "MendedBy" TEXT NULL,
    CONSTRAINT "FK_Gaps_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PastSlugs" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_PastSlugs" PRIMARY KEY,
    "ReleaseId" INTEGER NOT NULL,
    CONSTRAINT "FK_PastSlugs_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Quotation" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Quotation" PRIMARY KEY AUTOINCREMENT,
    "ReleaseId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Speaker" TEXT NULL,
    CONSTRAINT "FK_Quotation_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ReleaseContact" (
    "ReleaseId" INTEGER NOT NULL,
    "ContactId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_ReleaseContact" PRIMARY KEY ("ReleaseId", "ContactId"),
    CONSTRAINT "FK_ReleaseContact_MediaContacts_ContactId" FOREIGN KEY ("ContactId") REFERENCES "MediaContacts" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReleaseContact_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ReleaseRevisions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReleaseRevisions" PRIMARY KEY AUTOINCREMENT,
    "ReleaseId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Headline" TEXT NOT NULL,
    "HeadlineBasis" TEXT NOT NULL,
    "Standfirst" TEXT NULL,
    "Dateline" TEXT NULL,
    "Body" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "ThemeIds" TEXT NOT NULL,
    "ContactIds" TEXT NOT NULL,
    "ContactSnapshot" TEXT NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "Date_Basis" TEXT NOT NULL,
    "Date_Confidence" REAL NOT NULL,
    "Date_Evidence" TEXT NULL,
    "Date_EvidenceLine" INTEGER NULL,
    "Date_NotAfter" TEXT NULL,
    "Date_NotBefore" TEXT NULL,
    "Date_Note" TEXT NULL,
    "Date_Precision" TEXT NOT NULL,
    "Date_Value" TEXT NULL,
    CONSTRAINT "FK_ReleaseRevisions_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ReleaseTheme" (
    "ReleaseId" INTEGER NOT NULL,
    "ThemeId" INTEGER NOT NULL,
    "Score" REAL NULL,
    "Evidence" TEXT NULL,
    CONSTRAINT "PK_ReleaseTheme" PRIMARY KEY ("ReleaseId", "ThemeId"),
    CONSTRAINT "FK_ReleaseTheme_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ReleaseTheme_Themes_ThemeId" FOREIGN KEY ("ThemeId") REFERENCES "Themes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Sources" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Sources" PRIMARY KEY AUTOINCREMENT,
    "ReleaseId" INTEGER NOT NULL,
    "DocumentId" INTEGER NOT NULL,
    "Index" INTEGER NOT NULL,
    "StartLine" INTEGER NOT NULL,
    "EndLine" INTEGER NOT NULL,
    "CutConfidence" REAL NOT NULL,
    "CutCues" TEXT NOT NULL,
    CONSTRAINT "FK_Sources_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Sources_SourceDocuments_DocumentId" FOREIGN KEY ("DocumentId") REFERENCES "SourceDocuments" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_AspNetRoleClaims_RoleId" ON "AspNetRoleClaims" ("RoleId");

CREATE UNIQUE INDEX "RoleNameIndex" ON "AspNetRoles" ("NormalizedName");

CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");

CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");

CREATE INDEX "IX_AspNetUserRoles_RoleId" ON "AspNetUserRoles" ("RoleId");

CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");

CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");

CREATE INDEX "IX_Gaps_MendedAt" ON "Gaps" ("MendedAt");

CREATE INDEX "IX_Gaps_ReleaseId" ON "Gaps" ("ReleaseId");

CREATE UNIQUE INDEX "IX_Invitations_TokenHash" ON "Invitations" ("TokenHash");

CREATE INDEX "IX_MediaContacts_MergedIntoId" ON "MediaContacts" ("MergedIntoId");

CREATE INDEX "IX_MediaContacts_Name" ON "MediaContacts" ("Name");

CREATE UNIQUE INDEX "IX_MediaContacts_PublicId" ON "MediaContacts" ("PublicId");

CREATE UNIQUE INDEX "IX_MediaContacts_Slug" ON "MediaContacts" ("Slug");

CREATE INDEX "IX_PastSlugs_ReleaseId" ON "PastSlugs" ("ReleaseId");

CREATE INDEX "IX_Quotation_ReleaseId" ON "Quotation" ("ReleaseId");

CREATE INDEX "IX_ReleaseContact_ContactId" ON "ReleaseContact" ("ContactId");

CREATE UNIQUE INDEX "IX_ReleaseRevisions_ReleaseId_Number" ON "ReleaseRevisions" ("ReleaseId", "Number");

CREATE UNIQUE INDEX "IX_Releases_PublicId" ON "Releases" ("PublicId");

CREATE INDEX "IX_Releases_PublishAt" ON "Releases" ("PublishAt");

CREATE UNIQUE INDEX "IX_Releases_Slug" ON "Releases" ("Slug");

CREATE INDEX "IX_Releases_State_SortDay_SortOrder" ON "Releases" ("State", "SortDay", "SortOrder");

CREATE INDEX "IX_Releases_WordsHash" ON "Releases" ("WordsHash");

CREATE INDEX "IX_ReleaseTheme_ThemeId" ON "ReleaseTheme" ("ThemeId");

CREATE INDEX "IX_SourceDocuments_BatchId" ON "SourceDocuments" ("BatchId");

CREATE UNIQUE INDEX "IX_SourceDocuments_Sha256" ON "SourceDocuments" ("Sha256");

CREATE UNIQUE INDEX "IX_Sources_DocumentId_Index" ON "Sources" ("DocumentId", "Index");

CREATE INDEX "IX_Sources_ReleaseId" ON "Sources" ("ReleaseId");

CREATE UNIQUE INDEX "IX_Themes_Slug" ON "Themes" ("Slug");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122064106_InitialSchema', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE VIRTUAL TABLE PublicSearch USING fts5(Headline, Standfirst, Body, Contacts, Quotes, content='PublicSearchTexts', content_rowid='ReleaseId', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');

CREATE VIRTUAL TABLE DeskSearch USING fts5(Headline, Standfirst, Body, Contacts, Quotes, content='DeskSearchTexts', content_rowid='ReleaseId', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122070000_SearchTables', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "ImportBatches" ADD "IsStaged" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "ImportBatches" ADD "IsStopped" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "ImportBatches" ADD "MonthFirst" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "ImportBatches" ADD "UndoRequestedAt" INTEGER NULL;

ALTER TABLE "ImportBatches" ADD "UndoneAt" INTEGER NULL;

ALTER TABLE "ImportBatches" ADD "UndoneBy" TEXT NULL;

ALTER TABLE "ImportBatches" ADD "UndoneThrough" INTEGER NULL;

CREATE TABLE "StagedDocuments" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_StagedDocuments" PRIMARY KEY AUTOINCREMENT,
    "BatchId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "FileName" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Bytes" BLOB NOT NULL,
    "State" TEXT NOT NULL,
    "Message" TEXT NULL,
    "Log" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Releases" INTEGER NOT NULL,
    "Unsure" INTEGER NOT NULL,
    "Made" INTEGER NOT NULL,
    "Merged" INTEGER NOT NULL,
    "Publishes" INTEGER NOT NULL,
    "DocumentId" INTEGER NULL,
    "EditedBy" TEXT NULL,
    "EditedAt" INTEGER NULL,
    CONSTRAINT "FK_StagedDocuments_ImportBatches_BatchId" FOREIGN KEY ("BatchId") REFERENCES "ImportBatches" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_StagedDocuments_SourceDocuments_DocumentId" FOREIGN KEY ("DocumentId") REFERENCES "SourceDocuments" ("Id") ON DELETE SET NULL
);

CREATE UNIQUE INDEX "IX_StagedDocuments_BatchId_Number" ON "StagedDocuments" ("BatchId", "Number");

CREATE INDEX "IX_StagedDocuments_DocumentId" ON "StagedDocuments" ("DocumentId");

CREATE INDEX "IX_StagedDocuments_State" ON "StagedDocuments" ("State");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122080550_ImportBench', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Releases" ADD "Boilerplate" TEXT NULL;

ALTER TABLE "ReleaseRevisions" ADD "Boilerplate" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122080908_Boilerplate', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Releases" ADD "ReplacedById" INTEGER NULL;

ALTER TABLE "ReleaseRevisions" ADD "AttachmentCaptions" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "ReleaseRevisions" ADD "AttachmentIds" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Invitations" ADD "InvitedBy" TEXT NULL;

ALTER TABLE "Invitations" ADD "RecipientEmail" TEXT NULL;

ALTER TABLE "Invitations" ADD "RecipientName" TEXT NULL;

CREATE TABLE "AspNetUserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Assets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Assets" PRIMARY KEY AUTOINCREMENT,
    "Token" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "OriginalName" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "Width" INTEGER NOT NULL,
    "Height" INTEGER NOT NULL,
    "Frames" INTEGER NOT NULL,
    "AltText" TEXT NULL,
    "IsDecorative" INTEGER NOT NULL,
    "Caption" TEXT NULL,
    "Credit" TEXT NULL,
    "Licence" TEXT NULL,
    "UploadedBy" TEXT NOT NULL,
    "UploadedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "AuditEntries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditEntries" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "ActorId" TEXT NULL,
    "Actor" TEXT NOT NULL,
    "Verb" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "ThingId" TEXT NOT NULL,
    "Label" TEXT NOT NULL,
    "Origin" TEXT NULL,
    "Details" TEXT NULL
);

CREATE TABLE "EditorSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_EditorSessions" PRIMARY KEY,
    "EditorId" TEXT NOT NULL,
    "Device" TEXT NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "LastSeenAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    CONSTRAINT "FK_EditorSessions_AspNetUsers_EditorId" FOREIGN KEY ("EditorId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "LonePublications" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_LonePublications" PRIMARY KEY AUTOINCREMENT,
    "ReleaseId" INTEGER NOT NULL,
    "RevisionNumber" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "AcknowledgedBy" TEXT NULL,
    "AcknowledgedAt" INTEGER NULL,
    CONSTRAINT "FK_LonePublications_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Presences" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Presences" PRIMARY KEY AUTOINCREMENT,
    "EditorId" TEXT NOT NULL,
    "ReleaseId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "OpenedAt" INTEGER NOT NULL,
    "SeenAt" INTEGER NOT NULL,
    "Reports" INTEGER NOT NULL,
    CONSTRAINT "FK_Presences_AspNetUsers_EditorId" FOREIGN KEY ("EditorId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Presences_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PreviewLinks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_PreviewLinks" PRIMARY KEY AUTOINCREMENT,
    "ReleaseId" INTEGER NOT NULL,
    "Recipient" TEXT NOT NULL,
    "TokenHash" TEXT NOT NULL,
    "RevisionNumber" INTEGER NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "RevokedAt" INTEGER NULL,
    "RevokedBy" TEXT NULL,
    CONSTRAINT "FK_PreviewLinks_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PublicNotes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_PublicNotes" PRIMARY KEY AUTOINCREMENT,
    "PublicId" TEXT NOT NULL,
    "ReleaseId" INTEGER NOT NULL,
    "RevisionNumber" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_PublicNotes_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ResetLinks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ResetLinks" PRIMARY KEY AUTOINCREMENT,
    "TokenHash" TEXT NOT NULL,
    "EditorId" TEXT NOT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "ClosedAt" INTEGER NULL,
    CONSTRAINT "FK_ResetLinks_AspNetUsers_EditorId" FOREIGN KEY ("EditorId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ReviewNotes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReviewNotes" PRIMARY KEY AUTOINCREMENT,
    "ReleaseId" INTEGER NOT NULL,
    "RevisionNumber" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_ReviewNotes_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "WorkingCopies" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_WorkingCopies" PRIMARY KEY AUTOINCREMENT,
    "EditorId" TEXT NOT NULL,
    "ReleaseId" INTEGER NULL,
    "BaseVersion" INTEGER NOT NULL,
    "Fields" TEXT NOT NULL,
    "SavedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_WorkingCopies_AspNetUsers_EditorId" FOREIGN KEY ("EditorId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_WorkingCopies_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ReleaseAttachment" (
    "ReleaseId" INTEGER NOT NULL,
    "AssetId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Caption" TEXT NULL,
    CONSTRAINT "PK_ReleaseAttachment" PRIMARY KEY ("ReleaseId", "AssetId"),
    CONSTRAINT "FK_ReleaseAttachment_Assets_AssetId" FOREIGN KEY ("AssetId") REFERENCES "Assets" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReleaseAttachment_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PreviewOpenings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_PreviewOpenings" PRIMARY KEY AUTOINCREMENT,
    "LinkId" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_PreviewOpenings_PreviewLinks_LinkId" FOREIGN KEY ("LinkId") REFERENCES "PreviewLinks" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");

CREATE INDEX "IX_Assets_Sha256" ON "Assets" ("Sha256");

CREATE UNIQUE INDEX "IX_Assets_Token" ON "Assets" ("Token");

CREATE INDEX "IX_AuditEntries_Actor_Id" ON "AuditEntries" ("Actor", "Id");

CREATE INDEX "IX_AuditEntries_At" ON "AuditEntries" ("At");

CREATE INDEX "IX_AuditEntries_Kind_ThingId_Id" ON "AuditEntries" ("Kind", "ThingId", "Id");

CREATE INDEX "IX_AuditEntries_Verb_Id" ON "AuditEntries" ("Verb", "Id");

CREATE INDEX "IX_EditorSessions_EditorId" ON "EditorSessions" ("EditorId");

CREATE INDEX "IX_LonePublications_AcknowledgedAt" ON "LonePublications" ("AcknowledgedAt");

CREATE INDEX "IX_LonePublications_ReleaseId" ON "LonePublications" ("ReleaseId");

CREATE INDEX "IX_Presences_EditorId" ON "Presences" ("EditorId");

CREATE UNIQUE INDEX "IX_Presences_ReleaseId_EditorId" ON "Presences" ("ReleaseId", "EditorId");

CREATE INDEX "IX_PreviewLinks_ReleaseId" ON "PreviewLinks" ("ReleaseId");

CREATE UNIQUE INDEX "IX_PreviewLinks_TokenHash" ON "PreviewLinks" ("TokenHash");

CREATE INDEX "IX_PreviewOpenings_LinkId" ON "PreviewOpenings" ("LinkId");

CREATE INDEX "IX_PublicNotes_At" ON "PublicNotes" ("At");

CREATE UNIQUE INDEX "IX_PublicNotes_PublicId" ON "PublicNotes" ("PublicId");

CREATE INDEX "IX_PublicNotes_ReleaseId" ON "PublicNotes" ("ReleaseId");

CREATE INDEX "IX_ReleaseAttachment_AssetId" ON "ReleaseAttachment" ("AssetId");

CREATE INDEX "IX_ResetLinks_EditorId" ON "ResetLinks" ("EditorId");

CREATE UNIQUE INDEX "IX_ResetLinks_TokenHash" ON "ResetLinks" ("TokenHash");

CREATE INDEX "IX_ReviewNotes_ReleaseId" ON "ReviewNotes" ("ReleaseId");

CREATE UNIQUE INDEX "IX_WorkingCopies_EditorId_ReleaseId" ON "WorkingCopies" ("EditorId", "ReleaseId");

CREATE INDEX "IX_WorkingCopies_ReleaseId" ON "WorkingCopies" ("ReleaseId");

CREATE TRIGGER AuditEntries_NoUpdate BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'Audit entries are never changed.'); END;

CREATE TRIGGER AuditEntries_NoDelete BEFORE DELETE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'Audit entries are never deleted.'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125221744_Desk', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE VIRTUAL TABLE PublicSearchWords USING fts5vocab('PublicSearch', 'row');

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125230000_SearchVocabulary', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "AlertRequests" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AlertRequests" PRIMARY KEY AUTOINCREMENT,
    "Email" TEXT NOT NULL,
    "Token" TEXT NOT NULL,
    "WantsAll" INTEGER NOT NULL,
    "ThemeIds" TEXT NOT NULL,
    "ReleaseId" INTEGER NULL,
    "Frequency" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_AlertRequests_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AlertSubscribers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AlertSubscribers" PRIMARY KEY AUTOINCREMENT,
    "Email" TEXT NOT NULL,
    "Token" TEXT NOT NULL,
    "Frequency" TEXT NOT NULL,
    "WantsAll" INTEGER NOT NULL,
    "ThemeIds" TEXT NOT NULL,
    "ReleaseIds" TEXT NOT NULL,
    "SinceAt" INTEGER NOT NULL,
    "LastDigestAt" INTEGER NOT NULL,
    "BouncedAt" INTEGER NULL
);

CREATE TABLE "AnnouncementMarks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AnnouncementMarks" PRIMARY KEY,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Announcements" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Announcements" PRIMARY KEY AUTOINCREMENT,
    "ReleaseId" INTEGER NOT NULL,
    "NoteId" INTEGER NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_Announcements_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE TABLE "DailyFigures" (
    "Day" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "ReleaseId" INTEGER NOT NULL,
    "Subject" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_DailyFigures" PRIMARY KEY ("Day", "Kind", "ReleaseId", "Subject")
);

CREATE TABLE "Enquiries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Enquiries" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Outlet" TEXT NULL,
    "Email" TEXT NULL,
    "Phone" TEXT NULL,
    "Question" TEXT NOT NULL,
    "DeadlineAt" INTEGER NULL,
    "DeadlineZone" TEXT NULL,
    "ContactId" INTEGER NULL,
    "ReleaseId" INTEGER NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "AssignedToId" TEXT NULL,
    "AssignedTo" TEXT NULL,
    "ClosedAt" INTEGER NULL,
    "ClosedBy" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Enquiries_AspNetUsers_AssignedToId" FOREIGN KEY ("AssignedToId") REFERENCES "AspNetUsers" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Enquiries_MediaContacts_ContactId" FOREIGN KEY ("ContactId") REFERENCES "MediaContacts" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Enquiries_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE SET NULL
);

CREATE TABLE "Outbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "ReplyTo" TEXT NULL,
    "Unsubscribe" TEXT NULL,
    "SubscriberId" INTEGER NULL,
    "EnquiryId" INTEGER NULL,
    "State" TEXT NOT NULL,
    "QueuedAt" INTEGER NOT NULL,
    "NotBefore" INTEGER NOT NULL,
    "ClaimedAt" INTEGER NULL,
    "Tries" INTEGER NOT NULL,
    "SentAt" INTEGER NULL
);

CREATE TABLE "SearchMisses" (
    "Day" TEXT NOT NULL,
    "Words" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_SearchMisses" PRIMARY KEY ("Day", "Words")
);

CREATE TABLE "AlertDeliveries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AlertDeliveries" PRIMARY KEY AUTOINCREMENT,
    "SubscriberId" INTEGER NOT NULL,
    "ReleaseId" INTEGER NOT NULL,
    "NoteId" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_AlertDeliveries_AlertSubscribers_SubscriberId" FOREIGN KEY ("SubscriberId") REFERENCES "AlertSubscribers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AlertDeliveries_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_AlertDeliveries_ReleaseId" ON "AlertDeliveries" ("ReleaseId");

CREATE UNIQUE INDEX "IX_AlertDeliveries_SubscriberId_ReleaseId_NoteId" ON "AlertDeliveries" ("SubscriberId", "ReleaseId", "NoteId");

CREATE INDEX "IX_AlertRequests_Email" ON "AlertRequests" ("Email");

CREATE INDEX "IX_AlertRequests_ReleaseId" ON "AlertRequests" ("ReleaseId");

CREATE UNIQUE INDEX "IX_AlertRequests_Token" ON "AlertRequests" ("Token");

CREATE UNIQUE INDEX "IX_AlertSubscribers_Email" ON "AlertSubscribers" ("Email");

CREATE UNIQUE INDEX "IX_AlertSubscribers_Token" ON "AlertSubscribers" ("Token");

CREATE INDEX "IX_Announcements_At" ON "Announcements" ("At");

CREATE UNIQUE INDEX "IX_Announcements_ReleaseId_NoteId" ON "Announcements" ("ReleaseId", "NoteId");

CREATE INDEX "IX_DailyFigures_ReleaseId_Day" ON "DailyFigures" ("ReleaseId", "Day");

CREATE INDEX "IX_Enquiries_AssignedToId" ON "Enquiries" ("AssignedToId");

CREATE INDEX "IX_Enquiries_ClosedAt" ON "Enquiries" ("ClosedAt");

CREATE INDEX "IX_Enquiries_ContactId" ON "Enquiries" ("ContactId");

CREATE INDEX "IX_Enquiries_ReceivedAt" ON "Enquiries" ("ReceivedAt");

CREATE INDEX "IX_Enquiries_ReleaseId" ON "Enquiries" ("ReleaseId");

CREATE INDEX "IX_Outbox_EnquiryId" ON "Outbox" ("EnquiryId");

CREATE UNIQUE INDEX "IX_Outbox_Key" ON "Outbox" ("Key");

CREATE INDEX "IX_Outbox_State_NotBefore" ON "Outbox" ("State", "NotBefore");

CREATE INDEX "IX_Outbox_SubscriberId" ON "Outbox" ("SubscriberId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125230515_Readers', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Releases" ADD "TranslationGroup" TEXT NULL;

CREATE INDEX "IX_Releases_TranslationGroup" ON "Releases" ("TranslationGroup");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125233000_Translations', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "MediaContacts" ADD "AnswersFrom" INTEGER NULL;

ALTER TABLE "MediaContacts" ADD "AnswersUntil" INTEGER NULL;

ALTER TABLE "MediaContacts" ADD "DutyDays" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "MediaContacts" ADD "DutyFrom" TEXT NULL;

ALTER TABLE "MediaContacts" ADD "DutyNote" TEXT NULL;

ALTER TABLE "MediaContacts" ADD "DutyTo" TEXT NULL;

ALTER TABLE "MediaContacts" ADD "DutyZone" TEXT NULL;

ALTER TABLE "MediaContacts" ADD "Languages" TEXT NULL;

ALTER TABLE "MediaContacts" ADD COLUMN "SuccessorId" INTEGER NULL CONSTRAINT "FK_MediaContacts_MediaContacts_SuccessorId" REFERENCES "MediaContacts" ("Id") ON DELETE RESTRICT;

CREATE TABLE "BulkChanges" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_BulkChanges" PRIMARY KEY AUTOINCREMENT,
    "Words" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "UndoneBy" TEXT NULL,
    "UndoneAt" INTEGER NULL
);

CREATE TABLE "Links" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Links" PRIMARY KEY AUTOINCREMENT,
    "Address" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Status" INTEGER NULL,
    "Message" TEXT NULL,
    "LeadsTo" TEXT NULL,
    "CheckedAt" INTEGER NULL
);

CREATE TABLE "Redactions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Redactions" PRIMARY KEY AUTOINCREMENT,
    "PhraseHash" TEXT NOT NULL,
    "Words" INTEGER NOT NULL,
    "Replacement" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Places" INTEGER NOT NULL,
    "Releases" INTEGER NOT NULL,
    "CompletedAt" INTEGER NULL,
    "ScrubbedAt" INTEGER NULL
);

CREATE TABLE "BulkItems" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_BulkItems" PRIMARY KEY AUTOINCREMENT,
    "ChangeId" INTEGER NOT NULL,
    "ReleaseId" INTEGER NOT NULL,
    "Headline" TEXT NOT NULL,
    "VersionBefore" INTEGER NOT NULL,
    "StateBefore" TEXT NOT NULL,
    "PublishAtBefore" INTEGER NULL,
    "VersionAfter" INTEGER NOT NULL,
    "StateAfter" TEXT NOT NULL,
    "WasApproved" INTEGER NOT NULL,
    "Refused" TEXT NULL,
    "KeptBecause" TEXT NULL,
    CONSTRAINT "FK_BulkItems_BulkChanges_ChangeId" FOREIGN KEY ("ChangeId") REFERENCES "BulkChanges" ("Id") ON DELETE CASCADE
);

CREATE TABLE "LinkUses" (
    "LinkId" INTEGER NOT NULL,
    "ReleaseId" INTEGER NOT NULL,
    CONSTRAINT "PK_LinkUses" PRIMARY KEY ("LinkId", "ReleaseId"),
    CONSTRAINT "FK_LinkUses_Links_LinkId" FOREIGN KEY ("LinkId") REFERENCES "Links" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_LinkUses_Releases_ReleaseId" FOREIGN KEY ("ReleaseId") REFERENCES "Releases" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_MediaContacts_SuccessorId" ON "MediaContacts" ("SuccessorId");

CREATE INDEX "IX_BulkItems_ChangeId" ON "BulkItems" ("ChangeId");

CREATE INDEX "IX_BulkItems_ReleaseId" ON "BulkItems" ("ReleaseId");

CREATE UNIQUE INDEX "IX_Links_Address" ON "Links" ("Address");

CREATE INDEX "IX_Links_CheckedAt" ON "Links" ("CheckedAt");

CREATE INDEX "IX_LinkUses_ReleaseId" ON "LinkUses" ("ReleaseId");

CREATE INDEX "IX_Redactions_PhraseHash" ON "Redactions" ("PhraseHash");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125234500_DeskTools', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
DROP TRIGGER AuditEntries_NoUpdate;

CREATE TRIGGER AuditEntries_NoUpdate BEFORE UPDATE ON AuditEntries
WHEN NOT EXISTS (SELECT 1 FROM Redactions WHERE CompletedAt IS NULL)
  OR NEW.Id IS NOT OLD.Id OR NEW.At IS NOT OLD.At OR NEW.ActorId IS NOT OLD.ActorId OR NEW.Verb IS NOT OLD.Verb
  OR NEW.Kind IS NOT OLD.Kind OR NEW.ThingId IS NOT OLD.ThingId OR NEW.Origin IS NOT OLD.Origin
BEGIN SELECT RAISE(ABORT, 'Audit entries are never changed.'); END;

CREATE TRIGGER Redactions_NoReopening BEFORE UPDATE ON Redactions WHEN OLD.CompletedAt IS NOT NULL AND (NEW.CompletedAt IS NOT OLD.CompletedAt OR NEW.PhraseHash IS NOT OLD.PhraseHash OR NEW.By IS NOT OLD.By OR NEW.At IS NOT OLD.At OR NEW.Reason IS NOT OLD.Reason) BEGIN SELECT RAISE(ABORT, 'A completed redaction is never changed.'); END;

CREATE TRIGGER Redactions_NoDelete BEFORE DELETE ON Redactions BEGIN SELECT RAISE(ABORT, 'Redactions are never deleted.'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125234600_RedactionTriggers', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
UPDATE Releases SET SortDay = LastDay
FROM (SELECT Id AS Of, CASE Date_Precision WHEN 'Month' THEN date(Date_Value, '+1 month', '-1 day') WHEN 'Year' THEN date(Date_Value, '+1 year', '-1 day') ELSE Date_Value END AS LastDay FROM Releases)
WHERE Id = Of AND Date_Value IS NOT NULL AND (SortDay > LastDay OR SortDay < Date_Value);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126000000_SortDays', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "IX_Releases_PublishAt";

CREATE INDEX "IX_Releases_State_PublishAt_SortDay" ON "Releases" ("State", "PublishAt", "SortDay");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126060000_LiveIndex', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE INDEX "IX_MediaContacts_AnswersFrom" ON "MediaContacts" ("AnswersFrom") WHERE AnswersFrom IS NOT NULL;

CREATE INDEX "IX_MediaContacts_AnswersUntil" ON "MediaContacts" ("AnswersUntil") WHERE AnswersUntil IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126100000_Tenures', '10.0.14');

COMMIT;

