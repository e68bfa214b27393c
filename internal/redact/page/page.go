package page

import (
	"iter"
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// Options say what to look for beyond what the lists know. Register and
// Known are names to be found wherever they stand; Strict records fainter
// evidence as well.
type Options struct {
	Register []lex.Person
	Known    []string
	Strict   bool
}

// Page is a part under scan, or a stretch of a long one, with what was found on it
// and what is believed of its words.
type Page struct {
	Part, From int // the part, and the byte of it that the page begins at
	Seen       lex.Seen
	Text       string // what is seen; offsets of tokens and candidates are of it
	Tokens     []lex.Token
	Own        bool                 // it holds words of ours
	Spoken     bool                 // it was dictated, and signs stand in it as words
	Lower      bool                 // it is typed without capitals
	Found      []evidence.Candidate // on it, in no order
	Guesses    []evidence.Guess     // of its words, while they are weighed
	Traced     *[]evidence.Row      // while weights are fitted: where the rows that speak go

	Lists  *lex.Lists
	Desk   *Desk
	Strict bool // every doubt counts
}

// Pages are those of a document.
type Pages []Page

// All gives what was found so far, page by page.
func (ps Pages) All() iter.Seq2[*Page, *evidence.Candidate] {
	return func(yield func(*Page, *evidence.Candidate) bool) {
		for p := range ps {
			for i := range ps[p].Found {
				if !yield(&ps[p], &ps[p].Found[i]) {
					return
				}
			}
		}
	}
}

// Add records a candidate.
func (pg *Page) Add(c evidence.Candidate) { pg.Found = append(pg.Found, c) }

// Note records what the row says of the tokens from first to last.
func (pg *Page) Note(by evidence.Row, first, last int, kind lex.Type) {
	pg.Add(by.At(pg.Tokens[first].Start, pg.Tokens[last].End, kind))
}

// Take records what the row says of the tokens from first to last, marks them as
// taken, and gives last.
func (pg *Page) Take(by evidence.Row, first, last int, kind lex.Type) int {
	pg.Note(by, first, last, kind)
	for i := first; i <= last; i++ {
		pg.Tokens[i].Taken = true
	}
	return last
}

// Before gives the token so many before the one at i, or nil.
func (pg *Page) Before(i, n int) *lex.Token {
	if i-n < 0 {
		return nil
	}
	return &pg.Tokens[i-n]
}

// After gives the token so many behind the one at i, or nil.
func (pg *Page) After(i, n int) *lex.Token {
	if i+n >= len(pg.Tokens) {
		return nil
	}
	return &pg.Tokens[i+n]
}

// TokenAt gives the index of the token that starts at or after the offset.
func (pg *Page) TokenAt(offset int) int {
	lo, hi := 0, len(pg.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if pg.Tokens[mid].Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Within says which tokens lie in a finding that counts. What it gives holds until
// the next call.
func (pg *Page) Within(counts func(*evidence.Candidate) bool) []bool {
	out := pg.Desk.marksOf(len(pg.Tokens))
	var wide *evidence.Candidate // the last that no wider one held
	for n := range pg.Found {
		c := &pg.Found[n]
		if !counts(c) || wide != nil && wide.Start <= c.Start && c.End <= wide.End {
			continue
		}
		wide = c
		for i := pg.TokenAt(c.Start); i < len(pg.Tokens) && pg.Tokens[i].Start < c.End; i++ {
			out[i] = true
		}
	}
	return out
}

// Back gives the bytes of the part, as it was written, for a stretch of the page.
func (pg *Page) Back(start, end int) (int, int) {
	start, end = pg.Seen.Back(start, end)
	return start + pg.From, end + pg.From
}

// WordEnd gives the end of token i with the possessive that hangs on it.
func (pg *Page) WordEnd(i int) int {
	next := len(pg.Text)
	if i+1 < len(pg.Tokens) {
		next = pg.Tokens[i+1].Start
	}
	end := pg.Tokens[i].End
	return end + len(strings.TrimSpace(pg.Text[end:next]))
}
