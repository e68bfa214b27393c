package detect

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// score is what the engine makes of notes: direct leaks by note, and words
// wrongly taken.
type score struct {
	notes, leaks, words, over, sure, right int
	findings                               []finding
}

// finding is how surely something was found, and whether it was right.
type finding struct {
	weight float64
	right  bool
}

func (s score) String() string {
	return fmt.Sprintf("leak %.3f over %.4f certain %.3f", float64(s.leaks)/float64(max(s.notes, 1)), float64(s.over)/float64(max(s.words, 1)), float64(s.right)/float64(max(s.sure, 1)))
}

func judgeNotes(lists *lex.Lists, notes []fitNote) score {
	var sc score
	for _, n := range notes {
		labels := n.labels()
		hidden := make([]bool, len(n.Text))
		for _, f := range Read(lists, []string{n.Text}, page.Options{}, nil).Found() {
			for i := f.Start; f.Weight >= evidence.MaskAt && i < f.End; i++ {
				hidden[i] = true
			}
			right := labels[f.Start] > 0 || labels[f.End-1] > 0
			sc.findings = append(sc.findings, finding{f.Weight, right})
			if f.Weight >= evidence.CertainAt {
				sc.sure++
				if right {
					sc.right++
				}
			}
		}
		sc.leak(n, hidden)
		for start, word := range fields(n.Text) {
			if slices.ContainsFunc(labels[start:start+len(word)], func(b byte) bool { return b > 0 }) {
				continue
			}
			sc.words++
			if slices.Contains(hidden[start:start+len(word)], true) {
				sc.over++
			}
		}
	}
	return sc
}

func (sc *score) leak(n fitNote, hidden []bool) {
	at, direct, leaked := []int{}, false, false
	for i := range n.Text {
		at = append(at, i)
	}
	runes := []rune(n.Text)
	for _, g := range n.Spans {
		if g.Optional || !slices.Contains([]lex.Type{lex.TypePerson, lex.TypePhone, lex.TypeEmail, lex.TypeID, lex.TypeLocation}, g.Type) {
			continue
		}
		direct = true
		for k := g.Start; k < g.End; k++ {
			leaked = leaked || (unicode.IsLetter(runes[k]) || unicode.IsDigit(runes[k])) && !hidden[at[k]]
		}
	}
	if direct {
		sc.notes++
	}
	if leaked {
		sc.leaks++
	}
}

// fields gives the words of a text with a letter or digit, by where they begin.
func fields(text string) map[int]string {
	out := map[int]string{}
	at := 0
	for _, word := range strings.Fields(text) {
		at += strings.Index(text[at:], word)
		if strings.ContainsFunc(word, lex.WordRune) {
			out[at] = word
		}
		at += len(word)
	}
	return out
}

// printThresholds prints, for each confidence, how many of the findings from it
// upwards were right, and how many there were. CertainAt is the least from which
// enough are.
func printThresholds(found []finding) {
	for _, at := range []float64{evidence.MaskAt, 0.5, 0.6, 0.7, 0.75, evidence.CertainAt, 0.85, 0.9, 0.95} {
		all, right := 0, 0
		for _, f := range found {
			if f.weight >= at {
				all++
				if f.right {
					right++
				}
			}
		}
		fmt.Printf("from %.2f: %5d findings, right %.3f\n", at, all, float64(right)/float64(max(all, 1)))
	}
}
