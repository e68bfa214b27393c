package learning

import (
	"cmp"
	"slices"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
)

// Week is what was logged for one week, as a row of the log.
type Week struct {
	Monday  journal.Date
	Minutes map[learning.HoursKind]int
	Lines   []learning.Hours
	With    []string // who supervised, by name, each once
	Signed  journal.Date
	Waits   int // days since the week was over, while something of it isn't signed
	Short   []learning.WeekVerdict
}

// All returns the minutes of the week.
func (w Week) All() (n int) {
	for _, m := range w.Minutes {
		n += m
	}
	return n
}

// HoursLog is the page of hours: the weeks, the latest first, and how they stand.
type HoursLog struct {
	Pack     learning.Pack
	Since    journal.Date
	Weeks    []Week
	Verdicts []learning.Verdict
	Unsigned learning.Unsigned
	Signing  []Signing
	ToFill   int // held sessions that no line was filled from
}

// Signing is how the sheets of one supervisor stand.
type Signing struct {
	learning.Signing
	Name string
}

// HoursLog returns what was logged and how it stands today.
func (d *Desk) HoursLog() (log HoursLog) {
	b, today := d.Library().Board(), d.Today()
	hours := learning.AllHours(b)
	var c learning.Choice
	log.Pack, c, _ = d.Pack(learning.ForHours)
	log.Since = c.Since
	credentials, names := map[journal.ID]string{}, map[journal.ID]string{}
	for _, r := range b.Relationships() {
		credentials[r.ID], names[r.ID] = r.Credential, r.Name
	}
	log.Verdicts = learning.Judge(log.Pack, learning.Log{Hours: hours, Credentials: credentials, Since: c.Since, Today: today})
	log.Weeks = weeksOf(hours, names, log.Verdicts, today)
	log.Unsigned = learning.UnsignedOf(hours, today)
	for _, s := range learning.SigningOf(b, hours) {
		log.Signing = append(log.Signing, Signing{s, names[s.With]})
	}
	log.ToFill = len(d.unfilled(b, hours, c.Since))
	return log
}

func weeksOf(hours []learning.Hours, names map[journal.ID]string, verdicts []learning.Verdict, today journal.Date) (all []Week) {
	short := map[journal.Date][]learning.WeekVerdict{}
	for _, v := range verdicts {
		for _, w := range v.Weeks {
			short[w.Week] = append(short[w.Week], w)
		}
	}
	for _, h := range hours {
		if n := len(all); n == 0 || all[n-1].Monday != h.Week {
			all = append(all, Week{Monday: h.Week, Minutes: map[learning.HoursKind]int{}, Short: short[h.Week]})
		}
		w := &all[len(all)-1]
		w.Lines = append(w.Lines, h)
		w.Minutes[h.Kind] += h.Minutes
		if name := names[h.With]; name != "" && !slices.Contains(w.With, name) {
			w.With = append(w.With, name)
		}
	}
	for i := range all {
		all[i].sign(today)
	}
	return all
}

// sign says since when the week is signed, or how long it has waited.
func (w *Week) sign(today journal.Date) {
	for _, h := range w.Lines {
		if h.Minutes == 0 {
			continue
		}
		if h.Signed == "" {
			w.Signed, w.Waits = "", max(w.Monday.AddDays(7).DaysUntil(today), 0)
			return
		}
		w.Signed = max(w.Signed, h.Signed)
	}
}

// everywhere are the kinds of hours that are logged in every country.
var everywhere = []learning.HoursKind{learning.Individual, learning.GroupHours, learning.DirectClient, learning.OtherPractice}

// KindsAsked returns the kinds of hours to ask for, in order: those of every country,
// those of the rules in use, and those that were logged. Where the terms are of a country
// that licenses by kinds of hours, or of none, all are asked for.
func (d *Desk) KindsAsked() []learning.HoursKind {
	pack, _, _ := d.Pack(learning.ForHours)
	logged := map[learning.HoursKind]bool{}
	for _, h := range learning.AllHours(d.Library().Board()) {
		logged[h.Kind] = true
	}
	terms := d.App().Terms()
	all := terms == core.UnitedStates || terms == core.Neutral
	return slices.DeleteFunc(learning.HoursKinds(), func(k learning.HoursKind) bool {
		return k == learning.OwnHours || !all && !slices.Contains(everywhere, k) && !pack.Asks(k) && !logged[k]
	})
}

// WeekEntry is what is typed for one week: the minutes of each kind in all, and who
// supervised the kinds that have no line yet.
type WeekEntry struct {
	Monday  journal.Date
	Minutes map[learning.HoursKind]int
	With    journal.ID
	Apart   bool                      // what is more than was logged with others is With's
	Instead map[journal.ID]journal.ID // of the week's lines, who supervised instead of whom
	Note    string
}

// LogWeek makes the week's hours what was typed: a kind that has none yet gets a line,
// one with more or fewer is corrected, and what it said is kept. A line that is corrected
// keeps who supervised, unless Instead or Apart says otherwise. It gives fault.Invalid
// for a week to come and for more hours than a week has; it can be undone as one.
func (d *Desk) LogWeek(e WeekEntry) error {
	today := d.Today()
	if e.Monday = learning.WeekOf(e.Monday); e.Monday == "" || e.Monday > today {
		return fault.New(fault.Invalid, "log week: day")
	}
	sum := 0
	for _, n := range e.Minutes {
		sum += n
	}
	if sum > learning.MaxWeekMinutes {
		return fault.New(fault.Invalid, "log week: more hours than a week has")
	}
	ids, err := d.NewIDs(len(e.Minutes))
	if err != nil {
		return err
	}
	return d.Change(supervision.Batch("undo.log_hours", func(b *supervision.Edit) error {
		if err := e.supervise(b, today); err != nil {
			return err
		}
		hours := learning.AllHours(b.Board)
		for i, kind := range kindsOf(e.Minutes) {
			line := learning.Hours{ID: ids[i], Week: e.Monday, Kind: kind, Minutes: e.Minutes[kind], With: e.With, Note: e.Note, Entered: today}
			if err := setHours(b, hours, line, e.Apart, today); err != nil {
				return err
			}
		}
		return e.remark(b, ids)
	}))
}

// remark puts the note onto the first of the week's lines that isn't signed, where no new
// line has taken it.
func (e WeekEntry) remark(b *supervision.Edit, fresh []journal.ID) error {
	all := slices.DeleteFunc(learning.Sheet(learning.AllHours(b.Board), 0, e.Monday, e.Monday), func(h learning.Hours) bool { return h.Signed != "" })
	taken := slices.ContainsFunc(all, func(h learning.Hours) bool { return slices.Contains(fresh, h.ID) })
	if journal.Blank(e.Note) || taken || len(all) == 0 {
		return nil
	}
	return b.Do(learning.RemarkHours(all[0].ID, e.Note))
}

// supervise says of the week's lines who supervised instead.
func (e WeekEntry) supervise(b *supervision.Edit, today journal.Date) error {
	for _, h := range learning.AllHours(b.Board) {
		with, other := e.Instead[h.With]
		if h.Week != e.Monday || !other {
			continue
		}
		if err := b.Do(learning.SuperviseHours(h.ID, with, today)); err != nil {
			return err
		}
	}
	return nil
}

func kindsOf(minutes map[learning.HoursKind]int) []learning.HoursKind {
	return slices.DeleteFunc(learning.HoursKinds(), func(k learning.HoursKind) bool { _, is := minutes[k]; return !is })
}

// setHours brings the week's hours of one kind to what line says: by a new line, or by
// correcting the lines there are, those of the same supervisor first. Apart has what is
// more than others supervised as a new line too.
func setHours(b *supervision.Edit, hours []learning.Hours, line learning.Hours, apart bool, today journal.Date) error {
	var there []learning.Hours
	more := line.Minutes
	for _, h := range hours {
		if h.Week == line.Week && h.Kind == line.Kind {
			there = append(there, h)
			more -= h.Minutes
		}
	}
	if len(there) == 0 || apart && more > 0 && !slices.ContainsFunc(there, func(h learning.Hours) bool { return h.With == line.With }) {
		if line.Minutes = more; more == 0 {
			return nil
		}
		return b.Do(learning.LogHours(line))
	}
	last := func(h learning.Hours) int { // what was corrected to nothing comes last, and those of the same supervisor first
		return 2*one(h.Minutes == 0) + one(h.With != line.With)
	}
	slices.SortStableFunc(there, func(x, y learning.Hours) int { return last(x) - last(y) })
	for _, h := range there {
		if more == 0 {
			return nil
		}
		n := max(h.Minutes+more, 0)
		more -= n - h.Minutes
		if err := b.Do(learning.CorrectHours(h.ID, n, "", today)); err != nil {
			return err
		}
	}
	return nil
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// CorrectHours changes one line and keeps what it said. It gives fault.NotFound and
// fault.Invalid, and can be undone.
func (d *Desk) CorrectHours(id journal.ID, minutes int, why string) error {
	return d.Change(learning.CorrectHours(id, minutes, why, d.Today()))
}

// RemoveHours takes a line away that was never signed. It gives fault.NotFound and
// fault.Conflict, and can be undone.
func (d *Desk) RemoveHours(id journal.ID) error { return d.Change(learning.RemoveHours(id)) }

// SignWeeks says on which day a supervisor signed the sheet for the weeks from one day
// to another, and where it is kept; with 0 everybody's. Lines that are signed already
// stay as they are. It gives fault.NotFound where nothing waits for it, and
// fault.Invalid as learning.SignHours does; it can be undone as one.
func (d *Desk) SignWeeks(with journal.ID, from, until, on journal.Date, keptAt string) error {
	var ids []journal.ID
	for _, h := range learning.Sheet(learning.AllHours(d.Library().Board()), with, from, until) {
		if h.Signed == "" {
			ids = append(ids, h.ID)
		}
	}
	if len(ids) == 0 {
		return fault.New(fault.NotFound, "sign weeks: nothing waits")
	}
	return d.Change(learning.SignHours(ids, on, keptAt, d.Today()))
}

// FillHours adds a line for each held session from which none was filled yet, and
// returns how many. It gives the kinds of Core.Change, and can be undone as one.
func (d *Desk) FillHours() (int, error) {
	b := d.Library().Board()
	_, c, _ := d.Pack(learning.ForHours)
	lines := d.unfilled(b, learning.AllHours(b), c.Since)
	if len(lines) == 0 {
		return 0, nil
	}
	ids, err := d.NewIDs(len(lines))
	if err != nil {
		return 0, err
	}
	for i := range lines {
		lines[i].ID = ids[i]
	}
	return len(lines), d.Change(supervision.Batch("undo.fill_hours", func(e *supervision.Edit) error {
		return e.Do(learning.LogHours(lines...))
	}))
}

// unfilled returns a line for each held session of supervision that no line names, and
// for which no hours were typed. Peers and mentors don't supervise.
func (d *Desk) unfilled(b *supervision.Board, hours []learning.Hours, since journal.Date) (lines []learning.Hours) {
	filled, typed := map[journal.ID]bool{}, map[typedFor]int{}
	for _, h := range hours {
		if filled[h.Session] = true; h.Session == 0 && h.Kind.Supervision() {
			typed[typedFor{h.Week, h.Kind == learning.GroupHours, h.With}] += h.Minutes
		}
	}
	for _, s := range b.Sessions(nil) {
		line := learning.Hours{
			Week: learning.WeekAt(s.When()), Kind: kindOf[s.Kind], Minutes: cmp.Or(s.Held, s.Minutes),
			With: s.With, Mode: s.Mode, Session: s.ID, Entered: d.Today(),
		}
		held := s.State == supervision.Closed && line.Kind != "" && line.Minutes > 0 && s.With != 0
		if held && !filled[s.ID] && line.Week.AddDays(6) >= since && !takeTyped(typed, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// kindOf is what hours a session is logged as.
var kindOf = map[supervision.SessionKind]learning.HoursKind{
	supervision.Individual: learning.Individual, supervision.LineManagement: learning.Individual,
	supervision.ExternalClinical: learning.Individual, supervision.AdHoc: learning.Individual, supervision.Group: learning.GroupHours,
}

// typedFor is what typed hours of supervision are for: of a week, in a group or not,
// with somebody or with nobody named.
type typedFor struct {
	week  journal.Date
	group bool
	with  journal.ID
}

// takeTyped reports whether hours that were typed stand for a session, and takes its
// minutes from them, so that each counts once. Hours are typed roundly: they stand for a
// session of which they are at least half.
func takeTyped(typed map[typedFor]int, line learning.Hours) bool {
	for _, with := range []journal.ID{line.With, 0} {
		of := typedFor{line.Week, line.Kind == learning.GroupHours, with}
		if typed[of] > 0 && 2*typed[of] >= line.Minutes {
			typed[of] -= line.Minutes
			return true
		}
	}
	return false
}
