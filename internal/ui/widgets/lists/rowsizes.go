package lists

import (
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// rowHeight is the height of a row with all that it can have.
func (l *RowList) rowHeight() float32 {
	return rowTop + draw.TextHeight(l, look.Interface) + l.excerptHeight() + l.chipsHeight() + rowBottom
}

// excerptHeight is what the excerpt takes. A title's second line takes the place of
// one of its lines, and is higher.
func (l *RowList) excerptHeight() float32 {
	n := l.shape.ExcerptLines
	if n == 0 {
		return 0
	}
	return 1 + float32(n-1)*draw.TextHeight(l, look.Label) + draw.TextHeight(l, look.Interface)
}

// chipsHeight is what a bare row does without.
func (l *RowList) chipsHeight() float32 {
	if !l.shape.Chips {
		return 0
	}
	return 5 + draw.TextHeight(l, look.Label) + 4
}

func (l *RowList) heightOf(i int) float32 {
	height := l.tops[i+1] - l.tops[i]
	if l.items[i].Heading != "" {
		height -= l.headingHeight()
	}
	return height
}

func (l *RowList) headingHeight() float32 { return draw.TextHeight(l, look.Label) + 20 }

// measureRows computes where each item begins.
func (l *RowList) measureRows() {
	row, heading, chips := l.rowHeight(), l.headingHeight(), l.chipsHeight()
	l.measured = row
	l.tops = make([]float32, len(l.items)+1)
	if l.shape.Fitted {
		l.fitRows()
		return
	}
	headings, bare := 0, 0
	top := func(i int) float32 { // multiplied, not summed: 10,000 roundings would show
		return float32(i)*row + float32(headings)*heading - float32(bare)*chips
	}
	for i, item := range l.items {
		l.tops[i] = top(i)
		if item.Heading != "" {
			headings++
		}
		if item.Bare {
			bare++
		}
	}
	l.tops[len(l.items)] = top(len(l.items))
}

// fitRows gives each row the height that it takes, at the width that there is.
func (l *RowList) fitRows() {
	l.fitted = l.scroll.Size().Width
	view := newRowView(l)
	view.CreateRenderer()
	for i, item := range l.items {
		view.index = i
		view.load()
		view.restyle()
		height := view.lay(max(l.fitted, 160)) + rowBottom
		if item.Heading != "" {
			height += l.headingHeight()
		}
		l.tops[i+1] = l.tops[i] + height
	}
}
