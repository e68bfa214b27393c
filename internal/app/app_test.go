package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"aftershift/internal/document/formats"
	"aftershift/internal/journal"
	"aftershift/internal/seal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

const passphrase = "quiet harbour after rain"

// clock is a time that tests move.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
}

// newApp gives a program in folders of its own, with the cheapest key
// derivation that the format allows.
func newApp(t *testing.T) (*App, *clock) {
	t.Helper()
	dir := t.TempDir()
	c := &clock{at: time.Date(2026, 3, 12, 18, 30, 0, 0, time.UTC)}
	a, err := New(Config{
		DataFolder: filepath.Join(dir, "data"), StateFolder: filepath.Join(dir, "state"),
		ConfigFolder: filepath.Join(dir, "config"), Now: c.Now,
		Vault: vault.Options{Params: seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return a, c
}

func newTestDesk(t *testing.T) (*Desk, *clock) {
	t.Helper()
	a, c := newApp(t)
	d, words, err := a.Create(context.Background(), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if len(words) != 12 {
		t.Fatalf("%d recovery words, want 12", len(words))
	}
	t.Cleanup(func() { _ = d.Close() })
	return d, c
}

// write saves an entry with this text and these words to share.
func write(t *testing.T, d *Desk, text, title, words string, flag journal.Flag) journal.Entry {
	t.Helper()
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Sections[0].Text = text
	e.Share, e.Flag = journal.Share{Title: title, Words: words}, flag
	e, err = d.Save(e, "")
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestDesk_from_entry_to_shared_file(t *testing.T) {
	d, c := newTestDesk(t)
	a := write(t, d, "Aaliyah Hussain of 14 Corran Street rang on 01632 960118.", "A visit that frightened me",
		"I stayed with Aaliyah Hussain although I was frightened. Was I right to stay?", journal.Urgent)
	b := write(t, d, "Nothing.", "Speaking up", "How do I speak up when I am the newest there?", journal.Next)
	session, err := d.PlanSession(Plan{Start: c.Now().AddDate(0, 0, 4), Minutes: 60, Name: "Ruth Adeyemi"})
	if err != nil {
		t.Fatal(err)
	}
	basket := d.Basket()
	if len(basket) != 2 || basket[0].Entry.ID != a.ID || basket[1].Entry.ID != b.ID {
		t.Fatalf("basket %v, want the urgent one first", basket)
	}
	if err := d.AddToAgenda(session, basket[0].Item.ID, basket[1].Item.ID); err != nil {
		t.Fatal(err)
	}
	if err := d.AddStanding(session, supervision.StandingArriving); err != nil {
		t.Fatal(err)
	}
	agenda, ok := d.NextAgenda()
	if !ok || len(agenda.Items) != 3 || len(d.Basket()) != 0 {
		t.Fatalf("agenda %+v", agenda)
	}
	if err := d.MoveItem(session, agenda.Items[2].ID, 0); err != nil {
		t.Fatal(err)
	}
	copied, err := d.Copy(CopyOf{Paper: AgendaPaper{Session: session}, Audience: supervision.ForLineSupervisor})
	if err != nil {
		t.Fatal(err)
	}
	copied.Review.MaskAll()
	file := filepath.Join(t.TempDir(), d.FileName(copied, formats.Text))
	shared, err := d.SaveCopy(copied, formats.Text, file, false)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if text := string(raw); strings.Contains(text, "Aaliyah") || strings.Contains(text, "Hussain") || !strings.Contains(text, "Speaking up") {
		t.Errorf("shared file:\n%s", text)
	}
	if list := d.SharedCopies(); len(list) != 1 || list[0].SHA256 != shared.SHA256 {
		t.Errorf("register %v", list)
	}
}
