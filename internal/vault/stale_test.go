package vault

import (
	"bytes"
	"context"
	"os"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/vault/sqlfile"
)

// hotJournal gives what SQLite keeps beside the desk's vault in the middle of a
// change, and the file as it is on the disk then.
func (d *desk) hotJournal(t *testing.T) (journal, half []byte) {
	t.Helper()
	v := d.open(t)
	must(t, v.file.Exec("PRAGMA cache_size=1; BEGIN IMMEDIATE"))
	for id := ID(1); id <= 20; id++ {
		must(t, v.file.put(sealedRow{Draft, id, make([]byte, 5000)}))
	}
	journal, half = readAll(t, sqlfile.JournalOf(d.path)), readAll(t, d.path)
	must(t, v.file.Exec("ROLLBACK"))
	must(t, v.Close())
	return journal, half
}

// A rollback journal left beside the file that is not its own, or no longer, is
// no way to change what the journal says without a word.
func TestOpen_stale_journal_shows(t *testing.T) {
	t.Parallel()
	d, v := many(t, 20)
	must(t, v.Close())
	stale, half := d.hotJournal(t)
	strangers, other := many(t, 20)
	must(t, other.Close())
	foreign, _ := strangers.hotJournal(t)
	v = d.open(t)
	put(t, v, Draft, 1, "newer")
	must(t, v.Close())
	whole := readAll(t, d.path)
	journals := map[string][]byte{
		"empty": nil, "noise": bytes.Repeat([]byte("noise"), 3000), "head alone": stale[:28],
		"of an earlier change": stale, "another journal's": foreign,
	}
	for n := 512; n < len(stale); n += len(stale) / 12 {
		journals["cut at "+string(rune('a'+n*12/len(stale)))] = stale[:n]
	}
	for name, content := range journals {
		must(t, os.WriteFile(d.path, whole, 0o600))
		must(t, os.WriteFile(sqlfile.JournalOf(d.path), content, 0o600))
		d.wantNewerOrShown(t, name)
	}
	must(t, os.WriteFile(d.path, half, 0o600)) // its own journal takes back half a change
	must(t, os.WriteFile(sqlfile.JournalOf(d.path), stale, 0o600))
	d.options.Restored = true
	wantSound(t, d.open(t), 20)
	trials(t, len(journals)+1, "rollback journals that are not the file's own")
}

// wantNewerOrShown opens and accepts the newer state, or that something is wrong.
func (d *desk) wantNewerOrShown(t *testing.T, name string) {
	t.Helper()
	v, err := open(d.path, d.options, d.unlock)
	if kind := fault.KindOf(err); err != nil && (kind == fault.Damaged || kind == fault.Tampered) {
		return
	}
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	wantContent(t, v, Draft, 1, "newer")
	report, err := v.Verify(context.Background(), nil)
	if err != nil || !report.Sound() {
		t.Errorf("%s: %+v (%v)", name, report, err)
	}
	must(t, v.Close())
}
