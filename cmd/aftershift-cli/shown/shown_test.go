package shown

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
)

var update = flag.Bool("update", false, "write the golden files")

// private marks what stands in fields that are never exported.
const private = "MARKER"

// neverShown are the fields of stored types that no output has, by name.
var neverShown = map[string]bool{"Private": true, "PrivateNotes": true, "WhatHelped": true, "Beforehand": true, "Helpful": true, "Helped": true, "Clock": true}

// filled sets every field that v points to to a value of its own, so that a field
// that is mixed up or left out shows.
func filled(v reflect.Value, name string) {
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
		v.Set(reflect.ValueOf(time.Date(2026, 3, 4, 10, len(name), 0, 0, time.UTC)))
	case v.Type() == reflect.TypeFor[app.Level]():
		_ = json.Unmarshal([]byte("7"), v.Addr().Interface())
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				filled(v.Field(i), v.Type().Field(i).Name)
			}
		}
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		filled(v.Elem(), name)
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		filled(v.Index(0), name)
	default:
		scalar(v, name)
	}
}

func scalar(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.String:
		text := strings.ToLower(name)
		if neverShown[name] {
			text = private
		}
		v.SetString(text)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int64:
		v.SetInt(int64(len(name)))
	}
}

func full[T any]() (v T) {
	filled(reflect.ValueOf(&v).Elem(), "value")
	return v
}

// outputs are all that the command line prints as JSON, each field of what it
// comes from filled.
func outputs() map[string]any {
	item, session := full[app.Item](), full[app.Session]()
	session.State = "closed"
	account := app.Account{Item: item, Outcome: full[app.Outcome]()}
	var sitting app.Sitting
	sitting.Session, sitting.With = session, full[app.Relationship]()
	sitting.Account, sitting.Actions = []app.Account{account}, []app.Action{full[app.Action]()}
	filled(reflect.ValueOf(&sitting.Last).Elem(), "last")
	return map[string]any{
		"entry": EntryOf(full[app.Entry]()), "overview": OverviewOf(full[app.Overview]()),
		"item": ItemOf(item), "account": AccountOf(account), "session": SessionOf(session), "record": RecordOf(sitting),
		"action": ActionOf(full[app.Action]()), "supervisor": SupervisorOf(full[app.Relationship]()),
		"goal": GoalOf(full[app.Goal]()), "agreement": AgreementOf(full[app.Agreement](), true), "practice": PracticeOf(full[app.Practice]()),
		"evaluation": EvaluationOf(full[app.Evaluation](), full[app.Served]()), "network": NetworkRowOf(full[app.NetworkRow]()),
		"spans":   SpansOf([]app.MaskedSpan{full[app.MaskedSpan]()}, true),
		"group":   GroupOf(full[app.GroupView](), func(m app.Member) string { return m.Name }),
		"meeting": MeetingOf(full[app.Meeting](), "name"), "run-sheet": RunSheetOf(full[app.Procedure](), true),
		"condition": ConditionOf(full[app.Condition](), app.Findings{Asides: []app.Aside{full[app.Aside]()}}),
	}
}

// What scripts read stays as it is when what is stored changes: each output is
// compared with a file. A field that is added on purpose is taken in with -update.
func TestOutputs_stay_as_they_are(t *testing.T) {
	for name, v := range outputs() {
		got, err := json.MarshalIndent(v, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", name+".json")
		if *update {
			if err := os.WriteFile(path, append(got, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || string(want) != string(got)+"\n" {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
}

func TestOutputs_hold_nothing_private(t *testing.T) {
	if raw, _ := json.Marshal(full[app.Item]()); !strings.Contains(string(raw), private) {
		t.Fatal("no marker was planted")
	}
	for name, v := range outputs() {
		raw, err := json.Marshal(v)
		if err != nil || strings.Contains(string(raw), private) || strings.Contains(string(raw), "helpful") {
			t.Errorf("%s: %v, %s", name, err, raw)
		}
	}
}

// Every field of what is stored is either shown or named as never shown, so that
// nobody forgets to decide on a new one.
func TestFields_are_decided_on(t *testing.T) {
	for _, pair := range [][2]reflect.Type{
		{reflect.TypeFor[app.Entry](), reflect.TypeFor[Entry]()},
		{reflect.TypeFor[app.Overview](), reflect.TypeFor[Overview]()},
		{reflect.TypeFor[app.Share](), reflect.TypeFor[Share]()},
		{reflect.TypeFor[app.Impact](), reflect.TypeFor[Impact]()},
		{reflect.TypeFor[app.Section](), reflect.TypeFor[Section]()},
		{reflect.TypeFor[app.Affect](), reflect.TypeFor[Affect]()},
		{reflect.TypeFor[app.Item](), reflect.TypeFor[Item]()},
		{reflect.TypeFor[app.Outcome](), reflect.TypeFor[Outcome]()},
		{reflect.TypeFor[app.Session](), reflect.TypeFor[Session]()},
		{reflect.TypeOf(app.Sitting{}.Last), reflect.TypeFor[LastTime]()},
		{reflect.TypeFor[app.Action](), reflect.TypeFor[Action]()},
		{reflect.TypeFor[app.Relationship](), reflect.TypeFor[Supervisor]()},
		{reflect.TypeFor[app.Goal](), reflect.TypeFor[Goal]()},
		{reflect.TypeFor[app.Agreement](), reflect.TypeFor[Agreement]()},
		{reflect.TypeFor[app.Evaluation](), reflect.TypeFor[Evaluation]()},
		{reflect.TypeFor[app.Practice](), reflect.TypeFor[Practice]()},
		{reflect.TypeFor[app.Member](), reflect.TypeFor[Member]()},
		{reflect.TypeOf(app.GroupTurn{}.Roles), reflect.TypeFor[Turn]()},
		{reflect.TypeFor[app.Meeting](), reflect.TypeFor[Meeting]()},
		{reflect.TypeFor[app.Procedure](), reflect.TypeFor[RunSheet]()},
	} {
		for _, f := range reflect.VisibleFields(pair[0]) {
			if _, is := pair[1].FieldByName(f.Name); is == neverShown[f.Name] {
				t.Errorf("%v.%s: shown %t, never shown %t", pair[0], f.Name, is, neverShown[f.Name])
			}
		}
	}
}

// An entry that was printed is taken in as it was.
func TestEntry_App_gives_back_what_was_printed(t *testing.T) {
	want := full[app.Entry]()
	raw, err := json.Marshal(EntryOf(want))
	if err != nil {
		t.Fatal(err)
	}
	var read Entry
	if err := json.Unmarshal(raw, &read); err != nil {
		t.Fatal(err)
	}
	if got := read.App(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// An item that came up is shown by what came out of it there, not by how urgent
// it was, nor by what came out of it since.
func TestAccountOf(t *testing.T) {
	const here, since = 7, 8
	item := app.Item{ID: 1, Title: "A visit", Urgency: "next", State: "discussed", Session: since}
	there := app.Outcome{Session: here, Kind: "deferred", Text: "Not today"}
	item.Outcome, item.Earlier = &app.Outcome{Session: since, Kind: "advice"}, []app.Outcome{there}
	for name, c := range map[string]struct {
		of   app.Account
		want string
	}{
		"came up":                  {app.Account{Item: item, Outcome: *item.Outcome}, ` advice {8 advice}`},
		"went on from here":        {app.Account{Item: item, Outcome: there, Went: true}, ` next_time {7 deferred}`},
		"still to come":            {app.Account{Item: app.Item{Urgency: "next", State: "on_agenda"}}, `next  `},
		"standing, without a kind": {app.Account{Item: app.Item{State: "discussed", Standing: "leave"}}, ` discussed `},
	} {
		got, outcome := AccountOf(c.of), ""
		if o := got.Outcome; o != nil {
			outcome = fmt.Sprintf("{%d %s}", int64(o.Session), o.Kind)
		}
		if text := got.Urgency + " " + got.Became + " " + outcome; text != c.want || got.Earlier != nil {
			t.Errorf("%s: %q, want %q", name, text, c.want)
		}
	}
}
