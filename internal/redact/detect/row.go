package detect

import (
	"fmt"
	"math"
	"strings"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/rules"
	fits "aftershift/internal/redact/weights"
)

// A row is one piece of evidence, by where it stands in the table.
type row uint16

// piece is what the table says of a row.
type piece struct {
	id, says         string
	detector, reason string
	hand             float64 // the weight set by hand
	share            bool    // it is a share, not log odds
}

// The table, and what each row weighs: what was set by hand, corrected by what
// was fitted. Both are filled while the package begins and only read from then.
var (
	evidence []piece
	weights  []float64
	fitted   = fits.Fitted
)

// odds enters a row of log odds, or four for the four places; it gives the first.
func odds(id, says, detector, reason string, hand ...float64) row {
	first := row(len(evidence))
	for i, w := range hand {
		p := piece{id: id, says: says, detector: detector, reason: reason, hand: w}
		if len(hand) > 1 {
			at := [...]string{"inside", "soft", "start", "line"}[i]
			p.id, p.says = id+"."+at, says+" ("+at+")"
		}
		evidence = append(evidence, p)
	}
	return first
}

// share enters a row whose weight is how often its findings are right.
func share(id, says, detector, reason string, hand float64) row {
	evidence = append(evidence, piece{id, says, detector, reason, hand, true})
	return row(len(evidence) - 1)
}

// block enters rows that begin at nothing and are fitted alone.
func block(of string, count int) row {
	first := row(len(evidence))
	for i := range count {
		evidence = append(evidence, piece{id: fmt.Sprintf("%s %d", of, i), says: of})
	}
	return first
}

// marksPerBlock is how many marks of the lists there may be.
const marksPerBlock = 40

// marks enters a row for each mark of the lists, for each of the blocks.
func marks(blocks ...string) row {
	first := row(len(evidence))
	names := lex.MarkNames()
	for _, b := range blocks {
		for bit := range marksPerBlock {
			evidence = append(evidence, piece{id: b + " " + names[bit], says: b})
		}
	}
	return first
}

func init() {
	weights = weigh(fitted)
	for _, all := range [][]rules.Rule{rules.Numbers, rules.Contexts, rules.Sweeps} {
		for i := range all {
			id := "rule." + strings.ReplaceAll(all[i].ID, "-", ".")
			for r := range evidence {
				switch evidence[r].id {
				case id:
					ruleRows[all[i].ID] = row(r)
				case id + ".checked":
					ruleRows[all[i].ID+".checked"] = row(r)
				}
			}
		}
	}
}

// weigh gives what each row weighs with the corrections, as log odds by id.
func weigh(corrections map[string]float64) []float64 {
	out := make([]float64, len(evidence))
	for r, p := range evidence {
		out[r] = p.hand
		if by := corrections[p.id]; by != 0 {
			out[r] += by
			if p.share {
				out[r] = sigmoid(math.Log(p.hand/(1-p.hand)) + by)
			}
		}
	}
	return out
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func (r row) weight() float64 { return weights[r] }

// at gives the finding that the row stands for.
func (r row) at(part, start, end int, kind lex.Type) Candidate {
	p := &evidence[r]
	return Candidate{part, start, end, kind, weights[r], p.detector, p.reason, r}
}

// guess gives the belief that the row alone comes to.
func (r row) guess(kind lex.Type) guess {
	p := &evidence[r]
	return guess{score: weights[r], kind: kind, detector: p.detector, reason: p.reason}
}

// ruleRows are the rows of rules by their ids, with ".checked" behind it where a
// check agrees. They are filled while the package begins.
var ruleRows = map[string]row{"place.around": surroundBehind}

// rowOf gives the row of a rule: what the reviewer reads, and how surely. Checked
// says that its check digits agree.
func rowOf(r *rules.Rule, checked bool) row {
	id := r.ID
	if checked {
		id += ".checked"
	}
	return ruleRows[id]
}

// contextRule gives the rule of the id, which must be there.
func contextRule(id string) *rules.Rule {
	for i := range rules.Contexts {
		if rules.Contexts[i].ID == id {
			return &rules.Contexts[i]
		}
	}
	panic("no rule " + id)
}
