package keeping_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/core"
	"aftershift/internal/document/formats"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// fill puts a record of every kind into a new journal, most of them several
// times and in several states.
func fill(t *testing.T, d *app.Desk, c *apptest.Clock) {
	t.Helper()
	start := c.Now()
	session, entries, items := apptest.HeldAgenda(t, d, c)
	apptest.Must(t, d.Discuss(items[0].ID, supervision.Outcome{Text: "Reasonable.", Decision: "Ring first.", Rationale: "It is a lone visit.", CaseRecord: supervision.CaseRecord{Belongs: true}}))
	_, err := d.SaveAction(supervision.Action{Text: "Ring the landline first", Owner: supervision.Me, Item: items[0].ID, Session: session, Due: "2026-03-20"})
	apptest.Must(t, err)
	c.Set(start.Add(50 * time.Minute))
	apptest.Must(t, d.EndSession(session, 50, map[journal.ID]supervision.OutcomeKind{items[0].ID: supervision.Decision}))
	apptest.Must(t, d.Correct(session, "It was on the phone.", false))
	planned, err := d.PlanSession(app.Plan{Start: start.AddDate(0, 0, 14), Minutes: 60, Name: "Ruth"})
	apptest.Must(t, err)
	apptest.Must(t, d.AddToAgenda(planned, items[1].ID))
	apptest.Must(t, d.AddStanding(planned, supervision.StandingArriving))
	off, err := d.PlanSession(app.Plan{Start: start.AddDate(0, 0, 7), Minutes: 30, Name: "Tomasz"})
	apptest.Must(t, err)
	apptest.Must(t, d.CancelSession(off, "ill"))
	kept, err := d.SaveItem(supervision.AgendaItem{Title: "Bereavement leave", Words: "Who covers?", Want: supervision.WantAdvice, Function: supervision.Supportive, Urgency: supervision.Next})
	apptest.Must(t, err)
	apptest.Must(t, d.Park(kept, supervision.Lot{Elsewhere: supervision.ForUnion}))
	merged, err := d.SaveItem(supervision.AgendaItem{Title: "The same", Words: "Again.", Audience: supervision.ForMentor})
	apptest.Must(t, err)
	apptest.Must(t, d.MergeItems(items[2].ID, merged))
	_, err = d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Wren Oakes", "Wren"}, Role: "child"}})
	apptest.Must(t, err)
	own, err := d.AddTheme("Night calls")
	apptest.Must(t, err)
	_, err = d.KeepTemplate(journal.OwnTemplate{Name: "After a visit", Sections: []journal.OwnSection{{Name: "What I noticed", Prompt: "With which sense?"}}})
	apptest.Must(t, err)
	e := entries[1]
	e.Sections[0].Text, e.Themes = "Private two, and more.", []journal.ThemeID{own.ID}
	e.Impact = journal.Impact{Hit: journal.LevelOf(7), Feelings: []journal.Feeling{"worried"}, Kinds: []journal.Kind{journal.Helplessness}, Need: journal.NeedTalk}
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	gone := apptest.Write(t, d, "Thrown away.", "", "", journal.NoFlag)
	apptest.Must(t, d.Purge(context.Background(), gone.ID))
	trashed := apptest.Write(t, d, "In the trash.", "", "", journal.NoFlag)
	apptest.Must(t, d.Delete(trashed.ID))
	e, err = d.Entry(entries[0].ID)
	apptest.Must(t, err)
	e.Sections[0].Text = "Private one, being written."
	apptest.Must(t, d.SaveDraft(e))
	copied, err := d.Copy(app.CopyOf{Paper: app.AgendaPaper{Session: planned}, Audience: supervision.ForLineSupervisor})
	apptest.Must(t, err)
	copied.Review.MaskAll()
	_, err = d.SaveCopy(copied, formats.Text, filepath.Join(t.TempDir(), "agenda.txt"), false)
	apptest.Must(t, err)
	apptest.Must(t, d.ChoosePack("california", "2026-01-01"))
	apptest.Must(t, d.ChoosePack("pcf", ""))
	apptest.Must(t, d.LogWeek(app.WeekEntry{Monday: d.Today(), Minutes: map[app.HoursKind]int{"client": 600}, Note: "By phone."}))
	piece, err := d.SavePiece(app.CPDPiece{Title: "Speaking first", Date: "2026-03-12", Peer: "It helps others too."})
	apptest.Must(t, err)
	_, err = d.AddEvidence(app.Evidence{Domain: "6", Piece: piece})
	apptest.Must(t, err)
	group, err := d.SetUpGroup(app.GroupSetUp{Name: "Wednesday group", Every: 28, Group: app.Group{Confidentiality: "What is said here stays here."}, Members: []app.Member{{Name: "Amara"}, {Name: "Joe"}}})
	apptest.Must(t, err)
	_, err = d.AddProcedure([]byte(`{"id":"ours","name":"Ours","about":"","source":"own","as_of":"2026-03-12","phases":[{"name":"Talk","says":"","minutes":20,"who":"circle"}]}`))
	apptest.Must(t, err)
	meeting, err := d.BeginMeeting(app.MeetingStart{Group: group})
	apptest.Must(t, err)
	apptest.Must(t, d.WriteLearning(meeting, "I stay on too."))
	apptest.Must(t, d.WriteNote(meeting, "Ask whether he found the words."))
	_, err = d.EndMeeting(meeting)
	apptest.Must(t, err)
	with := d.Relationships()[0].ID
	_, err = d.SaveAgreement(app.Agreement{With: with, From: d.Today(), Minutes: 60}.Saying("purpose", "To think."))
	apptest.Must(t, err)
	goal, err := d.SaveGoal(app.Goal{With: with, Text: "Say one thing", By: "2026-06-30"})
	apptest.Must(t, err)
	apptest.Must(t, d.LookAtGoal(goal, "Twice.", app.GoalReached))
	_, err = d.SaveEvaluation(app.Evaluation{With: with, Helps: "Time.", Private: "I hold back."})
	apptest.Must(t, err)
	_, err = d.SavePractice(app.Practice{Text: "Ring from the car.", Session: session, Themes: []journal.ThemeID{own.ID}})
	apptest.Must(t, err)
	apptest.Must(t, d.SetBest(with, "Give me the question before."))
	apptest.Beforehand(t, d, planned, "I dread it.")
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.Contact, s.Author = "Ring Sam", "A. Writer" }))
	apptest.Must(t, d.Lib().KeepLoss(library.Loss{At: start, Tables: []string{"object"}, Missing: 1, Seen: start}))
}

// What is backed up, restored and saved from a wreck in these tests holds every
// kind of record.
func TestFill_has_every_kind_of_record(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	fill(t, d, c)
	has := map[supervision.RecordKind]bool{}
	for _, r := range d.Lib().Board().Records() {
		has[r.Key().Kind] = true
	}
	for _, k := range library.RecordKinds() {
		if !has[k.Name] {
			t.Errorf("no %s", k.Name)
		}
	}
}

// fullJournal gives the path of a closed journal that holds every kind of record.
func fullJournal(t *testing.T) string {
	t.Helper()
	d, c := apptest.NewTestDesk(t)
	fill(t, d, c)
	path := d.Lib().Vault().Path()
	apptest.Must(t, d.Lock())
	return path
}

// content is all that a journal holds, to be compared.
type content struct {
	raw       map[place]string
	overviews []journal.Overview
	entries   map[journal.ID]journal.Entry
	board     []supervision.Record
	singles   map[string]string
	shares    []library.SharedCopy
}

// place is where a record stands.
type place struct {
	table vault.Table
	id    vault.ID
}

// contents reads all of an open library.
func contents(t *testing.T, l *library.Library) content {
	t.Helper()
	c := content{raw: map[place]string{}, entries: map[journal.ID]journal.Entry{}, singles: map[string]string{}, shares: l.SharedCopies()}
	for table := vault.Overview; table <= vault.Object; table++ {
		_ = l.Vault().Each(context.Background(), table, func(id vault.ID, body []byte) error {
			c.raw[place{table, id}] = string(body)
			return nil
		})
	}
	c.overviews = append(l.Overviews(), l.Trash()...)
	for _, o := range c.overviews {
		if e, err := l.Entry(o.ID); err == nil {
			c.entries[o.ID] = e
		}
	}
	c.board = l.Board().Records()
	for _, k := range core.Kinds {
		into := k.New()
		if l.Load(k.Name, into) == nil {
			c.singles[k.Name] = asJSON(t, into)
		}
	}
	return c
}
