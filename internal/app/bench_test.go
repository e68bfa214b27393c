package app

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/seal"
	"aftershift/internal/vault"
)

// passphrase opens the journal of the benchmarks.
const passphrase = "quiet harbour after rain"

// A working lifetime of writing: 10,000 entries of 300 words.
const wordsPerEntry = 300

var lifetime = 10_000

// bigJournal makes the journal once for all benchmarks of a run and gives the
// folder that holds it. `cmd/dev bench` reads the benchmarks' output.
var bigJournal = sync.OnceValues(makeBigJournal)

// TestMain lets go test -short see that each benchmark still runs, with a journal
// of a hundredth.
func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		lifetime /= 100
	}
	code := m.Run()
	if dir, err := madeBigJournal(); err == nil && dir != "" {
		_ = os.RemoveAll(dir)
	}
	os.Exit(code)
}

var bigJournalMade bool

func madeBigJournal() (string, error) {
	if !bigJournalMade {
		return "", nil
	}
	return bigJournal()
}

func makeBigJournal() (string, error) {
	bigJournalMade = true
	dir, err := os.MkdirTemp("", "aftershift-bench")
	if err != nil {
		return "", err
	}
	a, err := bigApp(dir)
	if err != nil {
		return dir, err
	}
	d, _, err := a.Create(context.Background(), passphrase)
	if err != nil {
		return dir, err
	}
	random := rand.New(rand.NewPCG(1, 2))
	vocabulary := makeVocabulary(random)
	for i := range lifetime {
		if _, err := d.core.Keep(entryOf(random, vocabulary, i)); err != nil {
			return dir, err
		}
	}
	return dir, d.Close()
}

func bigApp(dir string) (*App, error) {
	return New(Config{
		DataFolder: filepath.Join(dir, "data"), StateFolder: filepath.Join(dir, "state"),
		ConfigFolder: filepath.Join(dir, "config"), Vault: vault.Options{Params: cheapest}, Now: time.Now,
	})
}

// makeVocabulary gives 8,000 words of 3 to 10 letters; low indexes are drawn
// more often, as in any language.
func makeVocabulary(random *rand.Rand) []string {
	words := make([]string, 8000)
	for i := range words {
		var b strings.Builder
		for range 3 + random.IntN(8) {
			b.WriteByte("eeetttaaaooiinnsshhrrddlucmwfgypbvk"[random.IntN(35)])
		}
		words[i] = b.String()
	}
	words[0] = "visit"
	words[len(words)-1] = "zebrafish"
	return words
}

func entryOf(random *rand.Rand, vocabulary []string, i int) journal.Entry {
	written := time.Date(2004, 1, 1, 19, 0, 0, 0, time.UTC).Add(time.Duration(i) * 19 * time.Hour)
	e := journal.New(journal.ID(random.Int64N(1<<62)+1), journal.WhatNow, written)
	e.Title = fmt.Sprintf("Entry %d", i)
	for s := range e.Sections {
		text := make([]string, wordsPerEntry/len(e.Sections))
		for w := range text {
			text[w] = vocabulary[min(int(random.ExpFloat64()*900), len(vocabulary)-2)]
		}
		e.Sections[s].Text = strings.Join(text, " ") + "."
	}
	if i%(lifetime/4) == 7 {
		e.Sections[0].Text += " A zebrafish tank stood in the hall."
	}
	e.Themes = []journal.ThemeID{"child-protection/neglect", "mental-health/trauma-ptsd"}
	e.Impact = journal.Impact{Hit: journal.LevelOf(i % 11), Carrying: journal.LevelOf(i % 7), Feelings: []journal.Feeling{"heavy"}}
	return e
}

var cheapest = seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}

// openBig opens the big journal. Deriving the key at the cheapest parameters
// takes about 20 ms, which is taken off by keyTime where it would be counted.
func openBig(b *testing.B) *Desk {
	b.Helper()
	dir, err := bigJournal()
	if err != nil {
		b.Fatal(err)
	}
	a, err := bigApp(dir)
	if err != nil {
		b.Fatal(err)
	}
	d, err := a.Unlock(context.Background(), passphrase)
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// keyTime gives how long deriving the key takes, the median of five.
func keyTime(b *testing.B) time.Duration {
	b.Helper()
	var times []time.Duration
	for range 5 {
		key, err := seal.NewKey(rand.NewChaCha8([32]byte{}))
		if err != nil {
			b.Fatal(err)
		}
		begun := time.Now()
		if _, err := seal.NewPassphraseSlot(key, [seal.SaltSize]byte{}, seal.NewSecret(passphrase), cheapest, rand.NewChaCha8([32]byte{})); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(begun))
	}
	return percentile(times, 50)
}

// percentile gives the p-th percentile of times, nearest rank.
func percentile(times []time.Duration, p int) time.Duration {
	slices.Sort(times)
	return times[min(len(times)*p/100, len(times)-1)]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func BenchmarkWhole_unlock(b *testing.B) {
	key := keyTime(b)
	var list, all []time.Duration
	for b.Loop() {
		runtime.GC()
		begun := time.Now()
		d := openBig(b)
		if len(d.List(Filter{})) != lifetime {
			b.Fatal("list is short")
		}
		list = append(list, time.Since(begun)-key)
		if err := d.Ready(context.Background()); err != nil {
			b.Fatal(err)
		}
		all = append(all, time.Since(begun)-key)
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(ms(percentile(list, 50)), "list-ms")
	b.ReportMetric(ms(percentile(all, 50)), "all-ms")
}

func BenchmarkWhole_search(b *testing.B) {
	d := openBig(b)
	defer d.Close()
	if err := d.Ready(context.Background()); err != nil {
		b.Fatal(err)
	}
	for name, query := range map[string]string{
		"rare": "zebrafish", "common": "visit", "prefix": "vis", "phrase": `"zebrafish tank stood"`, "absent": "eta nowhere",
	} {
		b.Run(name, func(b *testing.B) {
			var times []time.Duration
			for b.Loop() {
				begun := time.Now()
				if _, err := d.Search(context.Background(), query, Filter{}, 0); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(begun))
			}
			b.ReportMetric(ms(percentile(times, 95)), "p95-ms")
		})
	}
}

func BenchmarkWhole_save(b *testing.B) {
	d := openBig(b)
	defer d.Close()
	if err := d.Ready(context.Background()); err != nil {
		b.Fatal(err)
	}
	id := d.List(Filter{})[17].ID
	e, err := d.Entry(id)
	if err != nil {
		b.Fatal(err)
	}
	for name, save := range map[string]func() error{
		"draft": func() error { return d.SaveDraft(e) },
		"entry": func() error { _, err := d.Save(e, ""); return err },
	} {
		b.Run(name, func(b *testing.B) {
			var times []time.Duration
			for b.Loop() {
				e.Sections[0].Text += "."
				begun := time.Now()
				if err := save(); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(begun))
			}
			b.ReportMetric(ms(percentile(times, 95)), "p95-ms")
		})
	}
}

func BenchmarkWhole_memory(b *testing.B) {
	for b.Loop() {
		d := openBig(b)
		if err := d.Ready(context.Background()); err != nil {
			b.Fatal(err)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "heap-MiB")
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDesk_NameHints looks for hints in a short text, as after each pause.
func BenchmarkDesk_NameHints(b *testing.B) {
	a, err := New(Config{DataFolder: b.TempDir(), StateFolder: b.TempDir(), ConfigFolder: b.TempDir(), Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	d, err := a.OpenSample(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer d.Close()
	text := strings.Repeat("Rang Maureen Hollis on 01632 960 381 about the visit, and stayed on the line. ", 2<<10/78)
	for b.Loop() {
		if _, err := d.NameHints(text); err != nil {
			b.Fatal(err)
		}
	}
}
