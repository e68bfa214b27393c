package unlock

import (
	"slices"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// AskRecall asks for some of the recovery words, to see that the paper can still
// be found; all of them where nothing is known of single ones. renew is offered
// to somebody who has lost the paper.
func AskRecall(desk *app.Desk, frame Frame, renew func()) {
	places := desk.RecallPlaces()
	if places == nil {
		AskWords(desk, frame)
		return
	}
	t := frame.Words().T
	var d *widgets.Dialog
	var answers []*fields.TextLine
	wrong := widgets.NewText("", look.Interface, look.WarmInk)
	wrong.Hide()
	answer := func() {
		var typed []string
		for _, field := range answers {
			typed = append(typed, field.Text())
		}
		if err := desk.Recall(places, typed); err != nil {
			at := desk.RecallWrong(places, typed)
			wrong.SetText(t("unlock.recall.wrong", at+1))
			wrong.Show()
			d.Refresh()
			if i := slices.Index(places, at); i >= 0 {
				answers[i].Focus()
				answers[i].Select()
			}
			return
		}
		d.Close()
	}
	body := widgets.Column(look.Wide, widgets.NewSoft(t("unlock.recall.text")))
	for i, place := range places {
		field := fields.NewTextLine(t("unlock.recovery.word", place+1), "")
		field.OnSubmitted = func(string) {
			if i+1 < len(answers) {
				answers[i+1].Focus()
				return
			}
			answer()
		}
		answers = append(answers, field)
		body.Add(field)
	}
	body.Add(wrong)
	d = widgets.ShowDialog(frame.Window().Canvas(), t("unlock.recall.title"), body,
		widgets.NewPlain(t("unlock.recall.lost"), func() { d.Close(); renew() }),
		widgets.NewPlain(t("unlock.cancel"), func() { d.Close() }),
		widgets.NewPrimary(t("unlock.check.button"), answer))
	answers[0].Focus()
}
