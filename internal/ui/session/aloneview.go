package session

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/fields"
)

// aloneView asks in private what is still carried, and how the session was. It
// is built when the user goes on alone and emptied when it goes.
type aloneView struct {
	page    *Page
	content fyne.CanvasObject
	column  *fyne.Container
	scroll  *container.Scroll // around column
	scales  map[journal.ID]*widgets.Scale
	order   []journal.ID
	helpful []*widgets.Chip
	what    *fields.TextSection
	notes   *fields.TextSection
	status  *statusLine
	done    *widgets.Button
	stops   map[journal.ID]func()
}

func newAloneView(p *Page) *aloneView {
	v := &aloneView{page: p, status: newStatusLine(p), column: widgets.Column(look.Edge)}
	v.done = widgets.NewPrimary(p.words.T("session.alone.done"), p.leave)
	header := widgets.NewHeader(p.words.T("session.alone"), p.words.T("session.alone.text"), v.status.content, v.done)
	v.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, v.column))
	v.content = widgets.Frame(header, nil, nil, nil, widgets.Wheel(v.scroll))
	v.stops = map[journal.ID]func(){}
	return v
}

// clear takes everything private out of the view.
func (v *aloneView) clear() {
	if len(v.column.Objects) == 0 {
		return
	}
	v.column.RemoveAll()
	v.scales, v.order = nil, nil
}

// show builds the view when it comes up, and then follows what is on the disk.
func (v *aloneView) show(s State) {
	if v.page.fresh || len(v.column.Objects) == 0 {
		v.build(s)
	}
	for _, o := range s.Talked {
		if scale, there := v.scales[o.ID]; there && v.stops[o.ID] == nil {
			n, given := o.Carrying.Value()
			if value, set := scale.Value(); value != n || set != given {
				scale.SetValue(n, given)
			}
		}
	}
	for i, chip := range v.helpful {
		chip.SetSelected(s.Review.Helpful == i+1)
	}
	v.status.show(s.Status)
}

func (v *aloneView) build(s State) {
	v.column.RemoveAll()
	v.scales, v.order = map[journal.ID]*widgets.Scale{}, nil
	w := v.page.words
	if len(s.Talked) > 0 {
		v.column.Add(widgets.Column(look.Tight, widgets.NewBody(w.T("session.carrying")).Bold(), widgets.NewSmall(w.T("session.carrying.text"))))
	}
	for _, o := range s.Talked {
		v.column.Add(v.entry(o))
	}
	v.column.Add(v.buildHelpful())
	v.what = v.section("session.what_helped", s.Review.WhatHelped, func(r *app.SessionReview, text string) { r.WhatHelped = text })
	v.notes = v.section("session.notes", s.Review.Notes, func(r *app.SessionReview, text string) { r.Notes = text })
	v.column.Add(v.what)
	v.column.Add(v.notes)
	v.column.Refresh()
}

// entry asks of one entry how much of it is still carried.
func (v *aloneView) entry(o journal.Overview) fyne.CanvasObject {
	w := v.page.words
	low := w.T("session.carrying.before.unset")
	if n, given := o.Carrying.Value(); given {
		low = w.T("session.carrying.before", n)
	}
	scale := widgets.NewScale(widgets.ScaleWords{
		Name: app.EntryName(w, o), Low: w.T("journal.carrying.low"), High: w.T("journal.carrying.high"),
		Unset: w.T("journal.scale.unset"), Value: w.T("journal.scale.value"),
	}, widgets.Amber)
	n, given := o.Carrying.Value()
	scale.SetValue(n, given)
	scale.OnChanged = func(value int, set bool) { v.carrying(o.ID, value, set) }
	v.scales[o.ID] = scale
	v.order = append(v.order, o.ID)
	return widgets.Card(widgets.Column(look.Gap, scale, widgets.NewSmall(low)))
}

// carrying keeps a value once it has settled.
func (v *aloneView) carrying(entry journal.ID, value int, set bool) {
	if stop := v.stops[entry]; stop != nil {
		stop()
	}
	v.stops[entry] = v.page.frame.After(markAfter, func() {
		v.stops[entry] = nil
		v.page.presenter.SetCarrying(entry, value, set)
	})
}

func (v *aloneView) buildHelpful() fyne.CanvasObject {
	w := v.page.words
	v.helpful = nil
	chips := widgets.Wrap(look.Gap, widgets.NewSmall(w.T("session.helpful.low")).OneLine())
	for n := 1; n <= 5; n++ {
		var chip *widgets.Chip
		chip = widgets.NewChip(strconv.Itoa(n), widgets.Green, func() {
			v.page.presenter.SetReview(func(r *app.SessionReview) {
				if r.Helpful = n; chip.Selected() {
					r.Helpful = 0 // a second tap takes it back
				}
			})
		})
		v.helpful = append(v.helpful, chip)
		chips.Add(chip)
	}
	chips.Add(widgets.NewSmall(w.T("session.helpful.high")).OneLine())
	return widgets.Column(look.Gap, widgets.NewBody(w.T("session.helpful")).Bold(), chips)
}

func (v *aloneView) section(key, text string, change func(*app.SessionReview, string)) *fields.TextSection {
	s := fields.NewTextSection(v.page.words.T(key), "", 2)
	s.SetText(text)
	s.Follow(v.scroll)
	s.OnChanged = func(text string) {
		v.page.presenter.SetReview(func(r *app.SessionReview) { change(r, text) })
	}
	return s
}

func (v *aloneView) focus() {
	if len(v.order) > 0 {
		draw.Focus(v.scales[v.order[0]])
		return
	}
	if len(v.helpful) > 0 {
		draw.Focus(v.helpful[0])
	}
}
