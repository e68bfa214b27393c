package roll

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/seal"
)

func digester(t interface{ Fatal(...any) }) Digester {
	key, err := seal.NewKey(bytes.NewReader(bytes.Repeat([]byte{7}, seal.KeySize)))
	if err != nil {
		t.Fatal(err)
	}
	return Digester{Rows: key.Subkey([seal.SaltSize]byte{}, "rows"), Tables: key.Subkey([seal.SaltSize]byte{}, "tables")}
}

// anyID draws ids as they come, small ones, and those at the edges of the parts.
var anyID = rapid.OneOf(rapid.Int64Range(1, 9), rapid.Int64Range(1, 1<<63-1), rapid.Custom(func(t *rapid.T) int64 {
	return max(1, rapid.Int64Range(0, Buckets-1).Draw(t, "part")<<55-rapid.Int64Range(0, 1).Draw(t, "below"))
}))

// change puts and removes a few records.
func (x *Index) change(t *rapid.T) (changed [Tables][]int64, undo []func()) {
	for range rapid.IntRange(0, 4).Draw(t, "records") {
		table, id := byte(rapid.IntRange(1, Tables).Draw(t, "table")), anyID.Draw(t, "id")
		changed[table-1] = append(changed[table-1], id)
		if rapid.Bool().Draw(t, "removes") {
			undo = append(undo, x.Remove(table, id))
		} else {
			undo = append(undo, x.Put(table, id, Stamp{rapid.Byte().Draw(t, "stamp")}))
		}
	}
	return changed, undo
}

func anew(x Index, d Digester) (all [Tables]Digest) {
	x.Digest(d)
	for i := range all {
		all[i] = x.Tallies[i].Digest
	}
	return all
}

func (x *Index) digests() (all [Tables]Digest) {
	for i := range all {
		all[i] = x.Tallies[i].Digest
	}
	return all
}

// The digests of what changed are those computed anew of everything, whatever is put
// and removed; taken back, they are the ones before.
func TestIndex_DigestAgain_is_as_computed_anew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := digester(t)
		d.AtOnce = rapid.Bool().Draw(t, "at once")
		var x Index
		x.Digest(d)
		for range rapid.IntRange(0, 12).Draw(t, "changes") {
			was, before := x.Tallies, x.digests()
			changed, undo := x.change(t)
			x.DigestAgain(d, changed)
			if x.digests() != anew(x, d) {
				t.Fatal("other digests than computed anew")
			}
			if rapid.Bool().Draw(t, "takes back") {
				for _, back := range slices.Backward(undo) {
					back()
				}
				if x.Tallies = was; x.digests() != before || before != anew(x, d) {
					t.Fatal("taken back, not as before")
				}
			}
		}
	})
}

// Every id is in one part, and each row's bytes and the table are in the digest.
func TestDigester_covers_every_row(t *testing.T) {
	d := digester(t)
	rapid.Check(t, func(t *rapid.T) {
		var rows Roll
		for _, id := range rapid.SliceOfNDistinct(anyID, 1, 20, rapid.ID).Draw(t, "ids") {
			rows.Put(id, Stamp{byte(id)})
		}
		var joined Roll
		for i := range Buckets {
			joined = append(joined, rows.bucket(i)...)
		}
		if !slices.Equal(joined, rows) {
			t.Fatal("the parts are not the whole")
		}
		d.AtOnce = rapid.Bool().Draw(t, "at once")
		table := byte(rapid.IntRange(1, Tables).Draw(t, "table"))
		whole := d.Tally(table, rows).Digest
		other := slices.Clone(rows)
		other[rapid.IntRange(0, rows.Len()-1).Draw(t, "row")*RowSize+rapid.IntRange(8, RowSize-1).Draw(t, "byte")] ^= 1
		fewer := slices.Clone(rows)
		fewer.Remove(rows.ID(rapid.IntRange(0, rows.Len()-1).Draw(t, "gone")))
		if whole == d.Tally(table, other).Digest || whole == d.Tally(table, fewer).Digest || whole == d.Tally(table+1, rows).Digest {
			t.Fatal("the same digest")
		}
	})
}

// A save costs this for each table that it changes.
func BenchmarkIndex_DigestAgain(b *testing.B) {
	for name, atOnce := range map[string]bool{"at once": true, "in parts": false} {
		b.Run(name, func(b *testing.B) {
			d := digester(b)
			d.AtOnce = atOnce
			var x Index
			for i := range 100_000 {
				x.Rows[0].Append(int64(i)*(1<<63/100_000)+1, Stamp{})
			}
			x.Digest(d)
			for b.Loop() {
				x.DigestAgain(d, [Tables][]int64{{x.Rows[0].ID(77)}})
			}
		})
	}
}
