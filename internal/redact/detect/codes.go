package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// idCues are words that announce a number which stands for somebody.
var idCues = lex.SetOf("ref refs reference no number num nos id log case file acc account badge docket claim policy plate reg registration serial pin " +
	"code ext extension crn urn upn uln nhs hsc chi ni nino passport licence license medicaid medicare mrn record warrant collar interpreter " +
	"ending ends digits card ticket incident crime occurrence application tenancy student member invoice order pps ssn itin tfn bsb sort " +
	"mobile tel phone snap insta username tag four roll permit visa rent council payroll staff personnel ird ohip phn hcn trn nric aadhaar aadhar kra huduma nis nib tin abn usi dva ndis omang sassa nrc bvn ppsn cnic epic curp sss philhealth mykad")

// codeWeight says how surely the chain of tokens i to end is a code that stands
// for a person or a case; zero where it isn't one.
func codeWeight(pg *page, i, end int, word string, digits, letters, signs int) row {
	if digits == 0 || money(pg, i) || ordinaryNumber(pg, i, end, word, digits) {
		return none
	}
	cue := idCue(pg, i)
	capitals := word == strings.ToUpper(word) && letters > 0
	switch {
	case letters > 0 && digits >= 4:
		return codeLettersDigits
	case letters > 0 && letters <= 3 && digits >= 2 && closeCue(pg, i) && !lex.KnownSuffixed(strings.ToLower(word)):
		return codeCued
	case letters > 0 && digits >= 2 && (cue || capitals && signs > 0 && letters >= 2):
		return codeCued
	case letters > 0 && capitals && digits == 3 && letters >= 2:
		return codeThree
	case letters >= 3 && digits >= 2 && signs == 0 && word[0] > '9':
		return codeUser
	case letters > 0:
		return none
	case docket(pg, i, word), kept(pg, i, word):
		return codeDocket
	case cue && closeCue(pg, i) && digits >= 3:
		return codeCloseCue
	case digits >= 5 && signs > 0 && lex.LongestPart(word, "-–/.:_#") >= 4:
		return codeSigns
	case digits >= 7, digits >= 5 && (cue || signs == 0):
		return codeLong
	case digits >= 4 && signs == 0:
		return codeFour
	case digits >= 3 && cue:
		return codeThreeCue
	}
	return none
}

// money reports whether a sign of currency stands before the token.
func money(pg *page, i int) bool {
	return i > 0 && strings.Contains("£$€", pg.tokens[i-1].Fold) && pg.tokens[i-1].Kind == lex.KindPunct
}

// idCue reports whether one of the four tokens before announces a number.
func idCue(pg *page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := &pg.tokens[j]
		if t.Lines > 1 || idCues.Has(t.Fold) {
			return idCues.Has(t.Fold)
		}
		if t.Kind == lex.KindPunct && strings.Contains("?!;", t.Fold) || t.Fold == "." && j < i-1 && !idCues.Has(pg.tokens[max(j-1, 0)].Fold) {
			return false
		}
	}
	return false
}

// ordinaryNumber reports whether the chain is a quantity, a time, a section, a
// year, a range of pages or another number that names nobody.
func ordinaryNumber(pg *page, i, end int, word string, digits int) bool {
	low := strings.ToLower(word)
	if closeCue(pg, i) && (digits >= 3 || digits == 2 && low != strings.Trim(low, "abcdefghijklmnopqrstuvwxyz")) && !lex.KnownSuffixed(low) && !strings.Contains(low, ":") {
		return false
	}
	if kept(pg, i, low) || docket(pg, i, low) {
		return false
	}
	if lex.KnownForm(low, digits) || lex.YearForm(low) || low == "0800" || low == "1800" || low == "0808" || low == "1300" {
		return true
	}
	next := after(pg, end, 1)
	if next != nil && next.Kind == lex.KindPunct && (next.Fold == "," && digits <= 3 && grouped(pg, end) || next.Fold == "%") {
		return true
	}
	if strings.ContainsAny(low, ":") && digits <= 8 && lex.LongestPart(low, ":-–./") <= 2 {
		return true
	}
	pure := strings.Trim(low, "0123456789-–/.:") == ""
	if pure && digits <= 8 && strings.ContainsAny(low, "-–/.:") && lex.LongestPart(low, "-–/.:") <= 3 && !(digits >= 6 && strings.Count(low, "-") >= 2 && idCue(pg, i)) {
		return true
	}
	if pure && digits <= 5 && next != nil && next.Has(lex.MarkUnit) && next.Shape == lex.ShapeLower && next.Lines == 0 && !idCue(pg, i) {
		return true
	}
	return pure && digits == 4 && clock(pg, i, low, next)
}

// docket reports whether a number of three digits or more with a year behind a
// slash follows capitals: "WOC 123/22". Blood pressure reads alike.
func docket(pg *page, i int, word string) bool {
	number, year, ok := strings.Cut(word, "/")
	prev := before(pg, i, 1)
	return ok && len(number) >= 3 && (len(year) == 2 && year >= "10" && year <= "49" || len(year) == 4 && lex.YearForm(year)) && strings.Trim(number+year, "0123456789") == "" &&
		prev != nil && prev.Kind == lex.KindWord && (prev.Shape == lex.ShapeUpper && prev.Runes >= 2 && !prev.Is("bp") || registers.Has(prev.Fold)) && pg.tokens[i].Lines == 0
}

// registers are words before a number and a year of a book that is kept.
var registers = lex.SetOf("entry file case docket petition fir order matter suit diary")

// kept reports whether a year and a number of three digits or more, held by a
// slash or a hyphen, name what is kept in files: "case 2024/0117", "file no:
// 24-117". With a whole year and a number that begins with a nought they do so by
// themselves.
func kept(pg *page, i int, word string) bool {
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
func filed(pg *page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4 && pg.tokens[j+1].Lines == 0; j-- {
		switch t := &pg.tokens[j]; {
		case registers.Has(t.Fold), idCues.Has(t.Fold) && t.Runes > 3:
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
func closeCue(pg *page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		t := &pg.tokens[j]
		switch {
		case closeCues.Has(t.Fold), t.Is("four") && j > 0 && pg.tokens[j-1].Is("last"):
			return true
		case t.Lines > 0 || t.Kind == lex.KindWord && !t.Is("no") && !t.Is("number") && !t.Is("is") && !t.Is("in") || t.Kind == lex.KindPunct && !strings.Contains(".:#", t.Fold):
			return false
		}
	}
	return false
}

// grouped reports whether a comma and three digits follow: "2,500".
func grouped(pg *page, end int) bool {
	n := after(pg, end, 2)
	return n != nil && n.Kind == lex.KindNumber && n.Runes == 3 && !n.Gap
}

// clock reports whether four digits are a time of day by what stands beside.
func clock(pg *page, i int, digits string, next *lex.Token) bool {
	if len(digits) != 4 || digits[:2] > "24" || digits[2] > '5' {
		return false
	}
	if next != nil && (next.Fold == "hrs" || next.Fold == "h" || next.Fold == "hours") {
		return true
	}
	prev := before(pg, i, 1)
	return prev != nil && (prev.Is("at") || prev.Is("by") || prev.Is("due") || prev.Is("before") || prev.Is("after") || prev.Is("around") || prev.Is("until") || prev.Is("till") || prev.Is("from") && next != nil && next.Is("to"))
}

func before(pg *page, i, n int) *lex.Token {
	if i-n < 0 {
		return nil
	}
	return &pg.tokens[i-n]
}

func after(pg *page, i, n int) *lex.Token {
	if i+n >= len(pg.tokens) {
		return nil
	}
	return &pg.tokens[i+n]
}

// groups joins groups of digits that stand side by side.
func (d *Reading) groups(p int) {
	pg := &d.pages[p]
	for i := 0; i < len(pg.tokens); i++ {
		if t := &pg.tokens[i]; !t.Taken && t.Kind == lex.KindNumber {
			i = d.digitGroups(p, i)
		}
	}
}

// capitalsOfCodes takes the capitals before a code that belong to it
// ("LCS 5120447").
func (d *Reading) capitalsOfCodes(p int) {
	pg := &d.pages[p]
	for n := range pg.found {
		if c := &pg.found[n]; c.Kind == lex.TypeID {
			pg.figuresBehind(c)
			d.withCapitals(pg, c)
			d.letterBehind(pg, c)
		}
	}
}

// figuresBehind takes figures along that a point, a slash or a hyphen holds to the
// end of a code: "JU-23-1187.03".
func (pg *page) figuresBehind(c *Candidate) {
	for i := tokenAt(pg, c.End); i+1 < len(pg.tokens); i += 2 {
		sign, n := &pg.tokens[i], &pg.tokens[i+1]
		if sign.Start != c.End || sign.Kind != lex.KindPunct || !strings.Contains("./-", sign.Fold) || n.Gap || n.Kind != lex.KindNumber {
			return
		}
		c.End, n.Taken = n.End, true
	}
}

func (d *Reading) digitGroups(p, i int) int {
	pg := &d.pages[p]
	digits, last := int(pg.tokens[i].Runes), i
	if c, n := after(pg, i, 1), after(pg, i, 2); n != nil && c.Fold == "," && !c.Gap && n.Kind == lex.KindNumber && !n.Gap && n.Runes == 3 && !money(pg, i) && (closeCue(pg, i) || wordIs(before(pg, i, 1), "no") || wordIs(before(pg, i, 2), "no")) {
		return d.take(codeCommas.at(p, pg.tokens[i].Start, n.End, lex.TypeID), i)
	}
	for j := i + 1; j < len(pg.tokens); j++ {
		t := &pg.tokens[j]
		if t.Taken || t.Lines > 0 || t.Kind != lex.KindNumber && (t.Kind != lex.KindMixed || t.Runes > 6) {
			break
		}
		digits += digitCount(t)
		last = j
	}
	if n := after(pg, last, 2); n != nil && last > i && pg.tokens[last+1].Fold == "-" && !pg.tokens[last+1].Gap && !n.Gap && n.Kind == lex.KindNumber && !n.Taken && n.Runes >= 2 {
		digits, last = digits+int(n.Runes), last+2
	}
	if last == i || digits < 6 && !(digits >= 4 && closeCue(pg, i)) || money(pg, i) {
		return last
	}
	return d.take(codeGroups.at(p, pg.tokens[i].Start, pg.tokens[last].End, lex.TypeID), i)
}

func (d *Reading) withCapitals(pg *page, c *Candidate) {
	i := tokenAt(pg, c.Start) - 1
	if i < 0 {
		return
	}
	t := &pg.tokens[i]
	if t.Kind == lex.KindNumber && !t.Taken && !t.Stays && t.Runes <= 4 && pg.tokens[i+1].Lines == 0 && pg.tokens[i+1].Gap && filed(pg, i) {
		c.Start, t.Taken = t.Start, true
		return
	}
	if t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes == 1 && !t.Is("i") && !(t.Is("a") && t.Place >= lex.Sentence) && !t.Taken && (c.Detector == "id.groups" || c.Detector == "id.tfn" || c.Detector == "id.nhs") && pg.tokens[i+1].Lines == 0 {
		c.Start, t.Taken = t.Start, true
		return
	}
	if t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && t.Runes >= 2 && t.Runes <= 4 && !t.Taken && pg.tokens[i+1].Lines == 0 && !lex.NumberNames.Has(t.Fold) && !idCues.Has(t.Fold) && !t.Has(lex.MarkFunction|lex.MarkCommon|lex.MarkUnit|lex.MarkMonth|lex.MarkNumber) && i > 0 && idCues.Has(pg.tokens[i-1].Fold) {
		c.Start, t.Taken = t.Start, true
		return
	}
	if t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes >= 2 && t.Runes <= 5 && !t.Taken && pg.tokens[i+1].Lines == 0 && !lex.NumberNames.Has(t.Fold) && (!t.Has(lex.MarkCommon) || t.Runes == 2) {
		c.Start, t.Taken = t.Start, true
		if i >= 2 && pg.tokens[i-1].Fold == "-" && !pg.tokens[i].Gap && !pg.tokens[i-1].Gap && pg.tokens[i-2].Kind == lex.KindWord && pg.tokens[i-2].Shape == lex.ShapeUpper {
			c.Start, pg.tokens[i-2].Taken = pg.tokens[i-2].Start, true
		}
	}
}

// tokenAt gives the index of the token that starts at or after the offset.
func tokenAt(pg *page, offset int) int {
	lo, hi := 0, len(pg.tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if pg.tokens[mid].Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
