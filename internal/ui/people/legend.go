package people

import (
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/secret"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// legendDialog shows the opened legend: a line for each code, with who it is. What
// stands in it is kept whenever it closes, and nowhere else: it is no form whose words
// outlive locking.
type legendDialog struct {
	page   *Page
	legend app.Legend
	lines  *fields.TextSection
	kept   string // as it was last read or kept
	dialog *widgets.Dialog
}

// openLegend asks for the passphrase of the legend, or for a new one where there is
// none yet.
func (p *Page) openLegend() {
	if p.desk.HasLegend() {
		p.askLegend()
		return
	}
	t := p.words.T
	choice := secret.NewChoice(p.frame, app.Go)
	var d *widgets.Dialog
	begin := widgets.NewPrimary(t("people.legend.begin"), nil)
	submit := func() {
		if choice.Ready() && !begin.Disabled() {
			p.unlockLegend(d, begin, func() (app.Legend, error) { return p.desk.BeginLegend(choice.Secret()) }, nil)
		}
	}
	begin.OnTapped(submit)
	body := widgets.Column(look.Wide, widgets.NewSoft(t("people.legend.text")), choice)
	choice.OnSubmitted = submit
	choice.OnChanged = func() {
		if begin.Enable(); !choice.Ready() {
			begin.Disable()
		}
		if d != nil {
			d.Refresh()
		}
	}
	d = widgets.ShowDialog(p.canvas(), t("people.legend.title"), body, widgets.NewPlain(t("people.form.cancel"), func() { d.Close() }), begin)
	choice.OnChanged()
	choice.Focus()
}

// askLegend asks for the passphrase of the legend that there is.
func (p *Page) askLegend() {
	t := p.words.T
	var d *widgets.Dialog
	field := fields.NewPassphraseField(t("unlock.passphrase"), t("unlock.show"), t("unlock.hide"))
	wrong := widgets.NewText(t("people.legend.wrong"), look.Label, look.WarmInk)
	wrong.Hide()
	open := widgets.NewPrimary(t("people.legend.unlock"), nil)
	submit := func() {
		if field.Secret() != "" && !open.Disabled() {
			wrong.Hide()
			p.unlockLegend(d, open, func() (app.Legend, error) { return p.desk.OpenLegend(field.Secret()) }, func() {
				wrong.Show()
				d.Refresh()
				field.Again()
			})
		}
	}
	open.OnTapped(submit)
	field.OnSubmitted = func(string) { submit() }
	drop := widgets.NewLink(t("people.legend.drop"), func() { d.Close(); p.dropLegend() })
	body := widgets.Column(look.Wide, widgets.NewSoft(t("people.legend.ask")), field, wrong, widgets.Row(0, drop))
	d = widgets.ShowDialog(p.canvas(), t("people.legend.title"), body, widgets.NewPlain(t("people.form.cancel"), func() { d.Close() }), open)
	field.Focus()
}

// unlockLegend opens a legend off the main goroutine, as that takes a while, and shows
// it. wrong is called for another passphrase.
func (p *Page) unlockLegend(d *widgets.Dialog, button *widgets.Button, open func() (app.Legend, error), wrong func()) {
	said := button.Text()
	button.Disable()
	button.SetText(p.words.T("unlock.trying"))
	var l app.Legend
	var lines []app.LegendLine
	p.desk.Do(func() (err error) {
		if l, err = open(); err == nil {
			lines, err = p.desk.ReadLegend(l)
		}
		return err
	}, func(err error) {
		p.frame.Do(func() {
			button.Enable()
			button.SetText(said)
			switch {
			case wrong != nil && fault.KindOf(err) == fault.CannotUnlock:
				wrong()
			case err != nil:
				d.Close()
				p.frame.Failed(err)
			case p.Shown:
				d.Close()
				p.showLegend(l, lines)
			}
		})
	})
}

// showLegend shows the lines of the opened legend.
func (p *Page) showLegend(l app.Legend, lines []app.LegendLine) *legendDialog {
	t := p.words.T
	g := &legendDialog{page: p, legend: l, lines: fields.NewTextSection(t("people.legend.lines"), t("people.legend.hint"), 8)}
	g.kept = written(lines)
	g.lines.SetText(g.kept)
	body := widgets.Column(look.Wide, widgets.NewSoft(t("people.legend.is")), g.lines)
	g.dialog = widgets.ShowDialog(p.canvas(), t("people.legend.title"), body, widgets.NewPrimary(t("people.legend.close"), func() { g.dialog.Close() }))
	g.dialog.OnClosed(func() {
		p.legend = nil
		g.keepLater()
		p.focus()
	})
	p.legend = g
	g.lines.FocusEnd()
	return g
}

// keepLater keeps what stood in the legend, off the main goroutine. Where that fails it
// is shown again, so that nothing is lost.
func (g *legendDialog) keepLater() {
	p, text := g.page, g.lines.Text()
	if text == g.kept {
		return
	}
	p.desk.Do(func() error { return p.desk.KeepLegend(g.legend, readLegend(text)) }, func(err error) {
		p.frame.Do(func() {
			if err != nil {
				p.frame.Failed(err)
				p.showLegend(g.legend, nil).lines.SetText(text)
			}
		})
	})
}

// keep keeps what stands in the legend, where it was changed. It gives the errors of
// Desk.KeepLegend.
func (g *legendDialog) keep() error {
	text := g.lines.Text()
	if text == g.kept {
		return nil
	}
	err := g.page.desk.KeepLegend(g.legend, readLegend(text))
	if err == nil {
		g.kept = text
	}
	return err
}

// follow shows the legend as it is now, where nothing was typed since, as after a step
// was taken back. One that is gone closes.
func (g *legendDialog) follow() {
	lines, err := g.page.desk.ReadLegend(g.legend)
	if err != nil {
		g.kept = g.lines.Text()
		g.dialog.Close()
		return
	}
	if now := written(lines); g.lines.Text() == g.kept && written(readLegend(g.kept)) != now {
		g.kept = now
		g.lines.SetText(now)
	}
}

// dropLegend asks before the legend is thrown away.
func (p *Page) dropLegend() {
	t := p.words.T
	widgets.Confirm(p.canvas(), widgets.Ask{
		Title: t("people.legend.drop.ask"), Text: t("people.legend.drop.text"), Yes: t("people.legend.drop.yes"), No: t("people.form.cancel"), Careful: true,
	}, func() {
		p.presenter.change(p.desk.DropLegend, func() { p.frame.Notify(t("people.legend.dropped"), true) })
	})
}

// written gives the lines as they are typed: a code, a colon, who it is.
func written(lines []app.LegendLine) string {
	var all []string
	for _, l := range lines {
		switch {
		case l.Code == "":
			all = append(all, l.Name)
		default:
			all = append(all, l.Code+": "+l.Name)
		}
	}
	return strings.Join(all, "\n")
}

// readLegend reads what was typed. A line without a colon is a name without a code, so that
// nothing is lost.
func readLegend(text string) (lines []app.LegendLine) {
	for _, line := range strings.Split(text, "\n") {
		code, name, is := strings.Cut(line, ":")
		if !is {
			code, name = "", line
		}
		if l := (app.LegendLine{Code: tidy(code), Name: tidy(name)}); l != (app.LegendLine{}) {
			lines = append(lines, l)
		}
	}
	return lines
}
