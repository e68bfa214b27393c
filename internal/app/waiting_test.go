package app_test

import (
	"context"
	"crypto/rand"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/seal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// gate is a source of random bytes that can be shut: whoever seals a record then
// waits in the middle of saving, as on a disk that doesn't answer.
type gate struct {
	shut    atomic.Bool
	waiting chan struct{}
	open    chan struct{}
}

func (g *gate) Read(b []byte) (int, error) {
	if g.shut.Load() {
		g.waiting <- struct{}{}
		<-g.open
	}
	return rand.Read(b)
}

func newDesk(t testing.TB, random *gate) *app.Desk {
	t.Helper()
	dir := t.TempDir()
	c := app.Config{
		DataFolder: filepath.Join(dir, "data"), StateFolder: filepath.Join(dir, "state"),
		ConfigFolder: filepath.Join(dir, "config"), Now: time.Now,
		Vault: vault.Options{Params: seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}},
	}
	if random != nil {
		c.Vault.Rand = random
	}
	a, err := app.New(c)
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := a.Create(context.Background(), "quiet harbour after rain")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if err := d.Ready(context.Background()); err != nil {
		t.Fatal(err)
	}
	return d
}

// reads is what pages read while they are shown.
func reads(d *app.Desk) {
	_ = d.Settings()
	_ = d.Themes()
	_ = d.People()
	_ = d.List(app.Filter{})
	_ = d.Basket()
	_ = d.Deeds()
	_ = d.CanUndo()
	_, _ = d.NextAgenda()
}

func TestDesk_reading_waits_for_no_save(t *testing.T) {
	g := &gate{waiting: make(chan struct{}, 1), open: make(chan struct{})}
	d := newDesk(t, g)
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Sections[0].Text = "A long day."
	person := app.Person{ID: 1}
	person.Forms = []string{"Aaliyah"}
	for name, save := range map[string]func() error{
		"draft":    func() error { return d.SaveDraft(e) },
		"settings": func() error { return d.SetSettings(func(s *app.Settings) { s.Author = "Sam" }) },
		"theme":    func() error { _, err := d.AddTheme("Night shifts"); return err },
		"person":   func() error { _, err := d.SavePerson(person); return err },
		"relationship": func() error {
			_, err := d.SaveRelationship(app.Relationship{Name: "Ruth", Kind: supervision.ClinicalSupervisor})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			g.waiting, g.open = make(chan struct{}, 1), make(chan struct{})
			g.shut.Store(true)
			saved, read := make(chan error, 1), make(chan struct{})
			go func() { saved <- save() }()
			select {
			case <-g.waiting:
			case err := <-saved:
				t.Fatalf("saved without a random byte: %v", err)
			}
			go func() { reads(d); close(read) }()
			select {
			case <-read:
			case <-time.After(time.Minute):
				t.Error("reading waits for the save")
			}
			g.shut.Store(false)
			close(g.open)
			if err := <-saved; err != nil {
				t.Error(err)
			}
		})
	}
}

// BenchmarkDesk_reading_while_saving reads what pages read, while another goroutine
// saves to the disk all the time. The slowest of a hundred is what a person feels.
func BenchmarkDesk_reading_while_saving(b *testing.B) {
	d := newDesk(b, nil)
	for range 200 {
		e, err := d.NewEntry()
		if err != nil {
			b.Fatal(err)
		}
		e.Sections[0].Text, e.Flag = "A long day.", journal.Next
		e.Share = journal.Share{Title: "A long day", Words: "How do I end a day like that?"}
		if _, err := d.Save(e, ""); err != nil {
			b.Fatal(err)
		}
	}
	for name, read := range map[string]func(){
		"settings": func() { _ = d.Settings() },
		"board":    func() { _, _ = d.NextAgenda() },
		"overview": func() { _ = d.ThemeName("") },
	} {
		b.Run(name, func(b *testing.B) {
			var stop atomic.Bool
			done := make(chan error, 1)
			go func() {
				var err error
				for i := 0; err == nil && !stop.Load(); i++ {
					err = d.SetSettings(func(s *app.Settings) { s.Author = time.Duration(i).String() })
				}
				done <- err
			}()
			var times []time.Duration
			for b.Loop() {
				time.Sleep(50 * time.Microsecond) // so that readings fall into every part of a save
				begun := time.Now()
				read()
				times = append(times, time.Since(begun))
			}
			stop.Store(true)
			if err := <-done; err != nil {
				b.Fatal(err)
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
			b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "max-ms")
		})
	}
}
