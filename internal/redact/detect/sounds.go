package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// homophones are ways in which names are written by who hears them, or by a
// machine that takes dictation; each line begins with the name's usual spellings.
// English spelling can't tell these, so they are listed.
var homophones = strings.Fields(`
siobhan=shivon,shivaun,chevonne,shevon,shivan,shavon
eoin=owen,oween,ohwane,owein
ciaran=kieran,keeran,kiran,keywrong,keyran
caoimhe=keeva,kweeva,queeva,keva
niamh=neve,neeve,neev,nieve
aoife=eefa,eva,efa,eefah
saoirse=seersha,sersha,sirsha,searsha
tadhg=tige,tiger,tyg,tieg
sean=shawn,shaun,shorn
sinead=shinade,shinead,shinaid
oisin=osheen,usheen,ocean,ohsheen
roisin=rosheen,rowsheen
grainne=grawnya,gronya,granya
aisling=ashling,ashleen
padraig=porrick,paudrig,podrick
eilidh=aylee,ailey
mhairi=vary,varry
catriona=katrina
seamus=shaymus,shamus
orlaith=orla
meabh=maeve,mave
cliona=cleena
aodhan=aidan,aiden
ruairi=rory
diarmuid=dermot
donnacha=donaka
iain=ian
angharad=anharad,anghorad
llewelyn=clewelyn,flewellyn
rhys=reece,reese
sian=sharn,shan
ieuan=yayan,yeyan
adeyemi=addyyemi,adayemi
oluwaseun=shayun,oluwashayun
chidinma=chidimma
nguyen=win,nwin,newyen
xiu=shoe
xiao=shao
zhang=jang
qing=ching
siew=see-oo
joaquin=wakeen
jorge=horhay
jesus=haysoos
guillermo=giyermo
xavier=zavier,havier
yvonne=evon
isobel=isabel,isabelle
mohammed=muhammad,mohamed,mohamad,mohammad,muhammed
sofia=sophia
steven=stephen
catherine=katherine,kathryn,cathryn
philip=phillip
jeffrey=geoffrey
stuart=stewart
clare=claire
ann=anne
sarah=sara
rachel=rachael
alan=allan,allen
lewis=louis
neil=neal
`)

// heard gives, for each spelling, the group of names that sound like it.
var heard = map[string]int{}

func init() {
	for group, line := range homophones {
		name, others, _ := strings.Cut(line, "=")
		heard[name] = group + 1
		for _, other := range strings.Split(others, ",") {
			if heard[other] == 0 {
				heard[other] = group + 1
			}
		}
	}
}

// key gives how a word sounds, roughly: what English spells in several ways is
// made one, double letters single, and vowels behind the first go.
func key(word string) string {
	for _, step := range soundSteps {
		word = strings.ReplaceAll(word, step[0], step[1])
	}
	out := make([]byte, 0, len(word))
	for i := range len(word) {
		c := word[i]
		vowel := strings.IndexByte("aeiouy", c) >= 0
		switch {
		case len(out) > 0 && (vowel || c == 'h'):
		case vowel:
			out = append(out, 'a')
		case len(out) > 0 && out[len(out)-1] == c:
		case 'a' <= c && c <= 'z':
			out = append(out, c)
		}
	}
	return string(out)
}

var soundSteps = [][2]string{{"ph", "f"}, {"ck", "k"}, {"sch", "sh"}, {"tch", "ch"}, {"ce", "se"}, {"ci", "si"}, {"cy", "sy"}, {"ch", "x"}, {"c", "k"}, {"q", "k"}, {"gh", "g"}, {"wr", "r"}, {"kn", "n"}, {"z", "s"}, {"j", "g"}, {"w", "v"}}

// sounds gives the last token of one or two words from i that sound like a known
// name and stand where a name would; less than i where there is none.
func (s *scene) sounds(i int, known near) int {
	t := &s.pg.tokens[i]
	if t.Kind != lex.KindWord || t.Stays || t.Taken || t.Runes < 2 {
		return -1
	}
	if t.Runes >= 3 && (t.Stranger() || t.Capital() && s.place(i) <= lex.Soft) && known.alike(t.Fold, t.Stranger() && s.naming(i)) {
		return i
	}
	n := after(s.pg, i, 1)
	if n == nil || n.Kind != lex.KindWord || n.Lines > 0 || t.Poss || n.Stays || n.Taken || !(s.naming(i) || t.Capital() && n.Capital()) {
		return -1
	}
	if len(t.Fold)+len(n.Fold) >= nearLeast && heard[t.Fold+n.Fold] > 0 && known.alike(t.Fold+n.Fold, false) {
		return i + 1
	}
	return -1
}

// naming reports whether a name would stand at i: a word before it announces one
// or somebody is met or told.
func (s *scene) naming(i int) bool {
	prev := s.prev(i)
	return prev != nil && (directContact.Has(prev.Fold) || prev.Has(lex.MarkNaming|lex.MarkKin|lex.MarkRole) || prev.Is("is") || prev.Is("and") || prev.Is("saw") || prev.Is("as") || prev.Is("partner"))
}

// alike reports whether the word sounds like a known name, by the list or, where
// loosely is set, by its spelling.
func (known near) alike(word string, loosely bool) bool {
	if group := heard[word]; group > 0 && known.groups[group] != "" && known.groups[group] != word {
		return true
	}
	if !loosely || len(word) < nearLeast {
		return false
	}
	name := known.sounds[word[:1]+key(word)]
	return name != "" && name != word
}
