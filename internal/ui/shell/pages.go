package shell

import (
	"cmp"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/actions"
	"aftershift/internal/ui/back"
	"aftershift/internal/ui/backups"
	redacted "aftershift/internal/ui/copy"
	"aftershift/internal/ui/groups"
	diary "aftershift/internal/ui/journal"
	"aftershift/internal/ui/kept"
	"aftershift/internal/ui/learning"
	"aftershift/internal/ui/patterns"
	"aftershift/internal/ui/people"
	"aftershift/internal/ui/reading"
	"aftershift/internal/ui/session"
	"aftershift/internal/ui/settings"
	"aftershift/internal/ui/supervision"
	"aftershift/internal/ui/widgets"
)

// Names of pages, as they stand in a Place and in Open.
const (
	journalPage     = "journal"
	supervisionPage = "supervision"
	sessionPage     = "session"
	actionsPage     = "actions"
	backPage        = "back"
	patternsPage    = "patterns"
	learningPage    = "learning"
	groupsPage      = "groups"
	peoplePage      = "people"
	copyPage        = "copy"
	settingsPage    = "settings"
	backupsPage     = "backups"
	keptPage        = "kept"
	readingPage     = "reading"
	lockAction      = "lock"
)

// pageSpec is a page that can be opened.
type pageSpec struct {
	name   string
	inNav  bool                 // stands in the side navigation
	frozen bool                 // is one of those of a journal that is open to read only, and of no other
	atFoot bool                 // at its foot
	inUse  func(*app.Desk) bool // where given, it stands there only once this holds
	under  string               // the page whose line is marked instead, for one that has none
	build  func(r *room) page
}

// pageSpecs are the pages, in the order of the navigation.
var pageSpecs = []pageSpec{
	{name: journalPage, inNav: true, build: func(r *room) page { return diary.New(r.desk, r) }},
	{name: supervisionPage, inNav: true, build: func(r *room) page { return supervision.New(r.desk, r) }},
	{name: sessionPage, under: supervisionPage, build: func(r *room) page { return session.New(r.desk, r) }},
	{name: actionsPage, inNav: true, build: func(r *room) page { return actions.New(r.desk, r) }},
	{name: backPage, inNav: true, build: func(r *room) page { return back.New(r.desk, r) }},
	{name: patternsPage, under: backPage, build: func(r *room) page { return patterns.New(r.desk, r) }},
	{name: learningPage, inNav: true, inUse: (*app.Desk).Learns, build: func(r *room) page { return learning.New(r.desk, r) }},
	{name: peoplePage, inNav: true, build: func(r *room) page { return people.New(r.desk, r) }},
	{name: groupsPage, under: peoplePage, build: func(r *room) page { return groups.New(r.desk, r) }},
	{name: copyPage, build: func(r *room) page { return redacted.New(r.desk, r) }},
	{name: settingsPage, inNav: true, atFoot: true, build: func(r *room) page { return settings.New(r.desk, r) }},
	{name: backupsPage, under: settingsPage, build: func(r *room) page { return backups.New(r.desk, r) }},
	{name: keptPage, under: settingsPage, build: func(r *room) page { return kept.New(r.desk, r) }},
	{name: readingPage, inNav: true, frozen: true, build: func(r *room) page { return reading.New(r.desk, r) }},
}

func specOf(name string) (pageSpec, bool) {
	for _, spec := range pageSpecs {
		if spec.name == name {
			return spec, true
		}
	}
	return pageSpec{}, false
}

// lineOf gives the page whose line in the navigation is marked for a page.
func lineOf(name string) string {
	if spec, ok := specOf(name); ok && spec.under != "" {
		return spec.under
	}
	return name
}

func (r *room) has(name string) bool {
	spec, ok := specOf(name)
	return ok && spec.inNav && r.shows(spec) && r.lists(spec)
}

// lists tells whether a page stands in the navigation: one that waits for its first use
// does while one is there.
func (r *room) lists(spec pageSpec) bool {
	return spec.inUse == nil || r.present == spec.name || spec.inUse(r.desk)
}

// listPages brings the navigation up to date with what is in use.
func (r *room) listPages() {
	for _, spec := range pageSpecs {
		if spec.inUse != nil {
			r.nav.SetListed(spec.name, r.lists(spec))
		}
	}
}

// knows tells whether a page can be gone to.
func (r *room) knows(name string) bool {
	spec, ok := specOf(name)
	return ok && r.shows(spec)
}

// shows tells whether a page belongs to this journal: one that is open to read
// only has pages of its own, on which nothing can be changed.
func (r *room) shows(spec pageSpec) bool { return spec.frozen == r.desk.ReadOnly() }

// first gives the page that a journal opens with.
func (r *room) first() string {
	if r.desk.ReadOnly() {
		return readingPage
	}
	return pageSpecs[0].name
}

//words:prefix shell.page.

func (r *room) newNav() *widgets.SideNav {
	var top, foot []widgets.NavItem
	for _, spec := range pageSpecs {
		item := widgets.NavItem{Key: spec.name, Text: r.t("shell.page." + spec.name)}
		switch {
		case !r.shows(spec):
		case spec.inNav && spec.atFoot:
			foot = append(foot, item)
		case spec.inNav:
			top = append(top, item)
		}
	}
	foot = append(foot, widgets.NavItem{Key: lockAction, Text: r.t("shell.lock"), Hint: r.t("shell.lock.key"), Action: true})
	return widgets.NewSideNav(r.t("shell.name"), top, foot, r.t("shell.footer"), r.choose)
}

func (r *room) choose(key string) {
	if key == lockAction {
		r.lock()
		return
	}
	r.Open(key, 0)
}

// Open goes to a page, and there to what id names; 0 leaves it as it was.
func (r *room) Open(name string, id journal.ID) {
	if name == sessionPage && id != 0 {
		if group := r.desk.MeetingIn(id); group != 0 {
			name, id = groupsPage, group
		}
	}
	p, ok := r.visit(name)
	if !ok {
		return
	}
	if r.present != "" && r.present != name {
		r.pages[r.present].Hide()
		r.trail = append(r.trail[max(len(r.trail)-mostTrail, 0):], r.present)
	}
	if name == journalPage {
		id, r.left = cmp.Or(id, r.left), 0
	}
	r.present = name
	r.listPages()
	r.mark(lineOf(name))
	widgets.Turn(r.holder, p.Content())
	r.window.Canvas().Unfocus()
	p.Show(id)
	if r.window.Canvas().Focused() == nil {
		r.nav.FocusSelected()
	}
	r.resume(name, p)
}

// mark shows in the navigation where one is. A page that has no line there belongs
// to the one that led to it.
func (r *room) mark(line string) {
	switch {
	case r.has(line):
		r.nav.SetSelected(line)
	case r.nav.Selected() == "":
		r.nav.SetSelected(r.first())
	}
}

// copier is a page that makes redacted copies.
type copier interface{ Ask(of app.CopyOf) }

// OpenCopy goes to the redacted copy of what is asked for.
func (r *room) OpenCopy(of app.CopyOf) {
	p, ok := r.visit(copyPage)
	if c, can := p.(copier); ok && can {
		c.Ask(of)
		r.Open(copyPage, 0)
	}
}

// digest goes to the digest of the last year.
func (r *room) digest() {
	r.Open(copyPage, 0)
	r.pages[copyPage].Command("digest")
}

// moving goes to where a whole journal, or notes of another program, come in and go out.
func (r *room) moving() {
	r.Open(backupsPage, 0)
	r.pages[backupsPage].Command("moving")
}

// presentCase goes to the case presentation of the entry that is open.
func (r *room) presentCase() {
	if r.present == journalPage {
		r.pages[journalPage].Command("copy")
	}
	if r.present == copyPage {
		r.pages[copyPage].Command("case")
	}
}

// learnFrom goes to a piece of professional development from the entry that is open.
func (r *room) learnFrom() {
	p, has := r.pages[journalPage].(interface{ Present() journal.ID })
	if !has || r.present != journalPage {
		return
	}
	if err := r.pages[journalPage].Flush(); err != nil {
		r.Failed(err)
		return
	}
	if id := p.Present(); id != 0 {
		r.Open(learningPage, id)
	}
}

// visit gives the page, built on the first visit and kept.
func (r *room) visit(name string) (page, bool) {
	if p, ok := r.pages[name]; ok {
		return p, true
	}
	spec, _ := specOf(name)
	if !r.knows(name) {
		return nil, false
	}
	p := spec.build(r)
	r.pages[name] = p
	return p, true
}
