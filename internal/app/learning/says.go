package learning

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"aftershift/internal/app/input"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
)

// HoursText says minutes as hours, to the minute where they aren't whole quarters:
// "21.5", "0:20".
func HoursText(minutes int) string {
	if minutes%15 != 0 {
		return strconv.Itoa(minutes/60) + ":" + strconv.Itoa(100 + minutes%60)[1:]
	}
	s := strconv.FormatFloat(float64(minutes)/60, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// ReadKindHours reads "client=21.5" and reports whether it is such: a kind without a
// name of its own, and hours.
func ReadKindHours(typed string) (kind learning.HoursKind, minutes int, ok bool) {
	name, hours, _ := strings.Cut(typed, "=")
	n, ok := learning.ReadHours(hours)
	kind = learning.HoursKind(name)
	return kind, n, ok && hours != "" && kind != learning.OwnHours && slices.Contains(learning.HoursKinds(), kind)
}

// Say puts a verdict into a line of words: what there is, and what is asked.
func (d *Desk) Say(v learning.Verdict) string {
	w := d.App().Words()
	have, need := HoursText(v.Have), HoursText(v.Need)
	switch {
	case !v.Rule.Known():
		return w.T("learning.verdict.unknown")
	case v.State == learning.Told && v.Due == "":
		return w.T("learning.verdict.silent")
	}
	switch v.Rule.Kind {
	case learning.Total, learning.Minimum:
		return w.T("learning.verdict.hours", have, need)
	case learning.Share:
		return w.T("learning.verdict.share", have, need, v.Rule.Percent)
	case learning.Ratio, learning.MostAWeek:
		return w.N("learning.verdict.weekly", v.Need, v.Have)
	case learning.Window:
		if v.Due == "" {
			return w.T("learning.verdict.nowindow")
		}
		key := "learning.verdict.since"
		if v.Rule.FromStart {
			key = "learning.verdict.until"
		}
		said := w.T(key, d.SayDay(v.Due))
		if v.Lost > 0 {
			said = w.T("learning.verdict.lost", said, HoursText(v.Lost))
		}
		return said
	case learning.Declaration:
		days := d.Today().DaysUntil(v.Due)
		if days < 0 {
			return w.T("learning.verdict.past", d.SayDay(v.Due))
		}
		return w.N("learning.verdict.due", days)
	}
	return w.T("learning.verdict.count", v.Have, v.Need)
}

// SayWeek puts what a rule makes of a week into words: "week of 3 March: 12 h of
// psychotherapy need 2 units of supervision, 1 logged".
func (d *Desk) SayWeek(r learning.Rule, v learning.WeekVerdict) string {
	w := d.App().Words()
	week := d.SayDay(v.Week)
	if r.Kind == learning.MostAWeek {
		return w.T("learning.week.most", week, HoursText(v.Have), HoursText(v.Need))
	}
	units := w.N("learning.units", v.Need)
	if v.Need > r.Least {
		return w.T("learning.week.more", week, HoursText(v.Of), d.kinds(r.Over), units, v.Have)
	}
	return w.T("learning.week.units", week, units, v.Have)
}

//words:prefix learning.kind.

// KindText says a kind of hours.
func (d *Desk) KindText(k learning.HoursKind) string {
	return d.App().Words().T("learning.kind." + string(k))
}

func (d *Desk) kinds(of []string) string {
	var said []string
	for _, k := range of {
		said = append(said, strings.ToLower(d.KindText(learning.HoursKind(k))))
	}
	return strings.Join(said, ", ")
}

//words:prefix learning.table.
//words:prefix learning.refused.

// Explain says where a pack or a table of hours is malformed, and why: a line for each
// place, nothing for other trouble.
func (d *Desk) Explain(err error) (said []string) {
	w := d.App().Words()
	for _, each := range joined(err) {
		var row *learning.TableError
		var pack *learning.Refusal
		switch {
		case errors.As(each, &row):
			said = append(said, w.T("learning.table."+row.Reason, row.Line))
		case errors.As(each, &pack):
			said = append(said, w.T("learning.refused."+pack.Reason, pack.Line, pack.What))
		}
	}
	return said
}

// joined returns the errors that one was joined of, or it alone.
func joined(err error) []error {
	switch e := err.(type) {
	case interface{ Unwrap() []error }:
		return e.Unwrap()
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			return joined(inner)
		}
	}
	return []error{err}
}

// SayDay says a day: "3 March", with its year where it is another one.
func (d *Desk) SayDay(day journal.Date) string {
	at := day.Time()
	w := d.App().Words()
	month := w.T(input.MonthKey(at.Month()))
	if at.Year() != d.Now().Year() {
		return w.T("supervision.day_short_year", at.Day(), month, at.Year())
	}
	return w.T("supervision.day_short", at.Day(), month)
}

// SayDayOf says a day with its year, as of a source that was read.
func (d *Desk) SayDayOf(day journal.Date) string {
	at, w := day.Time(), d.App().Words()
	return w.T("supervision.day_short_year", at.Day(), w.T(input.MonthKey(at.Month())), at.Year())
}
