package detect

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"aftershift/internal/redact/lex"
)

// The fit runs as a test, since it needs what the engine keeps to itself:
// `go run ./cmd/dev fit` calls it with -fit. Without, it proves that the fitted
// weights are worth more than none on the committed notes.
var (
	fit   = flag.Bool("fit", false, "cross-validate and write fitted.go")
	blind = flag.String("blind", "B", "writers whose notes are left out of the fit")
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
	return append(readFitNotes(t, "sw_dev"), readFitNotes(t, "sw_dev2")...)
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

// example is one word under judgement.
type example struct {
	writer string
	hand   float64
	rows   []row
	name   bool
}

// labels says for each byte of the text what it is: 0 plain, 1 a name, 2 neutral
// or another identifier, which teaches nothing.
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

func examples(lists *lex.Lists, notes []fitNote) []example {
	kept := fitted
	fitted = [rowCount]float32{}
	defer func() { fitted = kept }()
	var out []example
	for _, n := range notes {
		labels := n.labels()
		d := Read(lists, []string{n.Text}, Options{}, nil)
		d.found = nil
		s := &scene{d: d, pg: &d.pages[0], guesses: make([]guess, len(d.pages[0].tokens))}
		s.survey()
		for i := range s.guesses {
			s.guesses[i] = s.weigh(i)
		}
		s.neighbours()
		for i := range s.guesses {
			start, _ := s.pg.seen.Back(s.pg.tokens[i].Start, s.pg.tokens[i].End)
			if s.judged(i) && labels[start] < 2 {
				out = append(out, example{n.Writer, s.guesses[i].score, s.rows(i, nil), labels[start] == 1})
			}
		}
	}
	return out
}

// How the fit is held back: a miss costs more than a word too many, and a weight
// is drawn to zero, which is what the hand-set ones alone say.
const (
	missCost = 1.2
	l2       = 40.0
	epochs   = 40
	rate     = 0.1
)

// train is logistic regression by AdaGrad with the hand-set sum as its offset.
// It is deterministic.
func train(set []example) [rowCount]float32 {
	var w, seen [rowCount]float64
	order := rand.New(rand.NewPCG(1, 2)).Perm(len(set))
	for range epochs {
		for _, k := range order {
			e := &set[k]
			g := sigmoid(e.sum(&w))
			if e.name {
				g = (g - 1) * missCost
			}
			for _, r := range e.rows {
				grad := g + l2*w[r]/float64(len(set))
				seen[r] += grad * grad
				w[r] -= rate * grad / math.Sqrt(1+seen[r])
			}
		}
	}
	var out [rowCount]float32
	for r := range w {
		out[r] = float32(math.Round(w[r]*100) / 100)
	}
	return out
}

func (e *example) sum(w *[rowCount]float64) float64 {
	sum := e.hand
	for _, r := range e.rows {
		sum += w[r]
	}
	return sum
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// loss is the mean cost of the examples in nats.
func loss(set []example, w [rowCount]float32) float64 {
	total := 0.0
	var wide [rowCount]float64
	for r := range w {
		wide[r] = float64(w[r])
	}
	for i := range set {
		p := sigmoid(set[i].sum(&wide))
		if set[i].name {
			total -= missCost * math.Log(max(p, 1e-9))
		} else {
			total -= math.Log(max(1-p, 1e-9))
		}
	}
	return total / float64(len(set))
}

// score is what the engine makes of notes: direct leaks by note, and words
// wrongly taken.
type score struct{ notes, leaks, words, over, sure, right int }

func (s score) String() string {
	return fmt.Sprintf("leak %.3f over %.4f certain %.3f", float64(s.leaks)/float64(max(s.notes, 1)), float64(s.over)/float64(max(s.words, 1)), float64(s.right)/float64(max(s.sure, 1)))
}

func judgeNotes(lists *lex.Lists, notes []fitNote) score {
	var sc score
	for _, n := range notes {
		labels := n.labels()
		hidden := make([]bool, len(n.Text))
		for _, f := range Read(lists, []string{n.Text}, Options{}, nil).Found() {
			for i := f.Start; f.Weight >= MaskAt && i < f.End; i++ {
				hidden[i] = true
			}
			if f.Weight >= CertainAt {
				sc.sure++
				if labels[f.Start] > 0 || labels[f.End-1] > 0 {
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

func TestFit(t *testing.T) {
	lists, err := lex.LoadLists(os.DirFS("../../../assets/lists"))
	if err != nil {
		t.Fatal(err)
	}
	notes := fitNotes(t)
	all := examples(lists, notes)
	if !*fit {
		if hand, now := loss(all, [rowCount]float32{}), loss(all, fitted); len(all) < 5_000 || now >= hand {
			t.Errorf("%d examples: cost %.4f fitted, %.4f by hand-set weights alone; run go run ./cmd/dev fit", len(all), now, hand)
		}
		return
	}
	crossValidate(lists, notes, all)
	fitted = train(all)
	fmt.Println("all, fitted on them:", judgeNotes(lists, notes))
	source, err := format.Source([]byte(generated(fitted)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("fitted.go", source, 0o644); err != nil {
		t.Fatal(err)
	}
}

// crossValidate prints, for each writer, what weights fitted on the others do,
// beside the hand-set ones, and what each block of rows adds.
func crossValidate(lists *lex.Lists, notes []fitNote, all []example) {
	var writers []string
	for _, n := range notes {
		if !slices.Contains(writers, n.Writer) {
			writers = append(writers, n.Writer)
		}
	}
	blocks := map[string][2]row{
		"own marks": {rowOwn, rowPrev}, "word before": {rowPrev, rowNext}, "word behind": {rowNext, rowWritten}, "shape and place": {rowWritten, rowBehind},
		"signs": {rowBehind, rowLong}, "length": {rowLong, rowBeside}, "neighbour is a name": {rowBeside, rowCount},
	}
	without := map[string]float64{}
	for _, w := range writers {
		rest := slices.DeleteFunc(slices.Clone(all), func(e example) bool { return e.writer == w })
		own := slices.DeleteFunc(slices.Clone(all), func(e example) bool { return e.writer != w })
		theirs := slices.DeleteFunc(slices.Clone(notes), func(n fitNote) bool { return n.Writer != w })
		fitted = [rowCount]float32{}
		hand := judgeNotes(lists, theirs)
		weights := train(rest)
		fitted = weights
		fmt.Printf("writer %s left out: hand-set %v loss %.4f; fitted %v loss %.4f\n", w, hand, loss(own, [rowCount]float32{}), judgeNotes(lists, theirs), loss(own, weights))
		for name, b := range blocks {
			cut := weights
			for r := b[0]; r < b[1]; r++ {
				cut[r] = 0
			}
			without[name] += (loss(own, cut) - loss(own, weights)) / float64(len(writers))
		}
	}
	for name, worse := range without {
		fmt.Printf("without %s: loss %+.4f\n", name, worse)
	}
}

func generated(w [rowCount]float32) string {
	var b strings.Builder
	b.WriteString("// Code generated by go run ./cmd/dev fit. DO NOT EDIT.\n\npackage detect\n\n// fitted are the weights of the rows, as log odds.\nvar fitted = [rowCount]float32{\n")
	for r, v := range w {
		if v != 0 {
			fmt.Fprintf(&b, "\t%d: %g,\n", r, v)
		}
	}
	b.WriteString("}\n")
	return b.String()
}
