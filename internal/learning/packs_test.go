package learning

import (
	"io/fs"
	"testing"

	"aftershift/assets"
)

// shipped returns a pack that ships.
func shipped(t *testing.T, id string) Pack {
	t.Helper()
	raw, err := fs.ReadFile(assets.Packs(), id+".json")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Parse(raw)
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	return p
}

// Every pack that ships can be read, is named after its file and says where each of
// its figures was read.
func TestPacks_ship_whole(t *testing.T) {
	names, err := fs.Glob(assets.Packs(), "*.json")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		p := shipped(t, name[:len(name)-len(".json")])
		if p.ID+".json" != name || p.Source == "" || p.AsOf == "" || p.Quote == "" {
			t.Errorf("%s: %q %q %q", name, p.ID, p.Source, p.AsOf)
		}
	}
}

// log is hours written down shortly.
type log struct {
	Log
	next ID
}

func newLog(since, today Date) *log {
	return &log{Log: Log{Since: since, Today: today, Credentials: map[ID]string{1: "LCSW 4711", 2: "Licensed psychologist"}}}
}

func (l *log) add(week Date, kind HoursKind, hours float64, with ID) *log {
	l.next++
	l.Hours = append(l.Hours, Hours{ID: l.next, Week: WeekOf(week), Kind: kind, Minutes: minutes(hours), With: with, Entered: l.Today})
	return l
}

// weekly adds the same for n weeks.
func (l *log) weekly(from Date, n int, kind HoursKind, hours float64, with ID) *log {
	for i := range n {
		l.add(from.AddDays(7*i), kind, hours, with)
	}
	return l
}

type want struct {
	rule       string
	state      VerdictState
	have, need int
}

func check(t *testing.T, p Pack, l Log, wants ...want) []Verdict {
	t.Helper()
	all := Judge(p, l)
	for _, w := range wants {
		found := false
		for _, v := range all {
			if v.Rule.ID == w.rule {
				found = true
				if v.State != w.state || v.Have != w.have || v.Need != w.need {
					t.Errorf("%s %s: %s %d of %d, want %s %d of %d", p.ID, w.rule, v.State, v.Have, v.Need, w.state, w.have, w.need)
				}
			}
		}
		if !found {
			t.Errorf("%s has no rule %s", p.ID, w.rule)
		}
	}
	return all
}

// California, the summary by Sharon Martin, second paragraph: "one unit of
// supervision per week for the first 10 hours", another for more; a unit is one hour
// individual or triadic or two of group. On paper: 10 h need 1, 10 h 15 min need 2;
// 1 h individual is 1, 2 h group is 1, 1 h 59 min group is none.
func TestCalifornia_units_of_a_week(t *testing.T) {
	p := shipped(t, "california")
	for _, c := range []struct {
		therapy, individual, triadic, group float64
		state                               VerdictState
		have, need                          int
	}{
		{0, 0, 0, 0, Told, 0, 0}, // no practice: nothing is asked
		{10, 1, 0, 0, Met, 1, 1},
		{10.25, 1, 0, 0, Beyond, 1, 2},
		{12, 1, 0, 0, Beyond, 1, 2},
		{12, 2, 0, 0, Met, 2, 2},
		{12, 0, 1, 2, Met, 2, 2},
		{12, 1, 0, 1.75, Beyond, 1, 2},
		{5, 0.75, 0, 0, Beyond, 0, 1},
		{5, 0, 0, 2, Met, 1, 1},
		{5, 0, 0, 1.75, Beyond, 0, 1},
	} {
		l := newLog("2025-01-06", "2025-03-05")
		for kind, hours := range map[HoursKind]float64{Psychotherapy: c.therapy, Individual: c.individual, Triadic: c.triadic, GroupHours: c.group} {
			if hours > 0 {
				l.add("2025-03-03", kind, hours, 1)
			}
		}
		for _, v := range Judge(p, l.Log) {
			if v.Rule.ID != "units" {
				continue
			}
			got := WeekVerdict{Have: c.have, Need: c.need}
			if len(v.Weeks) == 1 {
				got = v.Weeks[0]
			}
			if v.State != c.state || got.Have != c.have || got.Need != c.need {
				t.Errorf("%+v: %s %+v", c, v.State, v.Weeks)
			}
		}
	}
}

// The same, third paragraph: "3000 hours of total experience, 1700 hours must be
// under the supervision of an LCSW", "at least 104 weeks of supervision, of which 52
// weeks must be individual", "at least 13 of the 52 weeks of individual supervision must
// be from an LCSW". Supervision is no experience. On paper: 103 weeks of 29 h are 2,987;
// the 104th makes 3,016.
func TestCalifornia_totals_and_weeks(t *testing.T) {
	p := shipped(t, "california")
	l := newLog("2024-01-01", "2026-01-12")
	l.weekly("2024-01-01", 103, DirectClient, 29, 2).weekly("2024-01-01", 12, Individual, 1, 1).weekly("2024-03-25", 39, Individual, 1, 2).weekly("2024-12-23", 52, GroupHours, 2, 2)
	check(t, p, l.Log, want{"total", Growing, 2987 * 60, 3000 * 60}, want{"lcsw", Growing, 0, 1700 * 60}, want{"weeks", Growing, 103, 104},
		want{"individual", Growing, 51, 52}, want{"individual-lcsw", Growing, 12, 13}, want{"therapy", Growing, 0, 750 * 60})
	l.add("2025-12-22", DirectClient, 29, 1).add("2025-12-22", Individual, 1, 1)
	check(t, p, l.Log, want{"total", Met, 3016 * 60, 3000 * 60}, want{"lcsw", Growing, 29 * 60, 1700 * 60}, want{"weeks", Met, 104, 104},
		want{"individual", Met, 52, 52}, want{"individual-lcsw", Met, 13, 13}, want{"cap-2025", Told, 0, 0})
	l = newLog("2024-01-01", "2025-12-31")
	l.weekly("2024-01-01", 100, Psychotherapy, 7.5, 1)
	check(t, p, l.Log, want{"therapy", Met, 750 * 60, 750 * 60})
}

// Section 4996.23 (a)(5) as it stood: no more than 40 hours in any week. The cap ends
// with 2025, so a week of 2026 with 41 hours is not held against it. (a)(4): six years
// before applying; a week that ended the day before the window is outside.
func TestCalifornia_cap_until_2025_and_six_years(t *testing.T) {
	p := shipped(t, "california")
	l := newLog("", "2026-02-01")
	l.add("2025-12-01", DirectClient, 40, 1).add("2025-12-08", DirectClient, 40.25, 1).add("2026-01-05", DirectClient, 41, 1)
	check(t, p, l.Log, want{"forty", Beyond, 1, 2})
	l = newLog("", "2026-02-01") // the window begins on 2020-02-02, a Sunday
	l.add("2020-01-20", DirectClient, 30, 1)
	check(t, p, l.Log, want{"six-years", Beyond, 0, 0}, want{"total", Growing, 0, 3000 * 60})
	l.add("2020-01-27", DirectClient, 20, 1)
	check(t, p, l.Log, want{"six-years", Beyond, 20 * 60, 0}, want{"total", Growing, 20 * 60, 3000 * 60})
}

// Connecticut, the questions of the chapter: "100 hours of one-on-one LCSW
// supervision", group supervision "NO", and "the 100 hours of supervision counts toward
// the 3000 hours". On paper: 2,900 h and 99.75 h are 2,999.75.
func TestConnecticut(t *testing.T) {
	p := shipped(t, "connecticut")
	l := newLog("2024-01-01", "2025-12-31").weekly("2024-01-01", 100, DirectClient, 29, 2)
	l.weekly("2024-01-01", 99, Individual, 1, 1).add("2025-11-24", Individual, 0.75, 1)
	check(t, p, l.Log, want{"total", Growing, 2999*60 + 45, 3000 * 60}, want{"one-to-one", Growing, 99*60 + 45, 100 * 60})
	l.add("2025-11-24", GroupHours, 0.25, 1)
	check(t, p, l.Log, want{"total", Met, 3000 * 60, 3000 * 60}, want{"one-to-one", Growing, 99*60 + 45, 100 * 60})
	l.add("2025-11-24", Individual, 0.25, 2)
	check(t, p, l.Log, want{"one-to-one", Growing, 99*60 + 45, 100 * 60})
	l.add("2025-11-24", Individual, 0.25, 1)
	check(t, p, l.Log, want{"one-to-one", Met, 100 * 60, 100 * 60})
}

// Alabama, the board's questions, supervision: "four (4) hours per month for 24
// months", "within a 36-month span". On paper: from 1 January 2024 the span ends on 31
// December 2026; 3 h 45 min in a month don't make it one.
func TestAlabama(t *testing.T) {
	p := shipped(t, "alabama")
	l := newLog("2024-01-01", "2026-12-31")
	for i := range 23 {
		l.add(addMonths("2024-01-10", i), Individual, 4, 1)
	}
	l.add("2025-12-10", Individual, 3.75, 1)
	check(t, p, l.Log, want{"months", Growing, 23, 24})
	l.add("2025-12-17", GroupHours, 0.25, 1)
	check(t, p, l.Log, want{"months", Met, 24, 24}, want{"span", Met, 96 * 60, 0})
	l.add("2027-01-06", Individual, 4, 1)
	for _, v := range Judge(p, l.Log) {
		if v.Rule.ID == "span" && (v.Due != "2026-12-31" || v.Lost != 240 || v.State != Beyond) {
			t.Errorf("span: %+v", v)
		}
	}
}

// Any board, typical figures: 3,000 hours, 24 months.
func TestGeneric(t *testing.T) {
	p := shipped(t, "generic")
	l := newLog("", "2026-12-31")
	for i := range 24 {
		l.add(addMonths("2024-01-10", i), OtherPractice, 125, 1)
	}
	l.Hours[0].Minutes -= 15
	check(t, p, l.Log, want{"total", Growing, 3000*60 - 15, 3000 * 60}, want{"months", Met, 24, 24})
	l.Hours[0].Minutes += 15
	check(t, p, l.Log, want{"total", Met, 3000 * 60, 3000 * 60})
	l.Hours = l.Hours[1:]
	check(t, p, l.Log, want{"total", Growing, 2875 * 60, 3000 * 60}, want{"months", Growing, 23, 24})
}

// Research in Practice of 1 September 2025, what has to be done: "at least two pieces",
// "include a peer reflection with at least one", "30 November". The year begins the day
// after.
func TestEngland(t *testing.T) {
	p := shipped(t, "england")
	piece := func(on Date, peer string) Piece {
		one := Piece{Title: "x", Date: on, Peer: peer}
		for _, q := range p.Questions {
			if !q.Peer {
				one = one.Answering(q.ID, "so")
			}
		}
		return one
	}
	l := Log{Today: "2026-11-22", Pieces: []Piece{piece("2025-11-30", "seen"), piece("2025-12-01", ""), piece("2026-12-01", "seen")}}
	all := check(t, p, l, want{"pieces", Growing, 1, 2}, want{"peer", Growing, 0, 1}, want{"due", Ahead, 0, 0})
	if due := all[2].Due; due != "2026-11-30" {
		t.Errorf("due %s", due)
	}
	l.Pieces = append(l.Pieces, piece("2026-11-30", " "))
	check(t, p, l, want{"pieces", Met, 2, 2}, want{"peer", Growing, 0, 1})
	l.Pieces = append(l.Pieces, piece("2026-11-22", "She saw it too."))
	check(t, p, l, want{"pieces", Met, 3, 2}, want{"peer", Met, 1, 1})
	half := piece("2026-11-23", "").Answering("impact", "")
	l.Pieces = append(l.Pieces, half)
	check(t, p, l, want{"pieces", Met, 3, 2})
	half.Recorded = "2026-11-24"
	l.Pieces[len(l.Pieces)-1] = half
	check(t, p, l, want{"pieces", Met, 4, 2})
	l.Today = "2026-12-01"
	all = check(t, p, l, want{"pieces", Growing, 1, 2})
	if due := all[2].Due; due != "2027-11-30" {
		t.Errorf("due %s", due)
	}
}

// AASW, accredited member: 30 hours, of them 10, 15 and 5 by category; its year
// begins on 1 July. On paper: 10 + 15 + 4.75 h are 29.75.
func TestAustralia(t *testing.T) {
	p := shipped(t, "australia")
	piece := func(on Date, category string, hours float64) Piece {
		return Piece{Title: "x", Date: on, Category: category, Minutes: minutes(hours)}
	}
	l := Log{Today: "2026-06-30", Pieces: []Piece{
		piece("2025-06-30", "identity", 5), piece("2025-07-01", "supervision", 10), piece("2026-01-01", "skills", 15), piece("2026-06-30", "identity", 4.75),
	}}
	check(t, p, l, want{"total", Growing, 29*60 + 45, 30 * 60}, want{"supervision", Met, 600, 600}, want{"skills", Met, 900, 900}, want{"identity", Growing, 285, 300})
	l.Pieces = append(l.Pieces, piece("2026-06-30", "identity", 0.25))
	check(t, p, l, want{"total", Met, 1800, 1800}, want{"identity", Met, 300, 300})
	l.Today = "2026-07-01"
	check(t, p, l, want{"total", Growing, 0, 1800})
}
