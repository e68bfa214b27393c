package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
)

// planted stands in every field that is never exported.
const planted = "Mottramshire"

// plantPrivate makes a journal with planted words in every private field, also of
// items that wait and of what was carried over, and returns what commands are
// about.
func plantPrivate(t *testing.T, config app.Config, passphrase string) (entry, item, session, group, meeting app.ID) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	a, err := app.New(config)
	must(err)
	d, _, err := a.Create(context.Background(), passphrase)
	must(err)
	e, err := d.NewEntry()
	must(err)
	e.Title, e.Sections[0].Text, e.Flag, e.Share = "A visit", "I knocked.", "next", app.Share{Title: "A visit", Words: "Should I have stayed?"}
	e, err = d.Take(e)
	must(err)
	session, err = d.PlanSession(app.Plan{Start: d.Now(), Name: "Ruth Adeyemi"})
	must(err)
	talked, err := d.AddNewItem(session, app.Item{Title: "Speaking up", Words: "In meetings", Private: planted, Minutes: 10})
	must(err)
	carried, err := d.AddNewItem(session, app.Item{Title: "Leave", Words: "In spring", Private: planted, Minutes: 10})
	must(err)
	_, err = d.SaveItem(app.Item{Title: "Training", Words: "Which?", Private: planted, Minutes: 10})
	must(err)
	must(d.StartSession(session, d.Now()))
	must(d.Discuss(talked, app.Outcome{Kind: "advice", Text: "Say so"}))
	must(d.ReviewSession(session, app.SessionReview{Shared: "We met.", Helpful: 4, WhatHelped: planted, Notes: planted}))
	must(d.EndSession(session, 50, nil))
	must(d.Correct(session, "We also agreed on May.", false))
	_, err = d.PlanSession(app.Plan{Start: d.Now(), Name: "Ruth Adeyemi"})
	must(err)
	_, err = d.SaveEvaluation(app.Evaluation{With: d.Relationships()[0].ID, Helps: "Time.", Private: planted})
	must(err)
	group, err = d.SetUpGroup(app.GroupSetUp{Name: "Peers", Members: []app.Member{{Name: "Amara Nwosu"}}})
	must(err)
	meeting, err = d.BeginMeeting(app.MeetingStart{Group: group})
	must(err)
	must(d.WriteNote(meeting, planted))
	must(d.WriteLearning(meeting, "To ask first."))
	_, err = d.EndMeeting(meeting)
	must(err)
	must(d.Close())
	return e.ID, carried, session, group, meeting
}

// No command prints what is never exported, as text, as JSON or into a file.
func TestCommands_print_nothing_private(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	config := cheap
	config.Journal, config.DataFolder, config.StateFolder, config.ConfigFolder = at("j"), at("data"), at("state"), at("config")
	if err := os.WriteFile(at("secret"), []byte("quiet harbour after rain"), 0o600); err != nil {
		t.Fatal(err)
	}
	entry, item, session, group, meeting := plantPrivate(t, config, "quiet harbour after rain")
	runs := [][]string{
		{"list"},
		{"search", "visit"},
		{"show", entry.String()},
		{"agenda", "show"},
		{"session", "list"},
		{"session", "show", session.String()},
		{"item", "list"},
		{"action", "list"},
		{"supervisor", "list"},
		{"network"},
		{"evaluation", "list"},
		{"group", "list"},
		{"group", "show", group.String()},
		{"meeting", "list"},
		{"meeting", "show", meeting.String()},
		{"run-sheet", "list"},
		{"verify"},
	}
	for _, args := range runs[:len(runs):len(runs)] {
		runs = append(runs, append(args, "--json"))
	}
	for _, format := range app.Formats() {
		for _, of := range []string{"agenda", "entries"} {
			runs = append(runs, []string{"export", of, "--audience", "line_supervisor", "--format", format.Name, "--accept", "all", "--out", at(of + "." + format.Name)})
		}
	}
	runs = append(runs, []string{"item", "park", item.String(), "--for", "therapy"}, []string{"item", "list", "--json"})
	for _, args := range runs {
		p, out, complaints := newProgram(t)
		code := p.run(context.Background(), config, append(args, "--passphrase-file", at("secret")))
		said := out.String() + complaints.String()
		if code != call.ExitOK || strings.Contains(said, planted) || strings.Contains(said, "helpful") {
			t.Errorf("%v ends with %d and prints %s", args, code, said)
		}
		if args[0] == "export" {
			raw, err := os.ReadFile(args[len(args)-1])
			if err != nil || strings.Contains(string(raw), planted) {
				t.Errorf("%v: %v", args, err)
			}
		}
	}
}
