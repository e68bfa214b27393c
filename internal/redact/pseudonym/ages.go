package pseudonym

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// Place says where an age stands in its phrase, and so what may stand there.
type Place uint8

// The places. An age is a predicate ("she is 8"), a limit behind "aged", "age:" or
// a slash, what one comes to ("he turned nine", "at nine he"), what something is of
// ("a boy of nine"), a noun ("a 7-year-old came"), or what describes the noun behind it
// ("a 7-year-old boy", "his 9th birthday").
const (
	Predicate Place = iota
	Limit
	Turning
	Of
	Noun
	Describing
	Birthday
)

// band is a band of ages with its words: as a predicate, as a limit, as a noun and
// as what describes one, and the last two where "an" stands before them.
type band struct {
	below                          int
	is, limit, noun, of            string
	describes, anNoun, anDescribes string
}

// bands are the bands. HIPAA keeps ages over 89 apart.
var bands = []band{
	{2, "under two", "under two", "very young child", "under two", "very young", "infant", "infant"},
	{5, "under five", "under five", "child under five", "under five", "pre-school", "infant", "infant"},
	{11, "of primary-school age", "under eleven", "child of primary-school age", "primary-school age", "primary-school-age", "under-eleven", "under-eleven"},
	{18, "of secondary-school age", "under eighteen", "young person of secondary-school age", "secondary-school age", "secondary-school-age", "adolescent", "adolescent"},
	{25, "a young adult", "under twenty-five", "young adult", "under twenty-five", "young", "adult", "adult"},
	{40, "a younger adult", "under forty", "younger adult", "under forty", "younger", "adult", "adult"},
	{65, "in middle life", "under sixty-five", "middle-aged person", "under sixty-five", "middle-aged", "adult", "adult"},
	{90, "of pension age", "under ninety", "person of pension age", "pension age", "pension-age", "older person", "older"},
	{1 << 30, "in advanced old age", "over ninety", "very old person", "advanced old age", "very old", "older person", "older"},
}

// many gives the noun of the band for several.
func (b *band) many() string {
	noun := strings.Replace(b.noun, "person", "people", 1)
	if noun = strings.Replace(noun, "child ", "children ", 1); noun != b.noun {
		return noun
	}
	return strings.Replace(b.noun+"s", "childs", "children", 1)
}

// ageBand gives a band instead of an exact age, in words that fit the place.
func ageBand(text string, s Said) string {
	b := bandOf(text)
	switch s.Age {
	case Limit:
		return b.limit
	case Turning:
		return "an age " + b.limit
	case Of:
		return b.of
	case Noun:
		w := lex.Fold(text)
		switch {
		case strings.HasSuffix(w, "olds") || strings.HasSuffix(w, "yos"):
			return b.many()
		case s.Capital:
			return underArticle(b.noun, false)
		}
		if s.Vowel {
			return b.anNoun
		}
		return b.noun
	case Describing:
		if s.Vowel {
			return b.anDescribes
		}
		return b.describes
	case Birthday:
		switch {
		case b.below > 18:
			return "adult"
		case s.Vowel:
			return "early"
		}
		return "childhood"
	}
	return b.is
}

func bandOf(text string) band {
	value, unit := 0, "year"
	for _, w := range strings.FieldsFunc(lex.Fold(text), func(r rune) bool { return r == ' ' || r == '-' || r == '\n' }) {
		if v, ok := lex.NumberValues.Find(w); ok {
			value += v
		} else if d := lex.DigitsOf(w); len(d) > 0 && value == 0 {
			value = lex.Number(w)
		} else if v := ordinalValues[w] + lex.NumberValues.Of(strings.TrimSuffix(w, "ieth")+"y"); v > 0 {
			value += v
		}
		if u := lex.AgeUnits.Of(strings.TrimLeft(w, "0123456789")); u != "" && unit == "year" {
			unit = u
		}
	}
	if unit != "year" {
		return bands[0]
	}
	for _, b := range bands[1:] {
		if value < b.below {
			return b
		}
	}
	return bands[len(bands)-1]
}
