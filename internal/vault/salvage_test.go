package vault

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
	"aftershift/internal/vault/anchor"
	"aftershift/internal/vault/sqlfile"
)

// salvaged salvages the desk's file with the passphrase, and gives the report
// and a desk at the new file.
func (d *desk) salvaged(t testing.TB, u Unlock) (Report, *desk) {
	t.Helper()
	other := *d
	other.path = d.path + ".saved"
	_ = os.Remove(other.path)
	before := readAll(t, d.path)
	var progress atomic.Int64
	report, err := Salvage(context.Background(), d.path, other.path, u, d.options, &progress, nil)
	must(t, err)
	if string(before) != string(readAll(t, d.path)) || progress.Load() < int64(report.Intact) {
		t.Errorf("source touched, or progress %d", progress.Load())
	}
	for _, name := range files(t, filepath.Dir(d.path)) {
		if strings.Contains(name, "tmp") || strings.Contains(name, "lock") {
			t.Errorf("left: %s", name)
		}
	}
	return report, &other
}

func wantContents(t testing.TB, d *desk) {
	t.Helper()
	v := d.open(t)
	defer v.Close()
	for p, content := range contents {
		wantContent(t, v, p.table, p.id, content)
	}
	wantSound(t, v, len(contents))
}

func TestSalvage_whole_vault_is_copied(t *testing.T) {
	d := newSmall(t)
	report, saved := d.salvaged(t, Unlock{Passphrase: pass})
	if !report.Sound() || report.Intact != len(contents) {
		t.Errorf("%+v", report)
	}
	wantContents(t, saved)
	report, _ = d.salvaged(t, Unlock{Words: d.words})
	if !report.Sound() {
		t.Errorf("by words: %+v", report)
	}
}

// Whatever SQLite makes of the file, rows whose bytes survive are saved.
func TestSalvage_rows_survive_a_lost_first_page(t *testing.T) {
	d := newSmall(t)
	for name, change := range map[string]func(b []byte){
		"magic":      func(b []byte) { b[0] = 0 },
		"first page": func(b []byte) { clear(b[:smallestPage]) },
		"page size":  func(b []byte) { b[16], b[17] = 0, 7 },
		"odd size":   func(b []byte) { b[16], b[17] = 3, 0 },
		"noise":      func(b []byte) { copy(b, strings.Repeat("noise", 20)) },
	} {
		t.Run(name, func(t *testing.T) {
			broken := *d
			broken.path, broken.options.AnchorDir = filepath.Join(t.TempDir(), "journal"), ""
			b := readAll(t, d.path)
			change(b)
			must(t, os.WriteFile(broken.path, b, 0o600))
			_, err := open(broken.path, broken.options, broken.unlock)
			if err == nil {
				t.Fatal("opens")
			}
			report, saved := broken.salvaged(t, Unlock{Passphrase: pass})
			if report.Intact != len(contents) {
				t.Errorf("%+v", report)
			}
			wantContents(t, saved)
		})
	}
}

func TestSalvage_large_vault_with_a_hole(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	long := func(id ID) string { return strings.Repeat(fmt.Sprintf("entry %d ", id), int(id)*40) }
	for id := ID(1); id <= 40; id++ {
		entry(t, v, id, "overview", long(id))
	}
	must(t, v.Close())
	b := readAll(t, d.path)
	clear(b[len(b)/2 : len(b)/2+3*4096])
	must(t, os.WriteFile(d.path, b, 0o600))
	report, saved := d.salvaged(t, Unlock{Passphrase: pass})
	if report.Intact < 60 || report.Intact == 80 || report.Intact+report.Damaged+report.Missing != 80 || report.Complete {
		t.Errorf("%+v", report)
	}
	v = saved.open(t)
	defer v.Close()
	n := 0
	must(t, v.Each(context.Background(), Details, func(id ID, content []byte) error {
		if string(content) != long(id) {
			t.Errorf("details %d differ", id)
		}
		n++
		return nil
	}))
	if n < 30 {
		t.Errorf("%d details", n)
	}
}

func TestSalvage_tampered_rows(t *testing.T) {
	s := newStory(t)
	edit(t, s.path, func(f *file) {
		s.replay(t, f, Details, 1)
		must(t, f.remove(Overview, 2))
		must(t, f.remove(Details, 3))
		must(t, f.remove(Draft, 4))
		must(t, f.put(sealedRow{Draft, 5, make([]byte, 700)}))
	})
	report, saved := s.salvaged(t, Unlock{Passphrase: another})
	if want := (Report{Intact: 4, Damaged: 1, Missing: 3, Stale: 1, Orphans: 1}); report != want {
		t.Errorf("%+v, want %+v", report, want)
	}
	v := saved.open(t) // as the successor of the anchored state
	wantContent(t, v, Details, 1, "old details")
	wantContent(t, v, Overview, 1, "new overview")
	wantContent(t, v, Details, 2, "new details")
	wantContent(t, v, Overview, 3, "new overview")
	found, err := v.Verify(context.Background(), nil)
	if want := (Report{Intact: 4, Orphans: 1, Complete: true}); err != nil || found != want {
		t.Errorf("%+v (%v), want %+v", found, err, want)
	}
}

func TestSalvage_without_manifest(t *testing.T) {
	d := newSmall(t)
	edit(t, d.path, func(f *file) { must(t, f.Exec("DELETE FROM vault WHERE part = 2")) })
	report, saved := d.salvaged(t, Unlock{Passphrase: pass})
	if want := (Report{Intact: len(contents)}); report != want {
		t.Errorf("%+v", report)
	}
	_, err := open(saved.path, saved.options, saved.unlock) // nothing leads back to the anchor
	wantKind(t, err, fault.Tampered)
	saved.options.Restored = true
	wantContents(t, saved)
}

func TestSalvage_with_one_slot(t *testing.T) {
	for part, u := range map[string]func(d *desk) Unlock{
		"3": func(d *desk) Unlock { return Unlock{Words: d.words} },
		"4": func(*desk) Unlock { return Unlock{Passphrase: pass} },
	} {
		d := newSmall(t)
		edit(t, d.path, func(f *file) { must(t, f.Exec("DELETE FROM vault WHERE part = "+part)) })
		report, saved := d.salvaged(t, u(d))
		if report.Intact != len(contents) {
			t.Errorf("%+v", report)
		}
		v, err := Open(saved.path, u(d), saved.options)
		must(t, err)
		if part == "3" {
			wantKind(t, v.CheckPassphrase(pass), fault.CannotUnlock)
			must(t, v.ResetPassphrase(d.words, another))
			must(t, v.CheckPassphrase(another))
		} else {
			if v.CheckRecoveryWords(d.words) {
				t.Error("lost words still open")
			}
			_, err := v.NewRecoveryWords(pass)
			must(t, err)
		}
		must(t, v.Close())
	}
}

// A transaction that a crash cut short is taken back before rows are read.
func TestSalvage_takes_back_half_a_transaction(t *testing.T) {
	d := newSmall(t)
	v := d.open(t)
	must(t, v.file.Exec("PRAGMA cache_size=1; BEGIN IMMEDIATE"))
	for p := range contents {
		must(t, v.file.put(sealedRow{p.table, p.id, make([]byte, 5000)}))
	}
	crashed := *d
	crashed.path = filepath.Join(t.TempDir(), "journal")
	must(t, os.WriteFile(crashed.path, readAll(t, d.path), 0o600))
	must(t, os.WriteFile(sqlfile.JournalOf(crashed.path), readAll(t, sqlfile.JournalOf(d.path)), 0o600))
	must(t, v.file.Exec("ROLLBACK"))
	must(t, v.Close())
	to := crashed.path + ".saved"
	report, err := Salvage(context.Background(), crashed.path, to, Unlock{Passphrase: pass}, d.options, nil, nil)
	if err != nil || !report.Sound() || report.Intact != len(contents) {
		t.Errorf("%+v (%v)", report, err)
	}
}

func TestSalvage_refuses(t *testing.T) {
	d := newSmall(t)
	ctx := context.Background()
	to := d.path + ".saved"
	_, err := Salvage(ctx, d.path, d.path, Unlock{Passphrase: pass}, d.options, nil, nil)
	wantKind(t, err, fault.Conflict)
	_, err = Salvage(ctx, d.path+".missing", to, Unlock{Passphrase: pass}, d.options, nil, nil)
	wantKind(t, err, fault.NotFound)
	_, err = Salvage(ctx, d.path, to, Unlock{Passphrase: another}, d.options, nil, nil)
	wantKind(t, err, fault.CannotUnlock)
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err = Salvage(cancelled, d.path, to, Unlock{Passphrase: pass}, d.options, nil, nil)
	wantKind(t, err, fault.Cancelled)
	v := d.open(t)
	_, err = Salvage(ctx, d.path, to, Unlock{Passphrase: pass}, d.options, nil, nil)
	wantKind(t, err, fault.InUse)
	must(t, v.Close())
	for name, content := range map[string]string{"nothing": "", "text": strings.Repeat("no journal", 1000)} {
		must(t, os.WriteFile(d.path, []byte(content), 0o600))
		_, err = Salvage(ctx, d.path, to, Unlock{Passphrase: pass}, d.options, nil, nil)
		if fault.KindOf(err) != fault.Damaged {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := files(t, filepath.Dir(d.path)); len(got) != 1 {
		t.Errorf("left: %v", got)
	}
}

// counted gives an unlocking check that counts derivations.
func (d *desk) counting(n *int) {
	d.options.Deriving = func(seal.Params) error { *n++; return nil }
}

// zeroVaultPage clears where the file keeps header, manifest and slots.
func (d *desk) zeroVaultPage(t *testing.T) {
	t.Helper()
	b := readAll(t, d.path)
	at := bytes.LastIndex(b[:2*os.Getpagesize()], []byte(magic)) / smallestPage * smallestPage
	clear(b[at : at+smallestPage])
	must(t, os.WriteFile(d.path, b, 0o600))
}

// The header is in the file once. Where it is lost, the anchors still know the
// vault's id, which is all that it says beside the epoch.
func TestSalvage_without_header_by_the_anchors(t *testing.T) {
	for _, u := range []func(d *desk) Unlock{
		func(*desk) Unlock { return Unlock{Passphrase: pass} },
		func(d *desk) Unlock { return Unlock{Words: d.words} },
	} {
		d := newSmall(t)
		for range 5 { // other vaults that were open here
			other := newSmall(t)
			_, id, err := headerOf(t, other.path)
			must(t, err)
			must(t, os.WriteFile(anchor.PathOf(d.options.AnchorDir, id), make([]byte, anchor.Size), 0o600))
		}
		edit(t, d.path, func(f *file) { must(t, f.Exec("DELETE FROM vault WHERE part = 1")) })
		derived := 0
		d.counting(&derived)
		report, saved := d.salvaged(t, u(d))
		if report.Intact != len(contents) || derived > 1 {
			t.Errorf("%+v, %d derivations", report, derived)
		}
		saved.options.Deriving = nil
		v, err := Open(saved.path, u(d), saved.options)
		must(t, err)
		wantSound(t, v, len(contents))
		must(t, v.Close())
	}
}

// headerOf reads the header of a journal's file.
func headerOf(t *testing.T, path string) (h header, id [seal.SaltSize]byte, err error) {
	t.Helper()
	edit(t, path, func(f *file) {
		var p parts
		if p, err = f.parts(); err == nil {
			h, _, err = p.parse()
		}
	})
	return h, h.vaultID, err
}

// Where header and slots are lost, those of a copy under the same key open every
// record, whatever its own records are; those of a copy under an earlier key don't.
func TestSalvage_without_keys_by_a_copy(t *testing.T) {
	for name, lose := range map[string]func(t *testing.T, d *desk){
		"all parts": func(t *testing.T, d *desk) { edit(t, d.path, func(f *file) { must(t, f.Exec("DELETE FROM vault")) }) },
		"slots": func(t *testing.T, d *desk) {
			edit(t, d.path, func(f *file) { must(t, f.Exec("DELETE FROM vault WHERE part > 2")) })
		},
		"the sector": func(t *testing.T, d *desk) { d.zeroVaultPage(t) },
	} {
		d := newSmall(t)
		earlier, copied := filepath.Join(t.TempDir(), "earlier"), filepath.Join(t.TempDir(), "copy")
		v := d.open(t)
		must(t, v.Backup(context.Background(), earlier, nil))
		words, err := v.Rotate(context.Background(), pass, nil)
		must(t, err)
		d.words = strings.Join(words, " ")
		must(t, v.Backup(context.Background(), copied, nil))
		must(t, v.Update(func(tx *Tx) error { return tx.Put(Object, 4711, []byte("since")) }))
		must(t, v.Close())
		lose(t, d)
		for _, u := range []Unlock{{Passphrase: pass}, {Words: d.words}} {
			to := d.path + ".saved"
			_ = os.Remove(to)
			d.options.Witnesses = func() []string { return []string{earlier} }
			d.options.AnchorDir = ""
			if report, err := Salvage(context.Background(), d.path, to, u, d.options, nil, nil); err == nil {
				t.Errorf("%s: opens by an earlier key: %+v", name, report)
			}
			d.options.Witnesses = func() []string { return []string{filepath.Join(t.TempDir(), "gone"), earlier, copied} }
			derived := 0
			d.counting(&derived)
			report, err := Salvage(context.Background(), d.path, to, u, d.options, nil, func(v *Vault) error {
				got, err := v.Get(Object, 4711)
				if string(got) != "since" {
					t.Errorf("%s: %q, %v", name, got, err)
				}
				return v.Close()
			})
			if err != nil || report.Intact != len(contents)+1 || derived > mostTries {
				t.Errorf("%s: %+v, %v, %d derivations", name, report, err, derived)
			}
		}
	}
}
