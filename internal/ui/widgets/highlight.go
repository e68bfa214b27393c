package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// SpanTone says how a stretch of text is marked.
type SpanTone uint8

// The ways to mark a stretch.
const (
	Unmarked SpanTone = iota
	Strong            // bold, as a heading or a stressed word
	Found             // amber ground: something that was recognised
	Open              // amber line below: waits for a decision
	Masked            // dark pill: what stands in its place for others
	Waiting           // amber pill: nothing stands in its place yet
	Gone              // struck through on a warm ground: stood in an earlier version
	Come              // underlined on a green ground: has come since
)

// Span is a stretch of text. An ID that is not empty makes it one that can be
// selected; several spans may share one.
type Span struct {
	Text string
	Tone SpanTone
	ID   string
}

// HighlightText is one paragraph to read, with marked stretches, wrapped by word.
// Put many of them into a Column. It can have the keyboard if any span has an ID:
// Left and Right go from one to the next.
type HighlightText struct {
	draw.Control
	// OnSelected gets the ID of the span that the user chose.
	OnSelected func(id string)
	// OnKey gets every other key, with the selected span's ID.
	OnKey func(id string, key fyne.KeyName)

	spans    []Span
	selected string
	pieces   []draw.Piece
	lines    int
	wrapped  float32
	ring     *canvas.Rectangle
	drawing  *draw.Drawing
}

// NewHighlightText gives a paragraph of spans, which follow each other without a
// gap.
func NewHighlightText(spans []Span) *HighlightText {
	h := &HighlightText{spans: spans}
	h.ExtendBaseWidget(h)
	return h
}

// SetSpans shows other words.
func (h *HighlightText) SetSpans(spans []Span) {
	h.spans = spans
	h.Refresh()
}

// Select shows the spans of that ID as selected; "" or an unknown ID none. It
// does not call OnSelected.
func (h *HighlightText) Select(id string) {
	if id != h.selected {
		h.selected = id
		h.Refresh()
	}
}

// Has tells whether a span of that ID stands in this paragraph.
func (h *HighlightText) Has(id string) bool {
	for _, s := range h.spans {
		if s.ID == id {
			return true
		}
	}
	return false
}

// Disabled is also true for a paragraph without a span to select, so that Tab
// passes it by.
func (h *HighlightText) Disabled() bool { return h.Control.Disabled() || len(h.ids()) == 0 }

// ids gives the selectable spans' IDs in reading order, each once.
func (h *HighlightText) ids() []string {
	var ids []string
	seen := map[string]bool{}
	for _, s := range h.spans {
		if s.ID != "" && !seen[s.ID] {
			seen[s.ID] = true
			ids = append(ids, s.ID)
		}
	}
	return ids
}

func (h *HighlightText) choose(id string) {
	h.Select(id)
	if h.OnSelected != nil {
		h.OnSelected(id)
	}
}

// TypedKey goes from span to span, or hands the key on.
func (h *HighlightText) TypedKey(k *fyne.KeyEvent) {
	ids := h.ids()
	at := -1
	for i, id := range ids {
		if id == h.selected {
			at = i
		}
	}
	switch {
	case k.Name == fyne.KeyEscape:
		draw.Escape(h.OnEscape())
	case len(ids) == 0:
	case k.Name == fyne.KeyRight:
		h.choose(ids[min(at+1, len(ids)-1)])
	case k.Name == fyne.KeyLeft:
		h.choose(ids[max(at-1, 0)])
	case h.OnKey != nil && h.selected != "":
		h.OnKey(h.selected, k.Name)
	}
}

// Tapped selects the span under the pointer.
func (h *HighlightText) Tapped(e *fyne.PointEvent) {
	for _, p := range h.pieces {
		y := float32(p.Line) * h.step()
		inside := e.Position.X >= p.X && e.Position.X < p.X+p.Width && e.Position.Y >= y && e.Position.Y < y+h.step()
		if inside && h.spans[p.Run].ID != "" {
			draw.Focus(h)
			h.choose(h.spans[p.Run].ID)
			return
		}
	}
}

// Cursor is a hand only where there is something to select.
func (h *HighlightText) Cursor() desktop.Cursor {
	if h.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn changes nothing.
func (h *HighlightText) MouseIn(*desktop.MouseEvent) {}

// MouseOut changes nothing.
func (h *HighlightText) MouseOut() {}

// AccessibilityLabel gives the words.
func (h *HighlightText) AccessibilityLabel() string {
	var b strings.Builder
	for _, s := range h.spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// AccessibilityRole says that this is text.
func (h *HighlightText) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (h *HighlightText) CreateRenderer() fyne.WidgetRenderer {
	h.ring = draw.NewRing(4)
	h.drawing = &draw.Drawing{Min: h.minSize, Arrange: h.arrange, Restyle: h.rewrap, Size: h.Size}
	h.rewrap()
	return h.drawing
}

// pillRoom is what a pill adds to a piece on either side.
const pillRoom float32 = 4

func isPill(t SpanTone) bool { return t == Masked || t == Waiting || t == Found }

func (h *HighlightText) measureRun(run int, text string) float32 {
	s := h.spans[run]
	w := draw.Extent(text, draw.Measure(h, look.Reading), s.Tone == Strong).Width
	if isPill(s.Tone) {
		w += 2 * pillRoom
	}
	return w
}

// Longest returns the width of the longest word.
func (h *HighlightText) Longest() (longest float32) {
	for i, s := range h.spans {
		for _, word := range strings.Fields(s.Text) {
			longest = max(longest, h.measureRun(i, word))
		}
	}
	return longest
}

func (h *HighlightText) lineHeight() float32 { return draw.TextHeight(h, look.Reading) }

func (h *HighlightText) step() float32 { return h.lineHeight() + look.Tight }

func (h *HighlightText) minSize() fyne.Size {
	return fyne.NewSize(8*h.lineHeight(), float32(max(h.lines, 1))*h.step())
}

func (h *HighlightText) arrange(size fyne.Size) {
	if size.Width != h.wrapped {
		h.rewrap()
	}
	draw.Place(h.ring, -4, -2, size.Width+8, size.Height+2)
}

// rewrap breaks the spans into lines and makes the objects that draw them.
func (h *HighlightText) rewrap() {
	h.wrapped = h.Size().Width
	texts := make([]string, len(h.spans))
	for i, s := range h.spans {
		texts[i] = s.Text
	}
	width := h.wrapped
	if width == 0 {
		width = 40 * h.lineHeight()
	}
	h.pieces, h.lines = draw.Flow(texts, width, h.measureRun)
	h.StyleRing(h.ring)
	h.drawing.Drawn = append(h.drawing.Drawn[:0], h.ring)
	for _, p := range h.pieces {
		h.drawPiece(p)
	}
}

// drawPiece adds ground, text and underline of one piece.
func (h *HighlightText) drawPiece(p draw.Piece) {
	span := h.spans[p.Run]
	ground, ink, below := h.roles(span)
	y, x, width := float32(p.Line)*h.step(), p.X, p.Width
	if ground != "" {
		r := canvas.NewRectangle(draw.Paint(h, ground))
		r.CornerRadius = 4
		draw.Place(r, x+0.5, y+1.5, width-1, h.lineHeight())
		if h.selected != "" && span.ID == h.selected {
			r.StrokeColor, r.StrokeWidth = draw.Paint(h, look.Green), 2
		}
		h.drawing.Drawn = append(h.drawing.Drawn, r)
	}
	if isPill(span.Tone) {
		x += pillRoom
	}
	text := draw.Words(draw.Measure(h, look.Reading), span.Tone == Strong)
	draw.Say(text, p.Text)
	text.Color = draw.Paint(h, ink)
	draw.Place(text, x, y, width, h.lineHeight())
	h.drawing.Drawn = append(h.drawing.Drawn, text)
	if below {
		h.drawLine(look.Amber, x, y+h.lineHeight(), width)
	}
	switch span.Tone {
	case Gone:
		h.drawLine(look.WarmInk, x, y+h.lineHeight()*0.55, width)
	case Come:
		h.drawLine(look.Green, x, y+h.lineHeight()-1, width)
	}
}

func (h *HighlightText) drawLine(role fyne.ThemeColorName, x, y, width float32) {
	line := canvas.NewRectangle(draw.Paint(h, role))
	draw.Place(line, x, y, width, 2)
	h.drawing.Drawn = append(h.drawing.Drawn, line)
}

// roles gives the colours of ground ("" for none) and words, and whether a line
// stands below.
func (h *HighlightText) roles(s Span) (ground, ink fyne.ThemeColorName, below bool) {
	ink = look.Ink
	switch s.Tone {
	case Found:
		ground = look.AmberSoft
	case Masked:
		ground, ink = look.Mask, look.Surface
	case Waiting:
		ground, ink = look.AmberInk, look.Surface
	case Open:
		below = true
	case Gone:
		ground = look.WarmSoft
	case Come:
		ground = look.GreenSoft
	}
	if ground == "" && s.ID != "" && s.ID == h.selected {
		ground = look.AmberSoft
	}
	return ground, ink, below
}
