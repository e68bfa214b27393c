package supervision

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// budgetView shows how the agenda fits into the session: a bar, and all that the
// bar says in words.
type budgetView struct {
	terms   terms
	bar     *widgets.BudgetBar
	total   *widgets.Text
	parts   *widgets.Text
	over    *widgets.Text
	content *fyne.Container
}

// newBudgetView returns the view without an agenda. w says how functions are named, and
// may be replaced in terms before the next show.
func newBudgetView(w terms) *budgetView {
	v := &budgetView{terms: w, bar: widgets.NewBudgetBar()}
	v.total = widgets.NewSmall("").OneLine()
	v.parts = widgets.NewSmall("")
	v.over = widgets.NewText("", look.Label, look.WarmInk)
	line := widgets.Frame(nil, nil, nil, widgets.Pad(look.Gap, 0, v.total), v.bar)
	v.content = widgets.Column(look.Tight, line, v.parts, v.over)
	return v
}

// show draws the budget, and says the same in words. A session without a length has no
// whole to measure by: only the minutes that are used are said.
func (v *budgetView) show(b balance.Budget) {
	total := v.terms.T("supervision.budget", b.Used, b.Length)
	if b.Length == 0 {
		total = v.terms.T("supervision.min", b.Used)
	}
	v.total.SetText(total)
	v.parts.SetText(v.says(b))
	v.over.Hidden = b.Over() == 0
	if b.Over() > 0 {
		v.over.SetText(v.terms.N("supervision.over", b.Over()))
	}
	parts := make([]widgets.BudgetPart, len(b.Parts))
	for i, part := range b.Parts {
		parts[i] = widgets.BudgetPart{Amount: float32(part.Minutes), Tone: partTone(part)}
	}
	v.bar.Set(float32(max(b.Length, 0)), total, parts...)
	v.content.Refresh()
}

// says names the parts of the bar: "standing 5 · supportive 20".
func (v *budgetView) says(b balance.Budget) string {
	parts := make([]string, len(b.Parts))
	for i, part := range b.Parts {
		name := v.terms.T("supervision.part.standing")
		if !part.Standing {
			name = v.terms.part(part.Function)
		}
		parts[i] = v.terms.T("supervision.budget.part", name, part.Minutes)
	}
	return strings.Join(parts, " · ")
}

// partTone returns the colour of a part. A function keeps it whatever the user's school
// calls it.
func partTone(p balance.Part) widgets.Tone {
	switch {
	case p.Standing:
		return widgets.Neutral
	case p.Function == supervision.Supportive:
		return widgets.Warm
	case p.Function == supervision.Educational:
		return widgets.Green
	}
	return widgets.Amber // administrative, and what is not sorted yet
}
