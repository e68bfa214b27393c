package app

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// marker stands in every field that is private.
const marker = "lighthouse keeper"

// heldSession gives a session that is over, with one item of each fate, actions
// before it and from it, notes and corrections.
func heldSession(t *testing.T, d *Desk, c *clock) journal.ID {
	t.Helper()
	succeed(t, d.SetSettings(func(s *Settings) { s.Author = "Jo Whitlock" }))
	earlier, err := d.PlanSession(Plan{Start: c.Now().AddDate(0, 0, -28), Minutes: 60, Name: "Ruth Adeyemi"})
	succeed(t, err)
	_, err = d.AddNewItem(earlier, supervision.AgendaItem{Title: "Leave", Words: "In December."})
	succeed(t, err)
	succeed(t, d.StartSession(earlier, c.Now().AddDate(0, 0, -28)))
	for _, a := range []supervision.Action{
		{Text: "Read the lone-working policy", Owner: supervision.Me, Due: "2026-03-10", Session: earlier},
		{Text: "Send the template", Owner: supervision.Supervisor, Session: earlier},
	} {
		_, err = d.SaveAction(a)
		succeed(t, err)
	}
	succeed(t, d.EndSession(earlier, 60, nil))
	e := write(t, d, marker, "A visit that frightened me", planted, journal.Urgent)
	session, err := d.PlanSession(Plan{Start: c.Now(), Minutes: 60, Name: "Ruth Adeyemi"})
	succeed(t, err)
	for _, w := range d.Basket() {
		if w.Entry.ID == e.ID {
			w.Item.Private = marker
			_, err = d.SaveItem(w.Item)
			succeed(t, err)
			succeed(t, d.AddToAgenda(session, w.Item.ID))
		}
	}
	_, err = d.AddNewItem(session, supervision.AgendaItem{Title: "Speaking up", Words: "In big meetings.", Minutes: 10, Want: supervision.WantAdvice})
	succeed(t, err)
	succeed(t, d.AddStanding(session, supervision.StandingKinds()[0]))
	return session
}

func hold(t *testing.T, d *Desk, c *clock, session journal.ID) {
	t.Helper()
	succeed(t, d.StartSession(session, c.Now()))
	a, err := d.Agenda(session)
	succeed(t, err)
	first := a.Items[0].ID
	succeed(t, d.Discuss(first, supervision.Outcome{
		Kind: supervision.Decision, Text: "Staying was reasonable.", Decision: "Joint visits until May.",
		Rationale: "Nobody should be alone there.", DecidedBy: "both", CaseRecord: supervision.CaseRecord{Belongs: true},
	}))
	for _, action := range []supervision.Action{
		{Text: "Ask Mr Hussain for a day", Owner: supervision.Me, Due: "2026-03-27", Item: first},
		{Text: "Book the car", Owner: supervision.Other, OwnerName: "the duty desk", Item: first},
	} {
		_, err = d.SaveAction(action)
		succeed(t, err)
	}
	succeed(t, d.EndSession(session, 47, nil))
	succeed(t, d.ReviewSession(session, SessionReview{Helpful: 4, WhatHelped: marker, Notes: marker}))
	succeed(t, d.Correct(session, "We also agreed to look again in May.", false))
	succeed(t, d.Correct(session, "I still see the risk differently.", true))
}

func savedText(t *testing.T, d *Desk, of CopyOf, f Format) string {
	t.Helper()
	c, err := d.Copy(of)
	succeed(t, err)
	c.Review.MaskAll()
	file := filepath.Join(t.TempDir(), d.FileName(c, f))
	_, err = d.SaveCopy(c, f, file, false)
	succeed(t, err)
	return readBack(t, f, file)
}

func TestDesk_Copy_record_says_what_came_of_it(t *testing.T) {
	for _, f := range []Format{PDF, Text} {
		t.Run(f.Name, func(t *testing.T) {
			d, c := newTestDesk(t)
			session := heldSession(t, d, c)
			hold(t, d, c, session)
			c.set(c.Now().Add(time.Hour))
			all := savedText(t, d, CopyOf{Paper: RecordPaper{Session: session}, Audience: supervision.ForLineSupervisor}, f)
			for _, w := range append(slices.Clone(telling), marker, "helpful") {
				if strings.Contains(all, w) {
					t.Errorf("%q is in the record", w)
				}
			}
			all = strings.Join(strings.Fields(all), " ")
			for _, w := range []string{
				"Record of supervision", "Jo Whitlock", "Ruth Adeyemi", "12 March 2026", "47 minutes", "Individual supervision",
				"Actions from last time", "Read the lone-working", "Send the template",
				"A visit that frightened me", "Staying was reasonable.", "Joint visits until May.", "Nobody should be alone there.", "both",
				"still has to be written there", "Speaking up", "Left for next time",
				"Added later", "look again in May", "Disagreement with this record", "see the risk differently",
				"Book the car", "duty desk", "27 March", "Supervisee", "Signed",
			} {
				if !strings.Contains(all, w) {
					t.Errorf("the record lacks %q", w)
				}
			}
			if line := d.SharedCopies()[0]; line.Kind != "record" || !strings.HasPrefix(line.File, "session-") {
				t.Errorf("register %+v", line)
			}
		})
	}
}

func TestDesk_Copy_record_of_what_is_not_over(t *testing.T) {
	d, c := newTestDesk(t)
	session := heldSession(t, d, c)
	if _, err := d.Copy(CopyOf{Paper: RecordPaper{Session: session}}); fault.KindOf(err) != fault.Conflict {
		t.Errorf("%v, want conflict", err)
	}
}

func TestDesk_Copy_record_of_a_cancelled_session(t *testing.T) {
	d, c := newTestDesk(t)
	session := heldSession(t, d, c)
	succeed(t, d.CancelSession(session, "Sickness"))
	all := savedText(t, d, CopyOf{Paper: RecordPaper{Session: session}}, Text)
	if !strings.Contains(all, "The session was cancelled") || !strings.Contains(all, "Sickness") || strings.Contains(all, "What was talked about") {
		t.Errorf("record %s", all)
	}
}

func TestDesk_Copy_record_leaves_out_what_came_later(t *testing.T) {
	d, c := newTestDesk(t)
	session := heldSession(t, d, c)
	hold(t, d, c, session)
	c.set(c.Now().AddDate(0, 0, 28))
	later, err := d.PlanSession(Plan{Start: c.Now(), Minutes: 60, Name: "Ruth Adeyemi"})
	succeed(t, err)
	_, err = d.SaveAction(supervision.Action{Text: "Something of a later day", Owner: supervision.Me, Session: later})
	succeed(t, err)
	for _, a := range d.Deeds().Overdue {
		succeed(t, d.DoneAction(a.ID, ""))
	}
	all := savedText(t, d, CopyOf{Paper: RecordPaper{Session: session}}, Text)
	if strings.Contains(all, "later day") {
		t.Error("an action of a later session is in the record")
	}
	for line := range strings.Lines(all) {
		if strings.HasSuffix(strings.TrimSpace(line), "  done") {
			t.Error("what was done afterwards counts as done at the session")
		}
	}
}

func TestDesk_Copy_run_sheet_has_room_to_write(t *testing.T) {
	d, c := newTestDesk(t)
	session := heldSession(t, d, c)
	all := savedText(t, d, CopyOf{Paper: RunSheet{Session: session}}, Text)
	for _, w := range append(slices.Clone(telling), marker) {
		if strings.Contains(all, w) {
			t.Errorf("%q is in the run sheet", w)
		}
	}
	if n := strings.Count(all, "What came out of it, what was decided"); n != 3 {
		t.Errorf("room below %d items, want 3\n%s", n, all)
	}
	for _, w := range []string{"Send the template", "A visit that frightened me", "Next session: ___"} {
		if !strings.Contains(all, w) {
			t.Errorf("the run sheet lacks %q", w)
		}
	}
}

// Whoever is named in the header is called by their role in the text, without a
// letter that would make somebody else of them.
func TestDesk_Copy_calls_whom_the_header_names_by_their_role(t *testing.T) {
	d, c := newTestDesk(t)
	session := heldSession(t, d, c)
	_, err := d.AddNewItem(session, supervision.AgendaItem{Title: "What Ruth said", Words: "Ruth asked me to stay. I rang Ms Adeyemi twice.", KeyQuestion: "Did Ruth mean it?"})
	succeed(t, err)
	hold(t, d, c, session)
	for _, p := range []Paper{RecordPaper{Session: session}, RunSheet{Session: session}} {
		all := strings.Join(strings.Fields(savedText(t, d, CopyOf{Paper: p, Audience: supervision.ForLineSupervisor}, Text)), " ")
		if n := strings.Count(all, "supervisor A"); n > 0 || strings.Contains(strings.Replace(all, "Ruth Adeyemi", "", 1), "Ruth said") {
			t.Errorf("%s: %d times by a letter in %q", p.Name(), n, all)
		}
	}
	all := savedText(t, d, CopyOf{Paper: RecordPaper{Session: session}}, Text)
	for _, w := range []string{"With    Ruth Adeyemi", "What my supervisor said", "My supervisor asked me", "The question I bring", "Did my supervisor mean it?"} {
		if !strings.Contains(all, w) {
			t.Errorf("the record lacks %q: %s", w, all)
		}
	}
}

// The agenda says when it begins, how long all of it takes, when each item
// begins as far as that is known, and what can't wait.
func TestDesk_Copy_agenda_says_times_total_and_urgency(t *testing.T) {
	d, c := newTestDesk(t)
	session := heldSession(t, d, c)
	_, err := d.AddNewItem(session, supervision.AgendaItem{Title: "How long?", Words: "I don't know.", Minutes: 5})
	succeed(t, err)
	for _, f := range Formats() {
		all := strings.Join(strings.Fields(savedText(t, d, CopyOf{Paper: AgendaPaper{Session: session}}, f)), " ")
		for _, w := range []string{
			"Date Thursday 12 March 2026", "Time 18:30 to 19:30 · 60 minutes", "Planned 30 of 60 minutes",
			"18:30 · I want to think it through · 10 minutes · urgent", "18:40 · I want advice · 10 minutes", "18:50 · 5 minutes", "18:55 · 5 minutes",
		} {
			if !strings.Contains(all, w) {
				t.Errorf("%s: the agenda lacks %q: %q", f.Name, w, all)
			}
		}
		if strings.Count(all, "urgent") != 1 {
			t.Errorf("%s: more than the urgent item is urgent", f.Name)
		}
	}
}
