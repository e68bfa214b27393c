package redact

import (
	"strings"
	"testing"

	"aftershift/internal/redact/lex"
)

// company are examples of words that only what stands around them tells apart.
// « and » mark what Mask must take whole; nothing else may go.
var company = []struct{ name, text string }{
	// typed without capitals
	{"lower, acts", "«grant» rang, he wants a lift"},
	{"lower, adverb behind kin", "her mum later said she was fine"},
	{"lower, month acts", "so «may» said it was cold"},
	{"lower, called", "hes called «ocean» and he likes trains"},
	{"lower, thing called so", "it is called supervision and it helps"},
	{"lower, kin", "her mum «tiff» cried all day"},
	{"lower, genitive", "told «ocean» again, «oceans» mum was out"},
	{"lower, kin title", "staying with aunty «jo» again"},
	{"lower, role behind", "then she left. «penny» the carer came late"},
	{"lower, pair", "«hope» and «faith» kicked off again"},
	{"lower, aged", "«robin» is «9» and they share a bed"},
	{"lower, towards", "we talked about «ray» and what to do"},
	{"lower, idiom", "she lives in hope and i live in doubt"},
	{"lower, town", "her nan is in «reading» now"},
	{"lower, house", "picked her up from «ash lodge» at four"},
	{"lower, plain house", "picked her up from the house at four"},
	{"lower, dwelling", "home is «flat 9 osprey court» on the third floor"},
	{"lower, lettered number", "he lives at «12b kestrel way» above the shop"},
	{"lower, title and initial", "call from mr t «obasi» again"},
	{"lower, lettered flat", "at «flat c 110 tollington way» now"},
	{"lower, numbered lane", "mum is at «77 long lane» tonight"},
	// names of several parts
	{"particle and initial", "We met «Yasir al-D» today."},
	{"family first", "«An Kwok-Fai» was there early."},
	{"western double name", "So we waited for ages."},
	{"short first half", "Then I saw «Ah Meng» outside."},
	{"leading particle", "I think «van Rensburg» phoned."},
	{"family in the plural", "We sat with the «Deans» for an hour."},
	{"full form in brackets", "I met «Con» («Cornelius») there."},
	{"bracketed relative", "His sister («Pepper») was there."},
	{"initials in capitals", "The card said «TJ DELMAS ROCHE» in red."},
	{"theorist by full name", "Dan Hughes says that attachment theory explains it."},
	{"namesake of a theorist", "Then «Peter Brown» says that it was theory."},
	// places
	{"estate", "He stays on the «Fairways estate» now."},
	{"grid", "They sleep at «East 9th and Alameda» now."},
	{"number behind its street", "They moved to «Dock Street, number 40» today."},
	{"block of a street", "She lives at «4100 block of W 12th» now."},
	{"planned town", "The house is «Plot 412, Sector 7, Dwarka» now."},
	{"article of another language", "The house is «12 An Cnoc» now."},
	{"known place with a head", "She moved to «Moss Side Court» again."},
	{"list goes on", "They live at «14 Elm Road», the umbrella was lost."},
	{"wayside", "We met at «Tarvane Spar parking lot» again."},
	{"wayside of nobody", "We met at the Tesco car park again."},
	{"saint in lower case", "she lives at «46 st dunstans road» now"},
	// numbers
	{"docket", "The order is «WOC 123/22» now."},
	{"blood pressure", "Her BP 120/80 was fine."},
	{"handle behind its cue", "he uses insta «kay.zzz» now"},
	{"clock", "then 14.35 rang the bell"},
	// words that stay
	{"contraction", "She handed it in and I've lost it."},
	{"role that acts", "It was late. Nurse said no."},
	{"word of the work", "Palliative care was here."},
}

func TestEngine_Mask_company(t *testing.T) {
	for _, c := range company {
		t.Run(c.name, func(t *testing.T) {
			text, want := unmark(c.text)
			_, spans := engineOnce().Mask(text, Options{})
			hidden := make([]bool, len(text))
			at := byteOffsets(text)
			for _, s := range spans {
				for i := at[s.Start]; i < at[s.End]; i++ {
					hidden[i] = true
				}
			}
			for i := range len(text) {
				if lex.WordRune(rune(text[i])) && hidden[i] != want[i] {
					t.Fatalf("%q masked as %+v", text, spans)
				}
			}
		})
	}
}

// unmark cuts « and » out of an example and says which bytes stood between.
func unmark(example string) (string, []bool) {
	var text strings.Builder
	var want []bool
	for i, piece := range strings.FieldsFunc("\x00"+example, func(r rune) bool { return r == '«' || r == '»' }) {
		piece = strings.TrimPrefix(piece, "\x00")
		text.WriteString(piece)
		for range len(piece) {
			want = append(want, i%2 == 1)
		}
	}
	return text.String(), want
}

// byteOffsets gives the byte offset of every code point, and the text's length.
func byteOffsets(text string) []int {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

func TestEngine_Scan_types_places_by_their_ends(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Type
	}{
		{"place", "We went to Millbrook on Friday.", TypeLocation},
		{"it acts", "Then Millbrook rang.", TypePerson},
		{"behind a given name", "I met Agnes Millbrook.", TypePerson},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, f := range engineOnce().Scan([]Part{{Text: c.text}}, Options{}).Findings() {
				if strings.Contains(c.text[f.Start:f.End], "Millbrook") && f.Type != c.want {
					t.Errorf("type %s, want %s", f.Type, c.want)
				}
			}
		})
	}
}

// What is faint enough to be tempered moves with the weights, so several words
// are tried: some must count among people and not alone.
func TestEngine_Scan_tempers_faint_evidence(t *testing.T) {
	tempered := 0
	for _, word := range []string{"Castle", "Baker", "Butcher"} {
		faintly := "It was cold. " + word + "'s run out."
		peopled := "Agnieszka met Tamika, and then Kayleigh was late. " + faintly
		if findsWord(faintly, word) {
			t.Errorf("%q is found alone", word)
		}
		if findsWord(peopled, word) {
			tempered++
		}
	}
	if tempered == 0 {
		t.Error("no faint word counts among people")
	}
}

// findsWord reports whether a finding of the text is the word.
func findsWord(text, word string) bool {
	for _, f := range engineOnce().Scan([]Part{{Text: text}}, Options{}).Findings() {
		if text[f.Start:f.End] == word {
			return true
		}
	}
	return false
}
