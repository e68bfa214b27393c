package copy

import (
	"cmp"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// keep lets the words of a finding stand, with a reason where one is needed.
func (p *Page) keep(finding int) {
	it, ok := p.presenter.now.item(finding)
	if !ok {
		return
	}
	several := len(it.All) > 1
	if !p.presenter.NeedsReason(finding) && !it.Certain {
		p.presenter.Keep(finding, "", several)
		return
	}
	p.askReason(it, thisCopy, func(reason string) { p.presenter.Keep(finding, reason, several) })
}

// reasons are why words may stay although they look like a name, in the order of
// offering; each is a text key's end.
var reasons = []string{"word", "known", "public", "agreed", "needed"}

//words:prefix copy.reason.why.

// keeping is for how long words may stay, the end of the text keys that ask why.
type keeping string

// The ways to keep words.
const (
	thisCopy  keeping = ""
	everyCopy keeping = ".always"
)

//words:prefix copy.reason.title
//words:prefix copy.reason.text
//words:prefix copy.reason.yes

// askReason asks why words may stay: one of the usual reasons, or one's own. What is
// typed on the list of reasons is the beginning of one's own.
func (p *Page) askReason(it Item, as keeping, take func(reason string)) {
	t := func(key string, args ...any) string { return p.words.T(key+string(as), args...) }
	var d *widgets.Dialog
	list := lists.NewRowList(lists.RowShape{}, func(why string) lists.RowContent {
		return lists.RowContent{Title: p.words.T("copy.reason.why." + why)}
	})
	items := make([]lists.RowItem, len(reasons))
	for i, why := range reasons {
		items[i].ID = why
	}
	list.SetItems(items)
	if strings.IndexFunc(it.Words, unicode.IsDigit) < 0 { // a figure is no everyday word, and no reason is likelier than the others
		list.Select(reasons[0])
	}
	own := fields.NewTextLine(p.words.T("copy.reason.field"), "")
	give := func(reason string) {
		if strings.TrimSpace(reason) != "" {
			d.Close()
			take(reason)
		}
	}
	list.OnActivated = func(why string) { give(p.words.T("copy.reason.why." + why)) }
	list.OnTyped = func(letter rune) {
		own.SetText(own.Text() + string(letter))
		own.FocusEnd()
	}
	own.OnSubmitted = give
	agree := widgets.NewPrimary(t("copy.reason.yes"), func() {
		why, _ := list.Selected()
		give(cmp.Or(strings.TrimSpace(own.Text()), p.words.T("copy.reason.why."+why)))
	})
	body := widgets.Column(look.Gap, widgets.NewSoft(t("copy.reason.text")),
		widgets.Sized(10, float32(len(reasons))*reasonHeight*look.Scale(), list), own)
	title := t("copy.reason.title", it.Words)
	d = widgets.ShowDialog(p.canvas(), title, body, widgets.NewPlain(p.words.T("copy.cancel"), func() { d.Close() }), agree)
	d.OnClosed(p.focus)
	draw.Focus(list)
}

// reasonHeight is a little more than a row takes, at 100 % text.
const reasonHeight float32 = 40

// rule offers the rules that a finding can become, from the keyboard.
func (p *Page) rule(finding int) {
	for _, c := range p.rail.cards {
		if c.item.Has(finding) {
			p.learn(c.item, c)
		}
	}
}

// replace asks what stands in the place of a finding.
func (p *Page) replace(finding int) {
	it, ok := p.presenter.now.item(finding)
	if !ok {
		return
	}
	t := p.words.T
	p.askLine(t("copy.replace.title", it.Words), t("copy.replace.text"), t("copy.replace.field"), it.Replacement, t("copy.replace.yes"), func(replacement string) {
		p.presenter.Mask(finding, replacement, len(it.All) > 1)
	})
}

// askLine asks for a line of text, which may not be empty.
func (p *Page) askLine(title, text, field, is, yes string, take func(string)) {
	line := fields.NewTextLine(field, "")
	line.SetText(is)
	var d *widgets.Dialog
	agree := widgets.NewPrimary(yes, nil)
	enable := func(typed string) {
		if strings.TrimSpace(typed) == "" {
			agree.Disable()
		} else {
			agree.Enable()
		}
	}
	done := func() {
		if !agree.Disabled() {
			d.Close()
			take(line.Text())
		}
	}
	agree.OnTapped(done)
	line.OnChanged = enable
	line.OnSubmitted = func(string) { done() }
	enable(is)
	body := widgets.Column(look.Gap, widgets.NewSoft(text), line)
	d = widgets.ShowDialog(p.canvas(), title, body, widgets.NewPlain(p.words.T("copy.cancel"), func() { d.Close() }), agree)
	d.OnClosed(p.focus)
	line.Select()
}

// roles are who a person can be, in the order of offering; each is a text key's
// end, and its words go into the register.
var roles = []string{"child", "parent", "grandparent", "sibling", "partner", "carer", "client", "colleague", "professional", "other"}

//words:prefix copy.role.

// learn asks for the rule, below the chip that asked: who a person is, who goes into
// the register then and is masked in every copy, or that the words always stay.
func (p *Page) learn(it Item, below fyne.CanvasObject) {
	var choices []widgets.MenuChoice
	if it.New {
		for _, role := range roles {
			word := p.words.T("copy.role." + role)
			choices = append(choices, widgets.MenuChoice{Text: word, Chosen: func() { p.presenter.Learn(it.ID, strings.ToLower(word)) }})
		}
		choices = append(choices, widgets.MenuChoice{})
	}
	choices = append(choices, widgets.MenuChoice{Text: p.words.T("copy.rule.keep"), Chosen: func() {
		p.askReason(it, everyCopy, func(reason string) {
			p.presenter.KeepAlways(it.ID, reason, func() { p.frame.Notify(p.words.T("copy.rule.known"), false) })
		})
	}})
	widgets.ShowMenu(below, choices...)
}

//words:prefix document.

// day gives a day and its month in words.
func (p *Page) day(at time.Time) string {
	return p.words.T("copy.day", at.Day(), p.words.T("document."+strings.ToLower(at.Month().String())))
}

// clock gives a time of day, by a clock of 24 or of 12 hours as the words have it.
func (p *Page) clock(at time.Time) string {
	key := "copy.time.morning"
	if at.Hour() >= 12 {
		key = "copy.time.afternoon"
	}
	return p.words.T(key, at.Hour(), at.Minute(), (at.Hour()+11)%12+1)
}
