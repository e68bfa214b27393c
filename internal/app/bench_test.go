package app

import (
	"context"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"aftershift/cmd/dev/lifetime"
	"aftershift/internal/journal"
	"aftershift/internal/seal"
	"aftershift/internal/vault"
)

// passphrase opens the journal of the benchmarks.
const passphrase = "quiet harbour after rain"

// sizes are the numbers of entries that the benchmarks hold.
var sizes = []int{lifetime.Usual, lifetime.Far}

// TestMain lets go test -short see that each benchmark still runs, with journals of
// a hundredth.
func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		for i := range sizes {
			sizes[i] /= 100
		}
	}
	code := m.Run()
	if os.Getenv(lifetime.Journals) == "" {
		for _, dir := range bigJournals {
			_ = os.RemoveAll(dir)
		}
	}
	os.Exit(code)
}

// bigJournals are the folders of the journals that were made, by their size.
var bigJournals = map[bigKind]string{}

// bigKind is how many entries a journal holds, and what a guess at its passphrase
// costs.
type bigKind struct {
	entries int
	params  seal.Params
}

// bigJournal makes the journal once for all benchmarks of a run and gives the
// folder that holds it. `cmd/dev bench` reads the benchmarks' output.
func bigJournal(kind bigKind) (string, error) {
	if dir, made := bigJournals[kind]; made {
		return dir, nil
	}
	dir, err := bigFolder(kind)
	if err != nil {
		return "", err
	}
	bigJournals[kind] = dir
	a, err := bigApp(dir, kind.params)
	if err != nil {
		return dir, err
	}
	d, _, err := a.Create(context.Background(), passphrase)
	if err != nil {
		return dir, err
	}
	var batch []journal.Entry
	for e := range lifetime.Entries(kind.entries, time.Now()) {
		batch = append(batch, entryOf(e, len(batch)))
		if len(batch) == min(1000, kind.entries) {
			if err := d.core.Library().SaveNew(context.Background(), batch, nil); err != nil {
				return dir, err
			}
			batch = batch[:0]
		}
	}
	if kind.entries == lifetime.Far {
		err = supervise(d)
	}
	if err == nil {
		_, err = d.SetUpGroup(meets)
	}
	return dir, errors.Join(err, d.Close())
}

// bigFolder makes the folder of a journal, as lifetime.Journals has it where that is
// set.
func bigFolder(kind bigKind) (string, error) {
	all := os.Getenv(lifetime.Journals)
	if all == "" {
		return os.MkdirTemp("", "aftershift-bench")
	}
	name := strconv.Itoa(kind.entries)
	if kind.params != seal.DefaultParams() {
		name += "-quick"
	}
	dir := filepath.Join(all, name)
	return dir, os.Mkdir(dir, 0o700)
}

// eachSize runs a benchmark for every size.
func eachSize(b *testing.B, run func(b *testing.B, entries int)) {
	for _, entries := range sizes {
		b.Run(strconv.Itoa(entries), func(b *testing.B) { run(b, entries) })
	}
}

func bigApp(dir string, params seal.Params) (*App, error) {
	return New(Config{
		DataFolder: filepath.Join(dir, "data"), StateFolder: filepath.Join(dir, "state"),
		ConfigFolder: filepath.Join(dir, "config"), Vault: vault.Options{Params: params}, Now: time.Now,
	})
}

func entryOf(made lifetime.Entry, i int) journal.Entry {
	e := journal.New(journal.ID(made.ID), journal.WhatNow, made.Written)
	e.Title = made.Title
	for s := range e.Sections {
		e.Sections[s].Text = made.Sections[s]
	}
	e.Themes = []journal.ThemeID{"child-protection/neglect", "mental-health/trauma-ptsd"}
	e.Impact = journal.Impact{Hit: journal.LevelOf(i % 11), Carrying: journal.LevelOf(i % 7), Feelings: []journal.Feeling{"heavy"}}
	return e
}

var cheapest = seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}

// openBig opens the big journal. Deriving the key at the cheapest parameters
// takes about 20 ms, which is taken off by keyTime where it would be counted.
func openBig(b *testing.B, entries int) *Desk {
	b.Helper()
	return openKind(b, bigKind{entries, cheapest})
}

func openKind(b *testing.B, kind bigKind) *Desk {
	b.Helper()
	dir, err := bigJournal(kind)
	if err != nil {
		b.Fatal(err)
	}
	a, err := bigApp(dir, kind.params)
	if err != nil {
		b.Fatal(err)
	}
	d, err := a.Unlock(context.Background(), passphrase)
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// keyTime gives how long deriving the key takes, the median of five, each in memory that
// the system has to give first, as it has when the program begins.
func keyTime(b *testing.B, params seal.Params) time.Duration {
	b.Helper()
	var times []time.Duration
	for range 5 {
		key, err := seal.NewKey(rand.NewChaCha8([32]byte{}))
		if err != nil {
			b.Fatal(err)
		}
		debug.FreeOSMemory()
		begun := time.Now()
		if _, err := seal.NewPassphraseSlot(key, [seal.SaltSize]byte{}, seal.NewSecret(passphrase), params, rand.NewChaCha8([32]byte{})); err != nil {
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
	eachSize(b, func(b *testing.B, entries int) {
		key := keyTime(b, cheapest)
		openBig(b, entries).Close()
		var list, all []time.Duration
		often(b, leastOpened, func() {
			runtime.GC()
			begun := time.Now()
			d := openBig(b, entries)
			if len(d.List(Filter{})) != entries {
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
		})
		b.ReportMetric(ms(percentile(list, 50)), "list-ms")
		b.ReportMetric(ms(percentile(all, 50)), "all-ms")
	})
}

// often does it as often as is asked for, and at least so many times: of fewer, a
// percentile is one slow moment of this machine or its disk. SQLCipher is measured over
// as many.
func often(b *testing.B, least int, do func()) {
	done := 0
	for b.Loop() {
		do()
		done++
	}
	for range least - done {
		do()
	}
}

// How often each is done at least.
const (
	leastOpened = 5
	leastFound  = 40
	leastSaves  = 200
)

// What needs no key is read while the key is derived. With a key that costs what new
// journals' do, a person waits so much longer for the list than for the key.
func BenchmarkWhole_wait(b *testing.B) {
	eachSize(b, func(b *testing.B, entries int) {
		kind := bigKind{entries, seal.DefaultParams()}
		openKind(b, kind).Close()
		key := keyTime(b, kind.params)
		var list []time.Duration
		often(b, leastOpened, func() {
			debug.FreeOSMemory()
			begun := time.Now()
			d := openKind(b, kind)
			if len(d.List(Filter{})) != entries {
				b.Fatal("list is short")
			}
			list = append(list, time.Since(begun)-key)
			if err := d.Close(); err != nil {
				b.Fatal(err)
			}
		})
		b.ReportMetric(ms(percentile(list, 50)), "list-ms")
		b.ReportMetric(ms(key), "key-ms")
	})
}

// openReady gives a journal whose texts can be searched.
func openReady(b *testing.B, entries int) *Desk {
	b.Helper()
	d := openBig(b, entries)
	if err := d.Ready(context.Background()); err != nil {
		b.Fatal(err)
	}
	return d
}

// screen is how many rows of a list one sees.
const screen = 30

func BenchmarkWhole_search(b *testing.B) {
	eachSize(b, func(b *testing.B, entries int) {
		d := openReady(b, entries)
		defer d.Close()
		for _, q := range append(lifetime.Queries, lifetime.Query{Name: "absent", Typed: "eta nowhere"}) {
			for kind, limit := range map[string]int{"screen": screen, "complete": 0} {
				b.Run(q.Name+"/"+kind, func(b *testing.B) {
					var times []time.Duration
					found := 0
					often(b, leastFound, func() {
						begun := time.Now()
						list, err := d.Search(context.Background(), q.Typed, Filter{}, limit)
						if err != nil {
							b.Fatal(err)
						}
						times, found = append(times, time.Since(begun)), len(list)
					})
					b.ReportMetric(ms(percentile(times, 95)), "p95-ms")
					b.ReportMetric(float64(found), "found")
				})
			}
		}
	})
}

func BenchmarkWhole_save(b *testing.B) {
	eachSize(b, func(b *testing.B, entries int) {
		d := openReady(b, entries)
		defer d.Close()
		e, err := d.Entry(d.List(Filter{})[17].ID)
		if err != nil {
			b.Fatal(err)
		}
		for name, save := range map[string]func() error{
			"draft": func() error { return d.SaveDraft(e) },
			"entry": func() error { _, err := d.Save(e, ""); return err },
		} {
			b.Run(name, func(b *testing.B) {
				var times []time.Duration
				often(b, leastSaves, func() {
					e.Sections[0].Text += "."
					begun := time.Now()
					if err := save(); err != nil {
						b.Fatal(err)
					}
					times = append(times, time.Since(begun))
				})
				b.ReportMetric(ms(percentile(times, 95)), "p95-ms")
			})
		}
	})
}

func BenchmarkWhole_memory(b *testing.B) {
	eachSize(b, func(b *testing.B, entries int) {
		for b.Loop() {
			d := openReady(b, entries)
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "heap-MiB")
			b.ReportMetric(float64(m.HeapInuse)/(1<<20), "spans-MiB")
			if err := d.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
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
