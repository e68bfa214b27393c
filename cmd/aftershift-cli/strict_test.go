package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/exact"
	"aftershift/cmd/aftershift-cli/sharing"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
)

func TestStrict_refuses_by_name(t *testing.T) {
	for raw, want := range map[string]exact.Misfit{
		`{"tiltle":"A"}`:            {Key: "cli.json.unknown", At: "tiltle"},
		`{"Title":"A"}`:             {Key: "cli.json.unknown", At: "Title"},
		`{"title":"A","title":"B"}`: {Key: "cli.json.twice", At: "title"},
		`{"title":7}`:               {Key: "cli.json.type", At: "title"},

		`{"sections":[{"key":"note","txet":"A"}]}`:     {Key: "cli.json.unknown", At: "sections[0].txet"},
		`{"sections":[{"key":"note"},{"text":["A"]}]}`: {Key: "cli.json.type", At: "sections[1].text"},
		`{"sections":"A"}`:                             {Key: "cli.json.type", At: "sections"},
		`{"impact":{"hit":"much"}}`:                    {Key: "cli.json.type", At: "impact.hit"},
		`{"impact":{"hit":11}}`:                        {Key: "cli.json.type", At: "impact.hit"},
		`{"id":"short"}`:                               {Key: "cli.json.type", At: "id"},
		`{"written":"yesterday"}`:                      {Key: "cli.json.type", At: "written"},
		`[{"title":"A"}]`:                              {Key: "cli.json.type", At: ""},
		`null`:                                         {Key: "cli.json.type", At: ""},
		`{"title":"A"`:                                 {Key: "cli.json.syntax", At: "12"},
		`{"title":"A"} x`:                              {Key: "cli.json.syntax", At: "15"},
		``:                                             {Key: "cli.json.syntax", At: "1"},
		`{"title":"\ud83c"}`:                           {Key: "cli.json.half", At: "11"},
		`{"title":"\udf3f\ud83c"}`:                     {Key: "cli.json.half", At: "11"},
	} {
		var e shown.Entry
		var got exact.Misfit
		if err := exact.Decode([]byte(raw), &e); !errors.As(err, &got) || got != want {
			t.Errorf("%s: %v, want %v", raw, err, want)
		}
	}
}

func TestStrict_takes_what_is_right(t *testing.T) {
	var read shown.Entry
	raw := `{"title":"\\ud83c \ud83c\udf3f","sections":[{"key":"note","text":"A"}],"impact":{"hit":7,"carrying":null},"date":"2026-02-03"}`
	if err := exact.Decode([]byte(raw), &read); err != nil || read.Title != `\ud83c 🌿` || read.App().Text() != "A" || read.Date != "2026-02-03" {
		t.Errorf("%+v %v", read, err)
	}
}

func TestProgram_errors_do_not_steer(t *testing.T) {
	p, _, complaints := newProgram(t)
	p.run(context.Background(), cheap, []string{"\x1b]0;mine\a"})
	p.run(context.Background(), cheap, []string{"list", "--\x1b[2J"})
	if strings.ContainsAny(complaints.String(), "\x1b\a") {
		t.Errorf("%q", complaints.String())
	}
}

// Whatever stands in lines, each answer is a whole line of JSON about a text that
// was there, and nothing of a refused line is let through.
func FuzzRedactLines(f *testing.F) {
	for _, seed := range []string{
		"{\"id\":1,\"text\":\"Kayden Mottram sang.\"}\n", "{\"id\":\"a\",\"text\":\"x\",\"register\":[\"the lodger\"]}\n\n",
		"{\"id\":1,\"text\":\"\\ud83c\"}", "\xff\xfe{\x00", "{\"id\":1,\"tetx\":\"Kayden\"}", "[[[[", "{\"id\":{\"a\":[1]},\"text\":\"\\u0000\"}",
	} {
		f.Add(seed)
	}
	a, err := app.New(cheap) // once: reading the lists takes longer than a line
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, input string) {
		if len(input) > 1<<16 {
			return
		}
		p, out, complaints := newProgram(t)
		p.App, p.In, p.Raw = a, strings.NewReader(input), out
		if code := p.End(sharing.Redact{JSONL: true}.Run(context.Background(), &p.Call)); code != call.ExitOK && code != call.ExitInvalid {
			t.Fatalf("code %d: %s", code, complaints)
		}
		for line := range strings.Lines(out.String()) {
			var answer shown.Redacted
			if err := json.Unmarshal([]byte(line), &answer); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
		}
	})
}

// However deep what a command reads as JSON is nested, it is refused by that name.
func TestStrict_deep_nesting_is_refused(t *testing.T) {
	for _, depth := range []int{65, 9_999, 10_001, 100_000} {
		for name, nest := range map[string]string{
			"lists":   strings.Repeat("[", depth) + strings.Repeat("]", depth),
			"objects": strings.Repeat(`{"a":`, depth) + "1" + strings.Repeat("}", depth),
			"open":    strings.Repeat("[", depth),
		} {
			for _, text := range []string{
				nest, `{"id":` + nest + `,"text":"a"}`, `{"id":1,"text":` + nest + `}`, `{"title":"a","sections":` + nest + `}`,
				`{"title":"a","later":` + nest + `}`, `{"forms":` + nest + `}`, "{\"title\":\"[[\\\"[\",\"impact\":" + nest + "}",
			} {
				for reader, read := range map[string]func() int{
					"add": func() int {
						p, _, said := newProgram(t)
						_, err := readEntry(&p.Call, text)
						code := p.End(err)
						wantDeep(t, said.String())
						return code
					},
					"redact": func() int {
						p, _, said := newProgram(t)
						p.In = strings.NewReader(text)
						code := p.End(sharing.Redact{JSONL: true}.Run(context.Background(), &p.Call))
						wantDeep(t, said.String())
						return code
					},
					"register": func() int {
						path := filepath.Join(t.TempDir(), "register")
						if err := os.WriteFile(path, []byte(`{"forms":`+text+"}"), 0o600); err != nil {
							t.Fatal(err)
						}
						p, _, said := newProgram(t)
						code := p.End(sharing.Redact{Register: call.File(path)}.Run(context.Background(), &p.Call))
						wantDeep(t, said.String())
						return code
					},
				} {
					if code := read(); code != call.ExitInvalid {
						t.Errorf("%s, %d %s: code %d", reader, depth, name, code)
					}
				}
			}
		}
	}
}

func wantDeep(t *testing.T, said string) {
	t.Helper()
	if !strings.Contains(said, "nested deeper") || len(said) > 400 {
		t.Errorf("says %.400q", said)
	}
}

// Whatever is given as an entry, it is refused, or it comes back equal from its
// own JSON.
func FuzzEntryJSON(f *testing.F) {
	for _, seed := range []string{
		`{"title":"A","sections":[{"key":"note","text":"B"}]}`, `{"tiltle":"A"}`, `{"impact":{"hit":7}}`, `{"date":"2026-02-03","themes":["carers"]}`,
		`{"title":"\ud83c\udf3f"}`, `{"title":"A","title":"B"}`, strings.Repeat("[", 200), `{"sections":[{"key":{}}]}`, `{"template":"of tomorrow"}`,
	} {
		f.Add(seed)
	}
	p, _, _ := newProgram(f)
	c := &p.Call
	f.Fuzz(func(t *testing.T, input string) {
		if len(input) > 1<<16 {
			return
		}
		e, err := readEntry(c, input)
		if err != nil {
			if !errors.As(err, new(call.Complaint)) {
				t.Fatalf("refused without words: %v", err)
			}
			return
		}
		raw, err := json.Marshal(shown.EntryOf(e))
		if err != nil {
			t.Fatal(err)
		}
		again, err := readEntry(c, string(raw))
		if err != nil || fmt.Sprint(again) != fmt.Sprint(e) {
			t.Fatalf("%s: %v", raw, err)
		}
	})
}
