package library

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// examples gives the records that stand on the page as they are written.
func examples(t *testing.T, page string) map[vault.ID]string {
	t.Helper()
	all := map[vault.ID]string{}
	for line := range strings.Lines(page) {
		raw, is := strings.CutPrefix(strings.TrimSpace(line), `{"kind":`)
		if !is || !strings.HasPrefix(line, "    ") {
			continue
		}
		var o struct {
			Body struct {
				ID journal.ID `json:"id"`
			} `json:"body"`
		}
		must(t, json.Unmarshal([]byte(`{"kind":`+raw), &o))
		all[vault.ID(o.Body.ID)] = `{"kind":` + raw
	}
	return all
}

// Each kind of record in the table has all its parts: a section with examples on
// the page that says what records hold, between them every field; a codec that
// reads and writes these to the byte; rules that refuse the zero value, let the
// examples go together and know whom they name; a copy that shares nothing.
func TestKinds_have_all_their_parts(t *testing.T) {
	page, err := os.ReadFile("CONTENT.md")
	must(t, err)
	rows, shown := examples(t, string(page)), map[supervision.RecordKind][]any{}
	l := newLibrary(t)
	must(t, l.Vault().Update(func(tx *vault.Tx) error {
		for row, raw := range rows {
			must(t, tx.Put(vault.Object, row, []byte(raw)))
		}
		return nil
	}))
	l = again(t, l, cheap)
	if aside := l.Asides(); len(aside) > 0 {
		t.Errorf("examples aren't whole, or don't go together: %+v", aside)
	}
	for _, r := range l.board.Records() {
		row, kind := vault.ID(r.Key().ID), r.Key().Kind
		must(t, l.Vault().Update(func(tx *vault.Tx) error { return l.putRecord(tx, r) }))
		wantObject(t, l, row, rows[row])
		var o struct{ Body map[string]any }
		must(t, json.Unmarshal([]byte(rows[row]), &o))
		shown[kind] = append(shown[kind], o.Body)
		for _, id := range named(o.Body) {
			if !slices.ContainsFunc(r.Refers(), func(k supervision.Key) bool { return k.ID == id }) {
				t.Errorf("%v names %v, which Refers leaves out", r.Key(), id)
			}
		}
		if was, is := reflect.ValueOf(r), reflect.ValueOf(r.Clone()); !reflect.DeepEqual(r, is.Interface()) || shares(was, is) {
			t.Errorf("the clone of %v differs, or shares memory with it", r.Key())
		}
	}
	for _, k := range RecordKinds() {
		if !strings.Contains(string(page), "\n**"+string(k.Name)+"**") {
			t.Errorf("%s: no section in CONTENT.md", k.Name)
		}
		if missing := missing(reflect.TypeOf(k.Zero), shown[k.Name]); len(missing) > 0 {
			t.Errorf("%s: no example in CONTENT.md shows %v", k.Name, missing)
		}
		if k.Zero.Validate() == nil {
			t.Errorf("%s: Validate lets the zero value pass", k.Name)
		}
	}
}

// named gives the ids of records that a record names: not its own, not those of
// entries, and not of a line of the register, which stands whatever becomes of them.
func named(v any) (all []journal.ID) {
	switch v := v.(type) {
	case string:
		var id journal.ID
		if id.UnmarshalText([]byte(v)) == nil && id != 0 {
			all = append(all, id)
		}
	case []any:
		for _, each := range v {
			all = append(all, named(each)...)
		}
	case map[string]any:
		for key, each := range v {
			if key != "id" && key != "entry" && key != "learning" && key != "entries" && v["sha256"] == nil {
				all = append(all, named(each)...)
			}
		}
	}
	return all
}

// shares reports whether two values of a type point to the same memory.
func shares(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Pointer:
		return !a.IsNil() && (a.Pointer() == b.Pointer() || shares(a.Elem(), b.Elem()))
	case reflect.Slice:
		if a.Len() > 0 && a.Pointer() == b.Pointer() {
			return true
		}
		for i := range a.Len() {
			if shares(a.Index(i), b.Index(i)) {
				return true
			}
		}
	case reflect.Struct:
		for i := range a.NumField() {
			if !readsItself(a.Type()) && shares(a.Field(i), b.Field(i)) {
				return true
			}
		}
	}
	return false
}

// missing gives the fields of a type, and of those within, that no value has.
func missing(t reflect.Type, values []any) (names []string) {
	if t = bare(t); t.Kind() == reflect.Slice {
		var within []any
		for _, v := range values {
			within = append(within, v.([]any)...)
		}
		return missing(t.Elem(), within)
	}
	if t.Kind() != reflect.Struct || readsItself(t) {
		return nil
	}
	for name, of := range fieldsOf(t) {
		var within []any
		for _, v := range values {
			if value, has := v.(map[string]any)[name]; has {
				within = append(within, value)
			}
		}
		if len(within) == 0 {
			names = append(names, name)
		}
		names = append(names, missing(of, within)...)
	}
	return names
}

// Who reads a journal without this program, or with an older version, finds each kind
// of record in the list of those that have ids, and what it holds at least.
func TestKinds_are_told_apart_without_the_program(t *testing.T) {
	page, err := os.ReadFile("CONTENT.md")
	must(t, err)
	_, listed, _ := strings.Cut(string(page), "For the kinds\n")
	listed, _, _ = strings.Cut(listed, "`body.id` is the row's id.")
	type object struct {
		Kind supervision.RecordKind
		Body map[string]json.RawMessage
	}
	least := map[supervision.RecordKind]int{}
	for _, raw := range examples(t, string(page)) {
		var o object
		must(t, json.Unmarshal([]byte(raw), &o))
		if few, shown := least[o.Kind]; !shown || len(o.Body) < few {
			least[o.Kind] = len(o.Body)
		}
	}
	for _, k := range RecordKinds() {
		if !strings.Contains(listed, "`"+string(k.Name)+"`") {
			t.Errorf("%s: not among the kinds whose body.id is the row's", k.Name)
		}
		raw, err := json.Marshal(k.Zero)
		must(t, err)
		var always map[string]json.RawMessage
		must(t, json.Unmarshal(raw, &always))
		if least[k.Name] > len(always)+1 { // one that has none of several may not stand
			t.Errorf("%s: no example in CONTENT.md shows what is always there alone", k.Name)
		}
	}
}
