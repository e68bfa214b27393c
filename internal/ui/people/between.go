package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// between shows what stands between the writer and somebody, below what they are: what
// they are there for, what both aim at, what was agreed, and how it goes.
func (c *supportCard) between(s app.Support) {
	is, known := c.page.presenter.state.Between[s.ID]
	c.more.Hidden = !known
	if !known {
		return
	}
	w := says{c.page.words}
	var helps []string
	for _, h := range is.For {
		helps = append(helps, w.T("people.help."+string(h)))
	}
	c.tell("people.between.for", strings.Join(helps, "\n"))
	c.tell("people.between.met", w.met(is.Contact))
	c.goals(w, is)
	c.tell("people.between.agreement", w.agreed(is))
	c.tell("people.between.best", is.Tie.Best)
	if len(is.Evaluations) > 0 {
		c.tell("people.between.evaluated", w.day(is.Evaluations[0].On))
	} else if is.ToEvaluate {
		c.tell("people.between.evaluated", w.T("people.between.evaluate_due"))
	}
	c.talked.Hidden, c.leave.Hidden = is.Archived, is.Archived
	c.sign.Hidden = is.Agreement.ID == 0 || is.Agreement.Signed != ""
	c.looked.Hidden = is.Agreement.ID == 0 || !is.Agreement.Due(is.Today)
	c.paper.Hidden = is.Agreement.ID == 0
	c.card.Hidden = is.Tie.Best == ""
	c.evaluated.Hidden = len(is.Evaluations) == 0
	c.take.Hidden = strings.TrimSpace(s.Goals) == ""
}

//words:prefix people.goal.state.

// goals adds what both aim at, each to be looked at with one key.
func (c *supportCard) goals(w says, is app.Between) {
	if len(is.Goals) == 0 {
		return
	}
	c.about.Add(widgets.NewCaption(w.T("people.between.goals")))
	for _, g := range is.Goals {
		under := []string{w.T("people.goal.state." + string(g.State))}
		if g.By != "" && g.State == app.GoalAimed {
			under = append(under, w.T("people.goal.by", w.day(g.By)))
		}
		if n := len(g.Looks); n > 0 && g.Looks[n-1].Text != "" {
			under = append(under, g.Looks[n-1].Text)
		}
		c.about.Add(widgets.NewChip(g.Text, widgets.Neutral, func() { c.page.askLook(g.ID) }))
		c.about.Add(widgets.NewSmall(strings.Join(under, " · ")))
	}
}

// agreed says how the agreement stands.
func (w says) agreed(is app.Between) string {
	a := is.Agreement
	if a.ID == 0 {
		return ""
	}
	lines := []string{w.T("people.agreement.since", w.day(a.From), a.Version)}
	if a.Signed == "" {
		lines = append(lines, w.T("people.agreement.unsigned"))
	}
	switch {
	case a.Due(is.Today):
		lines = append(lines, w.T("people.agreement.due", w.day(a.Review)))
	case a.Review != "":
		lines = append(lines, w.T("people.agreement.review", w.day(a.Review)))
	}
	return strings.Join(lines, "\n")
}

// deeds makes the buttons for what stands between the two.
func (c *supportCard) deeds() fyne.CanvasObject {
	p, w := c.page, c.page.words
	button := func(key string, do func()) *widgets.Button { return widgets.NewPlain(w.T(key), do) }
	b := func() app.Between { return p.presenter.state.Between[c.of.ID] }
	copyOf := func(paper app.Paper) { p.frame.OpenCopy(app.CopyOf{Paper: paper, Audience: c.of.UsualAudience()}) }
	c.talked = button("people.between.talked", func() { p.presenter.Talked(c.of.Relationship) })
	c.take = button("people.goal.take", func() { p.presenter.TakeGoals(c.of.Relationship) })
	c.sign = button("people.agreement.signed", func() { p.presenter.Sign(b()) })
	c.looked = button("people.agreement.looked", func() { p.presenter.Looked(b()) })
	c.paper = button("people.agreement.copy", func() { copyOf(app.AgreementPaper{Agreement: b().Agreement.ID}) })
	c.card = button("people.best.copy", func() { copyOf(app.CardPaper{With: c.of.ID}) })
	c.evaluated = button("people.evaluation.copy", func() {
		if all := b().Evaluations; len(all) > 0 {
			copyOf(app.EvaluationPaper{Evaluation: all[0].ID})
		}
	})
	c.leave = widgets.NewWarm(w.T("people.part"), func() { p.askPart(c.of.ID) })
	c.more = widgets.Column(look.Wide,
		widgets.Wrap(look.Gap, c.talked, button("people.between.help", func() { p.askHelp(c.of.ID) }),
			button("people.goal.add", func() { p.askGoal(c.of.ID) }), c.take,
			button("people.agreement.make", func() { p.askAgreement(c.of.ID) }), c.sign, c.looked,
			button("people.evaluation.make", func() { p.askEvaluation(c.of.ID) }),
			button("people.best.make", func() { p.askBest(c.of.ID) })),
		widgets.NewFoldOut(w.T("people.between.copies"), widgets.Wrap(look.Gap, c.paper, c.card, c.evaluated,
			button("people.handover.copy", func() { copyOf(app.HandoverPaper{With: c.of.ID}) }), c.leave)))
	return c.more
}
