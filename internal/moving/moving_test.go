package moving

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/seal"
	"aftershift/internal/vault"
)

var (
	ctx  = context.Background()
	made = time.Date(2026, 3, 12, 18, 30, 0, 0, time.UTC)
)

// examples gives a record of every kind, from the page that says what records hold.
func examples(t *testing.T) (all []library.Object) {
	t.Helper()
	page, err := os.ReadFile("../library/CONTENT.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(page)) {
		var o library.Object
		if !strings.HasPrefix(line, `    {"kind":`) || json.Unmarshal([]byte(line), &o) != nil {
			continue
		}
		var body struct{ ID journal.ID }
		if err := json.Unmarshal(o.Body, &body); err != nil {
			t.Fatal(err)
		}
		o.ID = body.ID
		all = append(all, o)
	}
	return all
}

// texts are what a person may type, and what nobody should.
func texts() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "<b> & \u2028", "---\n# x\n", "\x00\xff\xfe", "e\u0301 \U0001f469\u200d\U0001f4bb", "\u202eabc"}))
}

// version makes an entry with anything in it.
func version(t *rapid.T, id journal.ID, revision int) library.Version {
	e := journal.New(id, journal.QuickNote, made.Add(time.Duration(rapid.IntRange(0, 9999).Draw(t, "seconds"))*time.Second))
	e.Title, e.Revision = strings.ToValidUTF8(rapid.StringN(0, 100, 900).Draw(t, "title"), ""), revision
	e.Sections[0].Text = texts().Draw(t, "text")
	e.Sections = append(e.Sections, journal.Section{Key: "more", Text: texts().Draw(t, "more")})
	e.Flag = rapid.SampledFrom([]journal.Flag{journal.NoFlag, journal.Next}).Draw(t, "flag")
	v, err := library.VersionOf(e)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// What is exported comes back: importing it into an empty journal gives a journal
// that holds the same, record for record, of every kind, byte for byte.
func TestWrite_Read_gives_an_equal_journal(t *testing.T) {
	given := examples(t)
	has := map[string]bool{}
	for _, o := range given {
		has[o.Kind] = true
	}
	for _, k := range library.RecordKinds() {
		if !has[string(k.Name)] {
			t.Errorf("no %s", k.Name)
		}
	}
	cheap := vault.Options{Params: seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}}
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "journal"), seal.NewSecret("quiet harbour after rain"), cheap)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	rapid.Check(t, func(t *rapid.T) {
		empty(t, v)
		c := library.Content{Gone: map[journal.ID]int{99: 1}}
		for _, o := range given {
			var body map[string]any
			if json.Unmarshal(o.Body, &body) != nil {
				t.Fatal("body")
			}
			body["later"] = texts().Draw(t, "a later version's field")
			o.Body, _ = json.Marshal(body)
			c.Objects = append(c.Objects, o)
		}
		c.Objects = append(c.Objects, library.Object{Kind: "of_tomorrow", ID: 77, Body: json.RawMessage(`[1,{"a":"b"}]`)})
		for id := range rapid.IntRange(0, 4).Draw(t, "entries") {
			r := library.Reflection{Version: version(t, journal.ID(id+1000), 2)}
			if rapid.Bool().Draw(t, "earlier") {
				r.Earlier = []library.Version{version(t, journal.ID(id+1000), 1)}
			}
			c.Entries = append(c.Entries, r)
		}
		file := new(bytes.Buffer)
		if err := Write(ctx, file, c, made, "Read me.", nil); err != nil {
			t.Fatal(err)
		}
		read, err := Read(ctx, file, nil)
		if err != nil {
			t.Fatal(err)
		}
		l, err := library.Open(ctx, v)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.Bring(ctx, read); err != nil {
			t.Fatal(err)
		}
		wantHolds(t, l, c)
		if again, err := l.Bring(ctx, read); err != nil || !again.None() {
			t.Fatalf("a second time %+v, %v", again, err)
		}
	})
}

func empty(t *rapid.T, v *vault.Vault) {
	err := v.Update(func(tx *vault.Tx) error {
		for table := vault.Overview; table <= vault.Object; table++ {
			for _, id := range v.IDs(table) {
				_ = tx.Delete(table, id)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func wantHolds(t *rapid.T, l *library.Library, want library.Content) {
	got, err := l.Content(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Entries) != len(want.Entries) || len(got.Objects) != len(want.Objects) || got.Gone[99] != 1 {
		t.Fatalf("%d entries, %d objects, gone %v", len(got.Entries), len(got.Objects), got.Gone)
	}
	bodies := map[journal.ID]string{}
	for _, o := range got.Objects {
		bodies[o.ID] = o.Kind + string(o.Body)
	}
	for _, o := range want.Objects {
		if bodies[o.ID] != o.Kind+string(o.Body) {
			t.Fatalf("%s\n%s", bodies[o.ID], o.Body)
		}
	}
	for i, r := range want.Entries {
		if !reflect.DeepEqual(got.Entries[i], r) {
			t.Fatalf("%+v\n%+v", got.Entries[i], r)
		}
	}
}

// What isn't a whole export is refused for what it is, and nothing of it is taken.
func TestRead_refuses(t *testing.T) {
	whole := new(bytes.Buffer)
	v, err := library.VersionOf(func() journal.Entry {
		e := journal.New(5, journal.QuickNote, made)
		e.Sections[0].Text = "Private."
		return e
	}())
	if err != nil {
		t.Fatal(err)
	}
	c := library.Content{Entries: []library.Reflection{{Version: v}}, Objects: examples(t)}
	if err := Write(ctx, whole, c, made, "", nil); err != nil {
		t.Fatal(err)
	}
	text := whole.String()
	for name, is := range map[string]struct {
		file string
		kind fault.Kind
	}{
		"empty":           {"", fault.Invalid},
		"something else":  {`{"a":1}`, fault.Invalid},
		"a list":          {`[]`, fault.Invalid},
		"another format":  {strings.Replace(text, FormatName, "other", 1), fault.Invalid},
		"a later version": {strings.Replace(text, `"version":1`, `"version":2`, 1), fault.NewerFormat},
		"cut short":       {text[:len(text)-40], fault.Damaged},
		"no entries":      {text[:strings.Index(text, ",\n\"entries\"")] + "}", fault.Invalid},
		"a wrong record":  {strings.Replace(text, `"state":"closed"`, `"state":"flying"`, 1), fault.Damaged},
		"twice":           {strings.Replace(text, "\n]}", ",\n"+text[strings.LastIndex(text, `{"head"`):strings.LastIndex(text, "\n]}")]+"\n]}", 1), fault.Damaged},
		"deep":            {`{"format":"` + FormatName + `","x":` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + `}`, fault.Damaged},
	} {
		if _, err := Read(ctx, strings.NewReader(is.file), nil); fault.KindOf(err) != is.kind {
			t.Errorf("%s: %v", name, err)
		} else if strings.Contains(err.Error(), "Private") {
			t.Errorf("%s: the error quotes it: %v", name, err)
		}
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := Read(stopped, strings.NewReader(text), nil); !errors.Is(err, fault.Cancelled) {
		t.Errorf("stopped: %v", err)
	}
}

// Every record has a file of its own under a name that every system takes.
func TestNotes_names_and_front_matter(t *testing.T) {
	c := library.Content{Objects: examples(t)}
	for i, title := range []string{"CON", "a/b\\c:*?", "a b c", "../../x", strings.Repeat("é", 300), "", "A B C"} {
		e := journal.New(journal.ID(i+1), "what", made)
		e.Title, e.Themes = title, []journal.ThemeID{"own/night"}
		e.Sections[0].Text, e.Sections[1].Text = "It was late.", "So what."
		v, err := library.VersionOf(e)
		if err != nil {
			t.Fatal(err)
		}
		c.Entries = append(c.Entries, library.Reflection{Version: v, Earlier: []library.Version{v}})
	}
	n := Names{func(id journal.ThemeID) string { return "Night calls" }, func(_ journal.TemplateID, key string) string { return "Heading " + key }}
	seen, count := map[string]bool{}, 0
	for note := range Notes(c, n) {
		count++
		if seen[strings.ToLower(note.Path)] || strings.Contains(note.Path, "/.") || strings.ContainsAny(note.Path, "\\:*?\"<>|\n") || len(filepath.Base(note.Path)) > 255 {
			t.Errorf("path %q", note.Path)
		}
		seen[strings.ToLower(note.Path)] = true
		if !strings.HasPrefix(note.Text, "---\n") {
			t.Errorf("%s has no front matter", note.Path)
		}
		if strings.HasPrefix(note.Path, "entries/") && !(strings.Contains(note.Text, `theme_names: ["Night calls"]`) && strings.Contains(note.Text, "## Heading what\n\nIt was late.")) {
			t.Errorf("%s: %s", note.Path, note.Text)
		}
	}
	if count != len(c.Objects)+2*len(c.Entries) {
		t.Errorf("%d notes", count)
	}
}
