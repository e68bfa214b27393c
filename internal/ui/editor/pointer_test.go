package editor

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// over returns where in the field a place of the text stands.
func over(e *Editor, at int) fyne.Position {
	row := e.field.RowOf(at)
	return fyne.NewPos(e.metrics.pad+e.field.XAt(row, at), e.metrics.top(row)+e.metrics.pitch/2)
}

func clickOn(e *Editor, at int, button desktop.MouseButton, mod fyne.KeyModifier) {
	ev := &desktop.MouseEvent{Button: button, Modifier: mod}
	ev.Position = over(e, at)
	e.MouseDown(ev)
	e.MouseUp(ev)
}

func TestPointer_clicks(t *testing.T) {
	e, clock, w := shown(t, "linux", fyne.NewSize(460, 300))
	w.Canvas().Unfocus()
	s := "one two three\nfour don't six"
	click := func(at int, mod fyne.KeyModifier) { clickOn(e, at, desktop.MouseButtonPrimary, mod) }
	selects := func(what string, at int, mod fyne.KeyModifier, want string) {
		t.Helper()
		if click(at, mod); e.SelectedText() != want {
			t.Errorf("%s selected %q", what, e.SelectedText())
		}
	}
	e.SetText(s)
	click(5, 0)
	if got(e) != "one t|wo three\nfour don't six" || !e.Focused() {
		t.Errorf("a click led to %q, keyboard %v", got(e), e.Focused())
	}
	selects("a double click", 5, 0, "two")
	selects("a triple click", 5, 0, "one two three")
	clock.pass(time.Second)
	click(21, 0)
	clock.pass(clickPause + time.Millisecond)
	selects("two clicks apart", 21, 0, "")
	selects("a double click in don't", 21, 0, "don't")
	clock.pass(time.Second)
	click(4, 0)
	clock.pass(time.Second)
	selects("a click with Shift", 7, shift, "two")
}

func dragTo(e *Editor, pos fyne.Position) {
	ev := &fyne.DragEvent{}
	ev.Position, ev.AbsolutePosition = pos, e.absolute().Add(pos)
	e.Dragged(ev)
}

func TestPointer_dragSelects_byWordsAfterADoubleClick(t *testing.T) {
	e, _, _ := shown(t, "linux", fyne.NewSize(460, 300))
	e.SetText("one two three four")
	press := func(at int) {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		ev.Position = over(e, at)
		e.MouseDown(ev)
	}
	press(2)
	dragTo(e, over(e, 6))
	if e.SelectedText() != "e tw" {
		t.Errorf("dragging selected %q", e.SelectedText())
	}
	e.DragEnd()
	clickOn(e, 9, desktop.MouseButtonPrimary, 0)
	press(9)
	dragTo(e, over(e, 15))
	if e.SelectedText() != "three four" {
		t.Errorf("dragging after a double click selected %q", e.SelectedText())
	}
	dragTo(e, over(e, 5))
	if e.SelectedText() != "two three" {
		t.Errorf("dragging back selected %q", e.SelectedText())
	}
	e.DragEnd()
}

func TestPointer_dragScrollsOn_whileThePointerRestsOutside(t *testing.T) {
	e, clock, w := shown(t, "linux", fyne.NewSize(300, 200))
	e.SetText(strings.Repeat("line\n", 300))
	scroll := w.Content().(*container.Scroll)
	scroll.Refresh()
	e.OnCaret = func(top, height float32) {
		if below := top + height - scroll.Size().Height; below > scroll.Offset.Y {
			scroll.ScrollToOffset(fyne.NewPos(0, below))
		}
	}
	clickOn(e, 2, desktop.MouseButtonPrimary, 0)
	dragTo(e, fyne.NewPos(20, 230))
	first, _ := e.field.Caret()
	clock.pass(2 * time.Second)
	if row, _ := e.field.Caret(); row < first+20 {
		t.Errorf("after two seconds below the window the selection reached row %d, at first %d", row, first)
	}
	e.DragEnd()
	row, _ := e.field.Caret()
	clock.pass(time.Second)
	if now, _ := e.field.Caret(); now != row {
		t.Error("the selection grows on after the button was released")
	}
}

func TestMenu_offersWhatAMarkHas(t *testing.T) {
	e, _, w := shown(t, "linux", fyne.NewSize(460, 300))
	e.Labels = Labels{Undo: "Undo", Redo: "Redo", Cut: "Cut", Copy: "Copy", Paste: "Paste", SelectAll: "Select all"}
	e.SetText("We met Maeve there.")
	e.SetStyle("person", Style{Line: Dotted, LineColor: theme.ColorNameWarning, Actions: func(m Mark) []Action {
		return []Action{{"Use the code", func() { e.Replace(m.From, m.To, "M1") }}}
	}})
	e.SetMarks("person", []Mark{{From: 7, To: 12}})
	labels := func(at int) string {
		var all []string
		for _, i := range e.menu(at).Items {
			if name := i.Label; i.Disabled {
				all = append(all, "("+name+")")
			} else {
				all = append(all, name)
			}
		}
		return strings.Join(all, ",")
	}
	if got, want := labels(9), "Use the code,,(Undo),(Redo),,(Cut),(Copy),Paste,Select all"; got != want {
		t.Errorf("on the mark: %q, want %q", got, want)
	}
	if got, want := labels(3), "(Undo),(Redo),,(Cut),(Copy),Paste,Select all"; got != want {
		t.Errorf("beside the mark: %q, want %q", got, want)
	}
	e.Further = func() []Action { return []Action{{"Mark", func() {}}} }
	e.SelectAll()
	if got, want := labels(3), "(Undo),(Redo),,Cut,Copy,Paste,Select all,,Mark"; got != want {
		t.Errorf("with all selected: %q, want %q", got, want)
	}
	e.Further = nil
	e.SetText(e.Text())
	e.SetMarks("person", []Mark{{From: 7, To: 12}})
	e.SetReadOnly(true)
	if got, want := labels(3), "(Copy),Select all"; got != want {
		t.Errorf("in a text to read: %q, want %q", got, want)
	}
	e.SetReadOnly(false)
	ev := &fyne.PointEvent{Position: over(e, 9)}
	e.TappedSecondary(ev)
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("no menu is shown")
	}
	e.menu(9).Items[0].Action()
	if e.Text() != "We met M1 there." || len(e.Marks("person")) != 0 {
		t.Errorf("the action led to %q with marks %v", e.Text(), e.Marks("person"))
	}
}
