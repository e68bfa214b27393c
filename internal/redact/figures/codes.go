package figures

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// codeWeight says how surely the chain of tokens i to end is a code that stands
// for a person or a case; zero where it isn't one.
// "QX4471" is one at once; the fewer digits, the more it takes of capitals, signs
// between the parts, or words before that announce a number.
func codeWeight(pg *page.Page, i, end int, word string, digits, letters, signs int) evidence.Row {
	if digits == 0 || pg.Money(i) || ordinaryNumber(pg, i, end, word, digits) {
		return evidence.None
	}
	cue := idCue(pg, i)
	capitals := word == strings.ToUpper(word) && letters > 0
	switch {
	case letters > 0 && digits >= 4:
		return evidence.CodeLettersDigits
	case letters > 0 && letters <= 3 && digits >= 2 && closeCue(pg, i) && !lex.KnownSuffixed(strings.ToLower(word)):
		return evidence.CodeCued
	case letters > 0 && digits >= 2 && (cue || capitals && signs > 0 && letters >= 2):
		return evidence.CodeCued
	// "HB204"
	case letters > 0 && capitals && digits == 3 && letters >= 2:
		return evidence.CodeThree
	// "selvan88": a user's name begins with a letter
	case letters >= 3 && digits >= 2 && signs == 0 && word[0] > '9':
		return evidence.CodeUser
	case letters > 0:
		return evidence.None
	// From here on it is figures and signs alone.
	case docket(pg, i, word), kept(pg, i, word):
		return evidence.CodeDocket
	case cue && closeCue(pg, i) && digits >= 3:
		return evidence.CodeCloseCue
	case digits >= 5 && signs > 0 && lex.LongestPart(word, "-–/.:_#") >= 4:
		return evidence.CodeSigns
	case digits >= 7, digits >= 5 && (cue || signs == 0):
		return evidence.CodeLong
	case digits >= 4 && signs == 0:
		return evidence.CodeFour
	case digits >= 3 && cue:
		return evidence.CodeThreeCue
	}
	return evidence.None
}

// idCue reports whether one of the four tokens before announces a number.
// A blank line ends the search, and so does a full stop but that of "ref." or the like
// and one right before the number.
func idCue(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := &pg.Tokens[j]
		if t.Lines > 1 || page.IdCues.Has(t.Fold) {
			return page.IdCues.Has(t.Fold)
		}
		if t.Kind == lex.KindPunct && strings.Contains("?!;", t.Fold) || t.Fold == "." && j < i-1 && !page.IdCues.Has(pg.Tokens[max(j-1, 0)].Fold) {
			return false
		}
	}
	return false
}

// ordinaryNumber reports whether the chain is a quantity, a time, a section, a
// year, a range of pages or another number that names nobody.
func ordinaryNumber(pg *page.Page, i, end int, word string, digits int) bool {
	low := strings.ToLower(word)
	if closeCue(pg, i) && (digits >= 3 || digits == 2 && low != strings.Trim(low, "abcdefghijklmnopqrstuvwxyz")) && !lex.KnownSuffixed(low) && !strings.Contains(low, ":") {
		return false
	}
	if kept(pg, i, low) || docket(pg, i, low) {
		return false
	}
	// 0800 and its like are how a free telephone line begins.
	if lex.KnownForm(low, digits) || lex.YearForm(low) || low == "0800" || low == "1800" || low == "0808" || low == "1300" {
		return true
	}
	next := pg.After(end, 1)
	if next != nil && next.Kind == lex.KindPunct && (next.Fold == "," && digits <= 3 && grouped(pg, end) || next.Fold == "%") {
		return true
	}
	// "10:30-11:15", "1:30:00"
	if strings.ContainsAny(low, ":") && digits <= 8 && lex.LongestPart(low, ":-–./") <= 2 {
		return true
	}
	// "1-3", "120/80", but not the sort code of "account 12-34-56"
	pure := strings.Trim(low, "0123456789-–/.:") == ""
	if pure && digits <= 8 && strings.ContainsAny(low, "-–/.:") && lex.LongestPart(low, "-–/.:") <= 3 && !(digits >= 6 && strings.Count(low, "-") >= 2 && idCue(pg, i)) {
		return true
	}
	// "4500 mg"; a capital behind ("4500 M") makes no unit.
	if pure && digits <= 5 && next != nil && next.Has(lex.MarkUnit) && next.Shape == lex.ShapeLower && next.Lines == 0 && !idCue(pg, i) {
		return true
	}
	return pure && digits == 4 && clock(pg, i, low, next)
}

// docket reports whether a number of three digits or more with a year behind a
// slash follows capitals: "WOC 123/22". Blood pressure reads alike.
// A year of two digits is one from 10 to 49, so that most pressures ("120/80") are
// none without "BP" either.
func docket(pg *page.Page, i int, word string) bool {
	number, year, ok := strings.Cut(word, "/")
	prev := pg.Before(i, 1)
	return ok && len(number) >= 3 && (len(year) == 2 && year >= "10" && year <= "49" || len(year) == 4 && lex.YearForm(year)) && strings.Trim(number+year, "0123456789") == "" &&
		prev != nil && prev.Kind == lex.KindWord && (prev.Shape == lex.ShapeUpper && prev.Runes >= 2 && !prev.Is("bp") || registers.Has(prev.Fold)) && pg.Tokens[i].Lines == 0
}

// registers are words before a number and a year of a book that is kept.
var registers = lex.SetOf("entry file case docket petition fir order matter suit diary")

// kept reports whether a year and a number of three digits or more, held by a
// slash or a hyphen, name what is kept in files: "case 2024/0117", "file no:
// 24-117". With a whole year and a number that begins with a nought they do so by
// themselves.
// "2023/2024" and "2023-24" are years, not a file.
func kept(pg *page.Page, i int, word string) bool {
	at := strings.IndexAny(word, "/-")
	if at < 2 || strings.Trim(word[:at]+word[at+1:], "0123456789") != "" {
		return false
	}
	year, number := word[:at], word[at+1:]
	if len(year) >= 3 && len(year) <= 6 && !lex.YearForm(year) && word[at] == '/' && (len(number) == 2 && number >= "10" && number <= "49" || len(number) == 4 && lex.YearForm(number)) {
		return filed(pg, i)
	}
	if len(number) < 3 || len(number) > 7 || lex.YearForm(number) {
		return false
	}
	if len(year) == 4 && lex.YearForm(year) && number[0] == '0' {
		return true
	}
	return (len(year) == 4 && lex.YearForm(year) || len(year) == 2 && year >= "10" && year <= "49") && filed(pg, i)
}

// filed reports whether a word for what is kept in files stands before the token,
// past "no" and a sign.
func filed(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4 && pg.Tokens[j+1].Lines == 0; j-- {
		switch t := &pg.Tokens[j]; {
		case registers.Has(t.Fold), page.IdCues.Has(t.Fold) && t.Runes > 3:
			return true
		case t.Kind == lex.KindPunct && strings.Contains(":.#", t.Fold), t.Is("no"), t.Is("nr"), t.Is("id"), t.Is("ref"):
		default:
			return false
		}
	}
	return false
}

// closeCues are words that make even a year or a short number stand for somebody.
var closeCues = lex.SetOf("ref reference pin badge ext extension code ending docket reg plate claim warrant collar licence license id snap insta docket ends nric bsb ird trn nis tin sss phn ohip cnic tfn ndis")

// closeCue reports whether such a word stands right before, past a sign or "no".
// "The last four 4471" counts.
func closeCue(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		t := &pg.Tokens[j]
		switch {
		case closeCues.Has(t.Fold), t.Is("four") && j > 0 && pg.Tokens[j-1].Is("last"):
			return true
		case t.Lines > 0 || t.Kind == lex.KindWord && !t.Is("no") && !t.Is("number") && !t.Is("is") && !t.Is("in") || t.Kind == lex.KindPunct && !strings.Contains(".:#", t.Fold):
			return false
		}
	}
	return false
}

// grouped reports whether a comma and three digits follow: "2,500".
func grouped(pg *page.Page, end int) bool {
	n := pg.After(end, 2)
	return n != nil && n.Kind == lex.KindNumber && n.Runes == 3 && !n.Gap
}

// clock reports whether four digits are a time of day by what stands beside.
// "1430 hrs" and "at 0915" are times; 2467 has no such minute.
func clock(pg *page.Page, i int, digits string, next *lex.Token) bool {
	if len(digits) != 4 || digits[:2] > "24" || digits[2] > '5' {
		return false
	}
	if next != nil && (next.Fold == "hrs" || next.Fold == "h" || next.Fold == "hours") {
		return true
	}
	prev := pg.Before(i, 1)
	return prev != nil && (prev.Is("at") || prev.Is("by") || prev.Is("due") || prev.Is("before") || prev.Is("after") || prev.Is("around") || prev.Is("until") || prev.Is("till") || prev.Is("from") && next != nil && next.Is("to"))
}

// groups joins groups of digits that stand side by side.
func groups(pg *page.Page) {
	for i := 0; i < len(pg.Tokens); i++ {
		if t := &pg.Tokens[i]; !t.Taken && t.Kind == lex.KindNumber {
			i = digitGroups(pg, i)
		}
	}
}

// capitalsOfCodes takes the capitals before a code that belong to it
// ("LCS 5120447").
func capitalsOfCodes(pg *page.Page) {
	var read run
	for n := range pg.Found {
		if c := &pg.Found[n]; c.Kind == lex.TypeID {
			read = figuresBehind(pg, c, read)
			withCapitals(pg, c)
			letterBehind(pg, c)
		}
	}
}

// run is the tokens from first to before end that signs hold together.
type run struct{ first, end int }

// figuresBehind takes figures along that a point, a slash or a hyphen holds to the
// end of a code: "JU-23-1187.03". It gives the signs and figures that it read, so
// that a code within a long run of them need not read it again.
// A row of signs and figures without an end is then read in one go.
func figuresBehind(pg *page.Page, c *evidence.Candidate, read run) run {
	first := pg.TokenAt(c.End)
	i := first
	if i >= read.first && i < read.end && (i-read.first)%2 == 0 && pg.Tokens[i].Start == c.End {
		i, c.End = read.end, pg.Tokens[read.end-1].End
	}
	for ; i+1 < len(pg.Tokens); i += 2 {
		sign, n := &pg.Tokens[i], &pg.Tokens[i+1]
		if sign.Start != c.End || sign.Kind != lex.KindPunct || !strings.Contains("./-", sign.Fold) || n.Gap || n.Kind != lex.KindNumber {
			break
		}
		c.End, n.Taken = n.End, true
	}
	if i > read.end {
		return run{first, i}
	}
	return read
}

// digitGroups takes groups of digits side by side from i, "447 120 88", and gives the
// last token that it read, taken or not. They need six digits together, or four behind
// a word such as "ref"; money is never taken. "Ref 44,712" is one with its comma.
func digitGroups(pg *page.Page, i int) int {
	digits, last := int(pg.Tokens[i].Runes), i
	if c, n := pg.After(i, 1), pg.After(i, 2); n != nil && c.Fold == "," && !c.Gap && n.Kind == lex.KindNumber && !n.Gap && n.Runes == 3 && !pg.Money(i) && (closeCue(pg, i) || page.WordIs(pg.Before(i, 1), "no") || page.WordIs(pg.Before(i, 2), "no")) {
		return pg.Take(evidence.CodeCommas, i, i+2, lex.TypeID)
	}
	for j := i + 1; j < len(pg.Tokens); j++ {
		t := &pg.Tokens[j]
		if t.Taken || t.Lines > 0 || t.Kind != lex.KindNumber && (t.Kind != lex.KindMixed || t.Runes > 6) {
			break
		}
		digits += digitCount(t)
		last = j
	}
	if n := pg.After(last, 2); n != nil && last > i && pg.Tokens[last+1].Fold == "-" && !pg.Tokens[last+1].Gap && !n.Gap && n.Kind == lex.KindNumber && !n.Taken && n.Runes >= 2 {
		digits, last = digits+int(n.Runes), last+2
	}
	if last == i || digits < 6 && !(digits >= 4 && closeCue(pg, i)) || pg.Money(i) {
		return last
	}
	return pg.Take(evidence.CodeGroups, i, last, lex.TypeID)
}

// withCapitals takes what stands right before a code along with it: a short number
// behind "file" or the like, a single capital before groups ("K 447 120"), small
// letters behind a word that announces them ("ref lcs 5120447"), and two to five
// capitals, with more before a hyphen ("QX-LCS 5120447"). "I" and an "A" that begins a
// sentence are words, and "NHS" and the like only name the kind of number.
func withCapitals(pg *page.Page, c *evidence.Candidate) {
	i := pg.TokenAt(c.Start) - 1
	if i < 0 {
		return
	}
	t := &pg.Tokens[i]
	if t.Kind == lex.KindNumber && !t.Taken && !t.Stays && t.Runes <= 4 && pg.Tokens[i+1].Lines == 0 && pg.Tokens[i+1].Gap && filed(pg, i) {
		c.Start, t.Taken = t.Start, true
		return
	}
	if t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes == 1 && !t.Is("i") && !(t.Is("a") && t.Place >= lex.Sentence) && !t.Taken && (c.Detector == "id.groups" || c.Detector == "id.tfn" || c.Detector == "id.nhs") && pg.Tokens[i+1].Lines == 0 {
		c.Start, t.Taken = t.Start, true
		return
	}
	if t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && t.Runes >= 2 && t.Runes <= 4 && !t.Taken && pg.Tokens[i+1].Lines == 0 && !lex.NumberNames.Has(t.Fold) && !page.IdCues.Has(t.Fold) && !t.Has(lex.MarkFunction|lex.MarkCommon|lex.MarkUnit|lex.MarkMonth|lex.MarkNumber) && i > 0 && page.IdCues.Has(pg.Tokens[i-1].Fold) {
		c.Start, t.Taken = t.Start, true
		return
	}
	if t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes >= 2 && t.Runes <= 5 && !t.Taken && pg.Tokens[i+1].Lines == 0 && !lex.NumberNames.Has(t.Fold) && (!t.Has(lex.MarkCommon) || t.Runes == 2) {
		c.Start, t.Taken = t.Start, true
		if i >= 2 && pg.Tokens[i-1].Fold == "-" && !pg.Tokens[i].Gap && !pg.Tokens[i-1].Gap && pg.Tokens[i-2].Kind == lex.KindWord && pg.Tokens[i-2].Shape == lex.ShapeUpper {
			c.Start, pg.Tokens[i-2].Taken = pg.Tokens[i-2].Start, true
		}
	}
}

// cuedAfter are words right behind which a number stands for somebody, however
// it is written.
var cuedAfter = lex.SetOf("fin uid mrn nric rego reg plate plates ob tag tags registration licence license omang")

// cued finds a number in groups behind such a word: "MRN 00-417-882", "rego CD 41
// ZQ", "OB no. OB 31/07/11/25". Groups of capitals belong to it.
// It takes two digits in several groups or three in one token, of nine tokens at most.
func cued(pg *page.Page) {
	ts := pg.Tokens
	for i := 1; i < len(ts); i++ {
		if ts[i].Taken || ts[i].Stays || ts[i].Kind == lex.KindPunct || ts[i].Lines > 0 || !cuedBefore(ts, i) {
			continue
		}
		last, digits := i-1, 0
		for j := i; j < len(ts) && j < i+9 && (j == i || ts[j].Lines == 0); j++ {
			t := &ts[j]
			sign := t.Kind == lex.KindPunct && !t.Gap && (t.Fold == "-" || t.Fold == "/" || t.Fold == ".") && j+1 < len(ts) && !ts[j+1].Gap
			group := t.Kind == lex.KindNumber || t.Kind == lex.KindMixed || t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes <= 4
			if t.Taken && (j == i || !cuedAfter.Has(ts[i].Fold)) || !sign && !group {
				break
			}
			if group {
				last = j
				digits += digitCount(t)
			}
		}
		// "plate ends KTW" has no digit, and stands for a car all the same.
		if plate := pg.Before(i, 2); plateEnds.Has(ts[i-1].Fold) && plate != nil && (plate.Is("reg") || plate.Is("rego") || plate.Is("plate") || plate.Is("plates")) && ts[i].Kind == lex.KindWord && ts[i].Shape == lex.ShapeUpper && ts[i].Runes <= 4 {
			i = pg.Take(evidence.CodeCuedGroups, i, i, lex.TypeID)
			continue
		}
		if digits >= 2 && last > i || digits >= 3 && ts[i].Kind == lex.KindMixed {
			i = pg.Take(evidence.CodeCuedGroups, i, last, lex.TypeID)
		}
	}
}

// plateEnds say which part of a plate was seen.
var plateEnds = lex.SetOf("ends ending starts starting begins")

// cuedBefore reports whether such a word stands before i, past "no", "is",
// "ends" or a sign, or among the three words before "is".
func cuedBefore(ts []lex.Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := &ts[j]
		switch {
		case cuedAfter.Has(t.Fold):
			return true
		case t.Lines > 0:
			return false
		case t.Is("no") || t.Is("number") || t.Is("is") || plateEnds.Has(t.Fold) || t.Fold == "." && !t.Gap || t.Fold == ":" || t.Is("ob"):
		case j >= 1 && i-1 >= 0 && ts[i-1].Is("is") && t.Kind == lex.KindWord:
		default:
			return false
		}
	}
	return false
}
