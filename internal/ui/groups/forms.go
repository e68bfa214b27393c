package groups

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// The forms of the page whose words outlive locking.
const (
	setUpForms  = "setup"
	agreedForms = "agreed"
	memberForms = "member"
)

// Written returns what stands in open forms.
func (p *Page) Written() []fields.Written { return p.forms.Written() }

// Resume opens the forms again in which something stood.
func (p *Page) Resume(all []fields.Written) {
	p.forms.Resume(all)
	p.forms.Reopen(func(kind, of string) {
		if kind == setUpForms {
			p.askSetUp(0)
		}
	})
}

// askSetUp asks for what it takes to set up a group, for a relationship, or with 0 for
// a new one. Days that are left empty agree on no rhythm.
func (p *Page) askSetUp(with journal.ID) {
	w := p.says
	name := fields.NewTextLine(w.T("groups.form.name"), w.T("groups.form.name.hint"))
	members := fields.NewTextSection(w.T("groups.form.members"), w.T("groups.form.members.hint"), 4)
	every := fields.NewTextLine(w.T("groups.form.every"), w.T("groups.form.every.hint")).Prefilled()
	every.SetText("28")
	name.OnSubmitted = func(string) { members.Focus() }
	read := fields.NewTextSection(w.T("groups.readout"), "", 2)
	read.SetText(w.T("groups.readout.usual"))
	body := []fyne.CanvasObject{name, members, every, read, widgets.NewSmall(w.T("groups.form.later"))}
	for _, r := range p.desk.Relationships() {
		if r.ID == with {
			name.SetText(r.Name)
		}
	}
	p.ask(setUpForms, w.T("groups.new"), w.T("groups.form.set"), func() string {
		days, err := strconv.Atoi(strings.TrimSpace(every.Text()))
		switch {
		case strings.TrimSpace(name.Text()) == "":
			return w.T("groups.wrong.name")
		case strings.TrimSpace(every.Text()) != "" && (err != nil || days < 0 || days > supervision.MaxCadence):
			return w.T("groups.wrong.every")
		}
		s := app.GroupSetUp{With: with, Name: name.Text(), Every: days, Group: app.Group{Confidentiality: read.Text()}, Members: readMembers(members.Text())}
		p.presenter.act("groups.said.setup", func() error {
			id, err := p.desk.SetUpGroup(s)
			if err == nil {
				p.frame.Do(func() { p.coming = true; p.presenter.Choose(id) })
			}
			return err
		})
		return ""
	}, body...)
	name.FocusEnd()
}

// readMembers reads members, one a line: name, setting, what they could help with. A
// line without a name is passed over.
func readMembers(text string) (all []app.Member) {
	for line := range strings.Lines(text) {
		parts := strings.SplitN(strings.TrimSpace(line), ",", 3)
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		if parts = append(parts, "", ""); parts[0] != "" {
			all = append(all, app.Member{Name: parts[0], Setting: parts[1], Brings: parts[2]})
		}
	}
	return all
}

// askAgreed asks for what the group agreed.
func (p *Page) askAgreed() {
	w := p.says
	v, is := p.presenter.state.group()
	if !is {
		return
	}
	part := func(key, text string) *fields.TextSection {
		s := fields.NewTextSection(w.T(key), "", 2)
		s.SetText(text)
		return s
	}
	line := func(key, text string) *fields.TextLine {
		l := fields.NewTextLine(w.T(key), "")
		l.SetText(text)
		return l
	}
	aims, rules, read := part("groups.aims", v.Aims), part("groups.guidelines", v.Guidelines), part("groups.readout", v.Confidentiality)
	missing, place, review := line("groups.form.missing", v.Missing), line("groups.form.place", v.Place), line("groups.form.review", input.Typed(v.Review))
	agreed := widgets.NewCheckRow(w.T("groups.form.agreed"), false, nil)
	p.ask(fields.FormName(agreedForms, v.ID), w.T("groups.change"), w.T("groups.form.keep"), func() string {
		g := v.Group
		day := journal.Date("")
		if typed := strings.TrimSpace(review.Text()); typed != "" {
			var err error
			if day, err = p.desk.ReadDue(typed); err != nil {
				return w.T("groups.wrong.day")
			}
		}
		g.Aims, g.Guidelines, g.Confidentiality, g.Missing, g.Place, g.Review = aims.Text(), rules.Text(), read.Text(), missing.Text(), place.Text(), day
		if agreed.Checked() {
			g.Agreed = p.desk.Today()
			if g.Review <= g.Agreed {
				g.Review = g.Agreed.AddDays(365)
			}
		}
		p.presenter.act("groups.said.changed", func() error { return p.desk.ChangeGroup(g) })
		return ""
	}, aims, rules, read, missing, place, review, agreed)
	aims.FocusEnd()
}

//words:prefix groups.member.

// askMember asks for what is known of somebody. One without an ID is new. The writer
// can't leave, and needs no name.
func (p *Page) askMember(m app.Member) {
	w := p.says
	line := func(key, text string) *fields.TextLine {
		l := fields.NewTextLine(w.T(key), w.T(key+".hint"))
		l.SetText(text)
		return l
	}
	name, setting := line("groups.member.name", m.Name), line("groups.member.setting", m.Setting)
	experience, brings := line("groups.member.experience", m.Experience), line("groups.member.brings", m.Brings)
	agreed := widgets.NewCheckRow(w.T("groups.member.agreed"), m.Agreed != "", nil)
	body := []fyne.CanvasObject{name, setting, experience, brings, agreed}
	var f *form
	if m.ID != 0 && !m.Me {
		body = append(body, widgets.Wrap(0, widgets.NewWarm(w.T("groups.member.leaves"), func() {
			f.dialog.Close()
			p.presenter.act("groups.said.leaves", func() error { return p.desk.LeaveGroup(m.ID) })
		})))
	}
	f = p.ask(fields.FormName(memberForms, m.ID), w.T("groups.member"), w.T("groups.form.keep"), func() string {
		m.Name, m.Setting, m.Experience, m.Brings = name.Text(), setting.Text(), experience.Text(), brings.Text()
		switch {
		case strings.TrimSpace(m.Name) == "" && !m.Me:
			return w.T("groups.wrong.member")
		case !agreed.Checked():
			m.Agreed = ""
		case m.Agreed == "":
			m.Agreed = p.desk.Today()
		}
		p.presenter.act("groups.said.member", func() error {
			if m.ID != 0 {
				return p.desk.ChangeMember(m)
			}
			_, err := p.desk.AddMember(m)
			return err
		})
		return ""
	}, body...)
	name.FocusEnd()
}

// inOrder is a row of chips of which several are chosen, each with its number in the
// order of choosing.
func (p *Page) inOrder(v app.GroupView, chosen []journal.ID, changed func([]journal.ID)) fyne.CanvasObject {
	return p.chips(v, true, chosen, func(name string, at int) string {
		if at < 0 {
			return name
		}
		return p.says.T("groups.nth", at+1, name)
	}, changed)
}

// choice is a row of chips of which one or several are chosen.
func (p *Page) choice(v app.GroupView, several bool, chosen []journal.ID, changed func([]journal.ID)) fyne.CanvasObject {
	return p.chips(v, several, chosen, func(name string, _ int) string { return name }, changed)
}

// chips is a row of chips, one for each member who is here. says gives what stands on one
// that is chosen as the at-th, or as none for -1.
func (p *Page) chips(v app.GroupView, several bool, chosen []journal.ID, says func(name string, at int) string, changed func([]journal.ID)) fyne.CanvasObject {
	row := widgets.Wrap(look.Gap)
	chips := map[journal.ID]*widgets.Chip{}
	show := func() {
		for _, m := range v.Here() {
			at := slices.Index(chosen, m.ID)
			chips[m.ID].SetText(says(p.desk.MemberName(m.Member), at))
			chips[m.ID].SetSelected(at >= 0)
		}
		row.Refresh()
	}
	for _, m := range v.Here() {
		chips[m.ID] = widgets.NewChip(p.desk.MemberName(m.Member), widgets.Neutral, func() {
			is := slices.Contains(chosen, m.ID)
			switch {
			case !several && is:
				chosen = nil
			case !several:
				chosen = []journal.ID{m.ID}
			case is:
				chosen = slices.DeleteFunc(slices.Clone(chosen), func(id journal.ID) bool { return id == m.ID })
			default:
				chosen = append(slices.Clone(chosen), m.ID)
			}
			show()
			changed(chosen)
		})
		row.Add(chips[m.ID])
	}
	show()
	return row
}

func (p *Page) named(key string, body fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Column(look.Tight, widgets.NewCaption(p.says.T(key)), body)
}

// askSwap asks who has which turn at the next meeting. A turn may be nobody's.
func (p *Page) askSwap() {
	v, is := p.presenter.state.group()
	if !is {
		return
	}
	r := v.Turns[0].Roles
	one := func(key string, id *journal.ID) fyne.CanvasObject {
		return p.named(key, p.choice(v, false, []journal.ID{*id}, func(all []journal.ID) {
			*id = 0
			for _, chosen := range all {
				*id = chosen
			}
		}))
	}
	p.ask("", p.says.T("groups.swap"), p.says.T("groups.form.keep"), func() string {
		p.presenter.act("groups.said.swapped", func() error { return p.desk.SwapTurns(v.ID, r) })
		return ""
	}, one("groups.presents", &r.Presents), one("groups.facilitates", &r.Facilitates), one("groups.keeps", &r.KeepsTime))
}

// begin asks who is there and who presents, and begins the meeting; the button that
// begins it has the keyboard. A written round has no meeting: it goes to its paper.
func (p *Page) begin() {
	w := p.says
	v, is := p.presenter.state.group()
	if !is || v.Running != 0 {
		return
	}
	if v.Uses.Written {
		p.askRound()
		return
	}
	s := p.desk.Proposed(v, v.Uses.ID, nil)
	s.Facilitates, s.KeepsTime = 0, 0 // by who presents in the end
	long := fields.NewTextLine(w.T("groups.form.minutes"), "").Prefilled()
	long.SetText(strconv.Itoa(s.Minutes))
	each := widgets.NewSmall("")
	share := func() {
		s.Minutes, _ = strconv.Atoi(strings.TrimSpace(long.Text()))
		each.SetText(w.cases(v.Uses, s))
	}
	long.OnChanged = func(string) { share() }
	share()
	body := []fyne.CanvasObject{widgets.NewSoft(w.T("groups.form.by", v.Uses.Name))}
	body = append(body, p.named("groups.there", p.choice(v, true, s.Present, func(all []journal.ID) { s.Present = all })))
	if v.Uses.Cases != "" {
		presents := func(all []journal.ID) {
			s.Presents = all
			share()
		}
		who := p.choice(v, false, s.Presents, presents)
		if v.Uses.Cases == "each" {
			who = p.inOrder(v, s.Presents, presents)
		}
		body = append(body, p.named("groups.presenters", who))
	}
	body = append(body, long, each)
	f := p.ask("", w.T("groups.start"), w.T("groups.form.begin"), func() string {
		n, err := strconv.Atoi(strings.TrimSpace(long.Text()))
		absent := slices.ContainsFunc(s.Presents, func(id journal.ID) bool { return !slices.Contains(s.Present, id) })
		switch {
		case err != nil || n < 1 || n > app.MaxMinutes:
			return w.T("groups.wrong.minutes")
		case len(s.Present) == 0 || absent || len(s.Presents) == 0 && v.Uses.Cases != "":
			return w.T("groups.wrong.there")
		}
		s.Minutes = n
		p.presenter.Begin(s)
		return ""
	}, body...)
	p.frame.Window().Canvas().Focus(f.keep)
}

// askProcedure asks for the file of a run-sheet of one's own. It is read at once, on
// the main goroutine: what is wrong with it keeps the form open.
func (p *Page) askProcedure() {
	w := p.says
	file := fields.NewTextLine(w.T("groups.form.file"), w.T("groups.form.file.hint"))
	p.ask("", w.T("groups.own"), w.T("groups.form.add"), func() string {
		_, err := p.desk.ReadProcedure(strings.TrimSpace(file.Text()))
		if said := p.desk.ExplainProcedure(err); said != "" {
			return said
		}
		if err != nil {
			return w.T("groups.wrong.file")
		}
		return ""
	}, file)
	file.FocusEnd()
}

// mostCases is how many entries are offered to make a case of.
const mostCases = 8

// askWhich asks of which entry with words to share to make a paper.
func (p *Page) askWhich(paper func(entry journal.ID) app.Paper) {
	w := p.says
	v, is := p.presenter.state.group()
	if !is {
		return
	}
	column := widgets.Column(look.Gap)
	var d *widgets.Dialog
	for _, o := range p.desk.List(app.Filter{}) {
		if !o.Share.Ready() || len(column.Objects) >= mostCases {
			continue
		}
		column.Add(widgets.Wrap(0, widgets.NewLink(o.Share.Title, func() {
			d.Close()
			p.frame.OpenCopy(app.CopyOf{Paper: paper(o.ID), Audience: v.Relationship.UsualAudience()})
		})))
	}
	if len(column.Objects) == 0 {
		column.Add(widgets.NewSoft(w.T("groups.which.none")))
	}
	d = widgets.ShowWideDialog(p.frame.Window().Canvas(), w.T("groups.which"), column, widgets.NewPlain(w.T("groups.cancel"), func() { d.Close() }))
}

// askCase goes to a case on one page.
func (p *Page) askCase() {
	p.askWhich(func(entry journal.ID) app.Paper { return app.CasePaper{Entry: entry} })
}

// askRound goes to the paper of a written round.
func (p *Page) askRound() {
	group := p.presenter.state.At
	p.askWhich(func(entry journal.ID) app.Paper { return app.RoundPaper{Group: group, Entry: entry} })
}
