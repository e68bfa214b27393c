package journal

import (
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/journal"
)

// One key takes a quick note into a template: its words stand in the first section,
// the keyboard is in the next, and what is asked there answers to how it was.
func TestPage_deepen(t *testing.T) {
	for _, c := range []struct {
		hit  int
		feel journal.Feeling
		asks string
	}{{8, "", "journal.template.ground"}, {2, "proud", "journal.template.keep"}, {2, "", "template.what.so_what.hint"}} {
		p, w, _ := written(t, "She closed the door.")
		p.writer.SetHit(c.hit, true)
		if c.feel != "" {
			p.writer.ToggleFeeling(c.feel)
		}
		p.Command("deepen")
		e := p.writer.entry
		if e.Template != journal.WhatNow || e.Sections[0].Text != "She closed the door." || p.editor.at != 1 {
			t.Fatalf("%s: %v, at %d", e.Template, e.Sections, p.editor.at)
		}
		if _, asks := p.editor.asks(e, "so_what", true); asks != p.words.T(c.asks) {
			t.Errorf("asks %q", asks)
		}
		w.typeText("I was afraid.")
		p.arrange(journal.QuickNote)
		p.arrange(journal.WhatNow)
		if got := p.writer.entry.Sections; got[0].Text != "She closed the door." || got[1].Text != "I was afraid." || len(got) != 3 {
			t.Errorf("after another template and back: %v", got)
		}
	}
}

// The template that the entry has is ticked, wherever it is offered first.
func TestDateLine_chooseTemplate_ticksTheEntrysOwn(t *testing.T) {
	p, _, _ := written(t, "One of those days.")
	for _, of := range journal.Templates {
		p.arrange(of.ID)
		lines, _ := p.editor.date.templates()
		var ticked []string
		for _, l := range lines {
			if l.Checked {
				ticked = append(ticked, l.Text)
			}
		}
		if len(ticked) != 1 || ticked[0] != p.words.T("template."+string(of.ID)) {
			t.Errorf("%s: ticked %q", of.ID, ticked)
		}
	}
}

// What is asked answers to how it was as soon as that is said, and stays while dialogs
// come and go.
func TestEditor_hint_answers_at_once(t *testing.T) {
	p, w, _ := openPage(t, 1, 1090, 760)
	p.Command("new")
	for _, c := range []struct {
		hit  int
		asks string
	}{{9, "journal.template.ground"}, {3, "template.quick.note.hint"}, {9, "journal.template.ground"}} {
		p.writer.SetHit(c.hit, true)
		if got := p.editor.fields[0].Hint(); got != p.words.T(c.asks) {
			t.Errorf("at %d it asks %q", c.hit, got)
		}
	}
	p.Command("tags")
	w.press(fyne.KeyEscape)
	p.writer.SetBody("tight")
	p.writer.Keep()
	w.until("kept", func() bool { return p.writer.entry.Revision > 0 })
	if got := p.editor.fields[0].Hint(); got != p.words.T("journal.template.ground") {
		t.Errorf("afterwards it asks %q", got)
	}
}
