package people

import (
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// between shows what stands between the writer and somebody, below what they are: what
// they are there for, what both aim at, what was agreed, and how it goes.
func (c *supportCard) between(s app.Support) {
	is, known := c.page.presenter.state.Between[s.ID]
	if !known {
		return
	}
	w := c.page.says()
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
		c.about.Add(widgets.Wrap(look.Gap, widgets.NewChip(g.Text, widgets.Neutral, func() { c.page.askLook(g.ID) })))
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

// deeds returns what can be done with somebody as things stand, what is asked for now
// first.
func (c *supportCard) deeds() (all []widgets.MenuChoice) {
	p, t, of := c.page, c.page.words.T, c.of
	add := func(may bool, key string, do func()) {
		if may {
			all = append(all, widgets.MenuChoice{Text: t(key), Chosen: do})
		}
	}
	if is, known := p.presenter.state.Between[of.ID]; known {
		agreed := is.Agreement.ID != 0
		add(agreed && is.Agreement.Signed == "", "people.agreement.signed", func() { p.presenter.Sign(is) })
		add(agreed && is.Agreement.Due(is.Today), "people.agreement.looked", func() { p.presenter.Looked(is) })
		add(strings.TrimSpace(of.Goals) != "", "people.goal.take", func() { p.presenter.TakeGoals(of.Relationship) })
		add(!of.Archived, "people.goal.add", func() { p.askGoal(of.ID) })
		add(!of.Archived, "people.agreement.make", func() { p.askAgreement(of.ID) })
		add(true, "people.evaluation.make", func() { p.askEvaluation(of.ID) })
		add(true, "people.best.make", func() { p.askBest(of.ID) })
		add(true, "people.between.help", func() { p.askHelp(of.ID) })
		all = append(all, widgets.MenuChoice{})
		add(!of.Archived, "people.part", func() { p.askPart(of.ID) })
	}
	add(!of.Archived, "people.support.put_away", func() { p.presenter.PutAway(of.Relationship, true) })
	add(of.Archived, "people.support.take_back", func() { p.presenter.PutAway(of.Relationship, false) })
	return all
}

// papers returns the copies there can be of what stands between the two.
func (c *supportCard) papers() []widgets.MenuChoice {
	t, is := c.page.words.T, c.page.presenter.state.Between[c.of.ID]
	all := []widgets.MenuChoice{{Text: t("people.support.share"), Chosen: c.share}}
	add := func(may bool, key string, paper app.Paper) {
		if may {
			all = append(all, widgets.MenuChoice{Text: t(key), Chosen: func() {
				c.page.frame.OpenCopy(app.CopyOf{Paper: paper, Audience: c.of.UsualAudience()})
			}})
		}
	}
	add(is.Agreement.ID != 0, "people.agreement.copy", app.AgreementPaper{Agreement: is.Agreement.ID})
	if len(is.Evaluations) > 0 {
		add(true, "people.evaluation.copy", app.EvaluationPaper{Evaluation: is.Evaluations[0].ID})
	}
	add(is.Tie.Best != "", "people.best.copy", app.CardPaper{With: c.of.ID})
	add(true, "people.handover.copy", app.HandoverPaper{With: c.of.ID})
	return all
}
