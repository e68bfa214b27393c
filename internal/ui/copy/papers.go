package copy

import (
	"slices"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// digestMonths are the lengths of period that a digest is offered for.
var digestMonths = []int{3, 6, 12}

// DigestOf gives the digest of the months up to today.
func digestOf(today journal.Date, months int) app.DigestPaper {
	return app.DigestPaper{From: journal.DateOf(today.Time().AddDate(0, -months, 0)), Until: today}
}

// papers gives the other papers that can be made of the same thing, the present one
// among them; nothing where there is no choice.
func (b *bar) papers() []app.Paper {
	switch p := b.page.presenter.of.Paper.(type) {
	case app.EntriesPaper:
		if len(p.Entries) == 1 {
			return []app.Paper{p, app.CasePaper{Entry: p.Entries[0], Private: p.Private, Impact: p.Impact}}
		}
	case app.CasePaper:
		return []app.Paper{app.EntriesPaper{Entries: []journal.ID{p.Entry}, Private: p.Private, Impact: p.Impact}, p}
	case app.AgendaPaper:
		if p.Session != 0 {
			return []app.Paper{p, app.RunSheet(p)}
		}
	case app.RunSheet:
		return []app.Paper{app.AgendaPaper(p), p}
	case app.DigestPaper:
		var all []app.Paper
		for _, months := range digestMonths {
			one := digestOf(b.page.desk.Today(), months)
			one.Impact = p.Impact
			all = append(all, one)
		}
		return all
	}
	return nil
}

// paperName gives what the chip says of a paper.
func (b *bar) paperName(p app.Paper) string {
	if p == nil {
		return ""
	}
	w := b.page.words
	if d, is := p.(app.DigestPaper); is {
		for _, months := range digestMonths {
			if digestOf(b.page.desk.Today(), months).From == d.From {
				return w.T("copy.digest.months", months)
			}
		}
	}
	return w.T("copy.title." + p.Name())
}

func (b *bar) choosePaper() {
	all := b.papers()
	name := b.paperName(b.page.presenter.of.Paper)
	var choices []widgets.MenuChoice
	for _, paper := range all {
		text := b.paperName(paper)
		choices = append(choices, widgets.MenuChoice{Text: text, Checked: text == name, Chosen: func() { b.page.presenter.SetPaper(paper) }})
	}
	widgets.ShowMenu(b.paper, choices...)
}

// includedKey gives the words for what of the private is in a copy.
func includedKey(i app.Inclusion) string {
	switch {
	case i.Private && i.Impact:
		return "copy.included.both"
	case i.Private:
		return "copy.included.private"
	case i.Impact:
		return "copy.included.impact"
	}
	return "copy.included.none"
}

// chooseIncluded offers what of the private can be taken in.
func (b *bar) chooseIncluded() {
	p := b.page
	included, offered := p.presenter.of.Included(), p.presenter.of.Offered()
	var choices []widgets.MenuChoice
	if offered.Private {
		choices = append(choices, widgets.MenuChoice{Text: p.words.T("copy.private"), Checked: included.Private, Chosen: func() {
			p.turn("copy.private", func(i *app.Inclusion) *bool { return &i.Private })
		}})
	}
	if offered.Impact {
		choices = append(choices, widgets.MenuChoice{Text: p.words.T("copy.impact.add"), Checked: included.Impact, Chosen: func() {
			p.turn("copy.impact", func(i *app.Inclusion) *bool { return &i.Impact })
		}})
	}
	widgets.ShowMenu(b.private, choices...)
}

//words:prefix copy.private.
//words:prefix copy.impact.

// turn takes something private in, after asking, or leaves it out. key names it: its
// question ends in ".ask" and ".text".
func (p *Page) turn(key string, which func(*app.Inclusion) *bool) {
	included := p.presenter.of.Included()
	on := which(&included)
	*on = !*on
	if !*on {
		p.presenter.SetIncluded(included)
		return
	}
	t := p.words.T
	widgets.Confirm(p.canvas(), widgets.Ask{
		Title: t(key + ".ask"), Text: t(key + ".text"),
		Yes: t("copy.private.yes"), No: t("copy.private.no"), Careful: true,
	}, func() {
		p.arriving = true
		p.presenter.SetIncluded(included)
	})
}

// copyText puts the copy on the clipboard, from where it is taken away after a while.
func (p *Page) copyText() {
	if !p.presenter.now.Ready() {
		p.save() // leads to what is missing
		return
	}
	p.presenter.CopyText(p.frame.Copy, func(err error) {
		if err != nil {
			t := p.words.T
			widgets.Confirm(p.canvas(), widgets.Ask{Title: t("copy.clip"), Text: p.trouble(err), Yes: t("copy.close")}, nil)
		}
	})
}

//words:prefix copy.field.

// askProfile lets the audience's profile be changed: what copies for it hold, and how
// they are redacted from now on.
func (p *Page) askProfile() {
	t := p.words.T
	profile := p.desk.Profile(p.presenter.of.Audience)
	body := widgets.Column(look.Gap, widgets.NewSoft(t("copy.profile.text")))
	for _, field := range app.AudienceFields() {
		body.Add(widgets.NewCheckRow(t("copy.field."+string(field)), profile.Allows(field), func(on bool) {
			profile.Fields = slices.DeleteFunc(profile.Fields, func(f app.Field) bool { return f == field })
			if on {
				profile.Fields = append(profile.Fields, field)
			}
		}))
	}
	var style *widgets.Chip
	style = widgets.NewMenuChip(t("copy.style", t("style."+string(profile.Style))), func() {
		var choices []widgets.MenuChoice
		for _, s := range app.Styles {
			choices = append(choices, widgets.MenuChoice{Text: t("style." + string(s)), Checked: s == profile.Style, Chosen: func() {
				profile.Style = s
				style.SetText(t("copy.style", t("style."+string(s))))
			}})
		}
		widgets.ShowMenu(style, choices...)
	})
	body.Add(widgets.Wrap(0, style))
	body.Add(widgets.NewCheckRow(t("copy.strict"), profile.Strict, func(on bool) { profile.Strict = on }))
	footer := fields.NewTextLine(t("copy.profile.footer"), t("document.footer"))
	footer.SetText(profile.Footer)
	body.Add(footer)
	var d *widgets.Dialog
	d = widgets.ShowDialog(p.canvas(), t("copy.profile.title", t("audience."+string(profile.Audience))), body,
		widgets.NewPlain(t("copy.cancel"), func() { d.Close() }),
		widgets.NewPrimary(t("copy.profile.keep"), func() {
			profile.Footer = footer.Text()
			d.Close()
			p.keepProfile(profile)
		}))
	d.OnClosed(p.focus)
}

// keepProfile keeps a profile, and makes the copy by it.
func (p *Page) keepProfile(profile app.Profile) {
	p.desk.Do(func() error { return p.desk.SetProfile(profile) }, func(err error) {
		p.frame.Do(func() {
			if err != nil {
				p.frame.Failed(err)
				return
			}
			p.frame.Notify(p.words.T("copy.profile.kept"), true)
		})
	})
}

// presentCase makes a case presentation of the entry that the copy is of, where it is
// of one.
func (p *Page) presentCase() {
	for _, paper := range p.bar.papers() {
		if c, is := paper.(app.CasePaper); is {
			p.presenter.SetPaper(c)
		}
	}
}

// Can reports whether a command has something to work on here.
func (p *Page) Can(name string) bool {
	return name != "case" || slices.ContainsFunc(p.bar.papers(), func(of app.Paper) bool { return of.Name() == app.CasePaper{}.Name() })
}

// digest asks for the digest of the last year, for a portfolio.
func (p *Page) digest() {
	p.Ask(app.CopyOf{Paper: digestOf(p.desk.Today(), 12), Audience: supervision.ForPortfolio})
	p.Show(0)
}
