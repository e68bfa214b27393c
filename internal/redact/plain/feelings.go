package plain

import (
	"aftershift/internal/redact/lex"
)

// feelings lets stay the feelings, values and themes of a list ("Anger, Shame and
// Guilt") and those behind a label ("Theme: Loss"). Among feelings, a word that
// is a name as well is one of them.
func feelings(ts []lex.Token) {
	for i := 0; i < len(ts); i++ {
		if ts[i].Kind != lex.KindWord || !ts[i].Capital() {
			continue
		}
		if labels.Has(ts[i].Fold) && i+1 < len(ts) && ts[i+1].Fold == ":" && ts[i].Place >= lex.Soft {
			i = labelled(ts, i+2)
			continue
		}
		if felt(&ts[i]) {
			i = listFelt(ts, i)
		}
	}
}

// labels are words before a colon and a list of feelings or themes.
var labels = lex.SetOf("theme themes feeling feelings emotion emotions value values topic topics tag tags focus mood strengths barriers")

// labelled lets stay what is felt on the rest of a label's line, and gives its
// last token.
func labelled(ts []lex.Token, i int) int {
	for ; i < len(ts) && ts[i].Lines == 0 && ts[i].Fold != "."; i++ {
		if felt(&ts[i]) {
			stay(&ts[i])
		}
	}
	return i - 1
}

// listFelt lets stay a list of feelings that begins at i, of which one is nobody's
// name; it gives the list's last token.
func listFelt(ts []lex.Token, i int) int {
	last, plain := i, !ts[i].Has(lex.MarkNamed)
	for j := i + 1; j < len(ts) && j <= last+3 && ts[j].Lines <= 1; j++ {
		switch t := &ts[j]; {
		case felt(t) && j > last+1 || felt(t) && t.Lines == 1:
			last, plain = j, plain || !t.Has(lex.MarkNamed)
		case t.Fold == "," || t.Fold == "/" || t.Fold == "&" || t.Fold == "-" || t.Fold == "•" || t.Fold == "*" || t.Is("and") || t.Is("or"):
		default:
			j = len(ts)
		}
	}
	if last == i || !plain {
		return i
	}
	for j := i; j <= last; j++ {
		if felt(&ts[j]) {
			stay(&ts[j])
		}
	}
	return last
}

func felt(t *lex.Token) bool {
	return t.Kind == lex.KindWord && !t.Own && !t.Poss && feelingWords.Has(t.Fold)
}

// feelingWords are feelings, values and what supervision calls themes.
var feelingWords = lex.SetOf("anger shame guilt loss grief fear sadness sorrow joy hope despair anxiety worry relief pride love hate hatred disgust envy jealousy trust mistrust distrust rage frustration helplessness hopelessness " +
	"powerlessness loneliness isolation confusion compassion empathy sympathy pity tenderness warmth gratitude calm peace contentment happiness exhaustion tiredness fatigue burnout stress overwhelm numbness shock surprise doubt " +
	"uncertainty irritation resentment bitterness regret remorse dread panic terror horror embarrassment humiliation vulnerability resilience courage curiosity boredom excitement interest longing yearning belonging rejection " +
	"abandonment betrayal attachment separation bereavement neglect trauma safety risk power control identity faith grace patience mercy dignity respect honesty integrity justice equality fairness kindness honour honor humility " +
	"autonomy choice independence privacy inclusion partnership wellbeing communication boundaries endings change transition culture diversity oppression values ethics authority conflict violence abuse addiction poverty housing " +
	"homelessness prudence constance verity clarity charity harmony bliss felicity unity liberty angry sad sorry scared tired proud hopeful helpless hopeless ashamed guilty lonely lost")
