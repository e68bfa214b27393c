package learning

import (
	"cmp"
	"slices"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/valid"
)

// Refusal says where a pack is malformed, and why: Reason is the end of a text key, What
// the id of the rule or the name of the field. It is the cause of the error that Parse
// gives.
type Refusal = valid.Refusal

// reading names what Parse does.
const reading = "read pack"

// Parse reads a pack. It gives fault.Invalid with a Refusal as its cause for one that
// is malformed: then nothing of it is used. Kinds of rule that this version doesn't
// know are no fault.
func Parse(raw []byte) (Pack, error) {
	p, err := valid.Read[Pack](raw, MaxPack, reading)
	if err != nil {
		return p, err
	}
	if reason, what := p.wrong(); reason != "" {
		return Pack{}, valid.Refuse(raw, valid.PlaceOf(raw, what), reading, reason, what)
	}
	return p, nil
}

// wrong returns the first thing that is wrong with the pack, and its id.
func (p Pack) wrong() (reason, what string) {
	switch {
	case journal.Blank(p.ID) || !valid.Line(p.ID) || journal.Blank(p.Name) || !valid.Line(p.Name):
		return "name", "id"
	case p.For == "" || !valid.OneOf(p.For, Purposes()):
		return "for", "for"
	case journal.Blank(p.Source) || p.AsOf.Validate() != nil || journal.Blank(p.Quote):
		return "source", "id"
	case p.YearFrom != "" && !dayOfYear(p.YearFrom):
		return "day", "year_from"
	case !named(p.Questions) || !named(p.Categories) || !named(p.Domains):
		return "names", "id"
	}
	for i, m := range p.Milestones {
		if journal.Blank(m.ID) || journal.Blank(m.Name) || m.Months < 1 || m.Months > 120 || i > 0 && m.Months < p.Milestones[i-1].Months {
			return "milestone", m.ID
		}
	}
	ids := map[string]bool{}
	for _, r := range p.Rules {
		if reason := r.wrong(p); reason != "" || ids[r.ID] {
			return cmp.Or(reason, "rule"), r.ID
		}
		ids[r.ID] = true
	}
	return "", ""
}

func named(all []Named) bool {
	for i, n := range all {
		if journal.Blank(n.ID) || !valid.Line(n.ID) || journal.Blank(n.Name) || slices.ContainsFunc(all[:i], func(m Named) bool { return m.ID == n.ID }) {
			return false
		}
	}
	return len(all) <= maxParts
}

// most bounds a figure, so that no sum runs over.
const most = 1_000_000

// wrong returns what is wrong with a rule; "" for nothing. Of a kind that isn't known
// only its name and its days are looked at.
func (r Rule) wrong(p Pack) string {
	in := func(v float64) bool { return v <= most && minutes(v) > 0 }
	switch {
	case journal.Blank(r.ID) || !valid.Line(r.ID) || journal.Blank(r.Name) || !valid.Line(string(r.Kind)) || r.Kind == "":
		return "rule"
	case !valid.Day(r.ValidFrom) || !valid.Day(r.ValidTo) || !valid.Day(r.AsOf) || r.ValidTo != "" && r.ValidTo < r.ValidFrom:
		return "valid"
	case r.Known() && !p.speaksOf(r):
		return "of"
	}
	ok := map[RuleKind]bool{
		Total: in(r.Hours), Minimum: in(r.Hours), MostAWeek: in(r.Hours),
		Share:       r.Percent > 0 && r.Percent <= 100,
		Ratio:       r.Least > 0 && len(r.Units) > 0 && (r.More == 0 || in(r.OverHours)) && r.More >= 0 && r.Least+r.More < 1000,
		Weeks:       in(float64(r.Count)) && r.Hours >= 0 && r.Hours <= most,
		Months:      in(float64(r.Count)) && r.Hours >= 0 && r.Hours <= most,
		Window:      r.Months > 0 && r.Months <= 1200,
		PieceCount:  in(float64(r.Count)),
		Declaration: dayOfYear(r.Due),
	}
	for _, u := range r.Units {
		if !in(u.Hours) {
			return "figure"
		}
	}
	if r.Known() && !ok[r.Kind] {
		return "figure"
	}
	return ""
}

// speaksOf reports whether what a rule counts is known: kinds of hours, or the
// categories of a framework.
func (p Pack) speaksOf(r Rule) bool {
	lists := [][]string{r.Of, r.Within, r.Over}
	for _, u := range r.Units {
		lists = append(lists, u.Of)
	}
	for _, name := range slices.Concat(lists...) {
		category := slices.ContainsFunc(p.Categories, func(n Named) bool { return n.ID == name })
		if !category && !slices.Contains(HoursKinds(), HoursKind(name)) {
			return false
		}
	}
	return true
}

// dayOfYear reports whether s is a day such as "11-30".
func dayOfYear(s string) bool {
	_, err := time.Parse(time.DateOnly, "2001-"+s)
	return err == nil
}
