package journal

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// themePicker shows the entry's themes and adds to them, by typing.
type themePicker struct {
	page    *Page
	content *fyne.Container
	chips   *fyne.Container
	field   *fields.Suggest
	shown   []journal.ThemeID
	adding  bool
}

// most is how many completions are offered.
const most = 8

func newThemePicker(p *Page) *themePicker {
	t := &themePicker{page: p, chips: widgets.Wrap(6)}
	t.field = fields.NewSuggest(p.words.T("journal.themes.type"), t.offer)
	t.field.First = true
	t.field.OnChosen = func(s fields.Suggestion) { t.add(s.ID, s.Text) }
	t.field.OnSubmitted = func(text string) { t.add("", text) }
	t.field.OnCancel = func() { t.open(false) }
	t.field.Hide()
	t.content = widgets.Column(look.Gap, widgets.NewCaption(p.words.T("journal.themes")), t.chips, t.field)
	return t
}

// newTheme is the ID of the suggestion that makes a theme.
const newTheme = "+"

func (t *themePicker) offer(typed string) []fields.Suggestion { return t.page.offerThemes(typed) }

// offerThemes gives the themes that fit what is typed, and what is typed as a new
// one where none has that name.
func (p *Page) offerThemes(typed string) []fields.Suggestion {
	var offers []fields.Suggestion
	all := p.desk.Themes()
	for _, theme := range p.desk.CompleteTheme(typed, most-1) {
		s := fields.Suggestion{ID: string(theme.ID), Text: theme.Name}
		if parent := all.ParentOf(theme.ID); parent != theme.ID && parent != journal.OwnThemes {
			s.Detail = all.Name(parent)
		}
		offers = append(offers, s)
	}
	if own, err := journal.NewTheme(typed); err == nil {
		if _, there := all.Named(own.Name); !there {
			offers = append(offers, fields.Suggestion{ID: newTheme, Text: own.Name, Detail: p.words.T("journal.themes.add-own")})
		}
	}
	return offers
}

func (t *themePicker) add(id, text string) {
	t.field.SetText("")
	switch {
	case id == newTheme || id == "" && strings.TrimSpace(text) != "":
		t.page.writer.AddTheme(text)
	case id == "":
		t.open(false)
	case !slices.Contains(t.shown, journal.ThemeID(id)):
		t.page.writer.ToggleTheme(journal.ThemeID(id))
	}
}

// clear puts the field away, with what was typed into it and not taken.
func (t *themePicker) clear() {
	t.adding, t.field.Hidden = false, true
	t.field.SetText("")
}

// open shows the field to type a theme into, or puts it away.
func (t *themePicker) open(on bool) {
	t.clear()
	t.adding, t.field.Hidden = on, !on
	t.fill()
	if on {
		t.field.Focus()
	} else {
		widgets.FocusLast(t.chips)
	}
}

func (t *themePicker) show(ids []journal.ThemeID) {
	t.shown = t.page.desk.Themes().Distinct(ids)
	t.fill()
}

func (t *themePicker) fill() {
	all := t.page.desk.Themes()
	widgets.Refill(t.chips, func() {
		t.chips.RemoveAll()
		for _, id := range t.shown {
			t.chips.Add(widgets.NewChip(all.Name(id), widgets.Green, nil).OnRemove(func() { t.page.writer.ToggleTheme(id) }))
		}
		if !t.adding {
			t.chips.Add(widgets.NewAddChip(t.page.words.T("journal.themes.add"), func() { t.open(true) }))
		}
	})
	t.page.rail.refresh()
}
