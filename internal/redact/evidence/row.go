package evidence

import (
	"fmt"
	"math"
	"strings"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/rules"
	"aftershift/internal/redact/weights"
)

// A Row is one piece of evidence, by where it stands in the table.
type Row uint16

// Piece is what the table says of a row.
type Piece struct {
	ID, Says         string
	detector, reason string
	Hand             float64 // the weight set by hand
	Share            bool    // it is a share, not log odds
}

// The table, and what each row weighs: what was set by hand, corrected by what
// was fitted. Both are filled while the package begins; Weigh alone changes the
// latter.
var (
	Table []Piece
	inUse []float64
)

// odds enters a row of log odds, or four for the four places; it gives the first.
func odds(id, says, detector, reason string, hand ...float64) Row {
	first := Row(len(Table))
	for i, w := range hand {
		p := Piece{ID: id, Says: says, detector: detector, reason: reason, Hand: w}
		if len(hand) > 1 {
			at := [...]string{"inside", "soft", "start", "line"}[i]
			p.ID, p.Says = id+"."+at, says+" ("+at+")"
		}
		Table = append(Table, p)
	}
	return first
}

// silent enters rows of log odds that are never the reason of a finding.
func silent(id, says string, hand ...float64) Row { return odds(id, says, "", "", hand...) }

// share enters a row whose weight is how often its findings are right.
func share(id, says, detector, reason string, hand float64) Row {
	Table = append(Table, Piece{id, says, detector, reason, hand, true})
	return Row(len(Table) - 1)
}

// block enters rows that begin at nothing and are fitted alone.
func block(of string, count int) Row {
	first := Row(len(Table))
	for i := range count {
		Table = append(Table, Piece{ID: fmt.Sprintf("%s %d", of, i), Says: of})
	}
	return first
}

// MarksPerBlock is how many marks of the lists there may be.
const MarksPerBlock = 40

// marks enters a row for each mark of the lists, for each of the blocks.
func marks(blocks ...string) Row {
	first := Row(len(Table))
	names := lex.MarkNames()
	for _, b := range blocks {
		for bit := range MarksPerBlock {
			Table = append(Table, Piece{ID: b + " " + names[bit], Says: b})
		}
	}
	return first
}

// matched enters the row of a rule whose pattern matches, and a second one for where
// its check digits agree as well.
func matched(id, reason string, hand ...float64) Row {
	first := ofRule(id, "", "its pattern matches", reason, hand[0])
	for _, w := range hand[1:] {
		ofRule(id, checkedSuffix, "its pattern matches and its check agrees", reason, w)
	}
	return first
}

// sought enters the row of a rule that has no pattern.
func sought(id, reason string, hand float64) Row {
	return ofRule(id, "", "what the detector looks for", reason, hand)
}

func ofRule(id, suffix, says, reason string, hand float64) Row {
	r := share("rule."+strings.ReplaceAll(id, "-", ".")+suffix, says, id, reason, hand)
	ruleRows[id+suffix] = r
	return r
}

func init() { Weigh(weights.Fitted) }

// Weigh sets what each row weighs with the corrections, log odds by id. Nothing may
// be read meanwhile; only a fit weighs otherwise than the program does.
func Weigh(corrections map[string]float64) {
	out := make([]float64, len(Table))
	for r, p := range Table {
		out[r] = p.Hand
		if by := corrections[p.ID]; by != 0 {
			out[r] += by
			if p.Share {
				odds := Guess{Score: math.Log(p.Hand/(1-p.Hand)) + by}
				out[r] = odds.Confidence()
			}
		}
	}
	inUse = out
}

// Weight gives what the row weighs: log odds, or a share.
func (r Row) Weight() float64 { return inUse[r] }

// At gives the finding that the row stands for.
func (r Row) At(start, end int, kind lex.Type) Candidate {
	p := &Table[r]
	return Candidate{Start: start, End: end, Kind: kind, Weight: inUse[r], Detector: p.detector, Reason: p.reason, By: r}
}

// Guess gives the belief that the row alone comes to.
func (r Row) Guess(kind lex.Type) Guess {
	p := &Table[r]
	return Guess{Score: inUse[r], Kind: kind, Detector: p.detector, Reason: p.reason}
}

// ruleRows are the rows of rules by their ids, with checkedSuffix behind it where a
// check agrees. They are filled while the package begins.
var ruleRows = map[string]Row{"place.around": SurroundBehind}

const checkedSuffix = ".checked"

// Of gives the row of a rule: what the reviewer reads, and how surely. Checked
// says that its check digits agree.
func Of(r *rules.Rule, checked bool) Row {
	if checked {
		return ruleRows[r.ID+checkedSuffix]
	}
	return ruleRows[r.ID]
}
