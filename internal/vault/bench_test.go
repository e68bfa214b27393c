package vault

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lifetime is a working lifetime of entries; words is a long one.
const lifetime = 10000

var words300 = strings.Repeat("quiet ", 300)

// filled gives a desk whose vault holds a lifetime of entries, at rest.
func filled(b *testing.B) *desk {
	b.Helper()
	d := newDesk(b)
	v := d.create(b)
	must(b, v.Update(func(tx *Tx) error {
		for id := ID(1); id <= lifetime; id++ {
			if err := tx.PutEntry(id, []byte(words300[:150]), []byte(words300)); err != nil {
				return err
			}
		}
		return nil
	}))
	must(b, v.Close())
	return d
}

func BenchmarkOpen(b *testing.B) {
	d := filled(b)
	for b.Loop() {
		v, err := Open(d.path, Unlock{Passphrase: pass}, d.options)
		must(b, err)
		must(b, v.Close())
	}
}

func BenchmarkEach(b *testing.B) {
	d := filled(b)
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
	d := filled(b)
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

func BenchmarkBackup(b *testing.B) {
	d := filled(b)
	v := d.open(b)
	to := filepath.Join(filepath.Dir(d.path), "backup")
	for b.Loop() {
		must(b, v.Backup(context.Background(), to, nil))
	}
	info, err := os.Stat(to)
	must(b, err)
	b.ReportMetric(float64(info.Size())/lifetime, "bytes/entry")
}

func BenchmarkRotate(b *testing.B) {
	d := filled(b)
	v := d.open(b)
	for b.Loop() {
		_, err := v.Rotate(context.Background(), pass, nil)
		must(b, err)
	}
}

func BenchmarkVerify(b *testing.B) {
	d := filled(b)
	v := d.open(b)
	for b.Loop() {
		report, err := v.Verify(context.Background(), nil)
		if err != nil || !report.Sound() {
			b.Fatal(report, err)
		}
	}
}
