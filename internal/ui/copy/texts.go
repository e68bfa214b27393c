package copy

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// texts are the two texts side by side: what was written, and the document as it
// will stand in the file. Every line stands beside its own, and both scroll
// together.
type texts struct {
	page    *Page
	lines   []*line
	grids   []*grid       // of the tables, for each side
	heading *widgets.Text // of the left side
	pairs   *fyne.Container
	reader  *reader
	content *fyne.Container
}

// line is a line of the document on both sides.
type line struct {
	of          app.Line
	left, right *side
}

func newTexts(p *Page) *texts {
	t := &texts{page: p, pairs: container.New(&pairs{})}
	t.reader = newReader(t.pairs)
	grounds := container.New(&halves{}, widgets.NewGround(look.Paper, "", 0), widgets.NewGround(look.Surface, "", 0), widgets.Rule())
	t.heading = widgets.NewCaption("")
	heads := container.New(&pairs{top: look.Wide}, t.heading, widgets.NewCaption(p.words.T("copy.right")))
	t.content = container.NewStack(grounds, widgets.Frame(heads, nil, nil, nil, t.reader))
	return t
}

// show makes or changes only the lines that are not what they were.
func (t *texts) show(s State) {
	t.heading.SetText(t.page.words.T("copy.left"))
	if s.Of.Included().Private {
		t.heading.SetText(t.page.words.T("copy.left.private"))
	}
	same := len(t.lines) == len(s.Lines)
	for i, l := range t.lines {
		same = same && l.of.Kind == s.Lines[i].Kind && l.of.Own() == s.Lines[i].Own() && len(l.of.Cells) == len(s.Lines[i].Cells) && l.of.Bar == s.Lines[i].Bar
	}
	if !same {
		t.build(s)
	}
	picked := t.page.rail != nil && t.page.rail.missed.picking
	for i, l := range t.lines {
		l.of = s.Lines[i]
		l.left.set(t.spans(l.of, picked))
		l.right.set(t.reads(l.of))
		l.left.choose(idOf(s.Selected))
		l.right.choose(idOf(s.Selected))
		if id := t.page.rail.missed.id(); picked {
			l.left.mark(id)
		}
	}
	if len(s.Open)+len(s.Masked)+len(s.Kept) > 0 {
		t.reader.Disable() // the words in it have the keyboard
	} else {
		t.reader.Enable()
	}
	for _, g := range t.grids {
		g.measure()
	}
	t.settle()
}

// settle gives every line the room that its words need now.
func (t *texts) settle() {
	t.pairs.Resize(fyne.NewSize(t.pairs.Size().Width, t.pairs.MinSize().Height))
	t.pairs.Layout.Layout(t.pairs.Objects, t.pairs.Size())
}

func (t *texts) build(s State) {
	t.lines, t.grids = nil, nil
	var objects []fyne.CanvasObject
	var above line
	for i, of := range s.Lines {
		l := &line{of: of, left: newSide(of, above.left), right: newSide(of, above.right)}
		if grid := l.left.grid; grid != nil && (above.left == nil || above.left.grid != grid) {
			t.grids = append(t.grids, grid, l.right.grid)
		}
		above = *l
		for _, cell := range l.left.cells {
			cell.text.OnSelected = t.chosen
			cell.text.OnKey = t.key
		}
		for _, cell := range l.right.cells {
			cell.text.OnSelected = func(id string) { t.chosen(id); t.focus(numberOf(id)) }
			cell.text.OnKey = t.key
			cell.text.Disable() // a click goes to the same words on the left, so Tab needs only those
		}
		t.lines = append(t.lines, l)
		left, right := fyne.CanvasObject(l.left.content), fyne.CanvasObject(l.right.content)
		if of.Bar > 0 {
			right = widgets.Column(0, right, l.right.bar(of.Bar))
		}
		if of.Kind == app.RuleLine {
			left, right = widgets.Column(0), widgets.Rule()
		}
		if apart(s.Lines, i) {
			left, right = widgets.Pad(0, look.Gap, left), widgets.Pad(0, look.Gap, right)
		}
		objects = append(objects, left, right)
	}
	t.pairs.Objects = objects
	t.pairs.Refresh()
	t.reader.scroll.ScrollToTop()
}

// apart reports whether line i begins something: a part of the document, its
// body after the header, its foot after the body.
func apart(lines []app.Line, i int) bool {
	k := lines[i].Kind
	return i > 0 && (k == app.HeadingLine || k == app.FooterLine || lines[i-1].Kind == app.FieldLine && k != app.FieldLine)
}

// key does what a key says about marked words, or about the word to be picked.
func (t *texts) key(id string, key fyne.KeyName) {
	if !strings.HasPrefix(id, wordMark) {
		t.page.key(key)
	} else if key == fyne.KeyReturn || key == fyne.KeyEnter {
		t.page.rail.missed.mask()
	}
}

// chosen takes in a click or an arrow key on marked words.
func (t *texts) chosen(id string) {
	if place, ok := strings.CutPrefix(id, wordMark); ok {
		t.page.rail.missed.pick(place)
		return
	}
	t.page.presenter.Select(numberOf(id))
}

// focus takes the keyboard to the line with the finding, and tells whether
// there is one.
func (t *texts) focus(finding int) bool {
	id := idOf(finding)
	for _, l := range t.lines {
		if text := l.left.holding(id); text != nil {
			draw.Focus(text)
			return true
		}
	}
	return false
}

// begin shows the head of the document, or the line with the finding where that begins
// too far below it to be seen.
func (t *texts) begin(finding int) {
	t.reader.scroll.ScrollToTop()
	if o := t.at(finding); o != nil {
		bring(t.reader.scroll, o.Position().Y, min(o.Size().Height, look.Edge))
	}
}

// reveal scrolls so far that the line with the finding is in view.
func (t *texts) reveal(finding int) {
	if o := t.at(finding); o != nil {
		bring(t.reader.scroll, o.Position().Y, o.Size().Height)
	}
}

// at gives the left side of the line with the finding, where it stands; nil where there
// is none.
func (t *texts) at(finding int) fyne.CanvasObject {
	id := idOf(finding)
	for i, l := range t.lines {
		if l.left.holding(id) != nil {
			t.settle()
			return t.pairs.Objects[2*i]
		}
	}
	return nil
}

// bring scrolls so far that what begins at top and is that high is in view.
func bring(scroll *container.Scroll, top, height float32) {
	view, at := scroll.Size().Height, scroll.Offset.Y
	switch {
	case view <= 0:
		return
	case top < at || height > view:
		at = max(top-look.Edge, 0)
	case top+height > at+view:
		at = top + height + look.Edge - view
	default:
		return
	}
	scroll.ScrollToOffset(fyne.NewPos(0, at))
}

func idOf(finding int) string {
	if finding < 0 {
		return ""
	}
	return strconv.Itoa(finding)
}

func numberOf(id string) int {
	n, err := strconv.Atoi(id)
	if err != nil {
		return -1
	}
	return n
}
