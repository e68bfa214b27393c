package redact

import (
	"testing"

	"aftershift/internal/redact/pseudonym"
	"aftershift/internal/trial"
)

// masked is Mask without options, and without the places.
func masked(text string) string {
	got, _ := engineOnce().Mask(text, Options{})
	return got
}

// TestEngine_Mask_reads_as_english says what a replacement becomes beside the
// words it stands with.
func TestEngine_Mask_reads_as_english(t *testing.T) {
	trial.Each(t, masked, map[string]string{
		"I met a 7-year-old there.":                        "I met a child of primary-school age there.",
		"I met an 8-year-old there.":                       "I met an under-eleven there.",
		"I saw a 43-year-old woman.":                       "I saw a middle-aged woman.",
		"There was an 80-year-old man there.":              "There was an older man there.",
		"a boy of nine came":                               "a boy of primary-school age came",
		"She is 8 now.":                                    "She is of primary-school age now.",
		"a girl aged 7 came":                               "a girl aged under eleven came",
		"a 3-month-old baby":                               "a very young baby",
		"The 15-year-old left.":                            "The young person of secondary-school age left.",
		"It was his 9th birthday.":                         "It was his childhood birthday.",
		"It was an 18th birthday.":                         "It was an adult birthday.",
		"The 14yo was upset.":                              "The young person of secondary-school age was upset.",
		"our 9yo is fine":                                  "our child of primary-school age is fine",
		"An angry 9yo hit him.":                            "An angry child of primary-school age hit him.",
		"14yo refused school.":                             "A young person of secondary-school age refused school.",
		"The 9 y/o girl and an 8yo boy came.":              "The primary-school-age girl and an under-eleven boy came.",
		"Two 14yos fought.":                                "Two young people of secondary-school age fought.",
		"the 9 yr olds fought":                             "the children of primary-school age fought",
		"At sixteen she left care.":                        "At an age under eighteen she left care.",
		"Rose came in at ten and sat down.":                "Avrin came in at ten and sat down.",
		"He went into care at ten and ran.":                "He went into care at an age under eleven and ran.",
		"He left the office at six and slept":              "He left the office at six and slept",
		"She got back in at nine and cried.":               "She got back in at nine and cried.",
		"He arrived by boat at nine and hid.":              "He arrived by boat at an age under eleven and hid.",
		"She came to live with her gran at six and stayed": "She came to live with her gran at an age under eleven and stayed",
		"They left their village at ten and walked.":       "They left their village at an age under eleven and walked.",
		"Born the fourteenth of March 2011.":               "Born the day in mid-March.",
		"Born March the fourteenth, 2011.":                 "Born a day in mid-March.",
		"He is in Mrs Tandy's class.":                      "He is in Mrs Avrin's class.",
		"He was at Mrs Bell's house.":                      "He was at Mrs Avrin's house.",
		"Visit Tyler Dunn. Ring Dr Amin.":                  "Visit Avrin. Ring Dr Belcor.",
		"Chase Dr Patel about it.":                         "Chase Dr Avrin about it.",
		"All the Bakers came.":                             "All the Avrins came.",
		"Met Sharon Webb and Tyler Webb.":                  "Met Avrin and Belcor.",
		"Met Jo Webb. Jo Webb left, Jo too.":               "Met Avrin. Avrin left, Avrin too.",
	})
}

func TestEngine_Mask_generic_lets_no_two_determiners_meet(t *testing.T) {
	for role, want := range map[string]string{
		"my supervisor": "I met my supervisor. The supervisor I know, my supervisor, came.",
		"the uncle":     "I met an uncle. The uncle I know, my uncle, came.",
	} {
		o := Options{Style: pseudonym.Generic, Register: []Person{{Forms: []string{"Kayleigh"}, Role: role}}}
		if got, _ := engineOnce().Mask("I met Kayleigh. The Kayleigh I know, my Kayleigh, came.", o); got != want {
			t.Errorf("%q became %q, want %q", role, got, want)
		}
	}
}

// TestEngine_Mask_in_styles says the same of the styles that name nobody, and of
// people of the register.
func TestEngine_Mask_in_styles(t *testing.T) {
	mine := Person{Forms: []string{"Moira Kane"}, Role: "my supervisor"}
	for _, c := range []struct {
		style      Style
		who        Person
		text, want string
	}{
		{pseudonym.Generic, Person{}, "Chase Dr Patel. Her son Darren left.", "Chase Dr [name]. Her son [name] left."},
		{pseudonym.Generic, Person{}, "All the Bakers came.", "All the family came."},
		{pseudonym.Role, Person{}, "Social worker Maya Rees came. Maya left.", "Social worker A came. Worker A left."},
		{pseudonym.Role, Person{}, "All the Bakers came.", "All the family of Person A came."},
		{pseudonym.Generic, mine, "I told Moira. My supervisor Moira said so.", "I told my supervisor. My supervisor [name] said so."},
		{pseudonym.Generic, mine, "Moira Quigley cried. I rang Moira Kane.", "Somebody cried. I rang my supervisor."},
		{pseudonym.Generic, mine, "Client Moira cried.", "Client [name] cried."},
		{pseudonym.Role, mine, "My supervisor Moira said so.", "My supervisor A said so."},
		{pseudonym.Pseudonym, Person{Forms: []string{"Moira"}, Code: "My supervisor"}, "I told Moira. My supervisor Moira said so. The Moira I know.", "I told my supervisor. My supervisor Avrin said so. The supervisor I know."},
	} {
		o := Options{Style: c.style}
		if c.who.Forms != nil {
			o.Register = []Person{c.who}
		}
		if got, _ := engineOnce().Mask(c.text, o); got != c.want {
			t.Errorf("%s: %q became %q, want %q", c.style, c.text, got, c.want)
		}
		readTwice(t, engineOnce(), c.text, o)
	}
}
