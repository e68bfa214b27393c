package learning

import (
	"maps"
	"slices"
	"strings"
)

// Log is what a pack of rules is held against.
type Log struct {
	Hours       []Hours
	Credentials map[ID]string // of supervisors, by relationship
	Pieces      []Piece
	Since       Date // what counts begins here; empty: all counts
	Today       Date
}

// Verdict is what Judge makes of one rule. Have and Need are minutes, or a count for
// Weeks, Months and PieceCount; of a Ratio, weeks that have what they need, and weeks
// that need it. Of a Share and of MostAWeek, Need is the most that counts.
type Verdict struct {
	Rule  Rule
	State VerdictState
	Have  int
	Need  int
	Weeks []WeekVerdict // of a Ratio or MostAWeek: those that fall short, or run over, the latest first
	Due   Date          // of a Declaration, and of a Window the day on which it ends or the first that counts
	Lost  int           // minutes outside a Window
}

// VerdictState says how a rule stands.
type VerdictState string

// The states of a verdict. Nothing is called failed: it is for the board to say.
const (
	Met     VerdictState = "met"
	Growing VerdictState = "open"   // not enough yet
	Beyond  VerdictState = "beyond" // something may not count: a week without its supervision, a share exceeded, hours outside a window
	Ahead   VerdictState = "ahead"  // a day that is still to come
	Told    VerdictState = "told"   // a kind that isn't known, or that asks nothing today: shown and not judged
)

// WeekVerdict is what a rule makes of one week: in units for a Ratio, in minutes for
// MostAWeek. Of is the minutes that made it ask for more.
type WeekVerdict struct {
	Week       Date
	Of         int
	Have, Need int
}

// Judge holds a log against each rule of a pack, in its order. The order of the log's
// lines and how a week is parted into lines change nothing.
func Judge(p Pack, log Log) []Verdict {
	j := judge{pack: p, log: log, from: log.Since}
	for _, r := range p.Rules {
		if r.Kind == Window && r.On(log.Today) {
			j.narrow(r)
		}
	}
	j.count()
	all := make([]Verdict, len(p.Rules))
	for i, r := range p.Rules {
		all[i] = j.one(r)
	}
	return all
}

// judge is a log sorted out: what counts, by week.
type judge struct {
	pack        Pack
	log         Log
	from, until Date // weeks and pieces that count; empty: no bound
	weeks       map[Date][]entry
	all, lost   []entry
}

// entry is minutes of a kind, under a supervisor.
type entry struct {
	day        Date // its week's Monday, or the day of a piece
	of         string
	credential string
	minutes    int
}

// narrow makes the window of a rule the one that counts.
func (j *judge) narrow(r Rule) {
	if r.FromStart {
		if j.log.Since != "" {
			j.until = addMonths(j.log.Since, r.Months).AddDays(-1)
		}
		return
	}
	j.from = max(j.from, addMonths(j.log.Today, -r.Months).AddDays(1))
}

// addMonths returns the same day n months on, or the last of that month.
func addMonths(d Date, n int) Date {
	t := d.Time()
	first := t.AddDate(0, n, 1-t.Day())
	last := first.AddDate(0, 1, -1).Day()
	return Date(first.AddDate(0, 0, min(t.Day(), last)-1).Format("2006-01-02"))
}

func (j *judge) count() {
	j.weeks = map[Date][]entry{}
	if j.pack.For == ForCPD {
		from, until := j.pack.Year(j.log.Today)
		for _, p := range j.log.Pieces {
			if e := (entry{p.Date, p.Category, "", p.Minutes}); from <= p.Date && p.Date <= until {
				j.all = append(j.all, e)
			}
		}
		return
	}
	for _, h := range j.log.Hours {
		e := entry{h.Week, string(h.Kind), j.log.Credentials[h.With], h.Minutes}
		last := h.Week.AddDays(6) // a week counts that a bound goes through
		if j.from != "" && last < j.from || j.until != "" && h.Week > j.until {
			if j.log.Since == "" || last >= j.log.Since {
				j.lost = append(j.lost, e)
			}
			continue
		}
		j.all = append(j.all, e)
		j.weeks[h.Week] = append(j.weeks[h.Week], e)
	}
}

// Year returns the first and the last day of the pack's year that a day is in.
func (p Pack) Year(d Date) (from, until Date) {
	begins := p.YearFrom
	if begins == "" {
		begins = "01-01"
	}
	from = Date(d.Time().Format("2006")) + Date("-"+begins)
	if from > d {
		from = addMonths(from, -12)
	}
	return from, addMonths(from, 12).AddDays(-1)
}

// sum adds the minutes of entries that are of one of the kinds (all for none), under
// somebody whose credential has the word.
func sum(entries []entry, of []string, by string) (n int) {
	for _, e := range entries {
		if (len(of) == 0 || slices.Contains(of, e.of)) && hasWord(e.credential, by) {
			n += e.minutes
		}
	}
	return n
}

// hasWord reports whether a credential has the word, whatever its case.
func hasWord(credential, word string) bool {
	parts := strings.FieldsFunc(credential, func(r rune) bool {
		return r == ' ' || r == ',' || r == ';' || r == '/' || r == '(' || r == ')' || r == '·'
	})
	return word == "" || slices.ContainsFunc(parts, func(s string) bool { return strings.EqualFold(s, word) })
}

func (j *judge) one(r Rule) Verdict {
	v := Verdict{Rule: r, State: Told}
	weekly := r.Kind == Ratio || r.Kind == MostAWeek
	if !r.Known() || !weekly && !r.On(j.log.Today) {
		return v
	}
	switch r.Kind {
	case Total, Minimum:
		v.Have, v.Need = sum(j.all, r.Of, r.By), minutes(r.Hours)
	case Weeks, Months:
		v.Have, v.Need = j.periods(r), r.Count
	case PieceCount:
		v.Have, v.Need = j.pieces(r), r.Count
	case Share:
		return j.share(v)
	case Ratio:
		return j.ratio(v)
	case MostAWeek:
		return j.most(v)
	case Window:
		return j.window(v)
	case Declaration:
		return j.declaration(v)
	}
	v.State = Growing
	if v.Have >= v.Need {
		v.State = Met
	}
	return v
}

// periods counts the weeks or months with enough hours of a kind. A week counts in
// the month in which it begins.
func (j *judge) periods(r Rule) (n int) {
	held := map[Date]int{}
	for _, e := range j.all {
		period := e.day
		if r.Kind == Months {
			period = e.day[:len("2006-01")]
		}
		held[period] += sum([]entry{e}, r.Of, r.By)
	}
	for _, m := range held {
		if m > 0 && m >= minutes(r.Hours) {
			n++
		}
	}
	return n
}

// pieces counts those of the year that are whole, or with a peer reflection those that
// have one: what is half written isn't there yet on the last day.
func (j *judge) pieces(r Rule) (n int) {
	from, until := j.pack.Year(j.log.Today)
	for _, p := range j.log.Pieces {
		if !r.Peer && !p.Whole(j.pack.Questions) {
			continue
		}
		if from <= p.Date && p.Date <= until && (!r.Peer || p.HasPeer()) && (len(r.Of) == 0 || slices.Contains(r.Of, p.Category)) {
			n++
		}
	}
	return n
}

func (j *judge) share(v Verdict) Verdict {
	v.Have = sum(j.all, v.Rule.Of, v.Rule.By)
	v.Need = sum(j.all, v.Rule.Within, v.Rule.By) * v.Rule.Percent / 100
	if v.State = Met; v.Have > v.Need {
		v.State = Beyond
	}
	return v
}

// ratio looks at each week with hours of the kinds that the rule is about.
func (j *judge) ratio(v Verdict) Verdict {
	r := v.Rule
	for _, week := range j.latest() {
		entries := j.weeks[week]
		if !r.On(week) || sum(entries, r.Of, "") == 0 {
			continue
		}
		w := WeekVerdict{Week: week, Of: sum(entries, r.Over, ""), Need: r.Least}
		if r.More > 0 && w.Of > minutes(r.OverHours) {
			w.Need += r.More
		}
		for _, u := range r.Units {
			w.Have += sum(entries, u.Of, r.By) / minutes(u.Hours)
		}
		if v.Need++; w.Have >= w.Need {
			v.Have++
		} else {
			v.Weeks = append(v.Weeks, w)
		}
	}
	return v.weekly()
}

func (j *judge) most(v Verdict) Verdict {
	limit := minutes(v.Rule.Hours)
	for _, week := range j.latest() {
		if !v.Rule.On(week) {
			continue
		}
		n := sum(j.weeks[week], v.Rule.Of, v.Rule.By)
		if v.Need++; n <= limit {
			v.Have++
		} else {
			v.Weeks = append(v.Weeks, WeekVerdict{Week: week, Of: n, Have: n, Need: limit})
		}
	}
	return v.weekly()
}

// weekly says how a rule for each week stands.
func (v Verdict) weekly() Verdict {
	switch {
	case v.Need == 0:
		v.State = Told
	case v.Have < v.Need:
		v.State = Beyond
	default:
		v.State = Met
	}
	return v
}

func (j *judge) latest() []Date {
	weeks := slices.Sorted(maps.Keys(j.weeks))
	slices.Reverse(weeks)
	return weeks
}

func (j *judge) window(v Verdict) Verdict {
	v.Have, v.Lost = sum(j.all, v.Rule.Of, ""), sum(j.lost, v.Rule.Of, "")
	if v.Due = j.from; v.Rule.FromStart {
		v.Due = j.until
	}
	if v.State = Met; v.Lost > 0 {
		v.State = Beyond
	}
	return v
}

// declaration returns the day on which the pack's year wants it said.
func (j *judge) declaration(v Verdict) Verdict {
	from, _ := j.pack.Year(j.log.Today)
	v.Due = Date(from.Time().Format("2006")) + Date("-"+v.Rule.Due)
	if v.Due < from {
		v.Due = addMonths(v.Due, 12)
	}
	if v.State = Ahead; v.Due < j.log.Today {
		v.State = Told
	}
	return v
}
