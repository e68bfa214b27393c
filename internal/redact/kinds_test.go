package redact

import (
	"strings"
	"testing"

	"aftershift/internal/redact/lex"
)

// asks is a text with what Mask must hide marked by « » and what must stay by
// ‹ ›; what isn't marked may do either.
type asks struct {
	names, text string // names: the register, with | between
}

// TestEngine_Mask_by_kind holds kinds of what names somebody, and of what only
// looks so, to several examples each.
func TestEngine_Mask_by_kind(t *testing.T) {
	for kind, all := range map[string][]asks{
		"a registered word in lower case where somebody is named": {
			{"Joy Adair", "I gave «joy» ‹her letter› today."},
			{"Hope Delaney", "We talked to «hope» about school."},
			{"Grace Lund", "Then I sent «grace» the form, and sat with «grace» until six."},
			{"Will Tarrant", "She lives with «will» and his mum."},
			{"Mark Oduya", "The notes for «mark» are late."},
		},
		"a registered word in lower case as the subject": {
			{"Will Tarrant", "We talked about school. «will» was quiet today."},
			{"Grant Oakes|Drew Oakes", "Then «grant» and «drew» argued in the car."},
			{"Frank Osei", "At four «frank» came home, and «frank» said no."},
		},
		"a family in the plural": {
			{"Amina Khan", "All the «Khan»s came. The «Khan»s were late."},
			{"", "All the «Baker»s came, and we saw the «Pritchard»s."},
		},
		"initials behind a word for a person": {
			{"", "Saw mother («TW») and child («KL»). Then mother «TW» said no."},
			{"", "Dad: «BR». Spoke with mum, «TW», and father - «KO»."},
			{"", "Kids: «Ny'Asia» «6», «KJ» 4, infant «Kash»."},
			{"", "The mother (‹IRO›) and the ‹EHCP› are due."},
		},
		"an age behind a given name and a sign": {
			{"", "«Keeley»: «14»\n«Marlon»: «9»"},
			{"", "«Keeley» («14») came, «Tyler» - «6», too."},
			{"", "Room: ‹14›\nScore: ‹9›"},
		},
		"the number of what is kept in files": {
			{"", "Case «2024/0117» was closed, case no «19-223» wasn't."},
			{"", "See ref «24-0117», matter «22-00931» and case «2023-118»."},
			{"", "It was «2024/0117» again."},
			{"", "From ‹2023/24› on, and in ‹2019-2021›, ‹24-7›."},
		},
		"what belongs to a place beside it": {
			{"", "They stay at «Plot 7, Trans-Ekulu, beside the borehole». Found at «Kharagpur, PF 3» again."},
			{"", "We drove up the «Whangaehu valley road» to «Gary IN»."},
			{"", "Out on «Route 61 just south of Frackville»."},
			{"", "Last seen near «MLK and 8th», above the bakery on «Fifth and Allen»."},
			{"", "Mom is at «E412 Joe Slovo», he at «Kutupalong, camp 2W, block C-14» now."},
			{"", "We went to Leeds, ‹by the way›, and ‹sat› in the car."},
		},
		"what is dialled behind a number": {
			{"", "Ring «205 555 0177 x 12» or Ms Nez / «x214»."},
			{"", "A pack of ‹x100› tablets."},
		},
		"a file by its entry and year": {
			{"", "See GD entry no. «211/24» and PATH no. «118-204-77»."},
		},
		"several people by age": {
			{"", "Two «14yos» fought. Met the «9 yr olds» there."},
		},
		"an action that begins with whom to reach": {
			{"", "‹Chase Dr› «Patel» about it. ‹Chase Mrs› «Oakes». ‹Court Mr› «Jones». ‹Ring Dr› «Amin»."},
			{"", "‹Ring› «Sharon Webb» tomorrow. ‹Ring› «Sharon». ‹Book› «Tyler» in."},
			{"", "‹Book› Mrs «Tandy» in. ‹Visit› «Tyler Dunn» on Friday."},
			{"", "«Chase Delaney» rang. «Mark Webb» called."},
		},
		"a registered name before the family": {
			{"Amina Khan|Khan", "The «khan» kids were up. Those «khan» boys ran. A «khan» girl cried. I went to «khan»s house."},
			{"Joe Baker|Baker", "I like the «baker» kids. The ‹baker› on the corner was shut."},
			{"Hope Delaney", "I rang «hope»s mum."},
			{"Will Tarrant", "I saw «will»s dad."},
			{"Summer Teague", "They have a ‹summer house› by the lake."},
		},
		"a registered word that means what it says": {
			{"Summer Teague", "‹Summer holidays› were long. The ‹Summer term› is over."},
			{"Frank Osei", "‹Frank discussion› about the rent. We had a ‹frank› talk."},
			{"Grace Lund", "She took it with ‹grace›. He spoke with ‹grace› and care."},
			{"Joy Adair", "There was ‹joy› in the room."},
			{"April Moss", "I have ‹hope› for her."},
		},
		"the year somebody was born": {
			{"", "She was born in «1987» in a flat."},
			{"", "He was born in «nineteen eighty-seven», I think."},
			{"", "DOB: «2009»"},
			{"", "born «two thousand and four», she said"},
			{"", "The policy of ‹1989› is old."},
		},
		"a house whose number is in words": {
			{"", "He lives at «number forty-two Acacia Avenue» now."},
			{"", "We met outside «twenty-one Larch Road» again."},
			{"", "It is «Number nine, Mill Lane» I think."},
			{"", "He is at «number forty two» now."},
			{"", "‹Two roads› lead out of it."},
		},
		"numbers that count something": {
			{"", "It is bus ‹forty two› that she takes, from ‹platform nine›."},
			{"", "‹Page 12 of 20› was missing. See ‹Figure 3› and ‹Table 4›, ‹Question 11› too."},
			{"", "‹Forty two›. That is the answer."},
		},
		"an employer": {
			{"", "Mum works at «Dunmore Foods» nights."},
			{"", "He works for «Tesco» and she is employed by «Calder Freight»."},
			{"", "She has worked nights at «Greggs» since May."},
			{"", "He works for the ‹NHS› and she works for ‹Children's Services›."},
			{"", "It works for ‹me› and it works at ‹night›."},
		},
		"a unit by its name and its letters": {
			{"", "A place at «Hillside SEN unit» came up."},
			{"", "She starts at «Oakmere EBD school» soon."},
			{"", "There is a ‹SEN unit› at the school."},
		},
		"a name of several families": {
			{"", "Met «O'Neill McDonald de Souza» there."},
			{"", "I rang «Aoife O'Brien-MacLeod van der Berg» back."},
		},
		"an age by its label": {
			{"", "Age: («9»)"},
			{"", "Name and Age («14») are on it."},
			{"", "Referral: M/«43», lives alone."},
			{"", "Pt F/«27» seen, and a «61»/M too."},
			{"", "It was his «9th» birthday on the ward."},
			{"", "for her «eighteenth» birthday and his «twenty-first» birthday"},
		},
		"a number that is half said": {
			{"", "ring «oh seven seven double oh 900 one two three» after six"},
			{"", "ring «07700 nine hundred one two three» after six"},
			{"", "it is «0 7 7 0 0 nine double oh 1 2 3» I think"},
			{"", "her mobile is «oh seven seven double oh nine hundred one two three» now"},
			{"", "‹one or two› of the ‹3› came"},
		},
		"a reference with its parts apart": {
			{"", "NI is «QQ 12 34 56 C» on the form"},
			{"", "it says «qq 12 34 56 c» there"},
			{"", "her no. is «Q Q 1 2 3 4 5 6 C» she read out"},
			{"", "hospital no «A 12 34 56 B» again"},
		},
		"a postcode as it is typed": {
			{"", "moved to «sw1a 1aa» now"},
			{"", "post to «ls9 7zz» please"},
			{"", "it is «L S 9 7 Z Z» I think"},
			{"", "it is «LS9  7ZZ» I think"},
			{"", "home in «Smithers, BC V0J 2N0» then"},
			{"", "home in «smithers, bc v0j 2n0» then"},
			{"", "they wrote to «ON K1A 0B1» again"},
			{"", "they wrote to «K1A-0B1» and «K 1 A 0 B 1» again"},
		},
		"what the web and typesetters make of letters": {
			{"", "Rang «Se&aacute;n O&#39;Dwyer» back."},
			{"", "lives at «LS9&nbsp;7ZZ» now"},
			{"", "ring «07700&#160;900&#8209;412» now"},
			{"", "Rang «Tᴀᴍsɪɴᴇᴛᴛᴇ Wᴏᴢɴɪᴀᴋ» back."},
			{"", "‹Bread &amp; butter› for tea."},
		},
		"feelings and themes": {
			{"", "‹Anger, Shame and Guilt› came up."},
			{"", "‹Theme: Loss›"},
			{"", "‹Feelings: Hope, Joy and Sadness›"},
			{"", "‹Shame and Guilt›\n\nI sat with it."},
			{"", "Values: ‹Dignity, Respect, Trust›"},
		},
		"terms of the work": {
			{"", "‹DoLS› was raised. The ‹DoH› and the ‹MoJ› said no."},
			{"", "‹Case law:› see the file."},
			{"", "‹English/Polish› spoken. ‹English / Polish / Welsh› on the form."},
			{"", "The ‹Victoria Climbié Inquiry› and the ‹Baby P› case taught us that."},
			{"", "After the ‹Hillsborough inquiry› and ‹Winterbourne View› nobody asked."},
		},
		"months at the head of a sentence": {
			{"", "‹May was long.› ‹April too.›"},
			{"", "‹May› was hard, ‹June› is better."},
			{"", "«April» was upset when I rang her."},
			{"", "«June» said no, and «April» laughed."},
		},
		"theorists, whole or not at all": {
			{"", "I read ‹Judith Herman› on trauma and recovery theory again."},
			{"", "‹Bowlby› and ‹John Bowlby› on attachment, ‹Mary Ainsworth› as well."},
			{"", "‹Donald Winnicott› called it good enough."},
			{"", "‹Urie Bronfenbrenner› drew circles in his theory."},
		},
		"a place by what lies around it": {
			{"", "They stay at «Bidi Bidi, Zone 3, Village 9» now."},
			{"", "From «Lick Skillet, Alabama» and «Joe Batt's Arm, NL» both."},
			{"", "He lives in «Korangi, near Bilal Colony» again."},
			{"", "We met on «Hastings & 5th» at noon, then at «E. 93rd»."},
		},
		"statutes, whatever they are called": {
			{"", "Under the ‹Social Services and Well-being (Wales) Act 2014› and the ‹DV Prevention Act 2013 s. 8›."},
			{"", "See ‹s. 8›, ‹ch. 14› and ‹art. 4›."},
		},
		"names of Ireland and the East of Asia": {
			{"", "I met «Dónal Mac an tSaoir» there."},
			{"", "Her mother, «Sun-hi», and «Kim Young-ja» came."},
		},
		"an age in a table headed by it": {
			{"", "| name | age | worry |\n| Tyrell | «16» | ‹7› |\n| Tiana | «14» | ‹5› |"},
			{"", "kid | Marlu | Kirra-Lee\nage | «9» | «2 1/2»\nburns | ‹11›% | ok"},
		},
		"an age in few words": {
			{"", "Saw Danielle again, female «34», in the kitchen."},
			{"", "ct DeShawn W. «15» BM, Cook County."},
			{"", "Shania M. («16», from the north) and Rahi («15» + baby) came."},
			{"", "Levi would be «ten» now."},
			{"", "so Moishy is «nine» no «ten» I think"},
			{"", "Boy you «seventeen» and you bury three."},
			{"", "You were 15 then and «17» when you told me."},
			{"", "He wants to marry her. «31»! She is sixteen."},
			{"", "On your «eighteenth» you'll get a grant, and for her «21st», too."},
			{"", "He's small for «eleven». The twins, «nine» each, came."},
			{"", "Baby Nhyira slept on my back, «three weeks». The elder «81», the younger 79."},
			{"", "The little one is «eighteen months»."},
			{"", "It was on his ‹third› visit, and for her ‹12th› session."},
		},
		"numbers that are nobody's age": {
			{"", "Rang Priti ‹8:04› and Jade, ‹9.10am›, then."},
			{"", "He lives with Joan\n‹12›:15 nan calls."},
			{"", "Baby girl ‹2›.1 kg, fine. Not within ‹100m› of it."},
			{"", "His score on the SDQ was ‹27›. DASH was ‹19›."},
			{"", "Met ‹3 old› Mr D'Mello."},
		},
		"times of a log without a colon": {
			{"", "‹0905› Nan rang.\n‹0910› rang back.\n‹1105–1215› drove around\n‹2130› home"},
			{"", "notes due ‹0700›, out by ‹1630›"},
			{"", "crime no «4471» again"},
		},
		"a date whose time follows": {
			{"", "[«14/06/2024», ‹21:07›] me: I'm off shift"},
			{"", "Sent: «02 December 2024» ‹16:51›"},
			{"", "on «2 December» ‹16:51›"},
		},
		"an institution whose last words are in lower case": {
			{"", "Malachi ran from «Bridgeway group home» again."},
			{"", "We met at the «Kamukunji police station» and at «Gore police station»."},
			{"", "The visit moved to «Desert Willow visitation ctr» and «Ukhiya field hosp»."},
			{"", "He sleeps at the «Delpan gym», she is at «Sandy Row day centre»."},
			{"", "It's me, from the «Footscray office». Then the «Baldia factory» burnt."},
			{"", "i was at «st barnabas lunch club» with her"},
			{"", "nobody from «Rhondda children's services» rang, and «Boys' Town Primary» did not."},
			{"", "We went to the ‹police station›, the ‹Welsh day centre› and the ‹NHS office›."},
			{"", "My ‹local lunch club› and the ‹new youth court› again. On ‹Monday day centre› is shut."},
		},
		"somebody by a kin word in lower case": {
			{"", "i rang nan «joyce» at noon and gran «rose» after"},
			{"", "\"hey this is «wanita» calling about the boy\" she said"},
			{"", "my ‹nan said› no and ‹gran may› come"},
		},
		"shorthand and brands": {
			{"", "‹txts› I ‹wld› send ‹abt› the lunch, ‹tmrw›."},
			{"", "‹Lyft› voucher approved. A ‹Spurs› blanket. Off ‹Invega› since May."},
			{"", "the ‹Leaving Care› team and a ‹Radio Times› and a ‹Man U› fan"},
		},
		"words of another language": {
			{"", "She wrote ‹j'compte pas les jours› and then ‹chez elle depuis le› dodo avant lui."},
		},
		"a title is no street": {
			{"", "Rang the ward and ‹Dr.› «Oduya» rang back."},
			{"", "It was «Oakley» and ‹Dr.› «Marlow» who came."},
			{"", "She lives on «Oakley Dr.» now."},
		},
	} {
		t.Run(kind, func(t *testing.T) {
			for _, a := range all {
				a.check(t)
			}
		})
	}
}

func (a asks) check(t *testing.T) {
	t.Helper()
	var text strings.Builder
	var hide, stay [][2]int // in runes
	at, open := 0, 0
	for _, r := range a.text {
		switch r {
		case '«', '‹':
			open = at
		case '»':
			hide = append(hide, [2]int{open, at})
		case '›':
			stay = append(stay, [2]int{open, at})
		default:
			text.WriteRune(r)
			at++
		}
	}
	var o Options
	for name := range strings.SplitSeq(a.names, "|") {
		if name != "" {
			o.Register = append(o.Register, Person{Forms: []string{name}})
		}
	}
	out, spans := engineOnce().Mask(text.String(), o)
	masked := make([]bool, at)
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			masked[i] = true
		}
	}
	runes := []rune(text.String())
	for i, r := range runes {
		if !letterOrDigit(r) {
			continue
		}
		if within(hide, i) && !masked[i] {
			t.Errorf("%q became %q: left %q", a.text, out, r)
			return
		}
		if within(stay, i) && masked[i] {
			t.Errorf("%q became %q: took %q", a.text, out, r)
			return
		}
	}
	if again, more := engineOnce().Mask(out, o); again != out || len(more) > 0 {
		t.Errorf("%q became %q and then %q", a.text, out, again)
	}
}

func within(stretches [][2]int, at int) bool {
	for _, s := range stretches {
		if s[0] <= at && at < s[1] {
			return true
		}
	}
	return false
}

func letterOrDigit(r rune) bool { return strings.ContainsFunc(string(r), lex.WordRune) }

func TestEngine_Mask_short_form_of_somebody_registered_is_the_same_person(t *testing.T) {
	for _, c := range []struct {
		forms []string
		text  string
	}{
		{[]string{"Donald Marsh", "Don"}, "Rang Donald Marsh. Then Don left and Don came back."},
		{[]string{"Katarzyna Wilk", "K."}, "Rang Katarzyna Wilk. Then I saw K. (her ex) again."},
		{[]string{"Joan Mills"}, "Rang Joan Mills. Then JM left early."},
		{[]string{"Elizabeth Kane", "Liz"}, "Rang Elizabeth Kane. Then Liz left and liz came back."},
	} {
		o := Options{Register: []Person{{Forms: c.forms, Code: "Parent Q"}}}
		got, spans := engineOnce().Mask(c.text, o)
		for _, s := range spans {
			if s.Replacement != "Parent Q" {
				t.Errorf("%q became %q", c.text, got)
				break
			}
		}
		if len(spans) < 2 {
			t.Errorf("%q became %q", c.text, got)
		}
	}
}

func TestEngine_Scan_whose_school_it_is(t *testing.T) {
	text := "We rang Hope's school again."
	for _, f := range engineOnce().Scan([]Part{{Text: text}}, Options{Register: []Person{{Forms: []string{"Hope"}}}}).Findings() {
		if got := text[f.Start:f.End]; got == "Hope" && f.Type == TypePerson {
			return
		} else {
			t.Errorf("%q is %s", got, f.Type)
		}
	}
}
