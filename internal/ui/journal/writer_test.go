package journal

import (
	"context"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestWriter_Start_keepsWhatWasOpen(t *testing.T) {
	s, w := begun(t, "First.")
	w.Start()
	w.Write(0, "Second.")
	s.pump()
	if got := s.saved[1].Text(); got != "First." {
		t.Errorf("the first entry is %q on the disk", got)
	}
	if w.entry.ID != 2 || w.entry.Text() != "Second." {
		t.Errorf("open is %v with %q", w.entry.ID, w.entry.Text())
	}
}

func TestWriter_Write_draftsAfterTheLastKey(t *testing.T) {
	s, w := begun(t, "One")
	s.pass(900 * time.Millisecond)
	w.Write(0, "One line")
	s.pass(900 * time.Millisecond)
	if len(s.drafts) != 0 {
		t.Fatal("a draft was written while the typing went on")
	}
	s.pass(200 * time.Millisecond)
	if got := s.drafts[1].Text(); got != "One line" {
		t.Errorf("draft is %q", got)
	}
	if got := s.last().Status; got.Kind != Drafted || !got.At.Equal(evening.Add(1900*time.Millisecond)) {
		t.Errorf("status is %+v", got)
	}
}

func TestWriter_Write_draftsWithinFiveSeconds(t *testing.T) {
	s, w := begun(t, "")
	for i := range 200 {
		w.Write(0, w.entry.Text()+"x")
		s.pass(100 * time.Millisecond)
		if behind := i + 1 - len(s.drafts[1].Text()); behind > 42 {
			t.Fatalf("the draft is %d tenths of a second behind", behind)
		}
	}
}

func TestWriter_Keep_cases(t *testing.T) {
	cases := map[string]struct {
		do     func(w *writer)
		saved  bool
		status StatusKind
	}{
		"text":            {func(w *writer) { w.Write(0, "x") }, true, Saved},
		"title":           {func(w *writer) { w.SetTitle("x") }, true, Saved},
		"nothing":         {func(*writer) {}, false, Quiet},
		"emptied again":   {func(w *writer) { w.Write(0, "x"); w.Write(0, "") }, false, Quiet},
		"a mark alone":    {func(w *writer) { w.SetHit(8, true) }, true, Saved},
		"a mark and none": {func(w *writer) { w.SetHit(8, true); w.SetHit(0, false) }, false, Quiet},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s, w := begun(t, "")
			c.do(w)
			w.Keep()
			s.pump()
			if _, saved := s.saved[1]; saved != c.saved || w.status.Kind != c.status {
				t.Errorf("saved %v, status %v", saved, w.status.Kind)
			}
		})
	}
}

func TestWriter_Keep_forgetsTheDraftOfAnEmptiedEntry(t *testing.T) {
	s, w := begun(t, "x")
	s.pass(2 * time.Second)
	w.Write(0, "")
	s.pass(2 * time.Second)
	if len(s.drafts) != 0 || len(s.saved) != 0 {
		t.Errorf("drafts %v, saved %v", s.drafts, s.saved)
	}
	if got := s.last().Status; got != (Status{}) {
		t.Errorf("says %+v with nothing written", got)
	}
}

func TestWriter_Keep_typingGoesOnWhileSaving(t *testing.T) {
	s, w := begun(t, "One")
	w.Keep()
	w.Write(0, "One two")
	s.pump()
	if w.entry.Text() != "One two" || w.status.Kind == Saved {
		t.Errorf("text %q, status %v", w.entry.Text(), w.status.Kind)
	}
	w.Keep()
	s.pump()
	if s.saved[1].Text() != "One two" || w.status.Kind != Saved {
		t.Errorf("disk %q, status %v", s.saved[1].Text(), w.status.Kind)
	}
}

func TestWriter_Keep_failureLosesNothing(t *testing.T) {
	s, w := begun(t, "One")
	s.refuse = fault.New(fault.DiskFull, "write")
	w.Keep()
	s.pump()
	if got := s.last().Status; got.Kind != Failed || fault.KindOf(got.Err) != fault.DiskFull {
		t.Fatalf("status is %+v", got)
	}
	w.Start() // to another entry, with the first not on the disk
	w.Write(0, "Two")
	s.pump()
	w.Open(1)
	s.pump()
	if w.entry.Text() != "One" {
		t.Fatalf("the unsaved text is %q", w.entry.Text())
	}
	s.refuse = nil
	w.Retry()
	s.pump()
	if s.saved[1].Text() != "One" || s.saved[2].Text() != "Two" || w.status.Kind != Saved {
		t.Errorf("disk %q and %q, status %v", s.saved[1].Text(), s.saved[2].Text(), w.status.Kind)
	}
}

func TestWriter_Flush_waitsForTheDisk(t *testing.T) {
	s := newScene(t)
	w := newWriter(prompt{s}, s.around(), s.show, s.say)
	w.Start()
	w.Write(0, "One")
	if err := w.Flush(); err != nil || s.saved[1].Text() != "One" {
		t.Fatalf("Flush: %v, disk %q", err, s.saved[1].Text())
	}
	w.Write(0, "One two")
	s.refuse = fault.New(fault.DiskFull, "write")
	if err := w.Flush(); fault.KindOf(err) != fault.DiskFull {
		t.Errorf("Flush with a full disk: %v", err)
	}
	s.refuse = nil
	if err := w.Flush(); err != nil || s.saved[1].Text() != "One two" {
		t.Errorf("Flush: %v, disk %q", err, s.saved[1].Text())
	}
}

func TestWriter_Flush_locked(t *testing.T) {
	s, w := begun(t, "")
	if err := w.Flush(); err != nil {
		t.Errorf("with nothing written: %v", err)
	}
	w.Write(0, "One")
	s.locked = true
	if err := w.Flush(); fault.KindOf(err) != fault.Locked {
		t.Errorf("Flush: %v", err)
	}
}

func TestWriter_Open_dropsAnOlderRequest(t *testing.T) {
	s := newScene(t)
	for id := range journal.ID(2) {
		e := journal.New(id+1, journal.QuickNote, s.now)
		e.Title = "x"
		s.saved[id+1] = e
	}
	w := s.writer()
	w.Open(1)
	w.Open(2)
	s.pump()
	if w.entry.ID != 2 {
		t.Errorf("open is %v", w.entry.ID)
	}
	w.Open(77)
	s.pump()
	if w.entry.ID != 2 || len(s.errs) != 1 {
		t.Errorf("after a missing one: open %v, told %v", w.entry.ID, s.errs)
	}
}

func TestWriter_told_undoneMarksComeBackAndTextStays(t *testing.T) {
	s, w := begun(t, "One")
	w.SetHit(8, true)
	s.pass(time.Second)
	w.Write(0, "One two")
	e := s.saved[1]
	e.Impact.Hit = journal.LevelOf(3)
	s.saved[1] = e
	w.told(app.Event{Kind: app.EntrySaved, ID: 1})
	s.pump()
	if n, _ := w.entry.Impact.Hit.Value(); n != 3 || w.entry.Text() != "One two" {
		t.Errorf("hit %d, text %q", n, w.entry.Text())
	}
	w.told(app.Event{Kind: app.EntryGone, ID: 1})
	if w.entry.ID != 0 {
		t.Error("an entry that is gone is still open")
	}
}

func TestWriter_told_saysWhereTheItemIs(t *testing.T) {
	s, w := begun(t, "One")
	w.Keep()
	s.pump()
	start := evening.AddDate(0, 0, 4)
	s.items[1] = supervision.AgendaItem{Session: 9}
	s.agendas[9] = app.Agenda{Session: supervision.Session{Start: start}, With: supervision.Relationship{Name: "Ruth"}}
	w.told(app.Event{Kind: app.SupervisionChanged})
	s.pump()
	if got := s.last().Place; !got.Start.Equal(start) || got.With != "Ruth" {
		t.Errorf("place is %+v", got)
	}
}

func TestWriter_Delete_cases(t *testing.T) {
	s, w := begun(t, "")
	w.Delete(func() { t.Error("an empty entry was deleted") })
	s.pump()
	w.Start()
	w.Write(0, "One")
	done := false
	w.Delete(func() { done = true })
	s.pump()
	if !done || w.entry.ID != 0 || s.saved[2].Trashed == nil || s.saved[2].Text() != "One" {
		t.Errorf("done %v, open %v, disk %+v", done, w.entry.ID, s.saved[2])
	}
}

func TestWriter_BringBack_keepsWhatStood(t *testing.T) {
	s, w := begun(t, "")
	for _, text := range []string{"One", "Two", "Three"} {
		w.Write(0, text)
		w.Keep()
		s.pump()
	}
	var past []journal.Entry
	w.History(context.Background(), func(all []journal.Entry) { past = all })
	s.pump()
	if len(past) != 2 || past[0].Text() != "Two" {
		t.Fatalf("history is %v", past)
	}
	w.BringBack(past[1], func() {})
	s.pump()
	if s.saved[1].Text() != "One" || len(s.past[1]) != 3 || s.past[1][2].Text() != "Three" {
		t.Errorf("disk %q, past %v", s.saved[1].Text(), s.past[1])
	}
}

func TestWriter_hold_whatIsNotOnTheDisk(t *testing.T) {
	s, w := begun(t, "")
	if s.held != nil {
		t.Error("holds an empty entry")
	}
	w.Write(0, "One line")
	w.SetShareTitle("Staying late")
	if s.held == nil || s.held() != nil {
		t.Fatal("does not hold what is written")
	}
	if d := s.drafts[1]; d.Text() != "One line" || d.Share.Title != "Staying late" {
		t.Errorf("holds %q, %q", d.Text(), d.Share.Title)
	}
	s.refuse = fault.New(fault.DiskFull, "save")
	w.Start()
	s.pump()
	w.Write(0, "Another")
	s.refuse = nil
	if err := s.held(); err != nil || s.drafts[1].Text() != "One line" || s.drafts[2].Text() != "Another" {
		t.Errorf("does not hold both what could not be saved and what is written: %v", err)
	}
	w.Retry()
	s.pump()
	if s.held != nil {
		t.Error("still holds what is on the disk")
	}
	w.proposed("Words of my own")
	w.SetShareWords("Words of my own, changed")
	if s.held == nil || s.held() != nil || s.drafts[2].Share.Words != "Words of my own, changed" {
		t.Error("does not hold a changed proposal")
	}
	w.DropProposal()
	if s.held != nil {
		t.Error("still holds a proposal that was dropped")
	}
}
