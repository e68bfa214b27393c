package library

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"runtime"
	"strings"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// What this version can't read keeps nobody from the rest: it is set aside, named
// as far as it can be, and stays as it is through every change.
func TestOpen_sets_aside_what_it_cannot_read(t *testing.T) {
	whole := entry(t, newLibrary(t), "text", "2026-03-12")
	details, err := encodeEntry(whole, nil)
	must(t, err)
	details[0] = 0 // no head
	newer := whole
	newer.ID, newer.Title, newer.Impact.Need = 7, "to come", "sabbatical"
	marked, err := encodeEntry(newer, nil)
	must(t, err)
	for name, c := range map[string]struct {
		table vault.Table
		body  []byte
		want  Aside
	}{
		"no overview, no text": {vault.Overview, []byte("{"), Aside{Kind: OfEntry, Why: Newer, Words: ""}},
		"no object":            {vault.Object, []byte("]"), Aside{Why: Newer}},
		"no item":              {vault.Object, []byte(`{"kind":"item","body":[]}`), Aside{Kind: "item", Why: Newer}},
		"unknown state": {
			vault.Object, []byte(`{"kind":"item","body":{"id":"0000000000007","title":"Marigold","state":"dreamt","created":"2026-03-01"}}`),
			Aside{Kind: "item", Why: Newer, Name: "Marigold", When: "2026-03-01", Words: "state: dreamt"},
		},
		"unknown kind": {
			vault.Object, []byte(`{"kind":"photo","body":{"name":"Heron","at":"2031-05-06T07:08:09Z"}}`),
			Aside{Kind: "photo", Why: Newer, Name: "Heron", When: "2031-05-06", Words: "name: Heron"},
		},
		"no share":      {vault.Object, []byte(`{"kind":"share","body":"x"}`), Aside{Kind: "share", Why: Newer}},
		"no tombstones": {vault.Object, []byte(`{"kind":"tombstone","body":"x"}`), Aside{Kind: "tombstone", Why: Newer}},
		"newer draft":   {vault.Draft, marked, Aside{Kind: OfDraft, Why: Newer, Name: "to come", When: "2026-03-12", Words: "sabbatical"}},
		"no version":    {vault.Revision, []byte("x"), Aside{Kind: OfRevision, Why: Newer}},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLibrary(t)
			other := entry(t, l, "other", "2026-03-11")
			save(t, l, other)
			must(t, l.Vault().Update(func(tx *vault.Tx) error {
				if c.table == vault.Overview {
					return tx.PutEntry(7, c.body, details)
				}
				return tx.Put(c.table, 7, c.body)
			}))
			l = again(t, l, cheap)
			must(t, l.EachEntry(ctx, func(journal.Entry) error { return nil }))
			all := l.Asides()
			if len(all) != 1 {
				t.Fatalf("set aside: %+v", all)
			}
			got := all[0]
			if got.Kind != c.want.Kind || got.Why != c.want.Why || got.ID != 7 ||
				c.want.Name != "" && got.Name != c.want.Name || c.want.When != "" && got.When != c.want.When || !strings.Contains(got.Words, c.want.Words) {
				t.Errorf("set aside as %+v, want %+v", got, c.want)
			}
			other.Sections[0].Text = "changed"
			save(t, l, other)
			_, err := l.Purge(ctx, other.ID)
			must(t, err)
			if body, err := l.Vault().Get(c.table, 7); err != nil || string(body) != string(c.body) {
				t.Errorf("%q, %v: it has changed", body, err)
			}
		})
	}
}

// An entry that a later version marked in its way is read with its words, and
// nothing is saved over it.
func TestLibrary_newer_marks_are_kept_and_not_changed(t *testing.T) {
	for name, marks := range map[string]string{
		"flag":  `"flag":"someday"`,
		"need":  `"impact":{"hit":3,"carrying":null,"need":"sabbatical"}`,
		"level": `"impact":{"hit":11,"carrying":null}`,
		"form":  `"share":["a","b"]`,
	} {
		l := newLibrary(t)
		e := entry(t, l, "Marigold", "2026-03-12")
		raw, err := encode(head{Entry: e, Lengths: []int{8}})
		must(t, err)
		raw = []byte(strings.Replace(string(raw), `"text":"Marigold"`, `"text":""`, 1))
		raw = append(raw[:len(raw)-1], []byte(","+marks+"}")...)
		body := append(binary.AppendUvarint(nil, uint64(len(raw))), raw...)
		body = append(body, "Marigold"...)
		overview, err := encode(e.Overview())
		must(t, err)
		must(t, l.Vault().Update(func(tx *vault.Tx) error { return tx.PutEntry(vault.ID(e.ID), overview, body) }))
		l = again(t, l, cheap)
		got, err := l.Entry(e.ID)
		if err != nil || got.Text() != "Marigold" {
			t.Fatalf("%s: %q, %v", name, got.Text(), err)
		}
		must(t, l.EachEntry(ctx, func(journal.Entry) error { return nil }))
		if all := l.Asides(); len(all) != 1 || all[0].Why != Fields || all[0].ID != e.ID || all[0].When != "2026-03-12" {
			t.Errorf("%s: told %+v", name, all)
		}
		if _, err := l.SaveEntry(got, true, nil); !errors.Is(err, fault.NewerFormat) {
			t.Errorf("%s: saved over: %v", name, err)
		}
		if err := l.SaveDraft(got); !errors.Is(err, fault.NewerFormat) {
			t.Errorf("%s: drafted over: %v", name, err)
		}
		if after, err := l.Vault().Get(vault.Details, vault.ID(e.ID)); err != nil || string(after) != string(body) {
			t.Errorf("%s: it has changed", name)
		}
	}
}

// Fields of a later version live on through an edit; where they stand in a list,
// the edit is refused.
func TestLibrary_newer_fields_survive(t *testing.T) {
	l := newLibrary(t)
	e := entry(t, l, "text", "2026-03-12")
	body, err := encodeEntry(e, nil, json.RawMessage(`{"mood":{"a":[1,2]},"share":{"colour":"blue"}}`))
	must(t, err)
	overview, err := carry(e.Overview(), json.RawMessage(`{"mood":1}`), mustEncode(t, e.Overview()))
	must(t, err)
	item := `{"id":"0000000000007","title":"T","state":"waiting","depth":3}`
	listed := `{"id":"0000000000008","kind":"individual","start":"2026-03-01T10:00:00Z","state":"closed","opened":"2026-03-01T10:00:00Z","closed":"2026-03-01T11:00:00Z","corrections":[{"at":"2026-03-01T10:00:00Z","text":"c","by":"x"}]}`
	must(t, l.Vault().Update(func(tx *vault.Tx) error {
		return errors.Join(tx.PutEntry(vault.ID(e.ID), overview, body),
			tx.Put(vault.Object, 7, []byte(`{"kind":"item","body":`+item+`}`)),
			tx.Put(vault.Object, 8, []byte(`{"kind":"session","body":`+listed+`}`)),
			tx.Put(vault.Object, 9, []byte(`{"kind":"settings","body":{"late":true}}`)))
	}))
	l = again(t, l, cheap)
	must(t, l.EachEntry(ctx, func(journal.Entry) error { return nil }))
	if all := l.Asides(); len(all) != 3 {
		t.Errorf("told %+v", all)
	}
	got, err := l.Entry(e.ID)
	must(t, err)
	got.Sections[0].Text, got.Share.Title = "changed", "now shared"
	must(t, l.SaveDraft(got))
	save(t, l, got)
	_, err = l.Change(func(b *supervision.Board) (supervision.Change, error) {
		it, err := b.Item(7)
		it.Title = "changed"
		must(t, err)
		return b.Do(supervision.EditItem(it))
	})
	must(t, err)
	_, err = l.Change(supervision.Correct(8, supervision.Correction{At: day, Text: "more"}))
	if !errors.Is(err, fault.NewerFormat) {
		t.Errorf("a list with newer fields is changed: %v", err)
	}
	must(t, l.Save("settings", struct {
		Early bool `json:"early"`
	}{true}))
	for place, words := range map[vault.Table][]string{
		vault.Details:  {`"mood":{"a":[1,2]}`, `"colour":"blue"`, `"now shared"`, "changed"},
		vault.Overview: {`"mood":1`, `"now shared"`},
	} {
		raw, err := l.Vault().Get(place, vault.ID(e.ID))
		must(t, err)
		for _, w := range words {
			if !strings.Contains(string(raw), w) {
				t.Errorf("%s lost %s: %s", place, w, raw)
			}
		}
	}
	for id, word := range map[vault.ID]string{7: `"depth":3`, 8: `"by":"x"`, 9: `"late":true`} {
		raw, err := l.Vault().Get(vault.Object, id)
		must(t, err)
		if !strings.Contains(string(raw), word) {
			t.Errorf("lost %s: %s", word, raw)
		}
	}
}

func mustEncode(t *testing.T, v any) []byte {
	t.Helper()
	raw, err := encode(v)
	must(t, err)
	return raw
}

// Records nested deeper than any reader goes, in every table and of every kind, and
// such as go to the decoder's own bound: none keeps anybody from the rest, and none
// costs more than its bytes a few times over.
func TestOpen_sets_aside_deep_nesting(t *testing.T) {
	for _, depth := range []int{9_000, 100_000} {
		nest := strings.Repeat(`[{"a":`, depth/2) + "1" + strings.Repeat("}]", depth/2)
		l := newLibrary(t)
		other := entry(t, l, "other", "2026-03-11")
		save(t, l, other)
		e := entry(t, l, "text", "2026-03-12")
		raw, err := encode(head{Entry: e, Lengths: []int{0}})
		must(t, err)
		raw = append(raw[:len(raw)-1], []byte(`,"later":`+nest+`}`)...)
		body := append(binary.AppendUvarint(nil, uint64(len(raw))), raw...)
		kinds := []string{"relationship", "session", "item", "action", "share", "settings", "tombstone", "loss", "photo"}
		must(t, l.Vault().Update(func(tx *vault.Tx) error {
			errs := []error{
				tx.PutEntry(50, []byte(nest), []byte("no entry")), tx.PutEntry(51, []byte(`{"id":`+nest+`}`), body),
				tx.Put(vault.Draft, 52, body), tx.Put(vault.Revision, 53, body), tx.Put(vault.Object, 54, []byte(nest)),
			}
			for i, kind := range kinds {
				id := vault.ID(100 + 2*i)
				whole := `{"kind":"` + kind + `","body":` + nest + `}`
				field := `{"kind":"` + kind + `","body":{"id":"` + journal.ID(id+1).String() + `","later":` + nest + `}}`
				errs = append(errs, tx.Put(vault.Object, id, []byte(whole)), tx.Put(vault.Object, id+1, []byte(field)))
			}
			return errors.Join(errs...)
		}))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		l = again(t, l, cheap)
		must(t, l.EachEntry(ctx, func(journal.Entry) error { return nil }))
		runtime.ReadMemStats(&after)
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 256<<20 {
			t.Errorf("%d levels: %d bytes allocated", depth, grown)
		}
		told := map[journal.ID]bool{}
		for _, a := range l.Asides() {
			told[a.ID] = true
			if len(a.Words) > 4*glimpseRunes {
				t.Errorf("%d bytes are shown of %s", len(a.Words), a.Kind)
			}
		}
		for _, id := range []journal.ID{50, 51, 52, 53, 54, 100, 101, 102, 104, 106, 108, 110, 112, 114, 116, 117} {
			if !told[id] {
				t.Errorf("%d levels: %d isn't told", depth, id)
			}
		}
		if got, err := l.Entry(other.ID); err != nil || got.Text() != "other" {
			t.Errorf("%q, %v", got.Text(), err)
		}
		other.Sections[0].Text = "changed"
		save(t, l, other)
		must(t, l.Save("place", "here"))
	}
}
