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
	QuickNote TemplateID = "quick" // what stayed with me
	WhatNow   TemplateID = "what"  // What? So what? Now what? (Borton 1970; Driscoll; Rolfe)
)

// Template is a set of sections, in order. A section's heading and prompt are
// the locale texts template.<template>.<section> and …hint.
type Template struct {
	ID       TemplateID
	Sections []string
}

// Templates are all templates, the quickest first.
var Templates = []Template{
	{QuickNote, []string{"note"}},
	{WhatNow, []string{"what", "so_what", "now_what"}},
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
// template. A section that the template doesn't have, because it was left behind
// by switching or comes from a newer version, has a heading too: template.other.
func (id TemplateID) Heading(section string) string {
	if t := TemplateByID(id); t.ID != id || !slices.Contains(t.Sections, section) {
		return "template.other"
	}
	return "template." + string(id) + "." + section
}

// Section is one part of an entry's private text.
type Section struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

// Switch gives sections arranged for the template without losing text: a
// section of the same key keeps its text, and texts under one key are joined by
// blank lines; text with no place in the template
// goes to its first section when that is empty, else it stays behind the
// template's sections under its own key.
func Switch(sections []Section, to TemplateID) []Section {
	t := TemplateByID(to)
	arranged := make([]Section, 0, len(t.Sections))
	for _, key := range t.Sections {
		arranged = append(arranged, Section{Key: key, Text: textOf(sections, key)})
	}
	for _, s := range sections {
		if s.Text == "" || slices.Contains(t.Sections, s.Key) {
			continue
		}
		if arranged[0].Text == "" {
			arranged[0].Text = s.Text
			continue
		}
		arranged = append(arranged, s)
	}
	return arranged
}

func textOf(sections []Section, key string) string {
	var texts []string
	for _, s := range sections {
		if s.Key == key && s.Text != "" {
			texts = append(texts, s.Text)
		}
	}
	return strings.Join(texts, "\n\n")
}
