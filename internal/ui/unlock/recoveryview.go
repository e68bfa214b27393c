package unlock

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// recoveryWidth is how wide the card is at 100 % text: room for three columns of words.
const recoveryWidth float32 = 560

// Recovery is the page that shows new recovery words, once.
type Recovery struct {
	frame    Frame
	recovery *recovery
	content  fyne.CanvasObject
	card     *fyne.Container
	shown    *fyne.Container
	asked    *fyne.Container
	fields   []*fields.TextLine
	wrong    *widgets.Text
	next     *widgets.Button
}

// NewRecovery builds the page for words that were just made for desk. done is
// called when they were confirmed, or put off.
func NewRecovery(desk *app.Desk, frame Frame, words []string, done func()) *Recovery {
	v := &Recovery{frame: frame, shown: widgets.Column(look.Wide), asked: widgets.Column(look.Wide)}
	v.recovery = &recovery{desk: desk, words: words, draw: app.AskBack, show: v.show, done: done}
	v.buildShown(words)
	v.buildAsked()
	v.card = widgets.Column(look.Wide, v.shown, v.asked)
	v.content = calm(recoveryWidth, widgets.Column(look.Edge,
		brand(v.t("unlock.recovery.title"), v.t("unlock.recovery.line")),
		widgets.Card(widgets.Pad(look.Gap, look.Gap, v.card))))
	return v
}

// Content gives what stands in the window.
func (v *Recovery) Content() fyne.CanvasObject { return v.content }

// Show begins with all words in sight.
func (v *Recovery) Show() {
	v.recovery.again()
	v.frame.Window().Canvas().Focus(v.next)
}

func (v *Recovery) t(key string, args ...any) string { return v.frame.Words().T(key, args...) }

// buildShown makes the view of all words, with the ways to copy them, to write them to
// a file, and to put confirming off.
func (v *Recovery) buildShown(words []string) {
	v.next = widgets.NewPrimary(v.t("unlock.recovery.written"), v.recovery.written)
	copying := widgets.NewLink(v.t("unlock.recovery.copy"), nil)
	copied := widgets.NewSmall(v.t("unlock.recovery.copied"))
	copied.Hide()
	copying.OnTapped(func() {
		v.frame.Copy(strings.Join(words, " "))
		copied.Show()
		v.shown.Refresh()
		v.card.Refresh()
	})
	sheet := widgets.NewLink(v.t("unlock.recovery.sheet"), func() { v.askSheet(words) })
	v.shown.Objects = []fyne.CanvasObject{
		widgets.NewText(v.t("unlock.recovery.text"), look.Interface, look.Ink),
		wordGrid(words),
		widgets.Row(look.Edge, copying, sheet), copied,
		widgets.Row(look.Wide, widgets.NewLink(v.t("unlock.recovery.later"), v.recovery.leave), layout.NewSpacer(), v.next),
	}
}

// wordGrid sets numbered words in three columns, to be read down.
func wordGrid(words []string) fyne.CanvasObject {
	const columns = 3
	rows := (len(words) + columns - 1) / columns
	grid := container.New(layout.NewGridLayoutWithColumns(columns))
	for c := range columns {
		column := widgets.Column(look.Gap)
		for i := c * rows; i < min((c+1)*rows, len(words)); i++ {
			number := widgets.NewText(strconv.Itoa(i+1), look.Interface, look.Soft).Trailing().OneLine()
			word := widgets.NewText(words[i], look.Reading, look.Ink).Bold().OneLine()
			column.Add(widgets.Row(look.Gap, widgets.Sized(22, 0, number), word))
		}
		grid.Add(column)
	}
	return container.NewStack(widgets.NewGround(look.Panel, look.Line, look.RadiusField), widgets.Pad(look.Wide, look.Wide, grid))
}

// buildAsked makes room for the fields; ask makes them, once it is drawn which words
// are asked back.
func (v *Recovery) buildAsked() {
	v.wrong = widgets.NewText("", look.Interface, look.WarmInk)
	for range askedBack {
		v.fields = append(v.fields, nil)
	}
}

// show makes the page say what the state is.
func (v *Recovery) show(s recoveryState) {
	v.shown.Hidden, v.asked.Hidden = s.Asking, !s.Asking
	if s.Asking && s.Wrong == 0 {
		v.ask(s.Places)
	}
	v.wrong.SetText(v.t("unlock.recovery.wrong", s.Wrong))
	v.wrong.Hidden = s.Wrong == 0
	v.asked.Refresh()
	v.card.Refresh()
	v.content.Refresh()
	for i, place := range s.Places {
		if s.Wrong == 0 || place+1 == s.Wrong {
			v.fields[i].Focus()
			v.fields[i].Select()
			break
		}
	}
}

// ask builds a field for each place.
func (v *Recovery) ask(places []int) {
	v.asked.Objects = []fyne.CanvasObject{widgets.NewText(v.t("unlock.recovery.ask"), look.Interface, look.Ink)}
	for i, place := range places {
		field := fields.NewTextLine(v.t("unlock.recovery.word", place+1), "")
		field.OnSubmitted = func(string) { v.submit(i) }
		v.fields[i] = field
		v.asked.Add(field)
	}
	v.asked.Add(v.wrong)
	v.asked.Add(widgets.Row(look.Wide,
		widgets.NewLink(v.t("unlock.recovery.again"), v.recovery.again),
		widgets.NewLink(v.t("unlock.recovery.later"), v.recovery.leave), layout.NewSpacer(),
		widgets.NewPrimary(v.t("unlock.recovery.confirm"), v.answer)))
}

// submit goes from field to field on Enter, and answers after the last.
func (v *Recovery) submit(i int) {
	if i+1 < len(v.fields) {
		v.fields[i+1].Focus()
		return
	}
	v.answer()
}

// answer hands over what was typed, one text for each place, in the order of places.
func (v *Recovery) answer() {
	var typed []string
	for _, field := range v.fields {
		typed = append(typed, field.Text())
	}
	v.recovery.answer(typed)
}
