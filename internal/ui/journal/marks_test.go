package journal

import (
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func opened(t *testing.T, text string) (*scene, *writer) {
	s, w := begun(t, text)
	w.Keep()
	s.pump()
	s.labels = nil
	return s, w
}

func TestWriter_marks_saveUnderTheirLabel(t *testing.T) {
	cases := map[string]struct {
		do    func(w *writer)
		label string
		holds func(e journal.Entry) bool
	}{
		"hit":       {func(w *writer) { w.SetHit(8, true) }, "undo.impact", func(e journal.Entry) bool { return e.Impact.Hit == journal.LevelOf(8) }},
		"carrying":  {func(w *writer) { w.SetCarrying(0, true) }, "undo.impact", func(e journal.Entry) bool { return e.Impact.Carrying == journal.LevelOf(0) }},
		"feeling":   {func(w *writer) { w.ToggleFeeling("guilty") }, "undo.impact", func(e journal.Entry) bool { return len(e.Impact.Feelings) == 1 }},
		"affect":    {func(w *writer) { w.SetAffect(-2, 1, true) }, "undo.impact", func(e journal.Entry) bool { return *e.Impact.Affect == journal.Affect{Valence: -2, Energy: 1} }},
		"kind":      {func(w *writer) { w.ToggleKind(journal.Grief) }, "undo.impact", func(e journal.Entry) bool { return e.Impact.Kinds[0] == journal.Grief }},
		"need":      {func(w *writer) { w.SetNeed(journal.NeedTalk) }, "undo.impact", func(e journal.Entry) bool { return e.Impact.Need == journal.NeedTalk }},
		"body":      {func(w *writer) { w.SetBody("cold hands") }, "undo.impact", func(e journal.Entry) bool { return e.Impact.Body == "cold hands" }},
		"theme":     {func(w *writer) { w.ToggleTheme("a/b") }, "undo.themes", func(e journal.Entry) bool { return e.Themes[0] == "a/b" }},
		"own theme": {func(w *writer) { w.AddTheme("Night shifts") }, "undo.themes", func(e journal.Entry) bool { return e.Themes[0] == "own/night-shifts" }},
		"date":      {func(w *writer) { w.SetDate("2026-11-20") }, "undo.date", func(e journal.Entry) bool { return e.Date == "2026-11-20" && e.Late() }},
		"belongs":   {func(w *writer) { w.SetBelongs(true) }, "undo.record", func(e journal.Entry) bool { return e.CaseRecord.Belongs }},
		"recorded":  {func(w *writer) { w.SetRecorded(true) }, "undo.record", func(e journal.Entry) bool { return e.CaseRecord.Done }},
		"note":      {func(w *writer) { w.SetRecordNote("rang 18:20") }, "undo.record", func(e journal.Entry) bool { return e.CaseRecord.Note == "rang 18:20" }},
		"flag":      {func(w *writer) { w.SetFlag(journal.Next) }, "undo.flag", func(e journal.Entry) bool { return e.Flag == journal.Next }},
		"title":     {func(w *writer) { w.SetShareTitle("A") }, "undo.share", func(e journal.Entry) bool { return e.Share.Title == "A" }},
		"words":     {func(w *writer) { w.SetShareWords("A") }, "undo.share", func(e journal.Entry) bool { return e.Share.Words == "A" }},
		"who":       {func(w *writer) { w.SetWhoKnows("on-call lead") }, "undo.share", func(e journal.Entry) bool { return e.Share.WhoKnows == "on-call lead" }},
		"want":      {func(w *writer) { w.SetWant(supervision.WantDecision) }, "undo.share", func(e journal.Entry) bool { return e.Share.Want == "decide" }},
		"minutes":   {func(w *writer) { w.SetMinutes(20) }, "undo.share", func(e journal.Entry) bool { return e.Share.Minutes == 20 }},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s, w := opened(t, "One")
			c.do(w)
			s.pump()
			s.pass(markAfter)
			w.Keep()
			s.pump()
			if !slices.Equal(s.labels, []string{c.label}) || !c.holds(s.saved[1]) {
				t.Errorf("labels %q, disk %+v", s.labels, s.saved[1])
			}
		})
	}
}

func TestWriter_SetHit_draggedIsOneStep(t *testing.T) {
	s, w := opened(t, "One")
	for n := range 9 {
		w.SetHit(n, true)
		s.pass(50 * time.Millisecond)
	}
	s.pass(time.Second)
	if len(s.labels) != 1 || s.saved[1].Impact.Hit != journal.LevelOf(8) {
		t.Errorf("%d saves, hit %v", len(s.labels), s.saved[1].Impact.Hit)
	}
}

func TestWriter_mark_foldsInTheTextBeingWritten(t *testing.T) {
	s, w := opened(t, "One")
	w.Write(0, "One two")
	w.ToggleTheme("a/b")
	s.pump()
	if s.saved[1].Text() != "One two" || len(s.saved[1].Themes) != 1 {
		t.Errorf("disk %+v", s.saved[1])
	}
}

func TestWriter_ToggleFeeling_takesThree(t *testing.T) {
	s, w := opened(t, "One")
	for _, f := range []journal.Feeling{"guilty", "numb", "proud"} {
		if !w.ToggleFeeling(f) {
			t.Fatalf("no room for %s", f)
		}
	}
	if w.ToggleFeeling("calm") {
		t.Error("a fourth word was taken")
	}
	w.ToggleFeeling("numb")
	s.pump()
	if got := s.saved[1].Impact.Feelings; !slices.Equal(got, []journal.Feeling{"guilty", "proud"}) {
		t.Errorf("feelings %v", got)
	}
}

func TestWriter_SetNeed_againTakesItAway(t *testing.T) {
	_, w := opened(t, "One")
	w.SetNeed(journal.NeedToday)
	if !w.state().Entry.Impact.Heavy() {
		t.Error("need today is not heavy")
	}
	w.SetNeed(journal.NeedToday)
	if w.entry.Impact.Need != "" {
		t.Error("the need stays")
	}
}

func TestWriter_Switch_losesNoText(t *testing.T) {
	s, w := opened(t, "One")
	w.Switch(journal.WhatNow, func() {})
	w.Write(2, "Three")
	w.Switch(journal.QuickNote, func() {})
	w.Keep()
	s.pump()
	if text := s.saved[1].Text(); !strings.Contains(text, "One") || !strings.Contains(text, "Three") {
		t.Errorf("text is %q", text)
	}
}

func TestWriter_Propose_isReadBeforeItIsKept(t *testing.T) {
	cases := map[string]struct {
		then  func(w *writer)
		words string
	}{
		"kept":                  {func(w *writer) { w.KeepProposal() }, "[masked] One"},
		"dropped":               {func(w *writer) { w.DropProposal() }, ""},
		"left unread":           {func(w *writer) { w.Keep() }, ""},
		"changed and left":      {func(w *writer) { w.SetShareWords("Mine"); w.Keep() }, "Mine"},
		"changed, then dropped": {func(w *writer) { w.SetShareWords("Mine"); w.DropProposal() }, ""},
		"changed and kept":      {func(w *writer) { w.SetShareWords("Mine"); w.KeepProposal() }, "Mine"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s, w := opened(t, "One")
			w.Propose("One", "One")
			s.pump()
			if p := s.last().Proposal; !p.Shown || p.Words != "[masked] One" || w.entry.Share.Words != "" {
				t.Fatalf("proposal %+v, words %q", p, w.entry.Share.Words)
			}
			c.then(w)
			s.pump()
			if got := s.saved[1].Share.Words; got != c.words {
				t.Errorf("words on the disk: %q, want %q", got, c.words)
			}
		})
	}
}

func TestWriter_Propose_standsBehindWhatWasWritten(t *testing.T) {
	s, w := opened(t, "One")
	w.SetShareWords("Mine.")
	w.Propose("One", "One")
	s.pump()
	if got := s.last().Proposal.Words; got != "Mine.\n\n[masked] One" {
		t.Errorf("proposal is %q", got)
	}
	w.Propose("  ", "  ")
	s.pump()
	if len(s.errs) != 0 {
		t.Errorf("told %v", s.errs)
	}
}

func TestWriter_state_sharing(t *testing.T) {
	_, w := opened(t, "One")
	if w.state().Sharing {
		t.Error("the card is open before anybody asked for it")
	}
	w.OpenCard()
	if !w.state().Sharing {
		t.Error("the card stays closed")
	}
}

func TestCut_wholeRunes(t *testing.T) {
	if got := cut("añb", 2); got != "a" {
		t.Errorf("cut gives %q", got)
	}
}

func TestWriter_SetShareWords_tells_when_nothing_is_missing_any_more(t *testing.T) {
	s, w := opened(t, "One")
	w.SetFlag(journal.Next)
	s.pump()
	w.SetShareTitle("Speaking up")
	told := len(s.states)
	w.SetShareWords("H")
	if len(s.states) != told+1 || !s.last().Entry.Share.Ready() {
		t.Fatal("the card was not told that the words are there")
	}
	w.SetShareWords("How do I speak up?")
	if len(s.states) != told+1 {
		t.Error("each key was told to the whole page")
	}
}

// What was carried on another day is kept when it is marked again, with undo's step as
// one.
func TestWriter_SetCarrying_keepsTheDayBefore(t *testing.T) {
	s, w := begun(t, "A shift.")
	w.SetCarrying(8, true)
	s.pass(time.Minute)
	s.pass(48 * time.Hour)
	w.SetCarrying(5, true)
	w.SetCarrying(4, true)
	s.pass(time.Minute)
	got := s.saved[w.entry.ID].Impact
	if n, _ := got.Carrying.Value(); n != 4 || len(got.Earlier) != 1 || got.Earlier[0] != (journal.Rating{On: "2026-11-22", Carrying: journal.LevelOf(8)}) || got.Rated != "2026-11-24" {
		t.Errorf("kept %+v", got)
	}
}

// What is marked graphic gets into no words that others may read, not even by choosing a
// part of it.
func TestWriter_Propose_holdsGraphicBack(t *testing.T) {
	text := "It was late. The floor was wet. Then quiet."
	for passage, want := range map[string]string{text: "[masked] It was late. … Then quiet.", "floor was wet. Then": "[masked] … Then", "floor was": ""} {
		s, w := opened(t, text)
		w.SetGraphic([]string{"The floor was wet."})
		s.pump()
		if began := w.Propose(text, passage); began != (want != "") {
			t.Errorf("%q begins: %v", passage, began)
		}
		s.pump()
		if got := s.last().Proposal.Words; got != want {
			t.Errorf("%q is proposed as %q, want %q", passage, got, want)
		}
	}
}
