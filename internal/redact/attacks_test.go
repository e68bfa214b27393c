package redact

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestEngine_Mask_what_strangers_got_past holds kinds of writing that got a name,
// a day or an age past the engine, or made it take what names nobody.
func TestEngine_Mask_what_strangers_got_past(t *testing.T) {
	for kind, all := range map[string][]asks{
		"something typed onto a known name": {
			{"Rose Hartley", "2«Hartley» came and «Hartley»2 left. See «Rose»%20«Hartley» and «rose_hartley» and «RoseHartley»."},
			{"", "Met «Rose Hartley». Then 2«Hartley» came, «Hartley»2 left. «RoseHartley» and «hartleyrose» wrote."},
			{"", "Met «Agnieszka Brown». The file «agnieszkabrown».pdf and «agnieszka»2, 3«agnieszka» and «BrownAgnieszka»99."},
			{"Rose Hartley", "On «https://example.org/Rose%20Hartley/x» and in «rose_hartley_notes.docx», by «RoseHartley2024.pdf»."},
			{"Rose Hartley", "They meet in the ‹2nd› week, in ‹Y7›, with ‹4yr› funding."},
		},
		"a full name in lower case whose one half is known": {
			{"", "We saw «Rose» today. Later we saw «rose hartley» at school."},
			{"Hartley", "We saw «rose hartley» at school."},
			{"Rose", "We saw «rose hartley» at school."},
			{"Rose", "We saw «rose» ‹at› school, and «rose» ‹garden› centres."},
		},
		"an employer by its brand": {
			{"", "Mum works at «Amazon», drives for «Uber». He is a cleaner at «Tesco»."},
			{"", "She ordered it from ‹Amazon›. We took an ‹Uber›."},
		},
		"initials as people": {
			{"", "Saw «KL» and ‹YP› «T» today. «KL» was quiet."},
			{"", "‹YP› «J» refused. The ‹YP› and the ‹SW› met."},
			{"", "We drove 5 ‹KM› to the ‹CP› meeting."},
		},
		"a title before a word": {
			{"", "Mr «Time» came late. Ms «Will» came. Mrs «Winter» rang Dr «Good»."},
			{"", "‹Ms my supervisor› said so. ‹Mrs the neighbour› came. ‹Dr appointment› on Monday. ‹Mr President› spoke."},
			{"", "I kept thinking about ‹Prof Thoburn› and attachment."},
		},
		"a day as other languages write it": {
			{"", "‹geb.› «14.05.2018» in Berlin. Then ‹geb. am› «3.5.18»."},
			{"", "‹née le› «14/05/2018», ‹nacida el› «14 de mayo de 2018», ‹ur.› «14 maja 2018»."},
			{"", "Seit dem «14. Mai 2018», le «1er mars 2019», il «3 maggio»."},
		},
		"a day as hurried people write it": {
			{"", "DOB «14 5 18». Away «14/5-16/5», off «3-5/5», since «2019-03»."},
			{"", "Seen on «14-May-2018», «14May18», «Nov.3», «May 14,2018», «3rd-Nov», the «1st of the 5th»."},
			{"", "Since the «August of 2022», on «Christmas Eve 2019» and «Diwali 2018»."},
			{"", "The final hearing is «27.6» at ten. Parents' talk on Tuesday, «7.10». at four. His birthday «1.1»., they said."},
			{"", "8.3"},
			{"", "3-4"},
			{"", "1.1."},
			{"", "In the years ‹2019-20› it was so. It is ‹24/7› care, scored ‹7/10›."},
		},
		"a month or a weekday that is meant as one": {
			{"", "He'll be 5 in ‹June›. Early ‹November November›. We met «Jayden» on ‹Friday› and in ‹August›."},
			{"", "«June» rang, and we rang «June» back."},
			{"", "She wrote in ‹Welsh› and spoke ‹Russian› with «Mia Brandt»."},
		},
		"an age in few signs": {
			{"", "He is a «3y/o». A «7 y o» boy, a «7 yr. old», «seven years of age», «12y 4m»."},
			{"", "«4» and «6-year-olds», a «two» and a «four year old». Kids «4»/«6»/«9» came. Two boys of «nine» and «eleven»."},
			{"", "«Jayden» «14», «Kai» «9». Then «Jayden» [«14»] and «Jayden» = «14»."},
			{"", "Aged between «4» and «6». The gent, «79», his dad ~«36». Baby «8/12 old» seen."},
			{"", "Eighty-nine ‹beds› are full. They're «20» and «19». «Twelve» going on «13»."},
			{"", "Mum is not quite «40». She is «13 and half». She will complete «nine» soon. They're ‹20 minutes› late."},
		},
		"what heads a number on a form": {
			{"", "‹Aged› «4». ‹Turned› «7» on «14/5». ‹EDD›: «14.8.25»."},
		},
		"plain words that end the name of a place or an institution": {
			{"", "Security caught him at «Thampanoor bus stand» only. "},
			{"", "core group is at «oakhanger juniors». she rang from the loos at «beaumont sixth form» whispering."},
			{"", "She farmed at «Kliprivier, outside Calvinia» then. A visit to «Elm Bank AP». We ate at «Mimmo's», and left."},
			{"", "Placed over in «mossley bank» tonight."},
			{"", "We met in ‹the town bank› and ‹at the bus stop›."},
		},
		"a rank and a number": {
			{"", "PC «4412» «Davies» ‹came›. WPC 88 «Lund» ‹left›."},
		},
		"a title of another country": {
			{"", "Met ‹Mev›. «September» and ‹Smt›. «Indumati Gokhale», ‹Adv›. «Naidoo» and ‹Frau› «Wegener»."},
			{"", "Saw Mr «Cadwallader» (\"«Caddy»\") at home."},
		},
		"words run together or clipped": {
			{"", "i stopped ‹correctin› her. ‹theyd› read it, and ‹hed› see him. shes ‹watchin› them"},
		},
		"feasts": {
			{"", "She wrote to «Mia Brandt» at ‹Christmas›. It was before ‹Easter›, and ‹easter› is coming."},
		},
		"a place by its farm": {
			{"", "Born at the «Mill of Culquoich» there."},
		},
		"a reference whose last figures hang on": {
			{"", "BAMF file «7 384 219-475» again. NI no ends «47C»."},
		},
	} {
		t.Run(kind, func(t *testing.T) {
			for _, a := range all {
				a.check(t)
			}
		})
	}
}

// The spans of a text and their replacements make the masked text, whatever stood
// side by side.
func TestEngine_Mask_spans_rebuild_the_text(t *testing.T) {
	notes := markingsOnce()
	rapid.Check(t, func(t *rapid.T) {
		text := notes[rapid.IntRange(0, len(notes)-1).Draw(t, "note")].Text
		runes := []rune(text)
		from := rapid.IntRange(0, len(runes)-1).Draw(t, "from")
		runes = runes[from:min(from+rapid.IntRange(1, 200).Draw(t, "size"), len(runes))]
		if rapid.Bool().Draw(t, "together") {
			runes = []rune(strings.ReplaceAll(string(runes), " ", ""))
		}
		out, spans := engineOnce().Mask(string(runes), Options{Strict: rapid.Bool().Draw(t, "strict")})
		var built strings.Builder
		at := 0
		for _, s := range spans {
			built.WriteString(string(runes[at:s.Start]) + s.Replacement)
			at = s.End
		}
		built.WriteString(string(runes[at:]))
		if built.String() != out {
			t.Fatal("the spans make another text than the one given")
		}
	})
}
