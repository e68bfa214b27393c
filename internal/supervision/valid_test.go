package supervision

import (
	"strings"
	"testing"
	"time"

	"aftershift/internal/fault"
)

type validator interface{ Validate() error }

// broken is a record with one thing wrong with it.
type broken struct {
	name string
	validator
}

func refuse(t *testing.T, fine validator, all []broken) {
	t.Helper()
	if err := fine.Validate(); err != nil {
		t.Fatalf("the valid one: %v", err)
	}
	for _, b := range all {
		if err := b.Validate(); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v, want invalid", b.name, err)
		}
	}
}

// changed gives a copy of r with one thing done to it.
func changed[R any](r R, do func(*R)) R {
	do(&r)
	return r
}

func TestRelationship_Validate(t *testing.T) {
	fine := Relationship{
		ID: 1, Name: "Ruth", Kind: Mentor, Mentoring: ReverseMentoring, CadenceDays: 14, UsualMinutes: 60,
		Audience: ForMentor, Standing: []StandingKind{StandingArriving, StandingActions},
	}
	with := func(name string, do func(*Relationship)) broken { return broken{name, changed(fine, do)} }
	refuse(t, fine, []broken{
		with("no id", func(r *Relationship) { r.ID = 0 }),
		with("blank name", func(r *Relationship) { r.Name = " \t" }),
		with("name of two lines", func(r *Relationship) { r.Name = "Ruth\nOmar" }),
		with("no kind", func(r *Relationship) { r.Kind = "" }),
		with("unknown kind", func(r *Relationship) { r.Kind = "friend" }),
		with("mentoring by a manager", func(r *Relationship) { r.Kind = LineManager }),
		with("long contact", func(r *Relationship) { r.Contact = strings.Repeat("x", MaxLine+1) }),
		with("long goals", func(r *Relationship) { r.Goals = strings.Repeat("x", MaxText+1) }),
		with("negative cadence", func(r *Relationship) { r.CadenceDays = -1 }),
		with("too many minutes", func(r *Relationship) { r.UsualMinutes = MaxMinutes + 1 }),
		with("unknown audience", func(r *Relationship) { r.Audience = "press" }),
		with("a standing item twice", func(r *Relationship) { r.Standing = []StandingKind{StandingTeam, StandingTeam} }),
		with("unknown standing item", func(r *Relationship) { r.Standing = []StandingKind{"biscuits"} }),
	})
}

func TestSession_Validate(t *testing.T) {
	fine := Session{
		ID: 1, Kind: Individual, Mode: ByVideo, Start: day(0), Minutes: 60, State: Closed,
		Opened: day(0), Closed: day(1), Agenda: []ID{3, 4}, Helpful: 5, NextDate: "2026-03-30",
		Corrections: []Correction{{At: day(2), Text: "Added."}},
	}
	with := func(name string, do func(*Session)) broken { return broken{name, changed(fine, do)} }
	refuse(t, fine, []broken{
		with("no id", func(s *Session) { s.ID = 0 }),
		with("no kind", func(s *Session) { s.Kind = "" }),
		with("unknown mode", func(s *Session) { s.Mode = "pigeon" }),
		with("no start", func(s *Session) { s.Start = time.Time{} }),
		with("negative minutes", func(s *Session) { s.Minutes = -5 }),
		with("an item twice", func(s *Session) { s.Agenda = []ID{3, 3} }),
		with("an item without id", func(s *Session) { s.Agenda = []ID{0} }),
		with("notes that aren't text", func(s *Session) { s.Notes = "\xff" }),
		with("six of five", func(s *Session) { s.Helpful = 6 }),
		with("no such day", func(s *Session) { s.NextDate = "2026-02-30" }),
		with("a blank correction", func(s *Session) { s.Corrections = []Correction{{At: day(2), Text: " "}} }),
		with("a correction at no time", func(s *Session) { s.Corrections = []Correction{{Text: "x"}} }),
		with("no state", func(s *Session) { s.State = "" }),
		with("planned but held", func(s *Session) { s.State = Planned }),
		with("open and closed", func(s *Session) { s.State = Open }),
		with("closed before it began", func(s *Session) { s.Closed = day(-1) }),
		with("closed, never opened", func(s *Session) { s.Opened = time.Time{} }),
		with("cancelled without a reason", func(s *Session) {
			*s = Session{ID: 1, Kind: Individual, Start: day(0), State: Cancelled}
		}),
		with("cancelled with items", func(s *Session) {
			*s = Session{ID: 1, Kind: Individual, Start: day(0), State: Cancelled, Reason: "ill", Agenda: []ID{3}}
		}),
	})
}

func TestAgendaItem_Validate(t *testing.T) {
	fine := AgendaItem{
		ID: 1, Title: "T", Words: "W", Want: WantAdvice, Function: Mediation, Lenses: []Lens{EyeClient},
		Urgency: Next, Entries: []ID{2, 3}, Audience: ForPeerGroup, Created: "2026-03-01", State: OnAgenda, Session: 9,
		Carried: 1, CarriedFrom: []ID{8}, Outcome: &Outcome{Session: 8}, Earlier: []Outcome{{Session: 7}},
	}
	with := func(name string, do func(*AgendaItem)) broken { return broken{name, changed(fine, do)} }
	refuse(t, fine, []broken{
		with("no id", func(it *AgendaItem) { it.ID = 0 }),
		with("no title", func(it *AgendaItem) { it.Title = "" }),
		with("NUL in words", func(it *AgendaItem) { it.Words = "a\x00b" }),
		with("unknown want", func(it *AgendaItem) { it.Want = "tea" }),
		with("unknown function", func(it *AgendaItem) { it.Function = "normative" }),
		with("a lens twice", func(it *AgendaItem) { it.Lenses = []Lens{EyeClient, EyeClient} }),
		with("a blank theme", func(it *AgendaItem) { it.Themes = append(it.Themes, "") }),
		with("unknown urgency", func(it *AgendaItem) { it.Urgency = "now" }),
		with("an entry twice", func(it *AgendaItem) { it.Entries = []ID{2, 2} }),
		with("who knows on two lines", func(it *AgendaItem) { it.WhoKnows = "a\nb" }),
		with("unknown standing", func(it *AgendaItem) { it.Standing = "x" }),
		with("no such day", func(it *AgendaItem) { it.Created = "1 March" }),
		with("no state", func(it *AgendaItem) { it.State = "" }),
		with("waiting in a session", func(it *AgendaItem) { it.State = Waiting }),
		with("on no agenda", func(it *AgendaItem) { it.Session = 0 }),
		with("on an agenda without words", func(it *AgendaItem) { it.Words = "" }),
		with("discussed in another session", func(it *AgendaItem) { it.State = Discussed }),
		with("discussed with no outcome", func(it *AgendaItem) { it.State, it.Outcome = Discussed, nil }),
		with("chain not counted", func(it *AgendaItem) { it.Carried = 2 }),
		with("carried from where it is", func(it *AgendaItem) { it.CarriedFrom = []ID{9} }),
		with("parked and on an agenda", func(it *AgendaItem) { it.Parked = Lot{With: 1} }),
		with("parked nowhere", func(it *AgendaItem) { it.State, it.Session = Parked, 0 }),
		with("parked twice", func(it *AgendaItem) {
			it.State, it.Session, it.Parked = Parked, 0, Lot{With: 1, Elsewhere: ForTherapy}
		}),
		with("merged but there", func(it *AgendaItem) { it.MergedInto = 5 }),
		with("two outcomes of one session", func(it *AgendaItem) { it.Earlier = []Outcome{{Session: 8}} }),
		with("an outcome of no kind known", func(it *AgendaItem) { it.Earlier = []Outcome{{Session: 7, Kind: "win"}} }),
	})
}

func TestOutcome_Validate(t *testing.T) {
	fine := Outcome{Session: 1, Kind: Decision, CaseRecord: CaseRecord{Belongs: true, Done: true}}
	with := func(name string, do func(*Outcome)) broken { return broken{name, changed(fine, do)} }
	refuse(t, fine, []broken{
		with("no session", func(o *Outcome) { o.Session = 0 }),
		with("unknown kind", func(o *Outcome) { o.Kind = "x" }),
		with("decided by two lines", func(o *Outcome) { o.DecidedBy = "a\nb" }),
		with("negative minutes", func(o *Outcome) { o.Minutes = -1 }),
		with("in the record but not belonging", func(o *Outcome) { o.CaseRecord.Belongs = false }),
	})
}

func TestAction_Validate(t *testing.T) {
	fine := Action{ID: 1, Text: "T", Owner: Other, OwnerName: "Health visitor", State: Done, DoneOn: "2026-03-02", DidItWork: WorkedInPart}
	with := func(name string, do func(*Action)) broken { return broken{name, changed(fine, do)} }
	refuse(t, fine, []broken{
		with("no id", func(a *Action) { a.ID = 0 }),
		with("blank", func(a *Action) { a.Text = " " }),
		with("nobody's", func(a *Action) { a.Owner = "" }),
		with("somebody's", func(a *Action) { a.OwnerName = "" }),
		with("due never", func(a *Action) { a.Due = "soon" }),
		with("no state", func(a *Action) { a.State = "" }),
		with("done on no day", func(a *Action) { a.DoneOn = "" }),
		with("open but done", func(a *Action) { a.State, a.DidItWork = ToDo, "" }),
		with("open but it worked", func(a *Action) { a.State, a.DoneOn = ToDo, "" }),
		with("dropped without a reason", func(a *Action) { a.State, a.DoneOn, a.DidItWork = Dropped, "", "" }),
		with("done with a reason to drop", func(a *Action) { a.Reason = "x" }),
	})
}
