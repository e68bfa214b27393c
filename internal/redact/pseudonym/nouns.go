package pseudonym

import (
	"strings"
	"unicode"

	"aftershift/internal/redact/lex"
)

// determiners may stand before a role; articles among them say nothing.
var (
	articles    = lex.SetOf("a an the")
	determiners = lex.SetOf("my our your his her their this that")
)

// roleOf parts what the user wrote for a role into a determiner and the noun:
// "my Supervisor" gives "my" and "supervisor". Articles are dropped, and words
// in capitals stay so.
func roleOf(text string) (whose, role string) {
	words := strings.Fields(text)
	for i, w := range words {
		if head, _, _ := strings.Cut(w, "-"); len(w) < 2 || strings.ToUpper(head) != head {
			words[i] = strings.ToLower(w)
		}
	}
	for len(words) > 1 && (articles.Has(words[0]) || determiners.Has(words[0])) {
		if determiners.Has(words[0]) {
			whose = words[0]
		}
		words = words[1:]
	}
	return whose, strings.Join(words, " ")
}

// generic gives a common noun for somebody; without article or determiner where
// the text has one already.
func (id *identity) generic(article bool) string {
	switch {
	case article:
		return id.role
	case id.whose != "":
		return id.whose + " " + id.role
	case id.role == "person":
		return "somebody"
	}
	return underArticle(id.role, false)
}

// underArticle gives the noun, and "a" or "an" before it where no article
// stands already.
func underArticle(noun string, article bool) string {
	switch {
	case article:
		return noun
	case soundsVowel(noun):
		return "an " + noun
	}
	return "a " + noun
}

// soundsVowel reports whether the noun begins with the sound of a vowel: "hour"
// and "MP" do, "university" and "one-off" don't.
func soundsVowel(noun string) bool {
	first, _, _ := strings.Cut(noun, " ")
	if first == "" {
		return false
	}
	if letters, _, _ := strings.Cut(first, "-"); letters == strings.ToUpper(letters) && unicode.IsLetter(rune(letters[0])) {
		return strings.ContainsRune("AEFHILMNORSX", rune(letters[0]))
	}
	for _, head := range []string{"uni", "use", "usu", "util", "eu", "one", "once"} {
		if strings.HasPrefix(first, head) && !strings.HasPrefix(first, "unin") && !strings.HasPrefix(first, "unim") {
			return false
		}
	}
	for _, head := range []string{"hour", "honest", "honour", "honor", "heir"} {
		if strings.HasPrefix(first, head) {
			return true
		}
	}
	return strings.ContainsRune("aeiou", rune(first[0]))
}
