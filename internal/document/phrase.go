package document

import "strings"

// Words turns text keys into words; *words.Catalog is one. T puts args into
// the text's fmt verbs, N chooses the form for the count n, which is its first
// argument.
type Words interface {
	Has(key string) bool
	T(key string, args ...any) string
	N(key string, n int, args ...any) string
}

// Phrase is a run of words whose origin is known: the product's own by text
// key, whole numbers, or a part of the review. The zero Phrase is empty. Values are
// immutable and safe for concurrent use.
type Phrase struct{ pieces []piece }

// Label is the product's own words by text key, with whole numbers put into
// the text's verbs. A key that Words doesn't have makes the document invalid;
// the key itself is never written.
func Label(key string, args ...int) Phrase {
	return one(piece{origin: fromKey, key: key, numbers: args})
}

// Count is the product's words for n of something: "key.one" or "key.other".
func Count(key string, n int) Phrase {
	return one(piece{origin: fromCount, key: key, numbers: []int{n}})
}

// Part stands for the words of the review's part n, counted from 0, until
// Draft.Approve puts them there.
func Part(n int) Phrase { return one(piece{origin: fromPart, numbers: []int{n}}) }

// Number is a whole number in digits.
func Number(n int) Phrase { return one(piece{origin: fromNumber, numbers: []int{n}}) }

// Minutes is a length of time: "20 minutes".
func Minutes(n int) Phrase { return Count("document.minutes", n) }

// Strong gives the same words in bold.
func (p Phrase) Strong() Phrase { return p.styled(func(s *piece) { s.strong = true }) }

// Quiet gives the same words in the soft colour, for what stands beside the
// matter itself.
func (p Phrase) Quiet() Phrase { return p.styled(func(s *piece) { s.quiet = true }) }

// Empty tells whether p holds nothing at all.
func (p Phrase) Empty() bool { return len(p.pieces) == 0 }

// Join puts phrases side by side with a space between them, leaving out the
// empty ones.
func Join(phrases ...Phrase) Phrase { return join(space, phrases) }

// Dots puts phrases side by side with " · " between them, leaving out the
// empty ones.
func Dots(phrases ...Phrase) Phrase { return join(dot, phrases) }

func one(p piece) Phrase { return Phrase{pieces: []piece{p}} }

func join(between piece, phrases []Phrase) Phrase {
	var out []piece
	for _, p := range phrases {
		if len(p.pieces) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, between)
		}
		out = append(out, p.pieces...)
	}
	return Phrase{pieces: out}
}

func (p Phrase) styled(set func(*piece)) Phrase {
	out := append([]piece(nil), p.pieces...)
	for i := range out {
		set(&out[i])
	}
	return Phrase{pieces: out}
}

// Run is a stretch of cleaned text in one style, as the writers take it.
type Run struct {
	Text          string
	Strong, Quiet bool
}

// Runs gives p's words as they are to be written, cleaned of characters that
// steer instead of show. A key that w doesn't have gives no words.
func (p Phrase) Runs(w Words) []Run { return runs(p.pieces, w) }

// Text gives the words of p without their styles.
func (p Phrase) Text(w Words) string { return joined(p.Runs(w)) }

func runs(pieces []piece, w Words) []Run {
	var out []Run
	for _, p := range pieces {
		if text, ok := p.text(w); ok {
			out = append(out, Run{Text: Clean(text), Strong: p.strong, Quiet: p.quiet})
		}
	}
	return out
}

func joined(rs []Run) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString(r.Text)
	}
	return b.String()
}
