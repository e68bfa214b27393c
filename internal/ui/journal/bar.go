package journal

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
)

// topBar stands above editor and rail: a new entry at the left, how safe the
// text is and what else can be done with it at the right.
type topBar struct {
	page    *Page
	content *fyne.Container

	begin, beginShort, history  *widgets.Button
	copy, fold, foldShort, more *widgets.Button
	hint, status                *widgets.Text
	folded                      bool
	shown                       Status
}

func newTopBar(p *Page) *topBar {
	b := &topBar{page: p}
	w := p.words
	b.begin = widgets.NewPrimary(w.T("journal.new"), p.startEntry)
	b.beginShort = widgets.NewPrimary(w.T("journal.new.short"), p.startEntry)
	b.hint = widgets.NewSmall(w.T("journal.new.hint")).OneLine()
	b.status = widgets.NewSmall("").OneLine()
	b.history = widgets.NewLink(w.T("journal.history"), p.showHistory)
	b.copy = widgets.NewPlain(w.T("journal.copy"), p.copy)
	b.fold = widgets.NewPlain(w.T("journal.fold"), func() { p.columns.turn() })
	b.foldShort = widgets.NewPlain(w.T("journal.fold.short"), func() { p.columns.turn() })
	b.more = widgets.NewPlain(w.T("journal.more"), b.showMore).WithMark(widgets.Down)
	row := container.New(&spare{b}, b.begin, b.beginShort, b.hint, b.status, b.history, b.copy, b.fold, b.foldShort, b.more)
	b.content = widgets.Pad(look.Edge, 11, row)
	return b
}

// setFolded offers the rail by a button, or not, and shortens the status.
func (b *topBar) setFolded(on bool) {
	b.folded = on
	b.status.SetText(b.says(b.shown))
	b.content.Refresh()
}

// show offers what can be done with the open entry.
func (b *topBar) show(s State) {
	for _, button := range []*widgets.Button{b.history, b.copy, b.more} {
		if s.Entry.ID == 0 {
			button.Disable()
		} else {
			button.Enable()
		}
	}
	b.showStatus(s.Status)
}

// showStatus tells how safe the text is. What went wrong is told above the text.
func (b *topBar) showStatus(s Status) {
	b.shown = s
	b.status.SetText(b.says(s))
	b.status.SetRole(look.Soft)
	if s.Kind == Failed {
		b.status.SetRole(look.WarmInk)
	}
	b.content.Refresh()
}

func (b *topBar) says(s Status) string {
	w, at := b.page.words, b.when(s.At)
	switch {
	case s.Kind == Writing:
		return w.T("journal.status.writing")
	case s.Kind == Failed:
		return w.T("journal.status.failed")
	case (s.Kind == Drafted || s.Kind == Saved) && b.folded: // on the disk, either way
		return w.T("journal.status.saved.short", at)
	case s.Kind == Drafted || s.Kind == Saved:
		return w.T("journal.status.saved", at)
	}
	return ""
}

// when says the time, or the day where it was not today.
func (b *topBar) when(at time.Time) string {
	now := b.page.desk.Now()
	at = at.In(now.Location())
	if journal.DateOf(at) != journal.DateOf(now) {
		return present.Days{Words: b.page.words}.Short(at, now)
	}
	return present.Days{Words: b.page.words}.Clock(at)
}

// why gives the key of the words for what went wrong with saving.
func why(err error) string {
	switch fault.KindOf(err) {
	case fault.DiskFull:
		return "journal.why.disk-full"
	case fault.Permission:
		return "journal.why.permission"
	case fault.NotFound:
		return "journal.why.gone"
	case fault.Invalid:
		return "journal.why.invalid"
	case fault.Locked:
		return "journal.why.locked"
	case fault.Damaged, fault.Tampered:
		return "journal.why.damaged"
	}
	return "journal.why.internal"
}

func (b *topBar) showMore() {
	w, p := b.page.words, b.page
	flagged := p.writer.entry.Flag
	widgets.ShowMenu(
		b.more,
		widgets.MenuChoice{Text: w.T("journal.flag.next"), Checked: flagged == journal.Next, Chosen: func() { p.bring(journal.Next) }},
		widgets.MenuChoice{Text: w.T("journal.flag.urgent"), Checked: flagged == journal.Urgent, Chosen: func() { p.bring(journal.Urgent) }},
		widgets.MenuChoice{Text: w.T("journal.tag.menu"), Chosen: p.askTags},
		widgets.MenuChoice{Text: w.T("journal.later.menu"), Further: p.laterMenu()},
		widgets.MenuChoice{},
		widgets.MenuChoice{Text: w.T("journal.history.long"), Chosen: p.showHistory},
		widgets.MenuChoice{Text: w.T("journal.copy"), Chosen: p.copy},
		widgets.MenuChoice{},
		widgets.MenuChoice{Text: w.T("journal.delete"), Chosen: p.delete},
	)
}

// spare sets the bar's things in a line, and leaves out what the menu behind
// "more" has too where the line is too short.
type spare struct{ bar *topBar }

const barGap float32 = 12

// fit shows what there is room for.
func (s *spare) fit(objects []fyne.CanvasObject, room float32) {
	b := s.bar
	for _, o := range objects {
		widgets.ShowIf(o, o != b.beginShort && o != b.foldShort && (o != b.fold || b.folded))
	}
	for _, o := range []fyne.CanvasObject{b.hint, b.copy, b.fold, b.begin, b.status, b.history} {
		if width(objects) <= room {
			return
		}
		o.Hide()
		widgets.ShowIf(b.beginShort, !b.begin.Visible())
		widgets.ShowIf(b.foldShort, b.folded && !b.fold.Visible())
	}
}

// Layout sets the first three to the left and the others to the right.
func (s *spare) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.fit(objects, size.Width)
	x := float32(0)
	for i, o := range objects {
		if i == 3 {
			x = max(x, size.Width-width(objects[3:]))
		}
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + barGap
	}
}

// width gives how wide the visible objects are in a line.
func width(objects []fyne.CanvasObject) float32 {
	sum := -barGap
	for _, o := range objects {
		if o.Visible() {
			sum += o.MinSize().Width + barGap
		}
	}
	return max(sum, 0)
}

// MinSize is the height of the highest and the width of what is never left out.
func (s *spare) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(1, height)
}
