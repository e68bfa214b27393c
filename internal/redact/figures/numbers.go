package figures

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/rules"
)

// reach is how many bytes behind a token a pattern may look.
// No rule can match more.
const reach = 72

// patterns tries every numberRule at every token that could begin one, and
// takes the longest match; then it looks at what digits remain.
// A window goes with each token, so that a rule that can't match is not tried.
func patterns(pg *page.Page) {
	ahead := pg.Desk.AheadOf(len(pg.Tokens))
	digitsAhead(pg, ahead)
	monthsAhead(pg, ahead)
	for i := 0; i < len(pg.Tokens); i++ {
		t := &pg.Tokens[i]
		if t.Taken || t.Stays && t.Kind == lex.KindNumber || ahead[i].Digits == 0 && !t.Has(lex.MarkMonth) && !ordinalWord(t) {
			continue
		}
		if t.Kind == lex.KindPunct && t.Fold != "+" && t.Fold != "(" || i > 0 && glued(pg, i) {
			continue
		}
		if t.Kind == lex.KindWord && !t.Has(lex.MarkMonth) && t.Runes > 4 && !ordinalWord(t) && !seasons.Has(t.Fold) {
			continue
		}
		at := rules.Window{Text: pg.Text[t.Start:min(len(pg.Text), t.Start+reach)], Digits: int(ahead[i].Digits), Runes: int(t.Runes), Kind: t.Kind, Near: ahead[i].Near, Sign: signBehind(pg, i)}
		if r, size := pg.Desk.Rule(t, at); r != nil {
			checked := r.Check != nil && r.Check(pg.Text[t.Start:t.Start+size])
			pg.Add(evidence.Of(r, checked).At(t.Start, t.Start+size, r.Kind))
			i = takenTo(pg, i, t.Start+size)
		}
	}
}

// takenTo marks the tokens from first that begin before the offset as taken and gives
// the last.
func takenTo(pg *page.Page, first, offset int) int {
	last := first
	for j := first; j < len(pg.Tokens) && pg.Tokens[j].Start < offset; j++ {
		pg.Tokens[j].Taken = true
		last = j
	}
	return last
}

// seasons are words of a feast, a season or a road at which a rule may begin though
// they are longer than four letters, where digits follow: "Easter 2019", "County Road".
var seasons = lex.SetOf("halloween diwali ramadan hanukkah passover thanksgiving bonfire spring summer autumn winter easter christmas xmas boxing mile highway county route")

// ordinalWord reports whether a day of a month in words may begin with the token, so
// that rules are tried there without a figure ahead: "third of May", "last".
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
func glued(pg *page.Page, i int) bool {
	prev := &pg.Tokens[i-1]
	if pg.Tokens[i].Gap {
		return false
	}
	if prev.Kind != lex.KindPunct {
		return true
	}
	// "12/5": no rule starts at the 5. "home:12" may begin one.
	return i >= 2 && !prev.Gap && strings.Contains("-_./:", prev.Fold) && pg.Tokens[i-2].Kind != lex.KindPunct && pg.Tokens[i-2].Kind != lex.KindWord
}

// digitsAhead counts, for each token, the digits of the tokens that begin in the 36
// bytes from it on, at most 255.
func digitsAhead(pg *page.Page, out []page.Ahead) {
	end, sum := 0, 0
	for i := range pg.Tokens {
		for end < len(pg.Tokens) && pg.Tokens[end].Start < pg.Tokens[i].Start+36 {
			sum += digitCount(&pg.Tokens[end])
			end++
		}
		out[i].Digits = uint8(min(sum, 255))
		sum -= digitCount(&pg.Tokens[i])
	}
}

// digitCount gives how many digits the token has; a number in words has none.
func digitCount(t *lex.Token) int {
	switch t.Kind {
	case lex.KindNumber:
		return int(t.Runes)
	case lex.KindMixed:
		return len(lex.DigitsOf(t.Fold))
	}
	return 0
}

// monthsAhead says for each token whether a month, or letters and digits in one token,
// stand at it or in the 12 tokens behind it, and whether another language's month does
// at it or in the four behind it.
func monthsAhead(pg *page.Page, out []page.Ahead) {
	last, abroad := -99, -99
	for i := len(pg.Tokens) - 1; i >= 0; i-- {
		t := &pg.Tokens[i]
		if t.Has(lex.MarkMonth) || t.Kind == lex.KindMixed {
			last = i
		}
		if t.Kind == lex.KindWord && lex.MonthsAbroad.Has(t.Fold) {
			last, abroad = i, i
		}
		if last-i >= 0 && last-i <= 12 {
			out[i].Near = rules.EnglishNear
		}
		if abroad-i >= 0 && abroad-i <= 4 {
			out[i].Near |= rules.AbroadNear
		}
	}
}

// signBehind reports whether a sign that joins numbers follows the token.
func signBehind(pg *page.Page, i int) bool {
	n := pg.After(i, 1)
	return n != nil && n.Kind == lex.KindPunct && strings.Contains("-/.–:", n.Fold)
}

// longChain is the most tokens that are read as one word.
const longChain = 48

// chain gives the end of the run of tokens from i that hang together without
// white space, and what it holds. Full stops and the like at its end don't
// belong to it.
func chain(pg *page.Page, i int) (end, digits, letters, signs int) {
	ts := pg.Tokens
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
func netAndCodes(pg *page.Page) {
	for i := 0; i < len(pg.Tokens); i++ {
		t := &pg.Tokens[i]
		if t.Taken || t.Stays && t.Kind == lex.KindNumber || t.Kind == lex.KindPunct && t.Fold != "@" || i > 0 && !t.Gap && pg.Tokens[i-1].Kind != lex.KindPunct {
			continue
		}
		end, digits, letters, signs := chain(pg, i)
		word := pg.Text[t.Start:pg.Tokens[end].End]
		if w, kind := netKind(word); w != evidence.None {
			i = pg.Take(w, i, end, kind)
			continue
		}
		if handleAt(pg, i, end) {
			i = pg.Take(evidence.HandleCued, i, end, lex.TypeID)
			continue
		}
		if w := codeWeight(pg, i, end, word, digits, letters, signs); w != evidence.None {
			i = pg.Take(w, i, end, lex.TypeID)
			continue
		}
		i = max(i, end)
	}
}

// handleCues are words before somebody's name on the net.
var handleCues = lex.SetOf("insta instagram ig snap snapchat tiktok username handle gamertag discord login userid cashapp venmo paypal zelle wechat telegram psn xbox roblox twitter signal")

// handleAt reports whether such a word announces the chain of tokens, which is
// no plain English.
// "Snap tobi.k" and "insta tobikh" are; "signal lost" isn't.
func handleAt(pg *page.Page, i, end int) bool {
	j := i - 1
	for j > 0 && j >= i-3 && (pg.Tokens[j].Fold == ":" || pg.Tokens[j].Is("is") || pg.Tokens[j].Is("name") || pg.Tokens[j].Is("handle")) {
		j--
	}
	t := &pg.Tokens[i]
	return j >= 0 && handleCues.Has(pg.Tokens[j].Fold) && t.Lines == 0 && t.Kind != lex.KindPunct && (end > i || t.Kind == lex.KindMixed || t.Kind == lex.KindWord && t.Stranger() && !t.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkFunction))
}

// netKind names what a word without spaces is on the net; none where it is
// nothing of the kind.
// "left.then" is a forgotten space, "post.example" a host; a single letter before the
// point ("e.g") is none, and neither is a name with a colon or "=" in it.
func netKind(word string) (w evidence.Row, kind lex.Type) {
	low := strings.ToLower(word)
	at := strings.IndexByte(low, '@')
	switch {
	case at > 0 && at < len(low)-1:
		return evidence.Mail, lex.TypeEmail
	case at == 0 && len(low) > 2:
		return evidence.HandleAtSign, lex.TypeID
	case strings.Contains(low, "://") || strings.HasPrefix(low, "www."):
		return evidence.UrlScheme, lex.TypeURL
	}
	host, _, _ := strings.Cut(low, "/")
	if dot := strings.LastIndexByte(host, '.'); dot > 1 && topLevel.Has(host[dot+1:]) && !strings.ContainsAny(host, ":_#&=+%") {
		return evidence.UrlHost, lex.TypeURL
	}
	if under := strings.IndexByte(low, '_'); under > 0 && under < len(low)-1 && !strings.ContainsAny(low, "/:") {
		return evidence.HandleUnderscore, lex.TypeID
	}
	return evidence.None, ""
}

// topLevel are the ends of host names that are taken for the net; those that are
// English words are left out, since notes forget the space after a full stop.
var topLevel = lex.SetOf("com org net edu gov uk ie au nz ca io info biz app dev eu de fr es nl ch pl pt br mx se dk fi cz ro hu " +
	"example test invalid nhs scot wales cymru london tv jp cn za ng gh ke hr sk bg gr lt lv ee")

// extensions takes what is dialled behind a telephone number along with it ("0177 x
// 12"), and finds it alone between signs ("Elem. x214").
// A code of nine digits or more is as good as a telephone number here, and an extension
// has five digits at most.
func extensions(pg *page.Page) {
	for n := range pg.Found {
		c := &pg.Found[n]
		if c.Kind != lex.TypePhone && (c.Kind != lex.TypeID || len(lex.DigitsOf(pg.Text[c.Start:c.End])) < 9) {
			continue
		}
		i := pg.TokenAt(c.End)
		if i < len(pg.Tokens) && pg.Tokens[i].Fold == "," {
			i++
		}
		word, number := pg.After(i, 0), pg.After(i, 1)
		if number == nil || word.Lines > 0 || !extensionWords.Has(word.Fold) {
			continue
		}
		if number.Fold == "." {
			number = pg.After(i, 2)
		}
		if number != nil && number.Lines == 0 && number.Kind == lex.KindNumber && number.Runes <= 5 && !number.Taken {
			c.End, number.Taken = number.End, true
		}
	}
	for i := range pg.Tokens {
		t, prev, next := &pg.Tokens[i], pg.Before(i, 1), pg.After(i, 1)
		if t.Kind == lex.KindMixed && !t.Taken && t.Runes >= 4 && t.Runes <= 6 && t.Fold[0] == 'x' && strings.Trim(t.Fold[1:], "0123456789") == "" &&
			prev != nil && prev.Kind == lex.KindPunct && (next == nil || next.Lines > 0 || next.Kind == lex.KindPunct) {
			pg.Take(evidence.PhoneExtension, i, i, lex.TypePhone)
		}
	}
}

// extensionWords stand between a telephone number and what is dialled behind it.
var extensionWords = lex.SetOf("x ext extn extension")
