package journal

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// asked shows below the search box what was understood of it: a chip for each
// part, which takes the part away, and what could not be understood, with why.
// Where nothing of a kind is asked for yet, a chip offers it. What is asked for
// stands in the box alone, so that what one chooses can be typed, kept and read.
type asked struct {
	list    *listColumn
	content *fyne.Container
	chips   *fyne.Container
	problem *widgets.Text

	theme, impact, flagged, facts *widgets.Chip

	shown string // the query and kept searches that the chips are for
	built bool
}

func newAsked(l *listColumn) *asked {
	a := &asked{list: l, chips: widgets.Wrap(6), problem: widgets.NewText("", look.Label, look.WarmInk)}
	w := l.page.words
	a.theme = widgets.NewMenuChip(w.T("journal.filter.themes"), a.chooseTheme)
	a.impact = widgets.NewMenuChip(w.T("journal.filter.impact"), a.chooseImpact)
	a.flagged = widgets.NewChip(w.T("journal.filter.flagged"), widgets.Neutral, func() { a.add("flag:any") })
	a.facts = widgets.NewChip(w.T("journal.filter.record"), widgets.Neutral, func() { a.add("record:open") })
	a.content = widgets.Column(6, a.chips, a.problem)
	a.problem.Hide()
	return a
}

// add puts what asks for a mark behind what is typed.
func (a *asked) add(mark string) {
	a.list.ask(strings.TrimSpace(strings.TrimSpace(a.list.search.Query()) + " " + mark))
}

// drop takes a part out of what is typed by now.
func (a *asked) drop(part app.Part) {
	asks := a.list.page.desk.ReadQuery(a.list.search.Query())
	for _, p := range asks.Parts() {
		if p.Text() == part.Text() {
			a.list.ask(asks.Without(p))
			return
		}
	}
}

// stillCarried is from which mark an entry counts as still carried.
const stillCarried = 6

func (a *asked) chooseImpact() {
	w := a.list.page.words
	widgets.ShowMenu(
		a.impact,
		widgets.MenuChoice{Text: w.T("journal.filter.carrying", stillCarried), Chosen: func() { a.add("carrying>5") }},
		widgets.MenuChoice{Text: w.T("journal.filter.hit", stillCarried), Chosen: func() { a.add("hit>5") }},
	)
}

func (a *asked) chooseTheme() {
	p := a.list.page
	themeMenu(a.theme, p.desk.Themes(), p.words, func(id journal.ThemeID) {
		if id != "" {
			a.add("theme:" + a.nameOf(id))
		}
	})
}

// nameOf returns how a theme is asked for: by its name, or by its id where that
// is not the name of one alone.
func (a *asked) nameOf(id journal.ThemeID) string {
	all := a.list.page.desk.Themes()
	name := all.Name(id)
	if t, ok := all.Named(name); !ok || t.ID != id || strings.Contains(name, `"`) {
		return string(id)
	}
	if strings.Contains(name, " ") {
		return `"` + name + `"`
	}
	return name
}

func (a *asked) show(s shelfState) {
	kept := a.list.page.desk.Settings().Searches
	state := s.Query
	for _, k := range kept {
		state += "\n" + k.Name + "\t" + k.Query
	}
	if a.built && state == a.shown {
		return
	}
	a.shown, a.built = state, true
	widgets.Refill(a.chips, func() {
		a.chips.RemoveAll()
		a.fill(s, kept)
	})
	a.chips.Refresh()
	a.say(s.Asks.Parts())
}

func (a *asked) fill(s shelfState, kept []app.SavedSearch) {
	parts := s.Asks.Parts()
	for _, part := range parts {
		tone := widgets.Green
		if part.Problem != "" {
			tone = widgets.Warm
		}
		a.chips.Add(widgets.NewChip(a.words(part), tone, nil).OnRemove(func() { a.drop(part) }))
	}
	for _, quick := range []struct {
		chip  *widgets.Chip
		kinds []string
	}{
		{a.theme, []string{"theme"}},
		{a.impact, []string{"hit", "carrying"}},
		{a.flagged, []string{"flag"}},
		{a.facts, []string{"record"}},
	} {
		if !slices.ContainsFunc(parts, func(p app.Part) bool { return slices.Contains(quick.kinds, string(p.Kind)) }) {
			a.chips.Add(quick.chip)
		}
	}
	a.fillKept(s, kept)
}

// say tells why parts were left out.
func (a *asked) say(parts []app.Part) {
	var all []string
	for _, part := range parts {
		if text := app.ProblemOf(a.list.page.words, part); text != "" {
			all = append(all, text)
		}
	}
	a.problem.SetText(strings.Join(all, " "))
	a.problem.Hidden = len(all) == 0
	a.content.Refresh()
}

// words says a part as it was understood, or as it was typed.
//
//words:prefix journal.part.
//words:prefix template.
func (a *asked) words(p app.Part) string {
	w := a.list.page.words
	if p.Problem != "" {
		return p.Text()
	}
	value := p.Name
	switch p.Kind {
	case "words", "phrase":
		value = p.Value
	case "hit", "carrying":
		value = a.bounds(p)
	case "from", "to":
		value = days{w}.short(journal.Date(p.Name).Time(), a.list.page.desk.Now())
	case "flag", "discussed", "record":
		value = w.T("journal.part." + string(p.Kind) + "." + p.Name)
	case "template":
		if value = p.Value; p.Name != "" {
			value = w.T("template." + p.Name)
		}
	}
	text := w.T("journal.part."+string(p.Kind), value)
	if p.Not {
		return w.T("journal.part.not", text)
	}
	return text
}

func (a *asked) bounds(p app.Part) string {
	w := a.list.page.words
	switch {
	case p.Low == p.High:
		return w.T("journal.part.exactly", p.Low)
	case p.High == 10:
		return w.T("journal.part.least", p.Low)
	case p.Low == 0:
		return w.T("journal.part.most", p.High)
	}
	return w.T("journal.part.between", p.Low, p.High)
}
