package library

import (
	"path/filepath"
	"slices"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// toy is a kind of record: five methods and a place in the table.
type toy struct {
	ID   journal.ID `json:"id"`
	Text string     `json:"text"`
	Tags []string   `json:"tags,omitempty"`
}

func (y toy) Key() supervision.Key          { return supervision.Key{Kind: "toy", ID: y.ID} }
func (y toy) Refers() []supervision.Key     { return nil }
func (y toy) Fits(*supervision.Board) error { return nil }
func (y toy) Clone() supervision.Record     { y.Tags = slices.Clone(y.Tags); return y }
func (y toy) Validate() error {
	if y.ID == 0 || y.Text == "" {
		return fault.New(fault.Invalid, "check toy")
	}
	return nil
}

// A kind of record that stands in the table is written, changed, undone, opened
// again, backed up and salvaged without another line for it anywhere; a program
// that doesn't know it sets it aside and keeps its bytes.
func TestKinds_toy_goes_every_way(t *testing.T) {
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "journal"), pass, cheap)
	must(t, err)
	table := []supervision.Kind{supervision.KindOf[toy]()}
	wanted := toy{7, "Ring <the> team.", []string{"a", "b"}}
	wantToy := func(way string, v *vault.Vault) {
		t.Helper()
		l, err := open(ctx, v, table)
		must(t, err)
		wantObject(t, l, 7, `{"kind":"toy","body":{"id":"0000000000007","text":"Ring \u003cthe\u003e team.","tags":["a","b"]}}`)
		if all := l.board.Records(); len(all) != 1 || all[0].(toy).Text != wanted.Text || len(l.Asides()) != 0 {
			t.Errorf("%s: %+v, aside %+v", way, all, l.Asides())
		}
		must(t, l.Close())
	}
	l, err := open(ctx, v, table)
	must(t, err)
	made := supervision.Change{Before: []supervision.Record{supervision.Gone{Of: wanted.Key()}}, After: []supervision.Record{wanted}}
	for step, c := range []supervision.Change{made, made.Inverse(), made} {
		_, err := l.Change(c.Op())
		must(t, err)
		if n := len(l.board.Records()); n != 1-step%2 {
			t.Errorf("after step %d there are %d", step, n)
		}
	}
	path := v.Path()
	must(t, v.Backup(ctx, path+"-copy", nil))
	must(t, l.Close())
	unlock := vault.Unlock{Passphrase: pass}
	reopen := func(path string) *vault.Vault {
		v, err := vault.Open(path, unlock, cheap)
		must(t, err)
		return v
	}
	wantToy("backed up", reopen(path+"-copy"))
	stranger := opened(t, reopen(path))
	if aside := stranger.Asides(); len(aside) != 1 || aside[0].Kind != "toy" || aside[0].Why != Newer {
		t.Errorf("unknown: %+v", aside)
	}
	must(t, stranger.Close())
	wantToy("opened again", reopen(path))
	_, err = vault.Salvage(ctx, path, path+"-saved", unlock, cheap, nil, nil)
	must(t, err)
	wantToy("salvaged", reopen(path+"-saved"))
}
