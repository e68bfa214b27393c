package shell

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/palette"
	"aftershift/internal/ui/present"
)

// How many of each group are offered before anything is typed.
const (
	idleCommands = 3
	idleEntries  = 5
	idleSessions = 2
)

// openPalette offers everything that can be gone to, by typing.
func (r *room) openPalette() {
	groups := []palette.Group{r.commandGroup(), r.entryGroup()}
	if !r.desk.ReadOnly() {
		groups = append(groups, r.peopleGroup(), r.themeGroup(), r.sessionGroup())
	}
	palette.Open(r, groups)
}

//words:prefix shell.palette.group.

func group[T any](r *room, title string, idle int, all []T, name func(T) string, item func(T) palette.Item) palette.Group {
	return palette.Group{
		Title: r.t("shell.palette.group." + title), Idle: idle,
		Names: app.NewNames(len(all), func(i int) string { return name(all[i]) }),
		Item:  func(i int) palette.Item { return item(all[i]) },
	}
}

// usable reports whether a command does something now: one that is a page's must be
// the present page's, with something to work on there.
func (r *room) usable(c command) bool {
	switch {
	case c.name == "" || c.name == "palette" || !r.may(c):
		return false
	case c.name == "undo":
		return r.desk.CanUndo() != ""
	case c.name == "redo":
		return r.desk.CanRedo() != ""
	case c.run != nil && len(c.on) == 0:
		page, goes := cutPage(c.name)
		return !goes || page == journalPage || r.knows(page)
	case !slices.Contains(c.on, r.present):
		return false
	}
	can, asks := r.pages[r.present].(interface{ Can(name string) bool })
	return !asks || can.Can(c.name)
}

//words:prefix shell.command.

func (r *room) commandGroup() palette.Group {
	var all []command
	for _, c := range r.menu.all {
		if r.usable(c) {
			all = append(all, c)
		}
	}
	name := func(c command) string { return strings.TrimRight(r.nameOf(c), "…") }
	return group(r, "commands", idleCommands, all, name, func(c command) palette.Item {
		return palette.Item{Key: c.name, Name: name(c), Right: keysOf(r.Words(), c), Open: func() { r.do(c) }}
	})
}

// nameOf gives the words of a command; what would be taken back or made again is
// named.
func (r *room) nameOf(c command) string {
	switch c.name {
	case "undo":
		return r.t("shell.undo_what", r.t(r.desk.CanUndo()))
	case "redo":
		return r.t("shell.redo_what", r.t(r.desk.CanRedo()))
	}
	return r.t("shell.command." + c.name)
}

func (r *room) entryGroup() palette.Group {
	item := func(o app.Overview) palette.Item {
		return palette.Item{
			Key: o.ID.String(), Name: app.EntryName(r.Words(), o), Detail: o.Excerpt, Right: r.day(o.Date.Time()), Weight: weightOf(o),
			Open: func() { r.Open(r.first(), o.ID) },
		}
	}
	g := group(r, "entries", idleEntries, r.desk.List(app.Filter{}), func(o app.Overview) string { return app.EntryName(r.Words(), o) }, item)
	g.More = func(ctx context.Context, typed string, limit int) (more []palette.Item) {
		found, err := r.desk.Search(ctx, typed, app.Filter{}, limit)
		if err != nil || r.desk.ReadQuery(typed).Empty() {
			return nil
		}
		for _, o := range found {
			it := item(*o)
			if line, spans, err := r.desk.Excerpt(o.ID, typed); err == nil {
				it.Detail, it.Found = line, spans
			}
			more = append(more, it)
		}
		return more
	}
	return g
}

// weightOf gives how heavy an entry is, by the heavier of its two marks.
func weightOf(o app.Overview) palette.Weight {
	hit, isHit := o.Hit.Value()
	carrying, isCarrying := o.Carrying.Value()
	switch n := max(hit, carrying); {
	case n >= 7:
		return palette.Heavy
	case n >= 4:
		return palette.Middling
	case isHit || isCarrying:
		return palette.Light
	}
	return palette.Unmarked
}

func (r *room) peopleGroup() palette.Group {
	type person struct {
		id            journal.ID
		names, detail string
	}
	var all []person
	for _, p := range r.desk.People() {
		var about []string
		for _, text := range []string{p.Role, p.Relation} {
			if text != "" {
				about = append(about, text)
			}
		}
		if p.Code != "" {
			about = append(about, r.t("shell.palette.says", p.Code))
		}
		all = append(all, person{p.ID, strings.Join(p.Forms, " · "), strings.Join(about, " · ")})
	}
	for _, s := range r.desk.Relationships() {
		all = append(all, person{s.ID, s.Name, s.Role})
	}
	return group(r, "people", 0, all, func(p person) string { return p.names }, func(p person) palette.Item {
		return palette.Item{Key: p.id.String(), Name: p.names, Detail: p.detail, Open: func() { r.Open(peoplePage, p.id) }}
	})
}

func (r *room) themeGroup() palette.Group {
	used, themes := map[journal.ThemeID]int{}, r.desk.Themes()
	for _, o := range r.desk.List(app.Filter{}) {
		for _, id := range themes.Distinct(o.Themes) {
			used[id]++
		}
	}
	var all journal.Themes
	for _, t := range themes {
		if t.Into == "" && (!t.Archived || used[t.ID] > 0) {
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b journal.Theme) int { return used[b.ID] - used[a.ID] })
	return group(r, "themes", 0, all, func(t journal.Theme) string { return t.Name }, func(t journal.Theme) palette.Item {
		it := palette.Item{Key: string(t.ID), Name: t.Name, Open: func() { r.OpenTheme(t.ID) }}
		if parent := themes.ParentOf(t.ID); parent != t.ID && parent != journal.OwnThemes {
			it.Detail = themes.Name(parent)
		}
		if n := used[t.ID]; n > 0 {
			it.Right = r.Words().N("shell.palette.entries", n)
		}
		return it
	})
}

// OpenTheme lists the entries of a theme.
func (r *room) OpenTheme(id journal.ThemeID) {
	r.Open(journalPage, 0)
	if p, ok := r.pages[journalPage].(interface{ FindTheme(journal.ThemeID) }); ok {
		p.FindTheme(id)
	}
}

func (r *room) sessionGroup() palette.Group {
	with := map[journal.ID]string{}
	for _, s := range r.desk.Relationships() {
		with[s.ID] = s.Name
	}
	next, _ := r.desk.NextAgenda()
	all := r.desk.Sessions()
	slices.SortStableFunc(all, func(a, b app.Session) int { // the next one before those that were
		return boolOrder(a.ID == next.Session.ID, b.ID == next.Session.ID)
	})
	name := func(s app.Session) string {
		at := s.When().In(r.desk.Now().Location())
		key := "shell.palette.at"
		if s.ID == next.Session.ID {
			key = "shell.palette.next"
		}
		return r.t(key, r.day(at), present.Days{Words: r.Words()}.Clock(at))
	}
	return group(r, "sessions", idleSessions, all, func(s app.Session) string { return name(s) + " " + with[s.With] }, func(s app.Session) palette.Item {
		it := palette.Item{Key: s.ID.String(), Name: name(s), Detail: with[s.With], Open: func() { r.Open(sessionPage, s.ID) }}
		if n := len(s.Agenda); n > 0 {
			it.Right = r.Words().N("shell.palette.agenda", n)
		}
		return it
	})
}

// boolOrder orders what is true first.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// day says a day: "Thu 26 Nov", with the year where it is another one.
//
//words:prefix journal.weekday.short.
//words:prefix journal.month.
func (r *room) day(at time.Time) string {
	name := r.t("journal.weekday.short." + strconv.Itoa(int(at.Weekday())))
	month := r.t("journal.month." + strconv.Itoa(int(at.Month())))
	if at.Year() != r.desk.Now().Year() {
		return r.t("journal.day-year", name, at.Day(), month, at.Year())
	}
	return r.t("journal.day", name, at.Day(), month)
}
