package pseudonym

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"aftershift/internal/redact/lex"
)

// moment is a date as far as a text tells it; zero parts are unknown.
type moment struct{ year, month, day int }

var monthNumbers = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
	"november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
	"nov": 11, "dec": 12,
}

var ordinalValues = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "twenty": 20, "thirty": 30,
}

// readDate reads what it can of a date. Figures are read day first, unless that
// can't be.
func readDate(text string) moment {
	var m moment
	var figures []int
	for _, w := range strings.FieldsFunc(lex.Fold(text), func(r rune) bool { return strings.ContainsRune(" -/.,–—'\n\t:&", r) }) {
		switch {
		case monthNumbers[w] > 0 && m.month == 0:
			m.month = monthNumbers[w]
		case ordinalValues[w] > 0:
			m.day += ordinalValues[w]
		case w[0] >= '0' && w[0] <= '9':
			figures = append(figures, lex.Number(w))
		}
	}
	m.figures(figures)
	return m
}

func (m *moment) figures(n []int) {
	i := slices.IndexFunc(n, func(v int) bool { return v > 1000 })
	if i >= 0 {
		m.year = n[i]
		n = slices.Delete(n, i, i+1)
	}
	if m.month > 0 {
		if len(n) > 0 && n[0] <= 31 {
			m.day = n[0]
		}
		return
	}
	switch {
	case i == 0 && len(n) >= 2:
		m.month, m.day = n[0], n[1]
	case i > 0 && len(n) == 1:
		m.month = n[0]
	case len(n) >= 2:
		m.day, m.month = n[0], n[1]
		if len(n) > 2 && m.year == 0 && n[2] < 100 {
			m.year = 2000 + n[2]
		}
	}
	if m.month > 12 {
		m.day, m.month = m.month, m.day
	}
	if m.month > 12 || m.day > 31 {
		m.month, m.day = 0, 0
	}
}

// third says whether the day lies early, in the middle or late in its month.
func (m moment) third() string {
	switch {
	case m.day == 0:
		return ""
	case m.day <= 10:
		return "early "
	case m.day <= 20:
		return "mid-"
	}
	return "late "
}

// ordinal counts days; dates without a year are taken to lie in year.
func (m moment) ordinal(year int) int {
	if m.year != 0 {
		year = m.year
	}
	return int(time.Date(year, time.Month(max(m.month, 1)), max(m.day, 1), 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Learn tells the namer the document's dates, so that "day 3" counts from the
// first of them, and the invented names that stand in it already. The first
// reading of a document counts. Dates without a year are taken to lie in the
// latest year.
func (n *Namer) Learn(texts []string, standing map[string]bool) {
	if n.learnt {
		return
	}
	var dates []moment
	for _, text := range texts {
		dates = append(dates, readDate(text))
	}
	n.learnt, n.standing, n.year = true, standing, 2000
	for _, d := range dates {
		n.year = max(n.year, d.year)
	}
	n.first = math.MaxInt
	for _, d := range dates {
		if d.month > 0 && d.day > 0 {
			n.first = min(n.first, d.ordinal(n.year))
		}
	}
}

// date makes a date general and keeps the order of dates: a part of a month, or
// in the generic style a day of the story.
func (n *Namer) date(text string, article bool) string {
	m := readDate(text)
	if m.month == 0 {
		return Brackets[lex.TypeDate]
	}
	if n.style == Generic && m.day > 0 {
		return "day " + strconv.Itoa(n.dayOfStory(m))
	}
	month := time.Month(m.month).String()
	switch {
	case m.day == 0:
		return month
	case article:
		return "day in " + m.third() + month
	}
	return "a day in " + m.third() + month
}

func (n *Namer) dayOfStory(m moment) int {
	return max(m.ordinal(n.year)-n.first, 0) + 1
}
