package redact

import (
	"strings"
	"unicode/utf8"
)

// reach is how many bytes behind a token a pattern may look.
const reach = 72

// patterns tries every numberRule at every token that could begin one, and
// takes the longest match; then it looks at what digits remain.
func (d *reading) patterns(p int) {
	pg := &d.pages[p]
	ahead, month := digitsAhead(pg), monthsAhead(pg)
	for i := 0; i < len(pg.tokens); i++ {
		t := &pg.tokens[i]
		if t.taken || ahead[i] == 0 && !t.has(markMonth) && !ordinalWord(t) {
			continue
		}
		if t.kind == kindPunct && t.fold != "+" && t.fold != "(" || i > 0 && glued(pg, i) {
			continue
		}
		if t.kind == kindWord && !t.has(markMonth) && t.runes > 4 && !ordinalWord(t) && !seasons[t.fold] {
			continue
		}
		at := window{pg.text[t.start:min(len(pg.text), t.start+reach)], int(ahead[i]), int(t.runes), t.kind, month[i], signBehind(pg, i)}
		if r, size := d.desk.rule(t, at); r != nil {
			c := candidate{part: p, start: t.start, end: t.start + size, kind: r.kind, weight: r.weight, detector: r.id, reason: r.reason}
			if r.check != nil && r.check(pg.text[c.start:c.end]) {
				c.weight = r.sure
			}
			i = d.take(c, i)
		}
	}
}

var seasons = setOf("spring summer autumn winter easter christmas xmas boxing mile highway county route")

func ordinalWord(t *token) bool {
	switch t.fold {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
		"twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
		"twentieth", "twenty", "thirtieth", "thirty":
		return true
	}
	return false
}

// glued reports whether the token continues the one before without a space,
// so that no pattern starts here.
func glued(pg *page, i int) bool {
	prev := &pg.tokens[i-1]
	if pg.tokens[i].gap {
		return false
	}
	if prev.kind != kindPunct {
		return true
	}
	return i >= 2 && !prev.gap && strings.Contains("-_./:", prev.fold) && pg.tokens[i-2].kind != kindPunct && pg.tokens[i-2].kind != kindWord
}

// digitsAhead counts, for each token, the digits in the next reach bytes.
func digitsAhead(pg *page) []uint8 {
	out := make([]uint8, len(pg.tokens))
	end, sum := 0, 0
	for i := range pg.tokens {
		for end < len(pg.tokens) && pg.tokens[end].start < pg.tokens[i].start+36 {
			sum += digitCount(&pg.tokens[end])
			end++
		}
		out[i] = uint8(min(sum, 255))
		sum -= digitCount(&pg.tokens[i])
	}
	return out
}

func digitCount(t *token) int {
	switch t.kind {
	case kindNumber:
		return int(t.runes)
	case kindMixed:
		return len(digitsOf(t.fold))
	}
	return 0
}

// monthsAhead says, for each token, whether the name of a month stands among it
// and the next dozen.
func monthsAhead(pg *page) []bool {
	out := make([]bool, len(pg.tokens))
	last := -99
	for i := len(pg.tokens) - 1; i >= 0; i-- {
		if t := &pg.tokens[i]; t.has(markMonth) || t.kind == kindMixed {
			last = i
		}
		out[i] = last-i >= 0 && last-i <= 12
	}
	return out
}

// signBehind reports whether a sign that joins numbers follows the token.
func signBehind(pg *page, i int) bool {
	n := after(pg, i, 1)
	return n != nil && n.kind == kindPunct && strings.Contains("-/.–:", n.fold)
}

// begins reports whether the rule may match at a token like this.
func (r *rule) begins(t *token, month, sign bool) bool {
	c := t.fold[0]
	switch {
	case strings.Contains(r.from, "m") && !month:
		return false
	case '0' <= c && c <= '9':
		return strings.Contains(r.from, "d") && (t.kind == kindMixed || int(t.runes) >= r.lead && (sign || !strings.Contains(r.from, "s")))
	case t.kind == kindPunct:
		return strings.Contains(r.from, "p")
	}
	return strings.Contains(r.from, "l")
}

// bestRule gives the rule with the longest match at the head of text and the
// match's size in bytes; nil where none matches.
func bestRule(t *token, at window) (*rule, int) {
	text := at.text
	var best *rule
	size := 0
	for i := range numberRules {
		r := &numberRules[i]
		if r.digits > at.digits || !r.begins(t, at.month, at.sign) {
			continue
		}
		m := r.pattern.FindStringIndex(text)
		if m == nil || m[1] <= size || letterAfter(text, m[1]) && wordBefore(text, m[1]) || goesOn(text, m[1]) {
			continue
		}
		if len(digitsOf(text[:m[1]])) >= r.digits {
			best, size = r, m[1]
		}
	}
	return best, size
}

// goesOn reports whether a hyphen or a slash with more behind it follows, so
// that the match is only the head of a longer code.
func goesOn(text string, at int) bool {
	return at+1 < len(text) && (text[at] == '-' || text[at] == '/') && letterAfter(text, at+1) && wordBefore(text, at)
}

func wordBefore(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return wordRune(r)
}

// take records the candidate, marks its tokens and gives the index of the last.
func (d *reading) take(c candidate, first int) int {
	d.found = append(d.found, c)
	ts := d.pages[c.part].tokens
	last := first
	for j := first; j < len(ts) && ts[j].start < c.end; j++ {
		ts[j].taken = true
		last = j
	}
	return last
}

// longChain is the most tokens that are read as one word.
const longChain = 48

// chain gives the end of the run of tokens from i that hang together without
// white space, and what it holds. Full stops and the like at its end don't
// belong to it.
func chain(pg *page, i int) (end, digits, letters, signs int) {
	ts := pg.tokens
	end = i
	for j := i; j < len(ts) && j < i+longChain; j++ {
		t := &ts[j]
		if j > i && t.gap {
			break
		}
		if t.kind == kindPunct {
			if !strings.Contains("-/._:#–\\|+&=?%~@", t.fold) {
				break
			}
			continue
		}
		if j > i && ts[j-1].kind == kindPunct {
			signs++
		}
		n := digitCount(t)
		digits += n
		letters += int(t.runes) - n
		end = j
	}
	return end, digits, letters, signs
}

// netAndCodes finds addresses of the net, handles, and codes whose parts hang
// together.
func (d *reading) netAndCodes(p int) {
	pg := &d.pages[p]
	for i := 0; i < len(pg.tokens); i++ {
		t := &pg.tokens[i]
		if t.taken || t.kind == kindPunct && t.fold != "@" || i > 0 && !t.gap && pg.tokens[i-1].kind != kindPunct {
			continue
		}
		end, digits, letters, signs := chain(pg, i)
		word := pg.text[t.start:pg.tokens[end].end]
		if id, kind, weight, reason := netKind(word); id != "" {
			i = d.take(candidate{p, t.start, pg.tokens[end].end, kind, weight, id, reason}, i)
			continue
		}
		if handleAt(pg, i, end) {
			i = d.take(candidate{p, t.start, pg.tokens[end].end, TypeID, 0.75, "id.handle", "A word before it says that it is somebody's name on the net."}, i)
			continue
		}
		if w, reason := codeWeight(pg, i, end, word, digits, letters, signs); w > 0 {
			i = d.take(candidate{p, t.start, pg.tokens[end].end, TypeID, w, "id.code", reason}, i)
			continue
		}
		i = max(i, end)
	}
}

// handleCues are words before somebody's name on the net.
var handleCues = setOf("insta instagram ig snap snapchat tiktok username handle gamertag discord")

// handleAt reports whether such a word announces the chain of tokens, which is
// no plain English.
func handleAt(pg *page, i, end int) bool {
	j := i - 1
	for j > 0 && j >= i-3 && (pg.tokens[j].fold == ":" || pg.tokens[j].is("is") || pg.tokens[j].is("name") || pg.tokens[j].is("handle")) {
		j--
	}
	t := &pg.tokens[i]
	return j >= 0 && handleCues[pg.tokens[j].fold] && t.lines == 0 && t.kind != kindPunct && (end > i || t.kind == kindMixed || t.kind == kindWord && t.stranger() && !t.has(markAllow|markLetters|markFunction))
}

// netKind names what a word without spaces is on the net; an empty id where it
// is nothing of the kind.
func netKind(word string) (id string, kind Type, weight float64, reason string) {
	low := strings.ToLower(word)
	at := strings.IndexByte(low, '@')
	switch {
	case at > 0 && at < len(low)-1:
		return "email", TypeEmail, 0.99, "It is an e-mail address."
	case at == 0 && len(low) > 2:
		return "id.handle", TypeID, 0.95, "It is somebody's handle."
	case strings.Contains(low, "://") || strings.HasPrefix(low, "www."):
		return "url", TypeURL, 0.97, "It is an address on the web."
	}
	host, _, _ := strings.Cut(low, "/")
	if dot := strings.LastIndexByte(host, '.'); dot > 1 && topLevel[host[dot+1:]] && !strings.ContainsAny(host, ":_#&=+%") {
		return "url", TypeURL, 0.95, "It is an address on the web."
	}
	if under := strings.IndexByte(low, '_'); under > 0 && under < len(low)-1 && !strings.ContainsAny(low, "/:") {
		return "id.handle", TypeID, 0.9, "It is written like a handle."
	}
	return "", "", 0, ""
}

// topLevel are the ends of host names that are taken for the net; those that are
// English words are left out, since notes forget the space after a full stop.
var topLevel = setOf("com org net edu gov uk ie au nz ca io info biz app dev eu de fr es nl ch pl pt br mx se dk fi cz ro hu " +
	"example test invalid nhs scot wales cymru london tv jp cn za ng gh ke hr sk bg gr lt lv ee")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
