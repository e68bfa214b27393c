package main

// The rooms whose tests prove the vault's promises.
const (
	vaultRoom   = "./internal/vault"
	sealRoom    = "./internal/seal"
	appRoom     = "./internal/app"
	keepingRoom = "./internal/app/keeping"
	sharingRoom = "./internal/app/sharing"
	libraryRoom = "./internal/library"
	diskRoom    = "./internal/platform"
	desktopRoom = "./internal/platform/desktop"
	shellRoom   = "./internal/ui/shell"
	tourRoom    = "./cmd/dev/tour"
	commandRoom = "./cmd/aftershift-cli"
)

// thorough asks the vault's tests for every bit, byte and system call.
var thorough = []string{"-thorough"}

// proofRows is the table of what the vault promises. Numbers of trials are the
// least that a full test has to reach.
var proofRows = []row{
	{
		name: "T1", what: "killed at random moments of typing, saving, editing, deleting, locking, backing up, changing the key",
		target: "no acknowledged change lost, none by half, at most 5 s of typing", least: 1010,
		runs: []run{
			{where: vaultRoom, tests: "TestVault_killed_at_any_moment", flags: []string{"-kills=1000"}},
			{where: tourRoom, tests: "TestKill", flags: []string{"-kill.rounds=10"}},
		},
		cut: "of the 1,000 kills, 10 are of the window itself while somebody types (each takes 20 s)",
	},
	{
		name: "T2", what: "each write, sync, truncation, removal and renaming fails, is cut short, or is the last",
		target: "the old or the new state, each failure told, the text still in the editor", least: 400,
		runs: []run{
			{where: vaultRoom, tests: "TestVault_Update_any_system_call_fails TestVault_Backup_any_system_call_fails TestVault_writes_cut_short TestVault_Update_any_statement_fails TestVault_Update_commit_refused TestVault_ChangePassphrase_any_statement_fails TestBuild_any_failure_leaves_nothing", flags: thorough},
			{where: "./internal/ui/journal", tests: "TestWriter_Keep_failureLosesNothing TestWriter_Flush_waitsForTheDisk", cases: true},
			{where: shellRoom, tests: "TestShell_lock_whatCannotBeKeptStaysOpen", cases: true},
		},
		cut: "failures come from strace for SQLite too, not from a preloaded library",
	},
	{
		name: "T3", what: "every bit of a small journal flipped",
		target: "no wrong text, no silent loss, no panic", least: 50000,
		runs: []run{{where: vaultRoom, tests: "TestOpen_any_flipped_bit_shows_or_does_no_harm", flags: thorough, memory: true}},
	},
	{
		name: "T4", what: "cut at every length; sectors zeroed, doubled, swapped",
		target: "shown, and salvage brings back each row whose bytes survive", least: 5000,
		runs: []run{{where: vaultRoom, tests: "TestOpen_cut_anywhere_shows TestOpen_broken_sectors_show TestSalvage_", flags: thorough, memory: true}},
	},
	{
		name: "T5", what: "rows deleted, replayed, swapped, doubled; old manifest, slot, file",
		target: "each shown", least: 1000,
		runs: []run{{where: vaultRoom, tests: "TestOpen_every_tampering_shows TestOpen_any_tampering_with_rows_shows TestOpen_old_whole_file_shows TestAnchor_", memory: true}},
	},
	{
		name: "T6", what: "power lost: writes and syncs replayed with any choice of sectors not yet synced",
		target: "no acknowledged save lost", least: 5000,
		runs: []run{{where: vaultRoom, tests: "TestVault_Update_power_loss", flags: thorough}},
	},
	{
		name: "T7", what: "disk full, folder read-only or gone, permission lost on the way",
		target: "told, nothing lost, goes on when it can", least: 200,
		runs: []run{
			{where: vaultRoom, tests: "TestVault_on_a_full_disk TestVault_folder_lost_or_read_only TestVault_Update_full_disk_then_space", flags: thorough},
			{where: diskRoom, tests: "TestWriteAtomic_full_disk", cases: true},
		},
	},
	{
		name: "T8", what: "a second process, a second window, a stale rollback journal",
		target: "refused at once, the file untouched", least: 20,
		runs: []run{
			{where: vaultRoom, tests: "TestOpen_second_process_is_refused TestOpen_stale_journal_shows", flags: thorough},
			{where: diskRoom, tests: "TestLock_", cases: true},
		},
	},
	{
		name: "T9", what: "the clock goes back a year, through summer time, to 1970 and to 9999",
		target: "no wrong order, no way round the lock", least: 10,
		runs: []run{
			{where: libraryRoom, tests: "TestLibrary_order_whatever_the_clock_says"},
			{where: appRoom, tests: "TestIdle_", cases: true},
			{where: "./internal/journal", tests: "TestDate_", cases: true},
		},
	},
	{
		name: "T10", what: "10 MB, nothing, NUL, invalid UTF-8, direction marks, joined emoji, SQL and query syntax in every field",
		target: "comes back byte for byte, searching never fails", least: 100,
		runs: []run{
			{where: libraryRoom, tests: "TestLibrary_any_text_in_every_field_comes_back"},
			{where: vaultRoom, tests: "TestVault_Get_any_bytes TestVault_like_a_map"},
		},
		cut: "invalid UTF-8 stays in the text alone; in titles and marks it becomes U+FFFD",
	},
	{
		name: "T11", what: "fuzzed: header, slot, record, padding, manifest, recovery words, pages, whole files, entries, queries, lines and entries of JSON",
		target: "no panic, at most 64 MiB for each input", least: 10000,
		runs: fuzzRuns(),
		cut:  "importers: there are none",
	},
	{
		name: "T12", what: "vector files with one fault each, read by this program and by one in Python",
		target: "both say the same", least: 120,
		runs: []run{{where: vaultRoom, tests: "TestVectors_"}},
	},
	{
		name: "T13", what: "known answers of Argon2id, HKDF, XChaCha20-Poly1305, BLAKE2b; the worked example",
		target: "exact", least: 5,
		runs: []run{
			{where: sealRoom, tests: "TestStretch_reference_vectors TestExpand_rfc5869 TestBox_Seal_xchacha_draft TestHash_MAC_known TestWords_List_numbers_of_bip39", cases: true},
			{where: vaultRoom, tests: "TestSpec_worked_example", cases: true},
		},
	},
	{
		name: "T15", what: "marked words in title, text, theme, search, draft and copy, looked for on disk, in settings, on the clipboard and in memory",
		target: "found nowhere", least: 20,
		runs: []run{
			{where: tourRoom, tests: "TestMarkers"},
			{where: tourRoom, tests: "TestLockLeavesNothing TestJourney", cases: true},
		},
	},
	{
		name: "T16", what: "the window watched for network calls, and without a network",
		target: "sockets of this machine alone, nothing else changes", least: 1,
		runs: []run{{where: tourRoom, tests: "TestNetwork"}},
	},
	{
		name: "T17", what: "umask 0; links, second names, pipes and folders planted where files go",
		target: "0600 and 0700; refused, what they lead to untouched", least: 6,
		runs: []run{
			{where: vaultRoom, tests: "TestCreate_permissions_whatever_the_umask TestOpen_refuses_planted_names TestVault_Backup_refuses_places TestVault_Backup_is_whole_and_private", cases: true},
			{where: diskRoom, tests: "TestCreateAtomic_ TestRename_onto_planted_link_removes_temporary TestMakePrivate_", cases: true},
		},
	},
	{
		name: "T18", what: "key derivation of 4 TiB, no passes, no lanes, 2^32-1 of each",
		target: "refused before anything is allocated", least: 4,
		runs: []run{
			{where: sealRoom, tests: "TestPassphraseKey_out_of_bounds_allocates_nothing TestParams_Check_bounds TestParseSlot_refuses", cases: true},
			{where: vaultRoom, tests: "TestOpen_changed_key_parameters", cases: true},
		},
		cut: "refusal is shown by what is allocated (64 KiB), not by a clock",
	},
	{
		name: "T19", what: "ended at each system call of a change of key or passphrase, and between",
		target: "opens with exactly one of old and new", least: 250,
		runs: []run{{where: vaultRoom, tests: "TestVault_ChangePassphrase_any_system_call_fails TestVault_Rotate_any_system_call_fails TestVault_Rotate_crash_on_either_side_of_the_rename TestVault_Rotate_rename_fails TestVault_Rotate_file_vanishes", flags: thorough}},
		cut:  "migration: there is one format",
	},
	{
		name: "T21", what: "a backup that does not verify; each generation restored",
		target: "the previous kept; every one restored", least: 40,
		runs: []run{
			{where: vaultRoom, tests: "TestVault_RestoreCopy_every_generation TestVault_Backup_failure_keeps_the_previous TestVault_RestoreCopy_ TestRestore_in_place_of_a_lost_and_of_a_broken_file"},
			{where: keepingRoom, tests: "TestDesk_BackUp_failed_keeps_the_previous TestSpare_", cases: true},
		},
	},
	{
		name: "T22", what: "idle, suspended, screen locked, clock jumped, while typing, saving and copying",
		target: "locked, the draft whole", least: 3,
		runs: []run{
			{where: shellRoom, tests: "TestLocks_", cases: true},
			{where: shellRoom, tests: "TestShell_lock_ TestShell_tick_", cases: true},
			{where: desktopRoom, tests: "TestAbsence_", cases: true},
			{where: appRoom, tests: "TestIdle_Tick_", cases: true},
		},
	},
	{
		name: "T26", what: "every record of a full journal damaged, deleted or given a value of a later version; sectors zeroed",
		target: "the rest opens and reads as before, what is broken is named and kept, what is salvaged opens", least: 200,
		runs: []run{
			{where: keepingRoom, tests: "TestOpen_any_one_record_broken TestOpen_any_sector_zeroed", flags: thorough, memory: true},
			{where: keepingRoom, tests: "TestVector_of_version_1", cases: true},
			{where: libraryRoom, tests: "TestOpen_sets_aside_ TestLibrary_newer_", cases: true},
			{where: "./internal/supervision", tests: "TestBoard_with_records_lost TestBoard_goes_on_ TestLoad_", cases: true},
		},
	},
	{
		name: "T27", what: "hostile files: cells that share pages, pages in a ring, many slots, records of 60 MB, sparse terabytes, JSON of 100,000 levels; costly keys",
		target: "at most 64 MiB beyond the largest record, two derivations, told before; refused before any copy", least: 20,
		runs: []run{
			{where: vaultRoom, tests: "TestPages_that_claim_ TestSalvage_of_many_slots_ TestSalvage_without_ TestHostile_sparse_ TestHostile_overview_", cases: true},
			{where: vaultRoom, tests: "TestHostile_files_", flags: thorough},
			{where: libraryRoom, tests: "TestOpen_sets_aside_deep_nesting", cases: true},
			{where: commandRoom, tests: "TestStrict_deep_nesting_ TestCommands_say_what_", cases: true},
			{where: keepingRoom, tests: "TestApp_costly_", cases: true},
			{where: "./internal/ui/unlock", tests: "TestDoor_costly_ TestDoorView_show_costBeforeItIsPaid", cases: true},
		},
		cut: "time is not measured",
	},
	{
		name: "T25", what: "statements of seal and vault that tests reach; each bound field left out in turn",
		target: "95 % of each; a test fails for each field", least: len(mutants()),
		runs: []run{{probe: coverage}, {probe: killMutants}},
	},
	{
		name: "T28", what: "backups against a folder that is a file, a pipe or full of what isn't one; an older file put back; a large journal; no time on closing",
		target: "each failure told and made up, no backup gone that is needed", least: 700,
		runs: []run{{where: keepingRoom, tests: "TestRetention_ TestDesk_Close_tells_of_every_backup_that_failed TestDesk_BackUp_of_a_large_journal TestSpare_the_latest_state_counts_whatever_the_clock_said", flags: []string{"-large=1024"}}},
	},
	{
		name: "T29", what: "an older file put back, alone, with its anchor, with all that the computer remembers; another journal in its place",
		target: "told by every command, verify ends with 3", least: 80,
		runs: []run{
			{where: commandRoom, tests: "TestScripts_rollback"},
			{where: vaultRoom, tests: "TestAnchor_", cases: true},
			{where: appRoom, tests: "TestApp_Open_", cases: true},
		},
	},
	{
		name: "T30", what: "commands killed at any moment, then one ordinary use",
		target: "no temporary file stays anywhere, above all nothing readable", least: 1000,
		runs: []run{
			{where: commandRoom, tests: "TestKilled_commands_leave_nothing", flags: []string{"-kills=1000"}},
			{where: sharingRoom, tests: "TestApp_tidy_every_folder"},
		},
	},
	{
		name: "T31", what: "files made or changed at the place of a copy while it is saved; the program ends between writing and the register",
		target: "never replaced, the register complete after the next opening", least: 100,
		runs: []run{
			{where: sharingRoom, tests: "TestDesk_SaveCopy_never_replaces_a_file_made_meanwhile TestDesk_tidy_settles_what_was_being_saved"},
			{where: diskRoom, tests: "TestWriteNew_never_replaces"},
		},
	},
	{
		name: "T32", what: "looking on read-only media, in a read-only folder, beside the journal of a crash and beside planted ones",
		target: "works, and no byte changes", least: 40,
		runs: []run{
			{where: vaultRoom, tests: "TestLook_"},
			{where: commandRoom, tests: "TestScripts_looking"},
		},
	},
	{
		name: "T33", what: "input in UTF-16 with and without its mark and in Windows-1252, to every command that reads",
		target: "decoded by its mark or refused with the byte's place, nothing stored by half", least: 1000,
		runs: []run{
			{where: commandRoom, tests: "TestReaders_UTF8_or_refused"},
			{where: commandRoom, tests: "TestScripts_encodings TestRedact_lets_nothing_through_that_it_cannot_read TestEachLine_", cases: true},
			{where: "./internal/charset", tests: "TestReadAll_ TestCheck_ TestReader_", cases: true},
			{where: vaultRoom, tests: "TestReader_agrees_on_the_form_of_a_passphrase", cases: true},
			{where: sealRoom, tests: "TestNormal_", cases: true},
		},
	},
}

// fuzzRuns names every reader of bytes or of what is typed.
func fuzzRuns() (all []run) {
	for _, target := range []struct{ where, name string }{
		{sealRoom, "FuzzParseSlot"},
		{sealRoom, "FuzzUnpad"},
		{sealRoom, "FuzzParseWords"},
		{vaultRoom, "FuzzParseHeader"},
		{vaultRoom, "FuzzParseManifest"},
		{vaultRoom, "FuzzOpenRow"},
		{vaultRoom, "FuzzPages"},
		{vaultRoom, "FuzzOpen"},
		{vaultRoom, "FuzzSalvage"},
		{vaultRoom, "FuzzRestore"},
		{libraryRoom, "FuzzDecodeEntry"},
		{"./internal/search", "FuzzParse"},
		{commandRoom, "FuzzRedactLines"},
		{commandRoom, "FuzzEntryJSON"},
	} {
		all = append(all, run{where: target.where, tests: target.name, fuzz: true, memory: true})
	}
	return all
}
