package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/editor"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// follower keeps the caret's row of a field in view on the page around it.
type follower struct {
	field  *editor.Editor
	page   *container.Scroll // nil: the field follows nothing
	over   func() float32    // how much of the page's top is covered; nil for nothing
	active func() bool       // whether somebody steps through the text
	due    bool              // the row is about to be brought into view
}

// follow takes the page, which also says how far Page Up and Page Down go.
func (f *follower) follow(page *container.Scroll) {
	f.page = page
	f.field.PageHeight = func() float32 { return page.Size().Height - f.covered() }
}

func (f *follower) covered() float32 {
	if f.over == nil {
		return 0
	}
	return f.over()
}

// moved brings the caret's row into view once what was typed is laid out, and the
// click that took the keyboard to the field has put the caret where it belongs.
func (f *follower) moved() {
	if f.page == nil || f.due {
		return
	}
	f.due = true
	fyne.Do(func() {
		f.due = false
		if f.active() {
			f.reveal()
		}
	})
}

// rowMargin is how much of what stands around the caret's row stays in view.
const rowMargin float32 = 36

func (f *follower) reveal() {
	driver, page := fyne.CurrentApp().Driver(), f.page
	if driver.CanvasForObject(f.field) == nil {
		return
	}
	content, view := page.Content, page.Size().Height
	content.Resize(fyne.NewSize(page.Size().Width, max(content.MinSize().Height, view)))
	top, height := f.field.CaretRow()
	y := driver.AbsolutePositionForObject(f.field).Y + top - driver.AbsolutePositionForObject(page).Y
	least := min(rowMargin, max(view-height, 0)/3)
	switch above := least + f.covered(); {
	case y < above:
		scrollBy(page, y-above)
	case y+height+least > view:
		scrollBy(page, y+height+least-view)
	}
}

// pinned lays a section out as its column says, and the bar to find with in its
// slot there, or as far below as is in view.
type pinned struct{ section *TextSection }

// Layout is called by Fyne.
func (p pinned) Layout(o []fyne.CanvasObject, size fyne.Size) {
	draw.Place(o[0], 0, 0, size.Width, size.Height)
	p.section.pin()
}

// MinSize is the column's.
func (p pinned) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// pin puts the bar where it can be seen.
func (s *TextSection) pin() {
	if s.find == nil {
		return
	}
	height := s.bar.MinSize().Height
	y := s.slot.Position().Y
	if page := s.follower.page; page != nil {
		driver := fyne.CurrentApp().Driver()
		above := driver.AbsolutePositionForObject(s.content).Y - driver.AbsolutePositionForObject(page.Content).Y
		hidden := page.Offset.Y - above // the content may have yet to move
		y = max(y, min(hidden, s.content.Size().Height-height))
	}
	draw.Place(s.bar, 0, y, s.content.Size().Width, height)
}

// barHeight is how much the bar to find with covers of the page's top.
func (s *TextSection) barHeight() float32 {
	if !s.finding() {
		return 0
	}
	return s.bar.MinSize().Height
}

func (s *TextSection) finding() bool { return s.find != nil && s.bar.Visible() }

// openFind shows the bar to find with above the field, or over it where its top is
// out of sight, and takes the keyboard to it.
func (s *TextSection) openFind() {
	if s.find == nil {
		s.find = editor.NewFindBar(s.field, writing.Find)
		s.find.OnClosed = func() { s.showBar(false) }
		s.bar = container.NewStack(widgets.NewGround(look.Surface, look.Border, look.RadiusField), widgets.Pad(3, 1.5, s.find))
		s.content.Add(s.bar)
	}
	s.showBar(true)
	s.find.Open()
}

func (s *TextSection) showBar(on bool) {
	s.bar.Hidden, s.slot.Hidden = !on, !on
	s.slot.SetMinSize(s.bar.MinSize())
	if page := s.follower.page; page != nil {
		page.OnScrolled = nil
		if on {
			page.OnScrolled = func(fyne.Position) { s.pin() }
		}
	}
	s.content.Refresh()
}
