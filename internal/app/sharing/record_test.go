package sharing_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/sharing"
	"aftershift/internal/fault"
	"aftershift/internal/supervision"
)

func TestDesk_Copy_record_says_what_came_of_it(t *testing.T) {
	for _, f := range []app.Format{PDF, Text} {
		t.Run(f.Name, func(t *testing.T) {
			d, c := apptest.NewTestDesk(t)
			session := apptest.HeldSession(t, d, c)
			apptest.Hold(t, d, c, session)
			c.Set(c.Now().Add(time.Hour))
			all := apptest.SavedText(t, d, app.CopyOf{Paper: app.RecordPaper{Session: session}, Audience: supervision.ForLineSupervisor}, f)
			for _, w := range append(slices.Clone(apptest.Telling), apptest.Marker, "helpful") {
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
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	if _, err := d.Copy(app.CopyOf{Paper: app.RecordPaper{Session: session}}); fault.KindOf(err) != fault.Conflict {
		t.Errorf("%v, want conflict", err)
	}
}

func TestDesk_Copy_record_of_a_cancelled_session(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	apptest.Must(t, d.CancelSession(session, "Sickness"))
	all := apptest.SavedText(t, d, app.CopyOf{Paper: app.RecordPaper{Session: session}}, Text)
	if !strings.Contains(all, "The session was called off") || !strings.Contains(all, "Sickness") || strings.Contains(all, "What was talked about") {
		t.Errorf("record %s", all)
	}
}

func TestDesk_Copy_record_leaves_out_what_came_later(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	apptest.Hold(t, d, c, session)
	c.Set(c.Now().AddDate(0, 0, 28))
	later, err := d.PlanSession(app.Plan{Start: c.Now(), Minutes: 60, Name: "Ruth Adeyemi"})
	apptest.Must(t, err)
	_, err = d.SaveAction(supervision.Action{Text: "Something of a later day", Owner: supervision.Me, Session: later})
	apptest.Must(t, err)
	for _, a := range d.Deeds().Overdue {
		apptest.Must(t, d.DoneAction(a.ID, ""))
	}
	all := apptest.SavedText(t, d, app.CopyOf{Paper: app.RecordPaper{Session: session}}, Text)
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
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	all := apptest.SavedText(t, d, app.CopyOf{Paper: app.RunSheet{Session: session}}, Text)
	for _, w := range append(slices.Clone(apptest.Telling), apptest.Marker) {
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
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	_, err := d.AddNewItem(session, supervision.AgendaItem{Title: "What Ruth said", Words: "Ruth asked me to stay. I rang Ms Adeyemi twice.", KeyQuestion: "Did Ruth mean it?"})
	apptest.Must(t, err)
	apptest.Hold(t, d, c, session)
	for _, p := range []sharing.Paper{app.RecordPaper{Session: session}, app.RunSheet{Session: session}} {
		all := strings.Join(strings.Fields(apptest.SavedText(t, d, app.CopyOf{Paper: p, Audience: supervision.ForLineSupervisor}, Text)), " ")
		if n := strings.Count(all, "supervisor A"); n > 0 || strings.Contains(strings.Replace(all, "Ruth Adeyemi", "", 1), "Ruth said") {
			t.Errorf("%s: %d times by a letter in %q", p.Name(), n, all)
		}
	}
	all := apptest.SavedText(t, d, app.CopyOf{Paper: app.RecordPaper{Session: session}}, Text)
	for _, w := range []string{"With    Ruth Adeyemi", "What my supervisor said", "My supervisor asked me", "The question I bring", "Did my supervisor mean it?"} {
		if !strings.Contains(all, w) {
			t.Errorf("the record lacks %q: %s", w, all)
		}
	}
}

// The agenda says when it begins, how long all of it takes, when each item
// begins as far as that is known, and what can't wait.
func TestDesk_Copy_agenda_says_times_total_and_urgency(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	_, err := d.AddNewItem(session, supervision.AgendaItem{Title: "How long?", Words: "I don't know.", Minutes: 5})
	apptest.Must(t, err)
	for _, f := range app.Formats() {
		all := strings.Join(strings.Fields(apptest.SavedText(t, d, app.CopyOf{Paper: app.AgendaPaper{Session: session}}, f)), " ")
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
