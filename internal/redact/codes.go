package redact

import "strings"

// idCues are words that announce a number which stands for somebody.
var idCues = setOf("ref refs reference no number num nos id log case file acc account badge docket claim policy plate reg registration serial pin " +
	"code ext extension crn urn upn uln nhs hsc chi ni nino passport licence license medicaid medicare mrn record warrant collar interpreter " +
	"ending ends digits card ticket incident crime occurrence application tenancy student member invoice order pps ssn itin tfn bsb sort " +
	"mobile tel phone snap insta username tag four roll permit visa rent council payroll staff personnel")

// numberNames are capitals that name a kind of number and don't belong to it.
var numberNames = setOf("nhs chi hsc pps ssn crn ni nino upn uln mrn dob tel mob ext pin id ref no lac wccis nin urn ein itin tfn bsb us uk " +
	"at in on to of by the and is was ip vin hc arc sw gp od po iban cpn dr mr mrs ms")

// codeWeight says how surely the chain of tokens i to end is a code that stands
// for a person or a case; zero where it isn't one.
func codeWeight(pg *page, i, end int, word string, digits, letters, signs int) (float64, string) {
	const reason = "It looks like a reference number."
	if digits == 0 || money(pg, i) || ordinaryNumber(pg, i, end, word, digits) {
		return 0, ""
	}
	cue := idCue(pg, i)
	capitals := word == strings.ToUpper(word) && letters > 0
	switch {
	case letters > 0 && digits >= 4:
		return 0.92, reason
	case letters > 0 && digits >= 2 && (cue || capitals && signs > 0 && letters >= 2):
		return 0.75, reason
	case letters > 0 && capitals && digits == 3 && letters >= 2:
		return 0.55, reason
	case letters >= 3 && digits >= 2 && signs == 0 && word[0] > '9':
		return 0.55, "Letters and digits together are often a user's name."
	case letters > 0:
		return 0, ""
	case docket(pg, i, word):
		return 0.7, reason
	case cue && closeCue(pg, i) && digits >= 3:
		return 0.75, "A word before it says that it is a number of something."
	case digits >= 5 && signs > 0 && parts(word, "-–/.:_#") >= 4:
		return 0.7, reason
	case digits >= 7, digits >= 5 && (cue || signs == 0):
		return 0.9, reason
	case digits >= 4 && signs == 0:
		return 0.6, "It is a number that may stand for somebody."
	case digits >= 3 && cue:
		return 0.7, "A word before it says that it is a number of something."
	}
	return 0, ""
}

// money reports whether a sign of currency stands before the token.
func money(pg *page, i int) bool {
	return i > 0 && strings.Contains("£$€", pg.tokens[i-1].fold) && pg.tokens[i-1].kind == kindPunct
}

// idCue reports whether one of the four tokens before announces a number.
func idCue(pg *page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := &pg.tokens[j]
		if t.lines > 1 || idCues[t.fold] {
			return idCues[t.fold]
		}
		if t.kind == kindPunct && strings.Contains("?!;", t.fold) || t.fold == "." && j < i-1 && !idCues[pg.tokens[max(j-1, 0)].fold] {
			return false
		}
	}
	return false
}

// ordinaryNumber reports whether the chain is a quantity, a time, a section, a
// year, a range of pages or another number that names nobody.
func ordinaryNumber(pg *page, i, end int, word string, digits int) bool {
	low := strings.ToLower(word)
	if closeCue(pg, i) && digits >= 3 && !knownSuffixed(low) && !strings.Contains(low, ":") {
		return false
	}
	if knownForm(low, digits) || yearForm(low) || low == "0800" || low == "1800" || low == "0808" || low == "1300" {
		return true
	}
	if docket(pg, i, low) {
		return false
	}
	next := after(pg, end, 1)
	if next != nil && next.kind == kindPunct && (next.fold == "," && digits <= 3 && grouped(pg, end) || next.fold == "%") {
		return true
	}
	if strings.ContainsAny(low, ":") && digits <= 8 && parts(low, ":-–./") <= 2 {
		return true
	}
	pure := strings.Trim(low, "0123456789-–/.:") == ""
	if pure && digits <= 8 && strings.ContainsAny(low, "-–/.:") && parts(low, "-–/.:") <= 3 {
		return true
	}
	if pure && digits <= 5 && next != nil && next.has(markUnit) && next.shape == lower && next.lines == 0 && !idCue(pg, i) {
		return true
	}
	return pure && digits == 4 && clock(pg, i, low, next)
}

// docket reports whether a number of three digits or more with a year behind a
// slash follows capitals: "WOC 123/22". Blood pressure reads alike.
func docket(pg *page, i int, word string) bool {
	number, year, ok := strings.Cut(word, "/")
	prev := before(pg, i, 1)
	return ok && len(number) >= 3 && (len(year) == 2 && year >= "10" && year <= "49" || len(year) == 4 && yearForm(year)) && strings.Trim(number+year, "0123456789") == "" &&
		prev != nil && prev.kind == kindWord && prev.shape == upper && prev.runes >= 2 && !prev.is("bp") && pg.tokens[i].lines == 0
}

// closeCues are words that make even a year or a short number stand for somebody.
var closeCues = setOf("ref reference pin badge ext extension code ending docket reg plate claim warrant collar licence license id snap insta docket")

// closeCue reports whether such a word stands right before, past a sign or "no".
func closeCue(pg *page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		t := &pg.tokens[j]
		switch {
		case closeCues[t.fold]:
			return true
		case t.lines > 0 || t.kind == kindWord && !t.is("no") && !t.is("number") && !t.is("is") && !t.is("in") || t.kind == kindPunct && !strings.Contains(".:#", t.fold):
			return false
		}
	}
	return false
}

// knownSuffixed reports whether the word ends like a quantity.
func knownSuffixed(low string) bool {
	return knownSuffixes[low[strings.LastIndexAny(low, "0123456789")+1:]]
}

// grouped reports whether a comma and three digits follow: "2,500".
func grouped(pg *page, end int) bool {
	n := after(pg, end, 2)
	return n != nil && n.kind == kindNumber && n.runes == 3 && !n.gap
}

// parts gives the longest run between separators.
func parts(word, separators string) int {
	longest, run := 0, 0
	for _, r := range word {
		if strings.ContainsRune(separators, r) {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// clock reports whether four digits are a time of day by what stands beside.
func clock(pg *page, i int, digits string, next *token) bool {
	if len(digits) != 4 || digits[:2] > "24" || digits[2] > '5' {
		return false
	}
	if next != nil && (next.fold == "hrs" || next.fold == "h" || next.fold == "hours") {
		return true
	}
	prev := before(pg, i, 1)
	return prev != nil && (prev.is("at") || prev.is("by") || prev.is("until") || prev.is("till") || prev.is("from") && next != nil && next.is("to"))
}

func yearForm(low string) bool {
	if len(low) < 4 || low[:2] != "19" && low[:2] != "20" {
		return false
	}
	for i := range len(low) {
		if low[i] < '0' || low[i] > '9' {
			return i == 4 && len(low) <= 9 && !strings.Contains(low[5:], "/") && (low[4] == '/' || low[4] == '-' || low[4] == 's' || low[4] == 0xe2)
		}
	}
	return len(low) == 4
}

// forms that look like codes and aren't, as prefix, digits and suffix.
var knownPrefixes = setOf("s ss sec v x cl reg art p pp pg ch no ks yr y covid- phq- gad- who- f1 u a h m t i b c d e g j k l n o q r w z who p. s. ss. v. pp. pg. x. post- pre- under- over- mid- age- aged- section- sect. reg. para. para year- stage- level- tier- step- grade- day- week- part- band- key- core- act- ace- dsm- icd- sdq- cp- zone- pcf- level tier year asq- mmse- gds- ks- cafcass- c g4s.")

var knownSuffixes = setOf("am pm th st nd rd s p k m kg kgs g mg mcg ml l cm mm km mph lb lbs oz hr hrs h min mins m sec secs x % wk wks d days yo yrs yr y mths mth months year years weeks ft in " +
	"am- pm- bn tsp mb gb tb -year-old -year-olds -year -month -month-old -week -week-old -weekly -day -hour -minute -yr -yr-old -bed -bedroom -step -stage -point -page -person -part -way -mile -ish ish +")

func knownForm(low string, digits int) bool {
	if digits > 4 {
		return false
	}
	from := strings.IndexAny(low, "0123456789")
	if from < 0 { // digits of another script
		return false
	}
	to := strings.LastIndexAny(low, "0123456789") + 1
	prefix, suffix := low[:from], low[to:]
	core := low[from:to]
	inner := strings.Trim(core, "0123456789.:-–/x×") == ""
	return inner && digits <= 3 && (prefix == "" || knownPrefixes[prefix] || len(prefix) == 1) && (suffix == "" && prefix != "" || knownSuffixes[suffix] || len(suffix) == 1 && prefix == "") ||
		inner && prefix == "" && knownSuffixes[suffix] && suffix != "" ||
		inner && strings.ContainsAny(core, "x×")
}

func before(pg *page, i, n int) *token {
	if i-n < 0 {
		return nil
	}
	return &pg.tokens[i-n]
}

func after(pg *page, i, n int) *token {
	if i+n >= len(pg.tokens) {
		return nil
	}
	return &pg.tokens[i+n]
}

// groups joins groups of digits that stand side by side.
func (d *reading) groups(p int) {
	pg := &d.pages[p]
	for i := 0; i < len(pg.tokens); i++ {
		if t := &pg.tokens[i]; !t.taken && t.kind == kindNumber {
			i = d.digitGroups(p, i)
		}
	}
}

// capitalsOfCodes takes the capitals before a code that belong to it
// ("LCS 5120447").
func (d *reading) capitalsOfCodes(p int) {
	for n := range d.found {
		if c := &d.found[n]; c.part == p && c.kind == TypeID {
			d.withCapitals(&d.pages[p], c)
		}
	}
}

func (d *reading) digitGroups(p, i int) int {
	pg := &d.pages[p]
	digits, last := int(pg.tokens[i].runes), i
	if c, n := after(pg, i, 1), after(pg, i, 2); n != nil && c.fold == "," && !c.gap && n.kind == kindNumber && !n.gap && n.runes == 3 && !money(pg, i) && (closeCue(pg, i) || wordIs(before(pg, i, 1), "no") || wordIs(before(pg, i, 2), "no")) {
		return d.take(candidate{p, pg.tokens[i].start, n.end, TypeID, 0.8, "id.code", "A word before it says that it is a number of something."}, i)
	}
	for j := i + 1; j < len(pg.tokens); j++ {
		t := &pg.tokens[j]
		if t.taken || t.lines > 0 || t.kind != kindNumber && (t.kind != kindMixed || t.runes > 6) {
			break
		}
		digits += digitCount(t)
		last = j
	}
	if last == i || digits < 6 || money(pg, i) {
		return last
	}
	return d.take(candidate{p, pg.tokens[i].start, pg.tokens[last].end, TypeID, 0.88, "id.groups", "Groups of digits like these stand for somebody."}, i)
}

func (d *reading) withCapitals(pg *page, c *candidate) {
	i := tokenAt(pg, c.start) - 1
	if i < 0 {
		return
	}
	t := &pg.tokens[i]
	if t.kind == kindWord && t.shape == upper && t.runes == 1 && !t.is("i") && !(t.is("a") && t.place >= sentence) && !t.taken && (c.detector == "id.groups" || c.detector == "id.tfn" || c.detector == "id.nhs") && pg.tokens[i+1].lines == 0 {
		c.start, t.taken = t.start, true
		return
	}
	if t.kind == kindWord && t.shape == lower && t.runes >= 2 && t.runes <= 4 && !t.taken && pg.tokens[i+1].lines == 0 && !numberNames[t.fold] && !idCues[t.fold] && !t.has(markFunction|markCommon|markUnit|markMonth|markNumber) && i > 0 && idCues[pg.tokens[i-1].fold] {
		c.start, t.taken = t.start, true
		return
	}
	if t.kind == kindWord && t.shape == upper && t.runes >= 2 && t.runes <= 5 && !t.taken && pg.tokens[i+1].lines == 0 && !numberNames[t.fold] && (!t.has(markCommon) || t.runes == 2) {
		c.start, t.taken = t.start, true
		if i >= 2 && pg.tokens[i-1].fold == "-" && !pg.tokens[i].gap && !pg.tokens[i-1].gap && pg.tokens[i-2].kind == kindWord && pg.tokens[i-2].shape == upper {
			c.start, pg.tokens[i-2].taken = pg.tokens[i-2].start, true
		}
	}
}

// tokenAt gives the index of the token that starts at or after the offset.
func tokenAt(pg *page, offset int) int {
	lo, hi := 0, len(pg.tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if pg.tokens[mid].start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
