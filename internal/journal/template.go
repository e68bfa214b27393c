package journal

import (
	"slices"
	"strings"
)

// TemplateID names a Template.
type TemplateID string

// The templates that ship. Stage names are facts of the models; the questions
// are words of our own and stand in the locale files.
const (
	QuickNote        TemplateID = "quick"     // what stayed with me
	WhatNow          TemplateID = "what"      // What? So what? Now what? (Borton 1970; Driscoll; Rolfe)
	Gibbs            TemplateID = "gibbs"     // Gibbs 1988
	SupervisionCycle TemplateID = "cycle"     // Kolb 1984, as Morrison and Wonnacott use it
	CriticalIncident TemplateID = "incident"  // after Fook
	EthicalDecision  TemplateID = "ethics"    // after Congress (ETHIC)
	WindDown         TemplateID = "wind_down" // at the end of a shift
	Shared           TemplateID = "shared"    // Maclean, Finch and Tedam 2018
	ProcessRecording TemplateID = "process"   // what was said, felt and thought, line by line
	GoodWork         TemplateID = "good_work" // what went well
	Stuck            TemplateID = "stuck"     // before supervision, with an empty head
	Feedback         TemplateID = "feedback"  // words that somebody said
	PeerCase         TemplateID = "peer_case" // for a group of peers
	MentorSeen       TemplateID = "mentor"    // watching somebody at work
)

// Template is a set of sections, in order. A section's heading and prompt are
// the locale texts template.<template>.<section> and …hint.
type Template struct {
	ID       TemplateID
	Sections []string
	More     bool // offered among the further ones
}

// Templates are all templates, the quickest first, those under "more" last. No two
// of them have a section of the same key.
var Templates = []Template{
	{ID: QuickNote, Sections: []string{"note"}},
	{ID: WhatNow, Sections: []string{"what", "so_what", "now_what"}},
	{ID: Gibbs, Sections: []string{"description", "feelings", "evaluation", "analysis", "conclusion", "action_plan"}},
	{ID: SupervisionCycle, Sections: []string{"experience", "reflection", "meaning", "next_step"}},
	{ID: CriticalIncident, Sections: []string{"incident", "why_it_matters", "assumptions", "where_from", "differently"}},
	{ID: EthicalDecision, Sections: []string{"dilemma", "options", "who_benefits", "risks", "duties", "if_then", "decided"}},
	{ID: WindDown, Sections: []string{"hard_thing", "good_things", "others", "myself", "switch_off"}},
	{ID: Shared, More: true, Sections: []string{"seen", "heard", "action", "read", "weighed", "defensible"}},
	{ID: ProcessRecording, More: true, Sections: []string{"purpose", "dialogue", "gut", "thinking", "comment", "impressions", "use_of_self", "to_supervision"}},
	{ID: GoodWork, More: true, Sections: []string{"went_well", "my_part", "keep"}},
	{ID: Stuck, More: true, Sections: []string{"stuck_with", "tried", "avoiding", "to_ask"}},
	{ID: Feedback, More: true, Sections: []string{"words_said", "what_i_heard", "ask_back"}},
	{ID: PeerCase, More: true, Sections: []string{"situation", "my_question", "so_far", "limits"}},
	{ID: MentorSeen, More: true, Sections: []string{"watched", "noticed", "borrow", "not_me"}},
}

// TemplateByID gives the template, or the quick note for an id that this
// version does not know: text in unknown sections still shows.
func TemplateByID(id TemplateID) Template {
	for _, t := range Templates {
		if t.ID == id {
			return t
		}
	}
	return Templates[0]
}

//words:prefix template.

// Heading gives the text key of the heading of a section in an entry of the
// template. A section that was left behind by switching keeps the heading that it
// had in its own template; one that no template has, because it comes from a newer
// version, is headed template.other.
func (id TemplateID) Heading(section string) string {
	if slices.Contains(TemplateByID(id).Sections, section) && TemplateByID(id).ID == id {
		return "template." + string(id) + "." + section
	}
	for _, t := range Templates {
		if t.ID != QuickNote && slices.Contains(t.Sections, section) {
			return "template." + string(t.ID) + "." + section
		}
	}
	return "template.other"
}

// Section is one part of an entry's private text. From is the key under which it
// was written, where Switch has put it under another.
type Section struct {
	Key  string `json:"key"`
	Text string `json:"text"`
	From string `json:"from,omitempty"`
}

// Switch gives sections arranged for the template without losing text: a section
// of the same key keeps its text, one that was moved goes back to where it was
// written, and texts under one key are joined by blank lines. Text with no place in
// the template goes to its first section when that is empty, else it stays behind
// the template's sections under its own key. So the way through other templates
// and back gives what was there.
func Switch(sections []Section, t Template) []Section {
	arranged := make([]Section, len(t.Sections), len(t.Sections)+len(sections))
	for i, key := range t.Sections {
		arranged[i] = Section{Key: key}
	}
	var left []Section
	for _, s := range sections {
		at := slices.Index(t.Sections, s.Key)
		if home := slices.Index(t.Sections, s.From); s.From != "" && home >= 0 {
			at, s.From = home, ""
		}
		switch {
		case s.Text == "":
		case at < 0:
			left = append(left, s)
		case arranged[at].Text == "":
			arranged[at].Text, arranged[at].From = s.Text, s.From
		default:
			arranged[at].Text = strings.Join([]string{arranged[at].Text, s.Text}, "\n\n")
		}
	}
	if len(left) > 0 && arranged[0].Text == "" {
		arranged[0].Text, arranged[0].From = left[0].Text, left[0].From
		if arranged[0].From == "" {
			arranged[0].From = left[0].Key
		}
		left = left[1:]
	}
	return append(arranged, left...)
}
