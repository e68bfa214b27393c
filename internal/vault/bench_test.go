package vault

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// lifetime is a working lifetime of entries.
const lifetime = 10000

// sizes are the numbers of entries that whole benchmarks hold.
var sizes = []int{lifetime, 10 * lifetime}

var words300 = strings.Repeat("quiet ", 300)

// filled gives a desk whose vault holds so many entries, at rest.
func filled(b *testing.B, entries int) *desk {
	b.Helper()
	d := newDesk(b)
	v := d.create(b)
	for id := ID(1); id < ID(entries); {
		must(b, v.Update(func(tx *Tx) error {
			for range 1000 {
				if err := tx.PutEntry(id, []byte(words300[:150]), []byte(words300)); err != nil {
					return err
				}
				id++
			}
			return nil
		}))
	}
	must(b, v.Close())
	return d
}

// eachSize runs a benchmark for every size, with a vault that is open.
func eachSize(b *testing.B, run func(b *testing.B, d *desk, v *Vault)) {
	for _, entries := range sizes {
		b.Run(strconv.Itoa(entries), func(b *testing.B) {
			d := filled(b, entries)
			run(b, d, d.open(b))
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	d := filled(b, lifetime)
	for b.Loop() {
		v, err := Open(d.path, Unlock{Passphrase: pass}, d.options)
		must(b, err)
		must(b, v.Close())
	}
}

func BenchmarkEach(b *testing.B) {
	d := filled(b, lifetime)
	v := d.open(b)
	for _, table := range []Table{Overview, Details} {
		b.Run(table.String(), func(b *testing.B) {
			for b.Loop() {
				n := 0
				must(b, v.Each(context.Background(), table, func(ID, []byte) error { n++; return nil }))
				if n != lifetime {
					b.Fatalf("%d records", n)
				}
			}
		})
	}
}

func BenchmarkUpdate(b *testing.B) {
	d := filled(b, lifetime)
	v := d.open(b)
	b.Run("draft", func(b *testing.B) {
		for b.Loop() {
			put(b, v, Draft, 1, words300)
		}
	})
	b.Run("entry", func(b *testing.B) {
		for b.Loop() {
			entry(b, v, 77, words300[:150], words300)
		}
	})
}

// timed does it over and over and reports the median of the times that it gives,
// in ms. `cmd/dev bench` reads that.
func timed(b *testing.B, do func() time.Duration) {
	b.Helper()
	var times []time.Duration
	for b.Loop() {
		times = append(times, do())
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms")
}

// A backup is verified in full before it counts.
func BenchmarkWhole_backup(b *testing.B) {
	eachSize(b, func(b *testing.B, d *desk, v *Vault) {
		to := filepath.Join(filepath.Dir(d.path), "backup")
		timed(b, func() time.Duration {
			begun := time.Now()
			must(b, v.Backup(context.Background(), to, nil))
			return time.Since(begun)
		})
		info, err := os.Stat(to)
		must(b, err)
		b.ReportMetric(float64(info.Size())/float64(v.Len(Overview)), "bytes/entry")
	})
}

// Keys are derived at the least cost, some 20 ms each.
func BenchmarkWhole_rotate(b *testing.B) {
	eachSize(b, func(b *testing.B, _ *desk, v *Vault) {
		timed(b, func() time.Duration {
			begun := time.Now()
			_, err := v.Rotate(context.Background(), pass, nil)
			must(b, err)
			return time.Since(begun)
		})
	})
}

func BenchmarkWhole_verify(b *testing.B) {
	eachSize(b, func(b *testing.B, _ *desk, v *Vault) {
		timed(b, func() time.Duration {
			begun := time.Now()
			report, err := v.Verify(context.Background(), nil)
			if err != nil || !report.Sound() {
				b.Fatal(report, err)
			}
			return time.Since(begun)
		})
	})
}

// Closing after a change is what every lock does.
func BenchmarkWhole_close(b *testing.B) {
	d := filled(b, lifetime)
	timed(b, func() time.Duration {
		v := d.open(b)
		put(b, v, Draft, 1, words300)
		begun := time.Now()
		must(b, v.Close())
		return time.Since(begun)
	})
}
