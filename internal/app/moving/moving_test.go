package moving_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/moving"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// joplin writes n notes as Joplin does, with front matter and times in UTC.
func joplin(t *testing.T, n int) string {
	t.Helper()
	folder := t.TempDir()
	for i := range n {
		at := time.Date(2025, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, i)
		text := fmt.Sprintf("---\ntitle: Note %d\nupdated: %s\ncreated: %s\ntags:\n  - night shift\n---\n\nI wrote number %d.\n", i, at.Format("2006-01-02 15:04:05Z"), at.Format("2006-01-02 15:04:05Z"), i)
		apptest.Must(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("Note %d.md", i)), []byte(text), 0o600))
	}
	return folder
}

// 300 notes come in with their days, times and tags, are found double the second
// time, go with one undo, come again with one redo, and go out again as they came.
func TestDesk_TakeIn_300_notes_and_back_out(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	in, err := d.LookInto(apptest.Ctx, joplin(t, 300), nil)
	apptest.Must(t, err)
	if len(d.List(app.Filter{})) != 0 {
		t.Fatal("written before it was asked")
	}
	told := in.Tell(app.WhereIWas, d.Today())
	if d.AwayDue() || told.Entries != 300 || told.From != "2025-01-01" || told.To != "2025-10-27" || told.Double+len(told.Undated)+told.Shifted != 0 {
		t.Fatalf("told %+v", told)
	}
	var written atomic.Int64
	n, err := d.TakeIn(apptest.Ctx, in, app.Taking{}, &written)
	apptest.Must(t, err)
	if d.AwayDue() || written.Load() != 300 {
		t.Errorf("%d were counted; a copy is due for a journal made now: %t", written.Load(), d.AwayDue())
	}
	all := d.List(app.Filter{})
	if n != 300 || len(all) != 300 || all[0].Title != "Note 299" || all[0].Date != "2025-10-27" || d.ThemeName(all[0].Themes[0]) != "night shift" {
		t.Fatalf("%d taken, newest %+v", n, all[0])
	}
	apptest.Must(t, d.Ready(apptest.Ctx))
	if found, err := d.Search(apptest.Ctx, "number 17.", app.Filter{}, 10); err != nil || len(found) == 0 {
		t.Errorf("not found by searching: %v", err)
	}
	again, err := d.LookInto(apptest.Ctx, joplin(t, 300), nil)
	apptest.Must(t, err)
	if told := again.Tell(app.WhereIWas, d.Today()); told.Entries != 0 || told.Double != 300 {
		t.Errorf("a second time %+v", told)
	}
	apptest.Must(t, d.Undo())
	if left := len(d.List(app.Filter{})) + len(d.Trash()); left != 0 {
		t.Fatalf("%d stay", left)
	}
	apptest.Must(t, d.Redo())
	if n := len(d.List(app.Filter{})); n != 300 {
		t.Fatalf("%d came again", n)
	}
	path, err := d.ExportAll(apptest.Ctx, app.Whole{Passphrase: apptest.Passphrase, Folder: t.TempDir(), Markdown: true}, nil)
	apptest.Must(t, err)
	out, err := filepath.Glob(filepath.Join(path, "notes", "entries", "*.md"))
	apptest.Must(t, err)
	if len(out) != 300 {
		t.Errorf("%d notes went out", len(out))
	}
}

// Themes that an import made go with its undo, but for one that another entry got
// meanwhile, and come again with redo; one that is stopped leaves none.
func TestDesk_TakeIn_themes(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	before := d.Themes()
	folder := joplin(t, 2)
	long := strings.Repeat("how it went on and on ", 20)
	apptest.Must(t, os.WriteFile(filepath.Join(folder, "own.md"), []byte("---\ntags: [my own, \"?!\"]\nmood: low\n---\n# "+long+"\n\nText."), 0o600))
	in, err := d.LookInto(apptest.Ctx, folder, nil)
	apptest.Must(t, err)
	if told := in.Tell(app.WhereIWas, d.Today()); fmt.Sprint(told.Untagged, told.Left) != "[?!] [mood updated]" {
		t.Errorf("told %v, %v", told.Untagged, told.Left)
	}
	stopped, stop := context.WithCancel(apptest.Ctx)
	stop()
	if _, err := d.TakeIn(stopped, in, app.Taking{}, nil); err == nil || len(d.Themes()) != len(before) {
		t.Errorf("stopped: %v, %d themes more", err, len(d.Themes())-len(before))
	}
	_, err = d.TakeIn(apptest.Ctx, in, app.Taking{}, nil)
	apptest.Must(t, err)
	if n := len(d.Themes()) - len(before); n != 2 {
		t.Fatalf("%d themes made", n)
	}
	if e := apptest.Read(t, d, d.List(app.Filter{})[0].ID); !strings.HasPrefix(e.Text(), strings.TrimSpace(long)+"\n\nText.") || !strings.HasSuffix(e.Title, "…") {
		t.Errorf("a long title is cut: %q, %q", e.Title, e.Text())
	}
	if again, err := d.LookInto(apptest.Ctx, folder, nil); err != nil || again.Tell(app.WhereIWas, d.Today()).Double != 3 {
		t.Errorf("not all found double: %v", err)
	}
	apptest.Must(t, d.Undo())
	if !slices.Equal(d.Themes(), before) {
		t.Errorf("undone, and %d themes more", len(d.Themes())-len(before))
	}
	apptest.Must(t, d.Redo())
	shift, _ := d.Themes().Named("night shift")
	if n := len(d.List(app.Filter{Theme: shift.ID})); n != 2 {
		t.Errorf("again, and %d under the theme", n)
	}
	e, err := d.NewEntry()
	apptest.Must(t, err)
	e.Sections[0].Text, e.Themes = "Mine.", []journal.ThemeID{shift.ID}
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	apptest.Must(t, d.Undo())
	if _, there := d.Themes().Named("night shift"); !there || len(d.Themes()) != len(before)+1 {
		t.Errorf("of %d themes more the used one is there: %t", len(d.Themes())-len(before), there)
	}
}

// The day of a time in UTC is where one was, or as it stands, as one chooses.
func TestIncoming_day_by_the_rule(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	file := filepath.Join(t.TempDir(), "Journal.json")
	raw, err := json.Marshal(map[string]any{"entries": []any{
		map[string]any{"creationDate": "2026-03-11T23:06:19Z", "timeZone": "Australia/Sydney", "text": "Night."},
		map[string]any{"creationDate": "2026-03-11T23:06:19Z", "timeZone": "America/New_York", "text": "Evening."},
	}})
	apptest.Must(t, err)
	apptest.Must(t, os.WriteFile(file, raw, 0o600))
	for rule, want := range map[moving.Rule]string{app.WhereIWas: "2026-03-11 2026-03-12", app.AsWritten: "2026-03-11 2026-03-11"} {
		in, err := d.LookInto(apptest.Ctx, file, nil)
		apptest.Must(t, err)
		told := in.Tell(rule, d.Today())
		if got := string(told.From + " " + told.To); got != want || told.Shifted != 1 {
			t.Errorf("rule %d: %s, %d shifted", rule, got, told.Shifted)
		}
		_, err = d.TakeIn(apptest.Ctx, in, app.Taking{Rule: rule}, nil)
		apptest.Must(t, err)
		if all := d.List(app.Filter{}); string(all[len(all)-1].Date+" "+all[0].Date) != want {
			t.Errorf("rule %d: entries about %s and %s", rule, all[len(all)-1].Date, all[0].Date)
		}
		apptest.Must(t, d.Undo())
	}
}

// An import that was written on since isn't taken back, and one that is stopped
// leaves nothing.
func TestDesk_TakeIn_all_or_nothing(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	in, err := d.LookInto(apptest.Ctx, joplin(t, 20), nil)
	apptest.Must(t, err)
	stopped, stop := context.WithCancel(apptest.Ctx)
	stop()
	if _, err := d.TakeIn(stopped, in, app.Taking{}, nil); !errors.Is(err, fault.Cancelled) || len(d.List(app.Filter{})) != 0 {
		t.Errorf("stopped: %v, %d stay", err, len(d.List(app.Filter{})))
	}
	_, err = d.TakeIn(apptest.Ctx, in, app.Taking{}, nil)
	apptest.Must(t, err)
	c.Set(c.Now().Add(time.Hour))
	e := apptest.Read(t, d, d.List(app.Filter{})[3].ID)
	e.Sections[0].Text += " And more."
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	if err := d.Undo(); !errors.Is(err, fault.Conflict) || len(d.List(app.Filter{})) != 20 {
		t.Errorf("taken back although written on: %v", err)
	}
}

// A link that leads out of the folder is left alone, and what isn't there is told.
func TestDesk_LookInto_stays_inside(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	outside := filepath.Join(t.TempDir(), "secret.md")
	apptest.Must(t, os.WriteFile(outside, []byte("Outside."), 0o600))
	folder := joplin(t, 1)
	apptest.Must(t, os.Symlink(outside, filepath.Join(folder, "link.md")))
	apptest.Must(t, os.Symlink(filepath.Dir(outside), filepath.Join(folder, "folder")))
	in, err := d.LookInto(apptest.Ctx, folder, nil)
	apptest.Must(t, err)
	if len(in.Notes) != 1 || strings.Contains(fmt.Sprint(in.Notes), "Outside") || len(in.Skipped) != 2 {
		t.Errorf("%d notes, left out %v", len(in.Notes), in.Skipped)
	}
	if _, err := d.LookInto(apptest.Ctx, filepath.Join(folder, "none"), nil); !errors.Is(err, fault.NotFound) {
		t.Errorf("%v", err)
	}
}

// People that notes name are offered and put into the register by choice alone; one undo
// takes them back with the notes, and one redo brings them again.
func TestDesk_TakeIn_people(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	folder := t.TempDir()
	for i, text := range []string{"Mrs Hussain rang.", "Saw Mrs Hussain at home.", "I wrote to Mrs Hussain.", "---\npeople: [Tom Reyes]\n---\nQuiet."} {
		apptest.Must(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.md", i)), []byte(text), 0o600))
	}
	in, err := d.LookInto(apptest.Ctx, folder, nil)
	apptest.Must(t, err)
	found, err := d.PeopleIn(apptest.Ctx, in)
	apptest.Must(t, err)
	if got := fmt.Sprint(found); !strings.Contains(got, "Hussain] 3}") || !strings.Contains(got, "{[Tom Reyes] 1}") {
		t.Errorf("found %s", got)
	}
	_, err = d.TakeIn(apptest.Ctx, in, app.Taking{}, nil)
	apptest.Must(t, err)
	if len(d.People()) != 0 {
		t.Fatal("somebody was put into the register unasked")
	}
	apptest.Must(t, d.Undo())
	_, err = d.TakeIn(apptest.Ctx, in, app.Taking{People: [][]string{{"Mrs Hussain", "Hussain"}, {"mrs  hussain"}}}, nil)
	apptest.Must(t, err)
	if all := d.People(); len(all) != 1 || len(all[0].Forms) != 2 {
		t.Fatalf("%+v", all)
	}
	apptest.Must(t, d.Undo())
	if len(d.People())+len(d.List(app.Filter{})) != 0 {
		t.Error("left after undo")
	}
	apptest.Must(t, d.Redo())
	if found, err := d.PeopleIn(apptest.Ctx, in); err != nil || len(d.People()) != 1 || strings.Contains(fmt.Sprint(found), "Hussain") {
		t.Errorf("again: %v, offered %v, %v", d.People(), found, err)
	}
}

// The folders that notes stand in become themes, below the one that holds all of them; a
// file that a note shows is told of once, and what says no day is named.
func TestIncoming_Tell_what_was_missed(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	folder := t.TempDir()
	for name, text := range map[string]string{
		"Export/Case reflections/North/a.md": "Text. ![](../../_resources/0123456789abcdef.jpg)", "Export/Prep/b.md": "---\nsource: https://example.org/x\ncreated: 2024-03-01 10:00:00Z\n---\nClipped.",
		"Export/_resources/0123456789abcdef.jpg": "x", "Export/other.bin": "x", "Export/Prep/empty.txt": "  ",
	} {
		apptest.Must(t, os.MkdirAll(filepath.Join(folder, filepath.Dir(name)), 0o700))
		apptest.Must(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	in, err := d.LookInto(apptest.Ctx, folder, nil)
	apptest.Must(t, err)
	told := in.Tell(app.WhereIWas, d.Today())
	if got := fmt.Sprint(told.Folders, told.Undated, told.Beside, told.Skipped); got != "[Case reflections North Prep] [a] [0123456789abcdef.jpg] map[no_words:[Export/Prep/empty.txt] unknown:[Export/other.bin]]" {
		t.Error(got)
	}
	_, err = d.TakeIn(apptest.Ctx, in, app.Taking{}, nil)
	apptest.Must(t, err)
	prep, _ := d.Themes().Named("Prep")
	if all := d.List(app.Filter{Theme: prep.ID}); len(all) != 1 || apptest.Read(t, d, all[0].ID).Text() != "Clipped.\n\nhttps://example.org/x" {
		t.Errorf("%+v", all)
	}
}

// What an import makes beside its notes is known once the notes are there, as all of it
// stands on the disk in one step.
func TestDesk_TakeIn_is_one_step(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	folder := joplin(t, 3)
	apptest.Must(t, os.WriteFile(filepath.Join(folder, "own.md"), []byte("Saw Tom Reyes."), 0o600))
	in, err := d.LookInto(apptest.Ctx, folder, nil)
	apptest.Must(t, err)
	told := 0
	stop := d.Subscribe(func(e app.Event) {
		if e.Kind == app.ThemesChanged || e.Kind == app.PeopleChanged {
			told++
			if n := len(d.List(app.Filter{})); n != 4 {
				t.Errorf("themes or people are kept beside %d of 4 entries", n)
			}
		}
	})
	defer stop()
	_, err = d.TakeIn(apptest.Ctx, in, app.Taking{People: [][]string{{"Tom Reyes"}}}, nil)
	apptest.Must(t, err)
	again := apptest.Reopened(t, d)
	if _, there := again.Themes().Named("night shift"); told != 2 || !there || len(again.People()) != 1 || len(again.List(app.Filter{})) != 4 {
		t.Errorf("told %d times; opened again: theme %t, %d people", told, there, len(again.People()))
	}
}
