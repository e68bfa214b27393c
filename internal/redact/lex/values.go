package lex

import "strings"

// AgeUnits gives the unit that a word for a stretch of life stands for.
var AgeUnits = TableOf(map[string]string{
	"year": "year", "years": "year", "yr": "year", "yrs": "year", "y": "year", "ans": "year", "años": "year", "month": "month", "months": "month", "mth": "month",
	"mths": "month", "mo": "month", "mos": "month", "week": "week", "weeks": "week", "wk": "week", "wks": "week", "day": "day", "days": "day",
})

// NumberValues gives the value of a number word.
var NumberValues = TableOf(map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
})

// DigitsOf gives the digits of a text as numbers.
func DigitsOf(text string) []int {
	var out []int
	for i := range len(text) {
		if '0' <= text[i] && text[i] <= '9' {
			out = append(out, int(text[i]-'0'))
		}
	}
	return out
}

// Number gives the value of the digits of a text.
func Number(digits string) int {
	n := 0
	for _, x := range DigitsOf(digits) {
		n = n*10 + x
	}
	return n
}

// NameWords gives the words of a name, folded.
func NameWords(text string) []string {
	return strings.FieldsFunc(Fold(text), func(r rune) bool {
		return r == ' ' || r == '-' || r == '.' || r == ',' || r == '%' || '0' <= r && r <= '9' || r == '\n' || r == '\t'
	})
}

// LetterOrDigit reports whether the text holds any.
func LetterOrDigit(text string) bool { return strings.IndexFunc(text, WordRune) >= 0 }
