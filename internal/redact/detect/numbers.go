package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/rules"
)

// reach is how many bytes behind a token a pattern may look.
const reach = 72

// patterns tries every numberRule at every token that could begin one, and
// takes the longest match; then it looks at what digits remain.
func (d *Reading) patterns(p int) {
	pg := &d.pages[p]
	ahead := d.desk.aheadOf(len(pg.tokens))
	digitsAhead(pg, ahead)
	monthsAhead(pg, ahead)
	for i := 0; i < len(pg.tokens); i++ {
		t := &pg.tokens[i]
		if t.Taken || t.Stays && t.Kind == lex.KindNumber || ahead[i].digits == 0 && !t.Has(lex.MarkMonth) && !ordinalWord(t) {
			continue
		}
		if t.Kind == lex.KindPunct && t.Fold != "+" && t.Fold != "(" || i > 0 && glued(pg, i) {
			continue
		}
		if t.Kind == lex.KindWord && !t.Has(lex.MarkMonth) && t.Runes > 4 && !ordinalWord(t) && !seasons.Has(t.Fold) {
			continue
		}
		at := rules.Window{Text: pg.text[t.Start:min(len(pg.text), t.Start+reach)], Digits: int(ahead[i].digits), Runes: int(t.Runes), Kind: t.Kind, Near: ahead[i].near, Sign: signBehind(pg, i)}
		if r, size := d.desk.rule(t, at); r != nil {
			checked := r.Check != nil && r.Check(pg.text[t.Start:t.Start+size])
			c := rowOf(r, checked).at(p, t.Start, t.Start+size, r.Kind)
			i = d.take(c, i)
		}
	}
}

var seasons = lex.SetOf("halloween diwali ramadan hanukkah passover thanksgiving bonfire spring summer autumn winter easter christmas xmas boxing mile highway county route")

func ordinalWord(t *lex.Token) bool {
	switch t.Fold {
	case "last", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
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
	if pg.tokens[i].Gap {
		return false
	}
	if prev.Kind != lex.KindPunct {
		return true
	}
	return i >= 2 && !prev.Gap && strings.Contains("-_./:", prev.Fold) && pg.tokens[i-2].Kind != lex.KindPunct && pg.tokens[i-2].Kind != lex.KindWord
}

// ahead is what stands among the tokens that follow one.
type ahead struct {
	digits uint8
	near   rules.Months
}

// digitsAhead counts, for each token, the digits in the next reach bytes.
func digitsAhead(pg *page, out []ahead) {
	end, sum := 0, 0
	for i := range pg.tokens {
		for end < len(pg.tokens) && pg.tokens[end].Start < pg.tokens[i].Start+36 {
			sum += digitCount(&pg.tokens[end])
			end++
		}
		out[i].digits = uint8(min(sum, 255))
		sum -= digitCount(&pg.tokens[i])
	}
}

func digitCount(t *lex.Token) int {
	switch t.Kind {
	case lex.KindNumber:
		return int(t.Runes)
	case lex.KindMixed:
		return len(lex.DigitsOf(t.Fold))
	}
	return 0
}

// monthsAhead says so for each token.
func monthsAhead(pg *page, out []ahead) {
	last, abroad := -99, -99
	for i := len(pg.tokens) - 1; i >= 0; i-- {
		t := &pg.tokens[i]
		if t.Has(lex.MarkMonth) || t.Kind == lex.KindMixed {
			last = i
		}
		if t.Kind == lex.KindWord && lex.MonthsAbroad.Has(t.Fold) {
			last, abroad = i, i
		}
		if last-i >= 0 && last-i <= 12 {
			out[i].near = rules.EnglishNear
		}
		if abroad-i >= 0 && abroad-i <= 4 {
			out[i].near |= rules.AbroadNear
		}
	}
}

// signBehind reports whether a sign that joins numbers follows the token.
func signBehind(pg *page, i int) bool {
	n := after(pg, i, 1)
	return n != nil && n.Kind == lex.KindPunct && strings.Contains("-/.–:", n.Fold)
}

// take records the candidate, marks its tokens and gives the index of the last.
func (d *Reading) take(c Candidate, first int) int {
	d.add(c)
	ts := d.pages[c.Part].tokens
	last := first
	for j := first; j < len(ts) && ts[j].Start < c.End; j++ {
		ts[j].Taken = true
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
		if j > i && t.Gap {
			break
		}
		if t.Kind == lex.KindPunct {
			if !strings.Contains("-/._:#–\\|+&=?%~@", t.Fold) {
				break
			}
			continue
		}
		if j > i && ts[j-1].Kind == lex.KindPunct {
			signs++
		}
		n := digitCount(t)
		digits += n
		letters += int(t.Runes) - n
		end = j
	}
	return end, digits, letters, signs
}

// netAndCodes finds addresses of the net, handles, and codes whose parts hang
// together.
func (d *Reading) netAndCodes(p int) {
	pg := &d.pages[p]
	for i := 0; i < len(pg.tokens); i++ {
		t := &pg.tokens[i]
		if t.Taken || t.Stays && t.Kind == lex.KindNumber || t.Kind == lex.KindPunct && t.Fold != "@" || i > 0 && !t.Gap && pg.tokens[i-1].Kind != lex.KindPunct {
			continue
		}
		end, digits, letters, signs := chain(pg, i)
		word := pg.text[t.Start:pg.tokens[end].End]
		if w, kind := netKind(word); w != none {
			i = d.take(w.at(p, t.Start, pg.tokens[end].End, kind), i)
			continue
		}
		if handleAt(pg, i, end) {
			i = d.take(handleCued.at(p, t.Start, pg.tokens[end].End, lex.TypeID), i)
			continue
		}
		if w := codeWeight(pg, i, end, word, digits, letters, signs); w != none {
			i = d.take(w.at(p, t.Start, pg.tokens[end].End, lex.TypeID), i)
			continue
		}
		i = max(i, end)
	}
}

// handleCues are words before somebody's name on the net.
var handleCues = lex.SetOf("insta instagram ig snap snapchat tiktok username handle gamertag discord login userid cashapp venmo paypal zelle wechat telegram psn xbox roblox twitter signal")

// handleAt reports whether such a word announces the chain of tokens, which is
// no plain English.
func handleAt(pg *page, i, end int) bool {
	j := i - 1
	for j > 0 && j >= i-3 && (pg.tokens[j].Fold == ":" || pg.tokens[j].Is("is") || pg.tokens[j].Is("name") || pg.tokens[j].Is("handle")) {
		j--
	}
	t := &pg.tokens[i]
	return j >= 0 && handleCues.Has(pg.tokens[j].Fold) && t.Lines == 0 && t.Kind != lex.KindPunct && (end > i || t.Kind == lex.KindMixed || t.Kind == lex.KindWord && t.Stranger() && !t.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkFunction))
}

// netKind names what a word without spaces is on the net; none where it is
// nothing of the kind.
func netKind(word string) (w row, kind lex.Type) {
	low := strings.ToLower(word)
	at := strings.IndexByte(low, '@')
	switch {
	case at > 0 && at < len(low)-1:
		return mail, lex.TypeEmail
	case at == 0 && len(low) > 2:
		return handleAtSign, lex.TypeID
	case strings.Contains(low, "://") || strings.HasPrefix(low, "www."):
		return urlScheme, lex.TypeURL
	}
	host, _, _ := strings.Cut(low, "/")
	if dot := strings.LastIndexByte(host, '.'); dot > 1 && topLevel.Has(host[dot+1:]) && !strings.ContainsAny(host, ":_#&=+%") {
		return urlHost, lex.TypeURL
	}
	if under := strings.IndexByte(low, '_'); under > 0 && under < len(low)-1 && !strings.ContainsAny(low, "/:") {
		return handleUnderscore, lex.TypeID
	}
	return none, ""
}

// topLevel are the ends of host names that are taken for the net; those that are
// English words are left out, since notes forget the space after a full stop.
var topLevel = lex.SetOf("com org net edu gov uk ie au nz ca io info biz app dev eu de fr es nl ch pl pt br mx se dk fi cz ro hu " +
	"example test invalid nhs scot wales cymru london tv jp cn za ng gh ke hr sk bg gr lt lv ee")
