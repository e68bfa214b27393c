package charts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/chart"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// Figure is a chart on a card: its title, what the value says that one is at, and
// the same numbers as a table behind a fold.
type Figure struct {
	widget.BaseWidget
	Chart *Chart
	// OnMoved is told which value the user went to.
	OnMoved func(id string)

	title   *widgets.Text
	said    *widgets.Text
	table   *Table
	head    []string
	rows    func() [][]string
	fold    *widgets.FoldOut
	content *fyne.Container
}

// NewFigure returns a figure that shows of. asTable is the words of the fold; above
// stands between title and chart, at the right, below under what is said.
func NewFigure(title string, of chart.Chart, asTable string, head []string, beside, below fyne.CanvasObject) *Figure {
	f := &Figure{Chart: New(of), title: widgets.NewCaption(title), said: widgets.NewText("", look.Interface, look.Ink), head: head}
	f.table = NewTable(head...)
	f.fold = widgets.NewFoldOut(asTable, f.table)
	f.fold.OnTurned = func(bool) { f.fill(); f.Refresh() }
	f.Chart.OnMoved = func(id string) {
		f.tell()
		if f.OnMoved != nil {
			f.OnMoved(id)
		}
	}
	column := widgets.Column(look.Gap, widgets.Frame(nil, nil, nil, beside, f.title), f.Chart, f.said)
	if below != nil {
		column.Add(below)
	}
	column.Add(f.fold)
	f.content = widgets.Card(column)
	f.ExtendBaseWidget(f)
	return f
}

// Set shows another chart, and goes to the value of id. rows are asked for once they are
// seen, on the window's goroutine.
func (f *Figure) Set(title string, of chart.Chart, rows func() [][]string, id string) {
	f.title.SetText(title)
	f.Chart.Set(of, id)
	f.rows = rows
	f.fill()
	f.tell()
}

// fill sets the table while it is open: most never are, and setting hundreds of words
// takes longer than the chart.
func (f *Figure) fill() {
	if f.fold.Open() && f.rows != nil {
		f.table.Set(f.head, f.rows())
	}
}

func (f *Figure) tell() {
	_, says, _ := f.Chart.At()
	f.said.SetText(says)
	f.said.Hidden = says == ""
	f.Refresh()
}

// Inside returns what the widget is composed of.
func (f *Figure) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{f.content} }

// CreateRenderer is called by Fyne.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }
