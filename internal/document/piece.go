package document

import (
	"strconv"
	"strings"
	"time"
)

// origin says where a piece's words come from.
type origin uint8

const (
	fromKey origin = iota
	fromCount
	fromNumber
	fromPart   // a part that is under review, without words of its own
	fromReview // redact.Text, in the place of a part
	fromParty  // a name, in header and signatures only
	fromDay    // a session's date, in header and signatures only
	fromMark   // punctuation of this package
)

// piece is one stretch of words of one origin.
type piece struct {
	origin        origin
	key           string
	numbers       []int
	words         string
	left          []string // of words from a review: what stands on purpose
	strong, quiet bool
}

var (
	space = piece{origin: fromMark, words: " "}
	dot   = piece{origin: fromMark, words: " · "}
)

// text gives the piece's words; false means that w has no fitting text.
func (p piece) text(w Words) (string, bool) {
	switch p.origin {
	case fromKey:
		return label(w, p.key, p.numbers)
	case fromCount:
		return count(w, p.key, p.numbers[0])
	case fromNumber:
		return strconv.Itoa(p.numbers[0]), true
	case fromDay:
		return day(w, p.numbers)
	default:
		return p.words, true
	}
}

func label(w Words, key string, numbers []int) (string, bool) {
	if !w.Has(key) {
		return "", false
	}
	args := make([]any, len(numbers))
	for i, n := range numbers {
		args[i] = n
	}
	text := w.T(key, args...)
	return text, !strings.Contains(text, "%!")
}

func count(w Words, key string, n int) (string, bool) {
	form := key + ".other"
	if n == 1 {
		form = key + ".one"
	}
	if !w.Has(form) {
		return "", false
	}
	text := w.N(key, n)
	return text, !strings.Contains(text, "%!")
}

var weekdays = [...]string{
	"document.sunday", "document.monday", "document.tuesday", "document.wednesday",
	"document.thursday", "document.friday", "document.saturday",
}

var months = [...]string{
	"document.january", "document.february", "document.march", "document.april",
	"document.may", "document.june", "document.july", "document.august",
	"document.september", "document.october", "document.november", "document.december",
}

// day writes a date with its weekday in the order that the language uses.
func day(w Words, ymd []int) (string, bool) {
	d := time.Date(ymd[0], time.Month(ymd[1]), ymd[2], 0, 0, 0, 0, time.UTC)
	weekday, month := weekdays[d.Weekday()], months[d.Month()-1]
	if !w.Has("document.date") || !w.Has(weekday) || !w.Has(month) {
		return "", false
	}
	return w.T("document.date", w.T(weekday), d.Day(), w.T(month), d.Year()), true
}
