package people

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// supportForm asks for somebody one has supervision with: a name and what they
// are; all else may stay empty.
type supportForm struct {
	page     *Page
	of       supervision.Relationship
	name     *fields.TextLine
	days     *fields.TextLine
	minutes  *fields.TextLine
	texts    map[*string]field // into which part of of each goes
	mentor   *fyne.Container   // asks what kind of mentoring it is
	ways     map[supervision.Mentoring]*widgets.Chip
	kinds    map[supervision.RelationshipKind]*widgets.Chip
	audience *widgets.Chip
	standing map[supervision.StandingKind]*widgets.CheckRow
	wrong    *widgets.Text
	dialog   *widgets.Dialog
}

// field is somewhere to write.
type field interface {
	fyne.CanvasObject
	Text() string
	SetText(string)
}

// askSupport asks for somebody new, where of has no ID, or for changes, and gives
// the form.
func (p *Page) askSupport(of supervision.Relationship) *supportForm {
	title := "people.support.change"
	if of.ID == 0 {
		title, of.Kind = "people.support.new", supervision.ClinicalSupervisor
	}
	f := &supportForm{page: p, of: of}
	f.dialog = p.openForm(supportForms, of.ID, p.words.T(title), f.build(), f.submit)
	p.forms.Focus(fields.FormName(supportForms, of.ID), f.name.FocusEnd)
	return f
}

// build makes the fields as of has them, and returns them laid out: what few fill in is
// folded away.
func (f *supportForm) build() fyne.CanvasObject {
	w := f.page.words
	line := func(key, text string) *fields.TextLine {
		l := fields.NewTextLine(w.T(key), "")
		l.SetText(text)
		l.OnSubmitted = func(string) { f.submit() }
		return l
	}
	f.name = line("people.support.name", f.of.Name)
	f.days = line("people.support.days", numberOrNone(f.of.CadenceDays))
	f.minutes = line("people.support.minutes", numberOrNone(f.of.UsualMinutes))
	f.wrong = widgets.NewText("", look.Label, look.WarmInk)
	f.wrong.Hide()
	f.audience = widgets.NewMenuChip("", f.chooseAudience)
	f.texts = map[*string]field{}
	more := widgets.Column(look.Wide)
	ask := func(key string, into *string, several bool) {
		var place field = line(key, *into)
		if several {
			place = fields.NewTextSection(w.T(key), "", 1)
			place.SetText(*into)
		}
		f.texts[into] = place
		more.Add(place)
	}
	ask("people.support.role", &f.of.Role, false)
	ask("people.support.contact", &f.of.Contact, false)
	ask("people.support.credential", &f.of.Credential, false)
	ask("people.support.offer", &f.of.Offer, false)
	ask("people.support.seek", &f.of.Seek, false)
	ask("people.support.goals", &f.of.Goals, true)
	ask("people.support.topics", &f.of.Topics, true)
	more.Add(f.standingRows())
	fold := widgets.NewFoldOut(w.T("people.support.more"), more)
	fold.OnTurned = func(bool) { f.dialog.Refresh() }
	f.showAudience()
	return widgets.Column(look.Wide, f.name, f.wrong, f.kindChips(), f.mentoringChips(), f.days, f.minutes, widgets.Wrap(0, f.audience), fold)
}

// numberOrNone returns a number as it stands in a field: empty for 0, which number
// reads back as 0.
func numberOrNone(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (f *supportForm) kindChips() fyne.CanvasObject {
	f.kinds = map[supervision.RelationshipKind]*widgets.Chip{}
	var row []fyne.CanvasObject
	for _, kind := range supervision.RelationshipKinds() {
		chip := widgets.NewChip(f.page.words.T("relationship."+string(kind)), widgets.Neutral, func() { f.choose(kind) })
		chip.SetSelected(kind == f.of.Kind)
		f.kinds[kind] = chip
		row = append(row, chip)
	}
	return widgets.Column(look.Tight, widgets.NewCaption(f.page.words.T("people.support.kind")), widgets.Wrap(6, row...))
}

// mentoringChips lets choose what kind of mentoring it is; none has to be.
//
//words:prefix people.mentoring.
func (f *supportForm) mentoringChips() fyne.CanvasObject {
	f.ways = map[supervision.Mentoring]*widgets.Chip{}
	row := widgets.Wrap(6)
	for _, way := range supervision.Mentorings() {
		f.ways[way] = widgets.NewChip(f.page.words.T("people.mentoring."+string(way)), widgets.Neutral, func() { f.chooseWay(way) })
		row.Add(f.ways[way])
	}
	f.mentor = widgets.Column(look.Tight, widgets.NewCaption(f.page.words.T("people.support.mentoring")), row)
	f.showWay()
	return f.mentor
}

// chooseWay takes a kind of mentoring, or takes it back; it may be several at once.
func (f *supportForm) chooseWay(way supervision.Mentoring) {
	ways := app.Ways(f.of)
	if i := slices.Index(ways, way); i >= 0 {
		ways = slices.Delete(ways, i, i+1)
	} else {
		ways = append(ways, way)
	}
	f.of = app.WithWays(f.of, ways)
	f.showWay()
}

// showWay marks the chosen kinds of mentoring, and hides the question for anybody but a
// mentor.
func (f *supportForm) showWay() {
	for way, chip := range f.ways {
		chip.SetSelected(slices.Contains(app.Ways(f.of), way))
	}
	f.mentor.Hidden = f.of.Kind != supervision.Mentor
}

// choose makes somebody of another kind. Kinds of mentoring are forgotten unless it is
// a mentor; the usual audience may be another as well.
func (f *supportForm) choose(kind supervision.RelationshipKind) {
	f.of.Kind = kind
	if kind != supervision.Mentor {
		f.of = app.WithWays(f.of, nil)
	}
	for each, chip := range f.kinds {
		chip.SetSelected(each == kind)
	}
	f.showWay()
	f.showAudience()
	f.dialog.Refresh()
}

// showAudience says for whom copies usually are: the chosen audience, else the one that
// goes with the kind.
func (f *supportForm) showAudience() {
	w := f.page.words
	f.audience.SetText(w.T("people.support.copies", w.T("audience."+string(f.of.UsualAudience()))))
}

// chooseAudience offers all audiences; a chosen one stays when the kind changes.
func (f *supportForm) chooseAudience() {
	var choices []widgets.MenuChoice
	for _, a := range supervision.Audiences() {
		choices = append(choices, widgets.MenuChoice{
			Text: f.page.words.T("audience." + string(a)), Checked: a == f.of.UsualAudience(),
			Chosen: func() { f.of.Audience = a; f.showAudience() },
		})
	}
	widgets.ShowMenu(f.audience, choices...)
}

// standingRows lets choose what every agenda with them starts with.
func (f *supportForm) standingRows() fyne.CanvasObject {
	f.standing = map[supervision.StandingKind]*widgets.CheckRow{}
	rows := widgets.Column(look.Tight, widgets.NewCaption(f.page.words.T("people.support.standing")))
	has := map[supervision.StandingKind]bool{}
	for _, kind := range f.of.Standing {
		has[kind] = true
	}
	for _, kind := range supervision.StandingKinds() {
		f.standing[kind] = widgets.NewCheckRow(f.page.words.T("standing."+string(kind)), has[kind], nil)
		rows.Add(f.standing[kind])
	}
	return rows
}

// submit keeps what was written, or says what is wrong.
func (f *supportForm) submit() {
	f.of.Name = tidy(f.name.Text())
	for into, line := range f.texts {
		*into = strings.TrimSpace(line.Text())
	}
	f.of.Standing = nil
	for _, kind := range supervision.StandingKinds() {
		if f.standing[kind].Checked() {
			f.of.Standing = append(f.of.Standing, kind)
		}
	}
	days, daysOK := number(f.days.Text(), 366)
	minutes, minutesOK := number(f.minutes.Text(), supervision.MaxMinutes)
	f.of.CadenceDays, f.of.UsualMinutes = days, minutes
	switch {
	case f.of.Name == "":
		f.refuse("people.form.missing", f.name)
	case !daysOK:
		f.refuse("people.support.wrong.days", f.days)
	case !minutesOK:
		f.refuse("people.support.wrong.minutes", f.minutes)
	default:
		f.dialog.Close()
		f.page.presenter.SaveSupport(f.of, f.page.goOnWith)
	}
}

// goOnWith takes the keyboard to somebody who was just kept: what comes next is with them.
func (p *Page) goOnWith(id journal.ID) {
	if p.Shown {
		p.Show(id)
	}
}

// refuse says by a text key what is wrong and takes the keyboard there; the form stays
// open.
func (f *supportForm) refuse(key string, field *fields.TextLine) {
	f.wrong.SetText(f.page.words.T(key))
	f.wrong.Show()
	f.dialog.Refresh()
	field.Focus()
}

// number reads a whole number up to most; nothing is 0. It returns false for anything
// else, as below 0.
func number(text string, most int) (int, bool) {
	if text = strings.TrimSpace(text); text == "" {
		return 0, true
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 0 && n <= most
}
