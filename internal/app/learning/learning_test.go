package learning_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
)

const hour = 60

// held closes a session with somebody on the present day.
func held(t *testing.T, d *app.Desk, c *apptest.Clock, name string, kind supervision.RelationshipKind, minutes int) journal.ID {
	t.Helper()
	id, err := d.PlanSession(app.Plan{Start: c.Now(), Minutes: minutes, Name: name, Kind: kind})
	apptest.Must(t, err)
	apptest.Must(t, d.StartSession(id, c.Now()))
	apptest.Must(t, d.EndSession(id, minutes, nil))
	return id
}

func weeks(d *app.Desk) string {
	var b strings.Builder
	for _, w := range d.HoursLog().Weeks {
		fmt.Fprintf(&b, "%s %v %d short %d;", w.Monday, w.Minutes, len(w.Lines), len(w.Short))
	}
	return b.String()
}

// Each pack that ships is offered, and one chosen can be taken back.
func TestDesk_packs(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for purpose, n := range map[app.Purpose]int{app.ForHours: 4, app.ForCPD: 3, app.ForCompetences: 2, app.ForMilestones: 2} {
		if got := len(d.Packs(purpose)); got != n {
			t.Errorf("%d packs for %s, want %d", got, purpose, n)
		}
	}
	if d.Learns() {
		t.Error("something is on in a new journal")
	}
	apptest.Must(t, d.ChoosePack("alabama", "2026-01-01"))
	if _, _, on := d.Pack(app.ForHours); !on || !d.Learns() {
		t.Error("no rules are in use")
	}
	apptest.Must(t, d.Undo())
	if _, _, on := d.Pack(app.ForHours); on {
		t.Error("rules are in use after undo")
	}
	if err := d.ChoosePack("nowhere", ""); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
}

// A malformed pack is refused with its line, and the one in use stays; a figure that
// is changed makes the pack one's own, and can be taken back.
func TestDesk_own_packs(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Must(t, d.ChoosePack("generic", ""))
	_, err := d.ChooseOwn([]byte("{\n\"id\":"), "")
	var at *learning.Refusal
	if !errors.As(err, &at) || at.Line != 2 {
		t.Errorf("%v", err)
	}
	if p, _, _ := d.Pack(app.ForHours); p.ID != "generic" {
		t.Errorf("in use: %s", p.ID)
	}
	apptest.Must(t, d.SetFigure(app.ForHours, "total", 4000))
	if p, _, _ := d.Pack(app.ForHours); p.Rules[0].Hours != 4000 || p.ID != "generic-own" || p.Rules[0].Source != "own" || len(d.Packs(app.ForHours)) != 5 {
		t.Errorf("%+v", p)
	}
	apptest.Must(t, d.SetFigure(app.ForHours, "total", 3500))
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	if p, _, _ := d.Pack(app.ForHours); p.Rules[0].Hours != 3000 {
		t.Errorf("%+v", p.Rules[0])
	}
	if err := d.SetFigure(app.ForHours, "total", -1); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}

// A week is typed once and again: the second time corrects, keeps what it said, and
// is undone as one. A short week is told in the same week.
func TestDesk_LogWeek(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2025, 3, 7, 17, 0, 0, 0, time.UTC))
	apptest.Must(t, d.ChoosePack("california", "2025-01-06"))
	log := func(monday journal.Date, minutes map[app.HoursKind]int) error {
		return d.LogWeek(app.WeekEntry{Monday: monday, Minutes: minutes})
	}
	apptest.Must(t, log("2025-03-05", map[app.HoursKind]int{"psychotherapy": 12 * hour, "individual": hour}))
	if got := weeks(d); got != "2025-03-03 map[individual:60 psychotherapy:720] 2 short 1;" {
		t.Error(got)
	}
	said := ""
	for _, v := range d.HoursLog().Verdicts {
		for _, w := range v.Weeks {
			said += d.SayWeek(v.Rule, w)
		}
	}
	if said != "Week of 3 March: 12 h of psychotherapy need 2 units of supervision, 1 logged" {
		t.Error(said)
	}
	apptest.Must(t, log("2025-03-03", map[app.HoursKind]int{"psychotherapy": 10 * hour, "client": 0}))
	if got := weeks(d); got != "2025-03-03 map[individual:60 psychotherapy:600] 2 short 0;" {
		t.Error(got)
	}
	for _, h := range d.HoursLog().Weeks[0].Lines {
		if h.Kind == "psychotherapy" && (len(h.Was) != 1 || h.Was[0].Minutes != 12*hour) {
			t.Errorf("%+v", h)
		}
	}
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	if got := weeks(d); got != "" {
		t.Error(got)
	}
	for _, err := range []error{log("2025-03-10", map[app.HoursKind]int{"client": hour}), log("2025-03-03", map[app.HoursKind]int{"client": 169 * hour}), log("", nil)} {
		if fault.KindOf(err) != fault.Invalid {
			t.Error(err)
		}
	}
}

// Hours that are corrected stay with whoever supervised them, whoever the rest is with;
// who supervised is put right by itself, with what it said kept, and undone as one.
func TestDesk_LogWeek_keeps_who_supervised(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC))
	held(t, d, c, "Thursday group", supervision.PeerGroup, 2)
	group := d.Relationships()[0].ID
	ruth, err := d.SaveRelationship(supervision.Relationship{Name: "Ruth", Kind: supervision.ClinicalSupervisor})
	apptest.Must(t, err)
	_, err = d.FillHours()
	apptest.Must(t, err)
	e := app.WeekEntry{Monday: "2026-03-02", Minutes: map[app.HoursKind]int{"individual": hour, "group": 75}, With: ruth}
	apptest.Must(t, d.LogWeek(e))
	want := map[app.HoursKind]journal.ID{"individual": ruth, "group": group}
	lines := d.HoursLog().Weeks[0].Lines
	for _, h := range lines {
		if want[h.Kind] != h.With {
			t.Errorf("%s, %d minutes with %v", h.Kind, h.Minutes, h.With)
		}
	}
	if len(lines) != 2 {
		t.Errorf("%+v", lines)
	}
	e.Instead, e.Note = map[journal.ID]journal.ID{ruth: group}, "By phone."
	apptest.Must(t, d.LogWeek(e))
	said := 0
	for _, h := range d.HoursLog().Weeks[0].Lines {
		if h.With != group || h.Kind == "individual" && (len(h.Was) != 1 || h.Was[0].With != ruth || !h.Resupervised(0)) {
			t.Errorf("%+v", h)
		}
		if h.Note == e.Note {
			said++
		}
	}
	if said != 1 {
		t.Errorf("the note stands on %d lines", said)
	}
	apptest.Must(t, d.Undo())
	if h := d.HoursLog().Weeks[0].Lines; h[0].With == h[1].With {
		t.Errorf("after undo %+v", h)
	}
}

// Held sessions fill the log once, peers and mentors don't; a sheet is signed as one.
func TestDesk_FillHours_and_sign(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Must(t, d.ChoosePack("generic", ""))
	c.Set(time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC))
	held(t, d, c, "Ruth", supervision.ClinicalSupervisor, 60)
	held(t, d, c, "Peers", supervision.PeerGroup, 90)
	held(t, d, c, "Old hand", supervision.Mentor, 45)
	if n := d.HoursLog().ToFill; n != 2 {
		t.Errorf("%d to fill", n)
	}
	n, err := d.FillHours()
	apptest.Must(t, err)
	again, err := d.FillHours()
	apptest.Must(t, err)
	if got := weeks(d); n != 2 || again != 0 || got != "2026-03-02 map[group:90 individual:60] 2 short 0;" {
		t.Errorf("%d, then %d: %s", n, again, got)
	}
	c.Set(time.Date(2026, 4, 20, 10, 0, 0, 0, time.UTC))
	ruth := d.HoursLog().Signing[0]
	if ruth.Name == "" || ruth.ToSign != 1 || d.HoursLog().Unsigned.Overdue != 1 {
		t.Errorf("%+v", d.HoursLog().Unsigned)
	}
	if err := d.SignWeeks(0, "2026-03-01", "2026-03-31", "2026-03-05", ""); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
	apptest.Must(t, d.SignWeeks(0, "2026-03-01", "2026-03-31", "2026-03-06", "Blue folder"))
	if w := d.HoursLog().Weeks[0]; w.Signed != "2026-03-06" || w.Waits != 0 {
		t.Errorf("%+v", w)
	}
	if err := d.SignWeeks(0, "2026-03-01", "2026-03-31", "2026-03-06", ""); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
	apptest.Must(t, d.Undo())
	if w := d.HoursLog().Weeks[0]; w.Signed != "" {
		t.Errorf("%+v", w)
	}
}

// Hours that were typed for a session are not filled in from it again, whoever was named;
// a second session of the week still is.
func TestDesk_FillHours_counts_nothing_twice(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC))
	held(t, d, c, "Ruth", supervision.ClinicalSupervisor, 70)
	ruth := d.Relationships()[0].ID
	for _, with := range []journal.ID{ruth, 0} {
		apptest.Must(t, d.LogWeek(app.WeekEntry{Monday: "2026-03-02", Minutes: map[app.HoursKind]int{"individual": hour}, With: with}))
		if n := d.HoursLog().ToFill; n != 0 {
			t.Errorf("%d to fill where the hour was typed, with %v", n, with)
		}
		apptest.Must(t, d.Undo())
	}
	apptest.Must(t, d.LogWeek(app.WeekEntry{Monday: "2026-03-02", Minutes: map[app.HoursKind]int{"individual": hour, "client": hour}, With: ruth}))
	c.Set(time.Date(2026, 3, 5, 10, 0, 0, 0, time.UTC))
	held(t, d, c, "Ruth", supervision.ClinicalSupervisor, 45)
	if n, err := d.FillHours(); err != nil || n != 1 {
		t.Errorf("%d filled, %v", n, err)
	}
	if n := d.HoursLog().Weeks[0].Minutes["individual"]; n != hour+45 && n != hour+70 {
		t.Errorf("%d minutes", n)
	}
}

// A table is previewed, taken in as one with whom it names, and not twice.
func TestDesk_TakeHours(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2026, 3, 20, 10, 0, 0, 0, time.UTC))
	raw := []byte("week,kind,hours,supervisor\n2026-03-02,client,20,Ines Calder\n2026-03-02,client,20,Ines Calder\n2026-03-09,individual,1,Ines  calder\n")
	table, err := d.ReadHoursTable(raw)
	apptest.Must(t, err)
	if len(table.Rows) != 3 || table.Minutes != 41*hour || table.Doubles != 0 || len(table.New) != 1 || table.From != "2026-03-02" || table.Until != "2026-03-09" {
		t.Errorf("%+v", table)
	}
	if got := weeks(d); got != "" {
		t.Error("the preview took in " + got)
	}
	apptest.Must(t, d.TakeHours(table))
	table, err = d.ReadHoursTable(raw)
	apptest.Must(t, err)
	if table.Doubles != 3 || len(table.Rows) != 0 {
		t.Errorf("again: %+v", table)
	}
	if got := weeks(d); got != "2026-03-09 map[individual:60] 1 short 0;2026-03-02 map[client:2400] 2 short 0;" {
		t.Error(got)
	}
	apptest.Must(t, d.Undo())
	if got := weeks(d); got != "" || len(d.Relationships()) != 0 {
		t.Errorf("left after undo: %s, %d people", got, len(d.Relationships()))
	}
}

// What a session came to becomes a piece in one step, with the words that may be
// shared and nothing else; undo brings the need back.
func TestDesk_MakePiece(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Must(t, d.ChoosePack("england", ""))
	e := apptest.Write(t, d, "Private words.", "Speaking first", "I froze.", journal.Next)
	it, _ := d.ItemFor(e.ID)
	session := apptest.Planned(t, d)
	apptest.Must(t, d.AddToAgenda(session, it.ID))
	apptest.Must(t, d.StartSession(session, c.Now()))
	apptest.Must(t, d.Discuss(it.ID, supervision.Outcome{Kind: supervision.LearningNeed, Text: "Learn to say it in the first minute."}))
	apptest.Must(t, d.EndSession(session, 40, nil))
	needs := d.Needs()
	if len(needs) != 1 || needs[0].Title != "Speaking first" || needs[0].Words != "Learn to say it in the first minute." {
		t.Fatalf("%+v", needs)
	}
	id, err := d.MakePiece(needs[0])
	apptest.Must(t, err)
	p, err := d.Piece(id)
	apptest.Must(t, err)
	if p.Answer("learned") != needs[0].Words || p.Framework != "england" || strings.Contains(fmt.Sprintf("%+v", p), "Private") || len(d.Needs()) != 0 {
		t.Errorf("%+v", p)
	}
	y := d.Year()
	if len(y.Pieces) != 1 || y.Verdicts[0].Have != 0 || d.Say(y.Verdicts[0]) != "0 of 2" {
		t.Errorf("%+v", y.Verdicts)
	}
	apptest.Must(t, d.Undo())
	if len(d.Needs()) != 1 || len(d.Pieces()) != 0 {
		t.Error("the need is not back")
	}
}

// Evidence is of what is there, once, and goes with an entry that is deleted for good.
func TestDesk_evidence(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Must(t, d.ChoosePack("pcf", ""))
	e := apptest.Write(t, d, "Private words.", "Speaking first", "I froze.", journal.NoFlag)
	first, err := d.AddEvidence(app.Evidence{Domain: "6", Entry: e.ID})
	apptest.Must(t, err)
	second, err := d.AddEvidence(app.Evidence{Domain: "6", Entry: e.ID})
	apptest.Must(t, err)
	all := d.EvidenceFor("6")
	if first != second || len(all) != 1 || d.Shown(all[0]) != "Speaking first" {
		t.Errorf("%+v", all)
	}
	for _, v := range []app.Evidence{{Domain: "10", Entry: e.ID}, {Domain: "6", Entry: 7}, {Domain: "6", Item: 7}} {
		if _, err := d.AddEvidence(v); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%+v: %v", v, err)
		}
	}
	if _, err := d.AddEvidence(app.Evidence{Domain: "6"}); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
	if thin := d.Competences().Thin(); len(thin) != 9 {
		t.Errorf("%d thin", len(thin))
	}
	apptest.Must(t, d.Purge(t.Context(), e.ID))
	if all := d.EvidenceFor(""); len(all) != 0 {
		t.Errorf("left: %+v", all)
	}
}

// A piece begins from an entry with the words that were written to be shared and nothing
// else; an entry that is in a piece leads to that.
func TestDesk_PieceFrom(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e, err := d.NewEntry()
	apptest.Must(t, err)
	e.Title, e.Date = "Aaliyah's mother", "2026-03-02"
	e.Sections = []journal.Section{{Text: "I froze when Aaliyah's mother shouted."}}
	e, err = d.Save(e, "")
	apptest.Must(t, err)
	p, err := d.PieceFrom(e.ID)
	apptest.Must(t, err)
	if p.ID != 0 || p.Title != "" || p.Answer("learned") != "" || p.Date != "2026-03-02" || len(p.Entries) != 1 {
		t.Errorf("from private words: %+v", p)
	}
	e.Share = journal.Share{Title: "Speaking first", Words: "Say it in the first minute."}
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	p, err = d.PieceFrom(e.ID)
	apptest.Must(t, err)
	if p.Title != "Speaking first" || p.Answer("learned") != "Say it in the first minute." || strings.Contains(fmt.Sprint(p), "Aaliyah") {
		t.Errorf("from shared words: %+v", p)
	}
	id, err := d.SavePiece(p)
	apptest.Must(t, err)
	if again, err := d.PieceFrom(e.ID); err != nil || again.ID != id {
		t.Errorf("a second piece of the entry: %+v, %v", again, err)
	}
	if _, err := d.PieceFrom(7); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
}

// In a country that doesn't license by kinds of hours, kinds of hours that nobody logs
// there are asked for only where the rules in use name them, or once they were logged.
func TestDesk_KindsAsked(t *testing.T) {
	a, d := apptest.Make(t, func() time.Time { return time.Date(2026, 3, 6, 18, 0, 0, 0, time.UTC) })
	apptest.Must(t, a.SetTerms("us"))
	asked := func(want string) {
		t.Helper()
		if got := fmt.Sprint(d.KindsAsked()); got != want {
			t.Errorf("asks for %s, want %s", got, want)
		}
	}
	asked("[individual triadic group client psychotherapy other]")
	apptest.Must(t, a.SetTerms("gb"))
	asked("[individual group client other]")
	apptest.Must(t, d.ChoosePack("california", ""))
	asked("[individual triadic group client psychotherapy other]")
	apptest.Must(t, d.ChoosePack("alabama", ""))
	apptest.Must(t, d.LogWeek(app.WeekEntry{Monday: "2026-03-02", Minutes: map[app.HoursKind]int{"psychotherapy": 60}}))
	if !slices.Contains(d.KindsAsked(), learning.Psychotherapy) {
		t.Error("a kind that was logged isn't asked for")
	}
}

func TestHoursText(t *testing.T) {
	for n, want := range map[int]string{0: "0", 60: "1", 90: "1.5", 75: "1.25", 1290: "21.5", 20: "0:20", 65: "1:05", 6000: "100"} {
		if got := app.HoursText(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// BenchmarkDesk_learning reads what both pages show of ten years of weekly hours and
// 500 pieces.
func BenchmarkDesk_learning(b *testing.B) {
	d := apptest.Decade(b, "california", "england", "pcf")
	for b.Loop() {
		if len(d.HoursLog().Weeks) != 520 || len(d.Year().Pieces) == 0 || len(d.Competences().Rows) != 9 {
			b.Fatal("something is missing")
		}
	}
}
