package learning

import (
	"encoding/json"
	"slices"
	"strings"

	"aftershift/internal/fault"
)

// ownMark ends the id of a pack that somebody changed.
const ownMark = "-own"

// Figure returns the one figure of a rule that is changed most: its hours, its count,
// its per cent or its months; 0 for a rule without one.
func (r Rule) Figure() float64 {
	switch r.Kind {
	case Total, Minimum, MostAWeek:
		return r.Hours
	case Weeks, Months, PieceCount:
		return float64(r.Count)
	case Share:
		return float64(r.Percent)
	case Window:
		return float64(r.Months)
	case Ratio:
		return float64(r.Least)
	}
	return 0
}

// WithFigure returns the text of the pack with another figure for a rule, as one's own:
// the rule's source is then whoever changed it, on that day. It gives fault.NotFound
// for a rule that isn't there or has no figure, and fault.Invalid for a figure it can't be.
func (p Pack) WithFigure(rule string, figure float64, today Date) ([]byte, error) {
	i := slices.IndexFunc(p.Rules, func(r Rule) bool { return r.ID == rule })
	if i < 0 || p.Rules[i].Figure() == 0 {
		return nil, fault.New(fault.NotFound, "change rule")
	}
	p.Rules = slices.Clone(p.Rules)
	r := &p.Rules[i]
	switch r.Kind {
	case Total, Minimum, MostAWeek:
		r.Hours = figure
	case Weeks, Months, PieceCount:
		r.Count = int(figure)
	case Share:
		r.Percent = int(figure)
	case Window:
		r.Months = int(figure)
	case Ratio:
		r.Least = int(figure)
	}
	r.Source, r.AsOf, r.Quote = "own", today, "own figure"
	if !strings.HasSuffix(p.ID, ownMark) {
		p.ID += ownMark
	}
	raw, err := json.MarshalIndent(p, "", " ")
	if err == nil {
		_, err = Parse(raw)
	}
	return raw, fault.As(fault.Invalid, "change rule", err)
}
