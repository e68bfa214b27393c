package learning

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/journal"
	"aftershift/internal/ui/hints"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// The forms of the page whose words outlive locking.
const (
	pieceForms    = "piece"
	weekForms     = "week"
	feedbackForms = "feedback"
)

// Written returns what stands in open forms.
func (p *Page) Written() []fields.Written { return p.forms.Written() }

// Resume opens the forms again in which something stood, once the page has been read.
func (p *Page) Resume(all []fields.Written) { p.forms.Resume(all) }

// reopen opens the form that words came back for: the present week, feedback, or a
// piece by its id or that of the entry that it begins from, "" for a new one. An id
// that can't be read opens none.
func (p *Page) reopen(kind, of string) {
	switch kind {
	case weekForms:
		p.askWeek(app.WeekOf(p.desk.Today()))
		return
	case feedbackForms:
		p.askFeedback()
		return
	}
	if of == "" {
		p.askPiece(app.CPDPiece{Date: p.desk.Today()})
		return
	}
	id, err := journal.ParseID(of)
	if err != nil {
		return
	}
	if piece, is := p.presenter.State.piece(id); is {
		p.askPiece(piece)
		return
	}
	p.askFrom(id)
}

// askFrom asks for the piece that an entry is in, or begins one from it. An entry that is
// gone has none.
func (p *Page) askFrom(entry journal.ID) {
	piece, err := p.desk.PieceFrom(entry)
	if err != nil {
		p.frame.Failed(err)
		return
	}
	p.askPiece(piece)
}

// pieceForm asks for a piece by the questions of its framework.
type pieceForm struct {
	page      *Page
	of        app.CPDPiece
	title     *fields.TextLine
	date      *fields.TextLine
	hours     *fields.TextLine
	category  string
	questions []app.Question
	answers   []*fields.TextSection
	tried     *fields.TextSection
	hints     []*hints.Hints // of the answers
	shows     map[string]bool
	recorded  bool
	wrong     *widgets.Text
	body      *fyne.Container
	dialog    *widgets.Dialog
}

// askPiece asks for a piece, new where it has no ID, and returns the form. Names are
// looked for once words that waited are filled in: they may name somebody too.
func (p *Page) askPiece(of app.CPDPiece) *pieceForm {
	w := p.says
	f := &pieceForm{page: p, of: of, category: of.Category, questions: w.desk.Questions(of), shows: map[string]bool{}, recorded: of.Recorded != ""}
	f.title = fields.NewTextLine(w.T("learning.form.title"), w.T("learning.form.title.hint"))
	f.date = fields.NewTextLine(w.T("learning.form.date"), w.T("learning.form.date.hint")).Prefilled()
	f.hours = fields.NewTextLine(w.T("learning.form.hours"), w.T("learning.form.hours.hint"))
	f.title.SetText(of.Title)
	f.date.SetText(input.Typed(of.Date))
	if of.Minutes > 0 {
		f.hours.SetText(app.HoursText(of.Minutes))
	}
	column := widgets.Column(look.Wide)
	f.body = column
	if of.ID == 0 {
		column.Add(f.source())
	}
	column.Add(f.title)
	for _, q := range f.questions {
		section := fields.NewTextSection(q.Name, "", 2)
		section.SetText(of.Answer(q.ID))
		if q.Peer {
			section.SetText(of.Peer)
		}
		f.answers = append(f.answers, section)
		column.Add(widgets.Column(look.Tight, section, f.hinted(section)))
	}
	for _, line := range []*fields.TextLine{f.title, f.date, f.hours} {
		line.OnSubmitted = func(string) { f.submit() }
	}
	f.tried = fields.NewTextSection(w.T("learning.form.tried"), "", 1)
	f.tried.SetText(of.Tried)
	column.Add(widgets.Column(look.Tight, f.tried, f.hinted(f.tried)))
	column.Add(f.date)
	column.Add(f.hours)
	f.choices(column)
	f.wrong = widgets.NewText("", look.Label, look.WarmInk)
	column.Add(f.wrong)
	f.dialog = widgets.ShowWideDialog(p.frame.Window().Canvas(), w.T("learning.form"), column, f.buttons()...)
	name := f.name()
	p.forms.Open(name, f.dialog, column)
	f.hint()
	f.dialog.OnClosed(func() {
		for _, h := range f.hints {
			h.Close()
		}
	})
	p.forms.Focus(name, f.title.FocusEnd)
	return f
}

// name tells the form from others: by its piece, or the entry that it begins from.
func (f *pieceForm) name() string {
	id := f.of.ID
	if id == 0 && len(f.of.Entries) > 0 {
		id = f.of.Entries[0]
	}
	return fields.FormName(pieceForms, id)
}

// hinted returns a line below a field that asks about a person who is named in it.
func (f *pieceForm) hinted(field *fields.TextSection) fyne.CanvasObject {
	h := hints.New(f.page.frame, f.page.desk, field)
	f.hints = append(f.hints, h)
	field.OnChanged = h.Changed
	return h.Question(func() {
		if f.dialog != nil {
			f.body.Refresh()
			f.dialog.Refresh()
		}
	})
}

// hint looks for names in what stands there already.
func (f *pieceForm) hint() {
	for i, field := range append(slices.Clone(f.answers), f.tried) {
		f.hints[i].Changed(field.Text())
	}
}

// mostEntries is how many entries are offered to begin a piece from.
const mostEntries = 12

// source says from which entry a new piece comes, or offers the latest ones.
func (f *pieceForm) source() fyne.CanvasObject {
	p, w := f.page, f.page.says
	all := p.desk.List(app.Filter{})
	if len(f.of.Entries) > 0 {
		i := slices.IndexFunc(all, func(o app.Overview) bool { return o.ID == f.of.Entries[0] })
		if i < 0 {
			return widgets.Column(0)
		}
		key := "learning.form.from_entry"
		if !all[i].Share.Ready() {
			key = "learning.form.from_private"
		}
		said := widgets.NewSoft(w.T(key, app.EntryName(w.Catalog, all[i])))
		if all[i].Share.Ready() {
			return said
		}
		return widgets.Column(look.Tight, said, f.own(all[i].ID))
	}
	var chip *widgets.Chip
	chip = widgets.NewMenuChip(w.T("learning.form.entry"), func() {
		var choices []widgets.MenuChoice
		for _, o := range all[:min(len(all), mostEntries)] {
			name := w.T("learning.form.entry_of", app.EntryName(w.Catalog, o), w.desk.SayDay(o.Date))
			choices = append(choices, widgets.MenuChoice{Text: name, Chosen: func() { f.dialog.Leave(); p.askFrom(o.ID) }})
		}
		widgets.ShowMenu(chip, choices...)
	})
	if len(all) == 0 {
		return widgets.Column(0)
	}
	return widgets.Wrap(0, chip)
}

// own shows what was written in an entry, folded, to be read and not taken over; what is
// graphic stays out of it.
func (f *pieceForm) own(entry journal.ID) fyne.CanvasObject {
	e, err := f.page.desk.Entry(entry)
	if err != nil || journal.Blank(e.Text()) {
		return widgets.Column(0)
	}
	fold := widgets.NewFoldOut(f.page.says.T("learning.form.own"), widgets.NewSoft(e.WithoutGraphic(e.Text(), "…")))
	fold.OnTurned = func(bool) { f.dialog.Refresh() }
	return fold
}

func (f *pieceForm) buttons() []*widgets.Button {
	w := f.page.says
	all := []*widgets.Button{widgets.NewPlain(w.T("learning.form.cancel"), func() { f.dialog.Leave() })}
	if f.of.ID != 0 {
		all = append(all, widgets.NewWarm(w.T("learning.form.remove"), func() {
			f.dialog.Close()
			f.page.presenter.Remove(f.of.ID)
		}))
	}
	return append(all, widgets.NewPrimary(w.T("learning.form.keep"), f.submit))
}

// choices adds what is chosen rather than written: a category, the competences that
// the piece shows, and that it was handed in.
func (f *pieceForm) choices(column *fyne.Container) {
	w := f.page.says
	s := f.page.presenter.State
	if all := s.Year.Pack.Categories; len(all) > 0 {
		chips := map[string]*widgets.Chip{}
		row := widgets.Wrap(look.Gap)
		for _, c := range all {
			chips[c.ID] = widgets.NewChip(c.Name, widgets.Neutral, func() {
				f.category = c.ID
				for id, chip := range chips {
					chip.SetSelected(id == c.ID)
				}
			})
			chips[c.ID].SetSelected(f.category == c.ID)
			row.Add(chips[c.ID])
		}
		column.Add(widgets.Column(look.Tight, widgets.NewCaption(w.T("learning.form.category")), row))
	}
	if rows := s.Competences.Rows; len(rows) > 0 {
		row := widgets.Wrap(look.Gap)
		for _, r := range rows {
			var chip *widgets.Chip
			chip = widgets.NewChip(r.Domain.Name, widgets.Neutral, func() {
				f.shows[r.Domain.ID] = !f.shows[r.Domain.ID]
				chip.SetSelected(f.shows[r.Domain.ID])
			})
			row.Add(chip)
		}
		column.Add(widgets.Column(look.Tight, widgets.NewCaption(w.T("learning.form.shows")), row))
	}
	column.Add(widgets.NewCheckRow(w.T("learning.form.recorded"), f.recorded, func(on bool) { f.recorded = on }))
}

// submit keeps the piece, or says what is missing. The days of a peer's view and of
// handing in are those on which the form first had them.
func (f *pieceForm) submit() {
	w := f.page.says
	date, err := f.page.desk.ReadDay(f.date.Text())
	n, ok := app.ReadHours(f.hours.Text())
	piece := f.of
	piece.Title, piece.Date, piece.Minutes, piece.Category, piece.Tried = strings.TrimSpace(f.title.Text()), date, n, f.category, f.tried.Text()
	for i, q := range f.questions {
		if text := f.answers[i].Text(); !q.Peer {
			piece = piece.Answering(q.ID, text)
		} else if piece.Peer = text; piece.HasPeer() && piece.PeerOn == "" {
			piece.PeerOn = f.page.desk.Today()
		}
	}
	switch {
	case !f.recorded:
		piece.Recorded = ""
	case piece.Recorded == "":
		piece.Recorded = f.page.desk.Today()
	}
	switch {
	case piece.Title == "":
		f.refuse(w.T("learning.wrong.title"), f.title)
	case err != nil || date == "":
		f.refuse(w.T("learning.wrong.date"), f.date)
	case !ok:
		f.refuse(w.T("learning.wrong.hours"), f.hours)
	default:
		f.dialog.Close()
		var shows []string
		for _, r := range f.page.presenter.State.Competences.Rows {
			if f.shows[r.Domain.ID] {
				shows = append(shows, r.Domain.ID)
			}
		}
		f.page.presenter.Save(piece, shows)
	}
}

// refuse says what is wrong, in words rather than a key, and takes the keyboard to the
// field.
func (f *pieceForm) refuse(says string, field *fields.TextLine) {
	f.wrong.SetText(says)
	f.dialog.Refresh()
	field.Focus()
}

// askFields shows each answer, masked as it would be in a copy, with a button that puts
// it on the clipboard as it is shown, and in the register of what left: Tab goes on to
// the next.
func (p *Page) askFields(piece app.CPDPiece) {
	w := p.says
	all, err := p.desk.FieldTexts(piece.ID)
	if err != nil {
		p.frame.Failed(err)
		return
	}
	taken := p.desk.CopyFields()
	column := widgets.Column(look.Wide, widgets.NewSoft(w.T("learning.fields.text")))
	var first *widgets.Button
	for _, field := range all {
		button := widgets.NewPlain(w.T("learning.fields.copy"), func() {
			present.Act{Work: p.desk.Do, Main: p.frame.Do, Failed: p.frame.Failed}.Do(func() error { return taken.Take(field.Text) }, func() {
				p.frame.Copy(field.Text)
				p.frame.Notify(w.T("learning.fields.copied"), false)
			})
		})
		if first == nil {
			first = button
		}
		body := widgets.Column(look.Tight, widgets.NewCaption(field.Name), widgets.NewSoft(field.Text))
		if said := w.masked(field); said != "" {
			body.Add(widgets.NewSmall(said))
		}
		body.Add(widgets.Wrap(0, button))
		column.Add(body)
	}
	c := p.frame.Window().Canvas()
	var d *widgets.Dialog
	d = widgets.ShowWideDialog(c, w.T("learning.fields.title"), column, widgets.NewPlain(w.T("learning.form.close"), func() { d.Close() }))
	if first != nil {
		c.Focus(first)
	}
}

// askFeedback asks for words of feedback and for the competence that they show.
func (p *Page) askFeedback() {
	w := p.says
	text := fields.NewTextSection(w.T("learning.feedback.what"), "", 2)
	row := widgets.Wrap(look.Gap)
	domain := ""
	chips := map[string]*widgets.Chip{}
	for _, r := range p.presenter.State.Competences.Rows {
		chips[r.Domain.ID] = widgets.NewChip(r.Domain.Name, widgets.Neutral, func() {
			domain = r.Domain.ID
			for id, chip := range chips {
				chip.SetSelected(id == domain)
			}
		})
		row.Add(chips[r.Domain.ID])
	}
	wrong := widgets.NewText("", look.Label, look.WarmInk)
	var d *widgets.Dialog
	keep := func() {
		said := text.Text()
		if domain == "" || strings.TrimSpace(said) == "" {
			wrong.SetText(w.T("learning.wrong.feedback"))
			d.Refresh()
			return
		}
		d.Close()
		p.presenter.Act("learning.said.evidence", func() error {
			_, err := p.desk.AddEvidence(app.Evidence{Domain: domain, Feedback: said})
			return err
		})
	}
	body := widgets.Column(look.Wide, text, row, wrong)
	d = widgets.ShowWideDialog(p.frame.Window().Canvas(), w.T("learning.feedback"), body,
		widgets.NewPlain(w.T("learning.form.cancel"), func() { d.Leave() }), widgets.NewPrimary(w.T("learning.form.keep"), keep))
	p.forms.Open(feedbackForms, d, body)
	p.forms.Focus(feedbackForms, text.FocusEnd)
}
