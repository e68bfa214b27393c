package learning

import (
	"slices"
)

// Pack is rules, questions or competences, as they stand in a file. It is data: where
// it comes from is part of it.
type Pack struct {
	ID     string  `json:"id"`
	For    Purpose `json:"for"`
	Name   string  `json:"name"`
	Source string  `json:"source"` // address that it was read at
	AsOf   Date    `json:"as_of"`  // the day on which it was read
	Quote  string  `json:"quote"`  // the words that say it, where they are short; else a summary
	Note   string  `json:"note,omitempty"`

	YearFrom   string      `json:"year_from,omitempty"` // "12-01": on which day its year begins; "": 1 January
	Rules      []Rule      `json:"rules,omitempty"`
	Questions  []Named     `json:"questions,omitempty"`
	Categories []Named     `json:"categories,omitempty"`
	Domains    []Named     `json:"domains,omitempty"`
	Milestones []Milestone `json:"milestones,omitempty"`
}

// Named is a question, a category or a competence: its stable id, and how it is said.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Peer bool   `json:"peer,omitempty"` // the question is the peer reflection
}

// Milestone is when a portfolio is looked at, counted from its beginning.
type Milestone struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Months int    `json:"months"`
}

// RuleKind says how a rule is judged. A pack may hold kinds that this version doesn't
// know: those are told and not judged.
type RuleKind string

// The kinds of rule, and which fields of a Rule each reads.
const (
	Total       RuleKind = "total"       // hours Of (by By): at least Hours in all
	Minimum     RuleKind = "minimum"     // the same of a part
	Share       RuleKind = "share"       // hours Of: at most Percent of those Within
	Ratio       RuleKind = "ratio"       // in each week with hours Of: Least units, and More over OverHours of Over
	Weeks       RuleKind = "weeks"       // Count weeks with at least Hours of Of (by By)
	Months      RuleKind = "months"      // Count months with at least Hours of Of (by By)
	MostAWeek   RuleKind = "most"        // hours Of: no more than Hours of a week count
	Window      RuleKind = "window"      // hours count in the Months up to today, or from the beginning
	PieceCount  RuleKind = "pieces"      // Count pieces in the year, with Peer those with a peer reflection
	Declaration RuleKind = "declaration" // said by the day Due of the year
)

// RuleKinds returns the kinds that Judge knows.
func RuleKinds() []RuleKind {
	return []RuleKind{Total, Minimum, Share, Ratio, Weeks, Months, MostAWeek, Window, PieceCount, Declaration}
}

// Rule is one thing that a pack asks for. Source, AsOf and Quote are those of the pack
// where they are empty. Outside ValidFrom to ValidTo, both included, it asks nothing.
type Rule struct {
	ID        string   `json:"id"`
	Kind      RuleKind `json:"kind"`
	Name      string   `json:"name"`
	Of        []string `json:"of,omitempty"`     // kinds of hours, or categories of CPD; none: all
	Within    []string `json:"within,omitempty"` // what a share is of
	By        string   `json:"by,omitempty"`     // a word of the supervisor's credential
	Hours     float64  `json:"hours,omitempty"`
	Percent   int      `json:"percent,omitempty"`
	Count     int      `json:"count,omitempty"`
	Months    int      `json:"months,omitempty"`
	FromStart bool     `json:"from_start,omitempty"` // a window from the beginning, not up to today
	Units     []Unit   `json:"units,omitempty"`      // what one unit of supervision is
	Least     int      `json:"least,omitempty"`
	Over      []string `json:"over,omitempty"`
	OverHours float64  `json:"over_hours,omitempty"`
	More      int      `json:"more,omitempty"`
	Peer      bool     `json:"peer,omitempty"`
	Due       string   `json:"due,omitempty"` // "11-30"
	ValidFrom Date     `json:"valid_from,omitempty"`
	ValidTo   Date     `json:"valid_to,omitempty"`
	Source    string   `json:"source,omitempty"`
	AsOf      Date     `json:"as_of,omitempty"`
	Quote     string   `json:"quote,omitempty"`
}

// Unit is one way to have a unit of supervision: so many hours of one of the kinds.
type Unit struct {
	Of    []string `json:"of"`
	Hours float64  `json:"hours"`
}

// Asks reports whether a rule of the pack names a kind of hours.
func (p Pack) Asks(k HoursKind) bool {
	return slices.ContainsFunc(p.Rules, func(r Rule) bool {
		named := slices.Concat(r.Of, r.Within, r.Over)
		for _, u := range r.Units {
			named = append(named, u.Of...)
		}
		return slices.Contains(named, string(k))
	})
}

// Known reports whether Judge knows the kind of the rule.
func (r Rule) Known() bool { return slices.Contains(RuleKinds(), r.Kind) }

// On reports whether the rule asks for something on a day.
func (r Rule) On(d Date) bool {
	return (r.ValidFrom == "" || r.ValidFrom <= d) && (r.ValidTo == "" || d <= r.ValidTo)
}

// minutes returns hours as whole minutes.
func minutes(hours float64) int { return int(hours*60 + 0.5) }
