package document

import "regexp"

// Paper is the size of a page, in points of 1/72 inch.
type Paper struct{ Width, Height float64 }

// The sizes.
var (
	A4     = Paper{595.28, 841.89}
	Letter = Paper{612, 792}
)

// The words that say what a page is and in which language: they differ between
// countries as other words do.
const (
	paperKey    = "document.paper"
	languageKey = "document.language"
)

// PaperOf returns the size of a page where these words are spoken: A4 unless they say
// "letter".
func PaperOf(w Words) Paper {
	if w.Has(paperKey) && w.T(paperKey) == "letter" {
		return Letter
	}
	return A4
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// LanguageOf returns the BCP 47 tag of the words, "en" where they give none.
func LanguageOf(w Words) string {
	if w.Has(languageKey) && languageTag.MatchString(w.T(languageKey)) {
		return w.T(languageKey)
	}
	return "en"
}
