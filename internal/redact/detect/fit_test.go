package detect

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/weights"
)

// The fit runs as a test, since it needs what the engine keeps to itself:
// `go run ./cmd/dev fit` calls it with -fit. Without, it proves that the fitted
// weights are worth more than the hand-set ones alone on the committed notes.
var (
	fit   = flag.Bool("fit", false, "cross-validate and write fitted.go")
	blind = flag.String("blind", "", "writers whose notes are left out of the fit")
)

type gold struct {
	Start, End int
	Type       lex.Type
	Optional   bool
}

type fitNote struct {
	Text, Writer string
	Spans        []gold
}

func fitNotes(t *testing.T) []fitNote {
	t.Helper()
	return slices.Concat(readFitNotes(t, "sw_dev"), readFitNotes(t, "sw_dev2"), readFitNotes(t, "world"), readFitNotes(t, "hard"), readFitNotes(t, "hurried"), readFitNotes(t, "voices"), readFitNotes(t, "styles"), readFitNotes(t, "daily"))
}

func readFitNotes(t *testing.T, name string) []fitNote {
	t.Helper()
	file, err := os.Open("../testdata/notes/" + name + ".jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var notes []fitNote
	lines := bufio.NewScanner(packed)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var n fitNote
		if err := json.Unmarshal(lines.Bytes(), &n); err != nil {
			t.Fatal(err)
		}
		if n.Writer == "" || !strings.Contains(*blind, n.Writer) {
			notes = append(notes, n)
		}
	}
	return notes
}

// labels says for each byte of the text what it is: 0 plain, 1 a name, 2 neutral
// or another identifier.
func (n fitNote) labels() []byte {
	at := make([]int, 0, len(n.Text)+1)
	for i := range n.Text {
		at = append(at, i)
	}
	at = append(at, len(n.Text))
	out := make([]byte, len(n.Text))
	for _, g := range n.Spans {
		label := byte(2)
		if !g.Optional && (g.Type == lex.TypePerson || g.Type == lex.TypeLocation || g.Type == lex.TypeOrg) {
			label = 1
		}
		for i := at[g.Start]; i < at[g.End]; i++ {
			out[i] = label
		}
	}
	return out
}

// example is one word under judgement, or one finding. Its base is what the
// hand-set weights say, as log odds; for a finding that is its row's share.
type example struct {
	writer string
	base   float64
	rows   []evidence.Row
	right  bool
	whole  bool // a finding
}

// examples reads the notes under the corrections.
func examples(lists *lex.Lists, notes []fitNote, under map[string]float64) []example {
	evidence.Weigh(under)
	defer evidence.Weigh(weights.Fitted)
	var out []example
	for _, n := range notes {
		labels := n.labels()
		d := Read(lists, []string{n.Text}, page.Options{}, nil)
		for _, c := range d.pages.All() {
			if c.By != evidence.None && evidence.Table[c.By].Share {
				start, end := d.pages[0].Seen.Back(c.Start, c.End)
				hand := evidence.Table[c.By].Hand
				out = append(out, example{n.Writer, math.Log(hand / (1 - hand)), []evidence.Row{c.By}, labels[start] > 0 && labels[end-1] > 0, true})
			}
		}
		out = append(out, wordExamples(d, n.Writer, labels, under)...)
	}
	return out
}

// wordExamples gives the words that fitted evidence may judge, each without what
// the corrections added.
func wordExamples(d *Reading, writer string, labels []byte, under map[string]float64) []example {
	var out []example
	s := scene{&d.pages[0]}
	s.Guesses = make([]evidence.Guess, len(s.Tokens))
	s.Survey()
	traced := make([][]evidence.Row, len(s.Guesses))
	for i := range s.Guesses {
		s.Traced = &traced[i]
		s.Guesses[i] = s.weigh(i)
	}
	s.neighbours()
	for i := range s.Guesses {
		start, _ := s.Seen.Back(s.Tokens[i].Start, s.Tokens[i].End)
		if !s.judged(i) || labels[start] == 2 {
			continue
		}
		base := s.Guesses[i].Score
		for _, r := range traced[i] {
			base -= under[evidence.Table[r].ID]
		}
		out = append(out, example{writer, base, append(s.rows(i, nil), traced[i]...), labels[start] == 1, false})
	}
	return out
}

// How the fit is held back: a miss costs more than a word too many, and a
// correction is drawn to zero, which is what the hand-set weights say: more so
// where a weight was set by hand, since that was set for more than these notes.
const (
	missCost = 1.2
	l2       = 40.0
	l2Hand   = 1000.0
	epochs   = 40
	rate     = 0.1
	prior    = 30.0 // findings that a hand-set share counts for
)

// train is logistic regression by AdaGrad with the hand-set sum as its offset;
// shares are fitted apart, by counting. It is deterministic.
func train(set []example) map[string]float64 {
	w, seen := make([]float64, len(evidence.Table)), make([]float64, len(evidence.Table))
	words := slices.DeleteFunc(slices.Clone(set), func(e example) bool { return e.whole })
	order := rand.New(rand.NewPCG(1, 2)).Perm(len(words))
	for range epochs {
		for _, k := range order {
			e := &words[k]
			g := sigmoid(e.sum(w))
			if e.right {
				g = (g - 1) * missCost
			}
			for _, r := range e.rows {
				hold := l2
				if r < evidence.Own {
					hold = l2Hand
				}
				grad := g + hold*w[r]/float64(len(words))
				seen[r] += grad * grad
				w[r] -= rate * grad / math.Sqrt(1+seen[r])
			}
		}
	}
	shares(set, w)
	out := map[string]float64{}
	for r := range w {
		if by := math.Round(w[r]*100) / 100; by != 0 {
			out[evidence.Table[r].ID] = by
		}
	}
	return out
}

// shares corrects each row of a finding by how often it was right, drawn to what
// was set by hand as if that had been seen so often.
func shares(set []example, w []float64) {
	right, all := make([]float64, len(w)), make([]float64, len(w))
	for _, e := range set {
		if e.whole {
			all[e.rows[0]]++
			if e.right {
				right[e.rows[0]]++
			}
		}
	}
	for r, n := range all {
		if hand := evidence.Table[r].Hand; n > 0 {
			p := (right[r] + prior*hand) / (n + prior)
			w[r] = math.Log(p/(1-p)) - math.Log(hand/(1-hand))
		}
	}
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func (e *example) sum(w []float64) float64 {
	sum := e.base
	for _, r := range e.rows {
		sum += w[r]
	}
	return sum
}

// loss is the mean cost of the examples in nats.
func loss(set []example, corrections map[string]float64) float64 {
	w, total := dense(corrections), 0.0
	for i := range set {
		total += set[i].cost(set[i].sum(w))
	}
	return total / float64(max(len(set), 1))
}

func (e *example) cost(sum float64) float64 {
	if e.right {
		return -missCost * math.Log(max(sigmoid(sum), 1e-9))
	}
	return -math.Log(max(1-sigmoid(sum), 1e-9))
}

func dense(corrections map[string]float64) []float64 {
	w := make([]float64, len(evidence.Table))
	for r, p := range evidence.Table {
		w[r] = corrections[p.ID]
	}
	return w
}

// fitOn reads the notes twice: what neighbours lend depends on the corrections.
func fitOn(lists *lex.Lists, notes []fitNote) map[string]float64 {
	return train(examples(lists, notes, train(examples(lists, notes, nil))))
}

func TestFit(t *testing.T) {
	lists, err := lex.LoadLists(os.DirFS("../../../assets/lists"))
	if err != nil {
		t.Fatal(err)
	}
	notes := fitNotes(t)
	if !*fit {
		all := examples(lists, notes, nil)
		if hand, now := loss(all, nil), loss(all, weights.Fitted); len(all) < 5_000 || now >= hand {
			t.Errorf("%d examples: cost %.4f fitted, %.4f by hand-set weights alone; run go run ./cmd/dev fit", len(all), now, hand)
		}
		return
	}
	crossValidate(lists, notes)
	fitted := fitOn(lists, notes)
	evidence.Weigh(fitted)
	fmt.Println("all, fitted on them:", judgeNotes(lists, notes))
	source, err := format.Source([]byte(generated(fitted)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("../weights/fitted.go", source, 0o644); err != nil {
		t.Fatal(err)
	}
}

// crossValidate prints, for each writer, what corrections fitted on the others
// do, beside the hand-set weights, and then what each row does on writers left
// out of the fit.
func crossValidate(lists *lex.Lists, notes []fitNote) {
	var writers []string
	for _, n := range notes {
		if !slices.Contains(writers, n.Writer) {
			writers = append(writers, n.Writer)
		}
	}
	rows := make([]ablation, len(evidence.Table))
	var found []finding
	for _, w := range writers {
		rest := slices.DeleteFunc(slices.Clone(notes), func(n fitNote) bool { return n.Writer == w })
		theirs := slices.DeleteFunc(slices.Clone(notes), func(n fitNote) bool { return n.Writer != w })
		evidence.Weigh(nil)
		hand := judgeNotes(lists, theirs)
		corrections := fitOn(lists, rest)
		own := examples(lists, theirs, corrections)
		evidence.Weigh(corrections)
		now := judgeNotes(lists, theirs)
		found = append(found, now.findings...)
		fmt.Printf("writer %s left out: hand-set %v loss %.4f; fitted %v loss %.4f\n", cmp.Or(w, "-"), hand, loss(own, nil), now, loss(own, corrections))
		ablate(rows, own, corrections)
	}
	printThresholds(found)
	printRows(rows)
}

// ablation is what a row does: how often it spoke and was right, and by how much
// the cost of all words grows without it, in nats.
type ablation struct {
	spoke, right int
	worse        float64
	helped       int // writers
}

func ablate(rows []ablation, own []example, corrections map[string]float64) {
	w, worse := dense(corrections), make([]float64, len(rows))
	for i := range own {
		e := &own[i]
		sum := e.sum(w)
		for _, r := range e.rows {
			rows[r].spoke++
			if e.right {
				rows[r].right++
			}
			if !e.whole {
				worse[r] += e.cost(sum-evidence.Table[r].Hand-w[r]) - e.cost(sum)
			}
		}
	}
	for r, by := range worse {
		rows[r].worse += by
		if by > 0 {
			rows[r].helped++
		}
	}
}

func printRows(rows []ablation) {
	for r, a := range rows {
		p := evidence.Table[r]
		if kind := "odds"; r < int(evidence.Own) {
			if p.Share {
				kind = "share"
			}
			fmt.Printf("row %-26s %-5s hand %+.2f spoke %5d right %5d without it %+8.2f helped %d\n", p.ID, kind, p.Hand, a.spoke, a.right, a.worse, a.helped)
		}
	}
}

func generated(corrections map[string]float64) string {
	var b strings.Builder
	b.WriteString("// Code generated by go run ./cmd/dev fit. DO NOT EDIT.\n\npackage weights\n\n// Fitted are the corrections of the rows, as log odds.\nvar Fitted = map[string]float64{\n")
	for i, id := range slices.Sorted(maps.Keys(corrections)) {
		end := " "
		if i%3 == 2 {
			end = "\n"
		}
		fmt.Fprintf(&b, "%q: %g,%s", id, corrections[id], end)
	}
	b.WriteString("\n}\n")
	return b.String()
}
