package learning

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/valid"
)

// Refusal says where a pack is malformed, and why: Reason is the end of a text key. It
// is the cause of the error that Parse gives.
type Refusal struct {
	Line   int
	Reason string
	What   string // the id of the rule or the name of the field; "" for none
}

// Error says the line and the reason, without words of the pack.
func (r *Refusal) Error() string { return fmt.Sprintf("line %d: %s", r.Line, r.Reason) }

// Parse reads a pack. It gives fault.Invalid with a Refusal as its cause for one that
// is malformed: then nothing of it is used. Kinds of rule that this version doesn't
// know are no fault.
func Parse(raw []byte) (Pack, error) {
	var p Pack
	if len(raw) > MaxPack {
		return Pack{}, refuse(raw, 0, "long", "")
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&p); err != nil {
		return Pack{}, refuseJSON(raw, err)
	}
	if d.More() {
		return Pack{}, refuse(raw, d.InputOffset(), "more", "")
	}
	if reason, what := p.wrong(); reason != "" {
		return Pack{}, refuse(raw, placeOf(raw, what), reason, what)
	}
	return p, nil
}

func refuse(raw []byte, offset int64, reason, what string) error {
	line := 1 + bytes.Count(raw[:min(int(offset), len(raw))], []byte("\n"))
	return fault.As(fault.Invalid, "read pack", &Refusal{line, reason, what})
}

func refuseJSON(raw []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return refuse(raw, syntax.Offset, "json", "")
	case errors.As(err, &kind):
		return refuse(raw, kind.Offset, "type", kind.Field)
	case strings.Contains(err.Error(), "unknown field"):
		_, name, _ := strings.Cut(err.Error(), `"`)
		name = strings.TrimSuffix(name, `"`)
		return refuse(raw, placeOf(raw, name), "field", name)
	}
	return refuse(raw, int64(len(raw)), "json", "") // it ends too early
}

// placeOf returns where a word stands in quotes, the beginning where it doesn't.
func placeOf(raw []byte, word string) int64 {
	if word == "" {
		return 0
	}
	return int64(max(bytes.Index(raw, []byte(`"`+word+`"`)), 0))
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
