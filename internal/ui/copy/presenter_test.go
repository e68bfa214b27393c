package copy

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestPresenter_Start_busy_until_scanned(t *testing.T) {
	b := newBench(t)
	b.Start(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, b.desk, uncertain)}}})
	if b.state.Busy != Scanning || len(b.state.Lines) != 0 {
		t.Fatalf("before the worker: %+v", b.state)
	}
	b.queue.Run()
	s := b.state
	if s.Busy != Idle || len(s.Open) == 0 || s.Selected != s.Open[0].ID || s.Of.Audience != supervision.ForLineSupervisor || s.Of.Style != app.Styles[0] {
		t.Errorf("after the worker: %+v", s)
	}
	if strings.Contains(s.reads(), "Only for me") {
		t.Error("the private text is in the copy")
	}
}

func TestPresenter_Start_only_the_latest_counts(t *testing.T) {
	b := newBench(t)
	b.Start(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, b.desk, "The first words.")}}})
	b.Start(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, b.desk, "The second words.")}}})
	b.queue.Run()
	if !strings.Contains(b.state.reads(), "second") {
		t.Errorf("others read %q", b.state.reads())
	}
}

func TestPresenter_Start_nothing_to_share(t *testing.T) {
	b := newBench(t)
	e, err := b.desk.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Sections[0].Text = "Only for me."
	if _, err := b.desk.Save(e, ""); err != nil {
		t.Fatal(err)
	}
	b.Start(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}})
	b.queue.Run()
	if !errors.Is(b.state.Trouble, fault.Invalid) || len(b.state.Lines) != 0 || b.state.Ready() {
		t.Errorf("%+v", b.state)
	}
	b.Start(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, b.desk, "Words.")}}})
	b.queue.Run()
	if b.state.Trouble != nil || len(b.state.Lines) == 0 {
		t.Errorf("after a second request: %+v", b.state)
	}
}

func TestPresenter_decisions_survive_audience_and_style(t *testing.T) {
	b := begin(t, uncertain)
	kept, was := b.state.Open[0], len(b.state.Open)
	b.Keep(kept.ID, "", false)
	if !b.MaskWords("hard to find") {
		t.Fatal("the words were not found")
	}
	b.SetAudience(supervision.ForPeerGroup)
	b.SetStyle(app.Styles[3])
	b.queue.Run()
	s := b.state
	if len(s.Kept) != 1 || s.Kept[0].Words != kept.Words || len(s.Open) != was-1 || strings.Contains(s.reads(), "hard to find") {
		t.Errorf("kept %+v, open %d of %d, others read %q", s.Kept, len(s.Open), was, s.reads())
	}
	if s.Of.Audience != supervision.ForPeerGroup || s.Of.Style != app.Styles[3] {
		t.Errorf("request %+v", s.Of)
	}
	b.Start(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, b.desk, uncertain)}}})
	b.queue.Run()
	if len(b.state.Kept) != 0 || b.state.CanUndo {
		t.Error("decisions went over to another entry")
	}
}

func TestPresenter_SetPrivate_takes_sections_in_for_entries_alone(t *testing.T) {
	b := begin(t, "Words.")
	b.SetIncluded(app.Inclusion{Private: true})
	b.queue.Run()
	if !strings.Contains(b.state.reads(), "Only for me.") {
		t.Errorf("others read %q", b.state.reads())
	}
	b.SetIncluded(app.Inclusion{})
	b.queue.Run()
	if strings.Contains(b.state.reads(), "Only for me.") {
		t.Errorf("others read %q", b.state.reads())
	}
	next, ok := b.desk.NextAgenda()
	if !ok {
		t.Fatal("the sample has no session")
	}
	b.Start(app.CopyOf{Paper: app.AgendaPaper{Session: next.Session.ID}})
	b.SetIncluded(app.Inclusion{Private: true})
	if b.of.Paper != (app.AgendaPaper{Session: next.Session.ID}) {
		t.Error("an agenda with private sections")
	}
}

func TestPresenter_SetStrict_masks_what_waits(t *testing.T) {
	b := begin(t, uncertain)
	first := b.state.Open[0]
	b.SetStrict(true)
	b.queue.Run()
	if len(b.state.Open) != 0 || !b.state.Settled() {
		t.Fatalf("open %+v", b.state.Open)
	}
	b.Keep(b.state.Masked[0].ID, "it is a word", false)
	b.SetStrict(false)
	b.queue.Run()
	if len(b.state.Open) == 0 && len(b.state.Kept) == 0 {
		t.Errorf("nothing waits again after strict, as %q did", first.Words)
	}
}

func TestPresenter_Learn_puts_into_register_and_looks_again(t *testing.T) {
	b := begin(t, "I stayed with Zephyrine until her aunt came.")
	it := b.state.Masked[0]
	if !it.New || it.Words != "Zephyrine" {
		t.Fatalf("%+v", it)
	}
	b.Learn(it.ID, "parent")
	if b.state.Busy != Learning {
		t.Errorf("busy %v", b.state.Busy)
	}
	b.Keep(it.ID, "no", false) // must wait
	b.queue.Run()
	people := b.desk.People()
	if last := people[len(people)-1]; last.Forms[0] != "Zephyrine" || last.Role != "parent" {
		t.Errorf("register %+v", last)
	}
	if len(b.state.Masked) != 1 || b.state.Masked[0].New || len(b.state.Kept) != 0 {
		t.Errorf("%+v", b.state)
	}
}

func TestPresenter_Save_only_when_ready(t *testing.T) {
	b := begin(t, uncertain)
	file := filepath.Join(t.TempDir(), "copy.txt")
	text, _ := app.FormatNamed("text")
	b.SetFormat(text)
	try := func(why string) {
		t.Helper()
		b.Save(file, "", false, func(error) { t.Errorf("saved although %s", why) })
		b.queue.Run()
		if input.IsFile(file) {
			t.Fatalf("a file although %s", why)
		}
	}
	b.SetRead(true)
	try("findings wait")
	for len(b.state.Open) > 0 {
		b.Mask(b.state.Open[0].ID, "", false)
	}
	if b.state.Read {
		t.Error("the sign-off outlived a decision")
	}
	try("nobody signed off")
	b.SetRead(true)
	var got error = fault.Internal
	b.Save(file, "", false, func(err error) { got = err })
	if b.state.Busy != Saving || b.state.Ready() {
		t.Errorf("while saving: %+v", b.state)
	}
	b.queue.Run()
	if got != nil || b.state.Saved == nil || b.state.Saved.Path != file || b.state.Saved.Masked != b.state.MaskedPlaces {
		t.Fatalf("%v, %+v", got, b.state.Saved)
	}
	if raw, err := os.ReadFile(file); err != nil || !strings.Contains(string(raw), "A long day") {
		t.Errorf("%v %q", err, raw)
	}
}

func TestPresenter_Save_failure_keeps_the_decisions(t *testing.T) {
	b := begin(t, uncertain)
	b.Mask(b.state.Open[0].ID, "", true)
	b.SetStrict(true)
	b.queue.Run()
	b.SetRead(true)
	var got error
	b.Save(filepath.Join(t.TempDir(), "none", "copy.pdf"), "", false, func(err error) { got = err })
	b.queue.Run()
	if got == nil || b.state.Saved != nil || !b.state.Ready() || !b.state.CanUndo {
		t.Errorf("%v, %+v", got, b.state)
	}
}

func TestPresenter_Refresh_while_saving_waits(t *testing.T) {
	b := begin(t, "Words.")
	b.SetRead(true)
	b.Save(filepath.Join(t.TempDir(), "copy.pdf"), "", false, func(error) {})
	b.Refresh()
	if b.state.Busy != Saving {
		t.Fatalf("busy %v", b.state.Busy)
	}
	b.queue.Run()
	if b.state.Busy != Idle || b.state.Read {
		t.Errorf("what changed meanwhile was not read again: %+v", b.state)
	}
}

func TestPresenter_locked_journal(t *testing.T) {
	b := begin(t, "Words.")
	b.SetRead(true)
	b.queue.shut = true
	var got error
	b.Save("/copy.pdf", "", false, func(err error) { got = err })
	if !errors.Is(got, fault.Locked) || b.state.Busy != Idle {
		t.Errorf("%v, %+v", got, b.state.Busy)
	}
	b.SetStyle(app.Styles[1])
	if !errors.Is(b.state.Trouble, fault.Locked) {
		t.Errorf("%+v", b.state)
	}
}

func TestPresenter_Open_tellsMostFirst(t *testing.T) {
	for _, pair := range [][2]app.Finding{
		{{Type: "ID"}, {Type: app.TypePerson}}, {{Type: app.TypePerson}, {Type: "LOCATION"}}, {{Type: "LOCATION"}, {Type: "ORG"}}, {{Type: "DATE"}, {Type: "AGE"}},
	} {
		if telling(pair[0]) <= telling(pair[1]) {
			t.Errorf("%s tells no more than %s", pair[0].Type, pair[1].Type)
		}
	}
}

func TestOnce_case(t *testing.T) {
	person := app.Finding{Type: app.TypePerson, Detector: "name.capital"}
	items := once(once(nil, Item{ID: 1, All: []int{1}, Words: "Zorbel"}, person), Item{ID: 2, Words: "Zorbel"}, person)
	if len(items) != 1 || len(items[0].All) != 2 {
		t.Errorf("one person is asked about as %+v", items)
	}
	person.Detector = "name.given-word"
	items = once([]Item{{ID: 1, Words: "Rose"}}, Item{ID: 2, Words: "Rose"}, person)
	if len(items) != 2 {
		t.Errorf("a word that may be itself is decided on once: %+v", items)
	}
}

func TestPresenter_KeepAlways_makes_a_rule_for_every_copy(t *testing.T) {
	b := begin(t, "I met Agnieszka Zielinska. Kayleigh rang. Shazia Rafiq came.")
	find := func(words string) int {
		for _, items := range [][]Item{b.state.Open, b.state.Masked, b.state.Kept} {
			for _, it := range items {
				if it.Words == words {
					return it.ID
				}
			}
		}
		t.Fatalf("%q is not found: %s", words, b.state.reads())
		return -1
	}
	refused := 0
	b.KeepAlways(find("Kayleigh"), "It is the office cat", func() { refused++ })
	b.queue.Run()
	if !strings.Contains(b.state.reads(), "Kayleigh") || len(b.state.Kept) != 1 || b.state.Kept[0].Reason != "It is the office cat" {
		t.Fatalf("kept %+v in %s", b.state.Kept, b.state.reads())
	}
	b.Mask(find("Kayleigh"), "", false)
	if strings.Contains(b.state.reads(), "Kayleigh") {
		t.Error("this copy can't mask what always stays")
	}
	b.Undo()
	if !strings.Contains(b.state.reads(), "Kayleigh") {
		t.Error("taking a decision back takes the rule back")
	}
	b.KeepAlways(find("Shazia Rafiq"), "A reason", func() { refused++ })
	b.queue.Run()
	if refused != 1 || len(b.queue.failed) != 0 || strings.Contains(b.state.reads(), "Shazia") {
		t.Errorf("refused %d times, failed %v: %s", refused, b.queue.failed, b.state.reads())
	}
}

func TestPresenter_SetAudience_is_remembered_for_the_next_paper_of_the_kind(t *testing.T) {
	b := begin(t, "The first words.")
	b.SetAudience(supervision.ForMentor)
	b.queue.Run()
	b.Start(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, b.desk, "Others.")}}})
	b.queue.Run()
	if got := b.state.Of.Audience; got != supervision.ForMentor {
		t.Errorf("the next copy is for %s", got)
	}
	b.Start(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{5}}, Audience: supervision.ForPeerGroup})
	if got := b.of.Audience; got != supervision.ForPeerGroup {
		t.Errorf("asked for the group, the copy is for %s", got)
	}
}
