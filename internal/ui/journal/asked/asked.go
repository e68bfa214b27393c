// Package asked is what stands below the journal's search box: what a search was
// understood as, and the searches that are kept. Everything here belongs to the
// main goroutine.
package asked

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// Frame is what is needed of the window around it.
type Frame interface {
	Window() fyne.Window
	Words() *words.Catalog
	// Notify says quietly what was done, with a button to undo it.
	Notify(text string, undo bool)
	// Failed tells of an error in plain words; nothing for nil.
	Failed(err error)
	// Do runs fn on the main goroutine, soon.
	Do(fn func())
}

// Around is what the page does for it.
type Around struct {
	Query func() string                 // what is typed by now
	Ask   func(query string)            // shows another query in the box and looks for it
	Day   func(day journal.Date) string // says a day
}

// Asked shows below the search box what was understood of it: a chip for each
// part, which takes the part away, and what could not be understood, with why.
// Where nothing of a kind is asked for yet, a chip offers it. What is asked for
// stands in the box alone, so that what one chooses can be typed, kept and read.
type Asked struct {
	desk    *app.Desk
	frame   Frame
	around  Around
	words   *words.Catalog
	content *fyne.Container
	chips   *fyne.Container
	problem *widgets.Text

	theme, impact, flagged, facts *widgets.Chip
	short, again                  *widgets.Chip // what was put off, while there is some

	shown string // the query and kept searches that the chips are for
	built bool
}

// New gives the chips for a search in which nothing is asked for yet; Show fills
// them.
func New(desk *app.Desk, frame Frame, around Around) *Asked {
	a := &Asked{desk: desk, frame: frame, around: around, words: frame.Words(), chips: widgets.Wrap(6), problem: widgets.NewText("", look.Label, look.WarmInk)}
	w := a.words
	a.theme = widgets.NewMenuChip(w.T("journal.filter.themes"), a.chooseTheme)
	a.impact = widgets.NewMenuChip(w.T("journal.filter.impact"), a.chooseImpact)
	a.flagged = widgets.NewChip(w.T("journal.filter.flagged"), widgets.Neutral, func() { a.add("flag:any") })
	a.facts = widgets.NewChip(w.T("journal.filter.record"), widgets.Neutral, func() { a.add("record:open") })
	a.short = widgets.NewChip("", widgets.Amber, func() { a.around.Ask("short:open") })
	a.again = widgets.NewChip("", widgets.Amber, func() { a.around.Ask("again:due") })
	a.content = widgets.Column(6, a.chips, a.problem)
	a.problem.Hide()
	return a
}

// Content gives what the window shows.
func (a *Asked) Content() fyne.CanvasObject { return a.content }

// add puts what asks for a mark behind what is typed.
func (a *Asked) add(mark string) {
	a.around.Ask(strings.TrimSpace(strings.TrimSpace(a.around.Query()) + " " + mark))
}

// drop takes a part out of what is typed by now.
func (a *Asked) drop(part app.Part) {
	asks := a.desk.ReadQuery(a.around.Query())
	for _, p := range asks.Parts() {
		if p.Text() == part.Text() {
			a.around.Ask(asks.Without(p))
			return
		}
	}
}

// stillCarried is from which mark an entry counts as still carried.
const stillCarried = 6

func (a *Asked) chooseImpact() {
	w := a.words
	widgets.ShowMenu(
		a.impact,
		widgets.MenuChoice{Text: w.T("journal.filter.carrying", stillCarried), Chosen: func() { a.add("carrying>5") }},
		widgets.MenuChoice{Text: w.T("journal.filter.hit", stillCarried), Chosen: func() { a.add("hit>5") }},
	)
}

func (a *Asked) chooseTheme() {
	themeMenu(a.theme, a.desk.Themes(), a.words, func(id journal.ThemeID) {
		if id != "" {
			a.add("theme:" + a.NameOf(id))
		}
	})
}

// NameOf returns how a theme is asked for: by its name, or by its id where that
// is not the name of one alone.
func (a *Asked) NameOf(id journal.ThemeID) string {
	all := a.desk.Themes()
	name := all.Name(id)
	if t, ok := all.Named(name); !ok || t.ID != id || strings.Contains(name, `"`) {
		return string(id)
	}
	if strings.Contains(name, " ") {
		return `"` + name + `"`
	}
	return name
}

// Show shows what a query asks for, as it was typed and read, and offers what was put
// off.
func (a *Asked) Show(typed string, asks app.Query, later app.Later) {
	kept := a.desk.Settings().Searches
	state := typed + fmt.Sprint(later)
	for _, k := range kept {
		state += "\n" + k.Name + "\t" + k.Query
	}
	if a.built && state == a.shown {
		return
	}
	a.shown, a.built = state, true
	widgets.Refill(a.chips, func() {
		a.chips.RemoveAll()
		a.fillLater(asks.Parts(), later)
		a.fill(typed, asks, kept)
	})
	a.chips.Refresh()
	a.say(typed, asks.Parts())
}

//words:prefix journal.later.

// fillLater offers short notes to go deeper into, and entries to look at again, where
// there are some and they aren't asked for already.
func (a *Asked) fillLater(parts []app.Part, later app.Later) {
	for _, put := range []struct {
		chip *widgets.Chip
		kind string
		n    int
	}{{a.again, "again", later.Again}, {a.short, "short", later.Short}} {
		if put.n > 0 && !slices.ContainsFunc(parts, func(p app.Part) bool { return string(p.Kind) == put.kind }) {
			put.chip.SetText(a.words.N("journal.later."+put.kind, put.n))
			a.chips.Add(put.chip)
		}
	}
}

func (a *Asked) fill(typed string, asks app.Query, kept []app.SavedSearch) {
	parts := asks.Parts()
	for _, part := range parts {
		tone := widgets.Green
		if part.Problem != "" && !app.Begun(typed, part) {
			tone = widgets.Warm
		}
		a.chips.Add(widgets.NewChip(a.text(part), tone, nil).OnRemove(func() { a.drop(part) }))
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
	a.fillKept(typed, asks, kept)
}

// say tells why parts were left out.
func (a *Asked) say(typed string, parts []app.Part) {
	var all []string
	for _, part := range parts {
		if app.Begun(typed, part) {
			continue
		}
		if text := app.ProblemOf(a.words, part); text != "" {
			all = append(all, text)
		}
	}
	a.problem.SetText(strings.Join(all, " "))
	a.problem.Hidden = len(all) == 0
	a.content.Refresh()
}

// text says a part as it was understood, or as it was typed.
//
//words:prefix journal.part.
func (a *Asked) text(p app.Part) string {
	w := a.words
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
		value = a.around.Day(journal.Date(p.Name))
	case "flag", "discussed", "record", "short", "again":
		value = w.T("journal.part." + string(p.Kind) + "." + p.Name)
	case "template":
		if value = p.Value; p.Name != "" {
			value = a.desk.TemplateName(journal.TemplateID(p.Name))
		}
	}
	text := w.T("journal.part."+string(p.Kind), value)
	if p.Not {
		return w.T("journal.part.not", text)
	}
	return text
}

func (a *Asked) bounds(p app.Part) string {
	w := a.words
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
