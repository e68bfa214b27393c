package library

import (
	"encoding/json"
	"testing"

	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// A line of the register is written to the byte as version 1 wrote it.
func TestLibrary_SharedCopy_is_written_as_it_always_was(t *testing.T) {
	l := newLibrary(t)
	line := SharedCopy{
		ID: 25, At: day, Audience: "mentor", Kind: "record", Format: "pdf", File: "session.pdf", SHA256: "00ff", Masked: 2, Kept: 1,
		Entries: []journal.ID{7, 8}, Session: 23, Private: true, Pending: "/tmp/session.pdf",
	}
	must(t, l.PutSharedCopy(line))
	const whole = `{"kind":"share","body":{"id":"000000000000s","at":"2026-03-12T18:30:00Z","audience":"mentor","kind":"record",` +
		`"format":"pdf","file":"session.pdf","sha256":"00ff","masked":2,"kept":1,"entries":["0000000000007","0000000000008"],` +
		`"session":"000000000000q","private":true,"pending":"/tmp/session.pdf"}}`
	const least = `{"kind":"share","body":{"id":"000000000000s","at":"2026-03-12T18:30:00Z","audience":"","kind":"calendar",` +
		`"format":"ics","file":"","sha256":"","masked":0,"kept":0}}`
	wantObject(t, l, 25, whole)
	must(t, l.PutSharedCopy(SharedCopy{ID: 25, At: day, Kind: "calendar", Format: "ics"}))
	wantObject(t, l, 25, least)
	must(t, l.Vault().Update(func(tx *vault.Tx) error { return tx.Put(vault.Object, 25, []byte(whole)) }))
	if got := again(t, l, cheap).SharedCopies(); len(got) != 1 || got[0].Pending != line.Pending || got[0].Entries[1] != 8 {
		t.Errorf("read as %+v", got)
	}
}

// wantObject fails unless the object's row holds the bytes, apart from its trace.
func wantObject(t *testing.T, l *Library, row vault.ID, want string) {
	t.Helper()
	got, err := l.Vault().Get(vault.Object, row)
	must(t, err)
	var o object
	if json.Unmarshal(got, &o) == nil && (len(o.Was) > 0 || !o.At.IsZero()) {
		o.trace = trace{}
		got, err = encode(o)
	}
	if err != nil || string(got) != want {
		t.Errorf("row %d: %v\n got %s\nwant %s", row, err, got, want)
	}
}
