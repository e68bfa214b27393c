package lex

import "strings"

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

// Heard gives the group of names that sound like the folded one, or zero.
func Heard(name string) int { return heard[name] }

// SoundKey gives how a word sounds, roughly: what English spells in several ways is
// made one, double letters single, and vowels behind the first go.
func SoundKey(word string) string {
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

// OneSlip reports whether b is a but for one letter more, less or changed, or
// two neighbours swapped.
func OneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) || a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
