package journal

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

func drawID(t *rapid.T) ID { return ID(rapid.Int64Range(1, math.MaxInt64).Draw(t, "id")) }

func TestID_String_is_fixed(t *testing.T) {
	for id, want := range map[ID]string{
		1: "0000000000001", 31: "000000000000z", 32: "0000000000010",
		math.MaxInt64: "7zzzzzzzzzzzz", 0: "0000000000000",
	} {
		if got := id.String(); got != want {
			t.Errorf("%d is %q, want %q", int64(id), got, want)
		}
	}
}

func TestParseID_refuses(t *testing.T) {
	for name, s := range map[string]string{
		"nothing":               "",
		"short":                 "000000000001",
		"long":                  "00000000000001",
		"zero":                  "0000000000000",
		"64 bits":               "8000000000000",
		"65 bits":               "zzzzzzzzzzzzz",
		"letter i":              "000000000000i",
		"letter l":              "000000000000l",
		"letter o":              "000000000000o",
		"letter u":              "000000000000u",
		"hyphen":                "00000-0000001",
		"space inside":          "00000 0000001",
		"minus":                 "-000000000001",
		"beyond ASCII":          "00000000000é",
		"13 runes beyond ASCII": "é000000000001",
	} {
		if id, err := ParseID(s); !errors.Is(err, fault.Invalid) || id != 0 {
			t.Errorf("%s: %v, %v", name, id, err)
		}
	}
}

func TestParseID_reads_either_case_with_spaces_around(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := drawID(t)
		for _, s := range []string{id.String(), strings.ToUpper(id.String()), " " + id.String() + "\n"} {
			if got, err := ParseID(s); got != id || err != nil {
				t.Fatalf("%q gives %v, %v", s, got, err)
			}
		}
	})
}

func TestID_JSON_round_trip(t *testing.T) {
	type record struct {
		ID    ID         `json:"id"`
		Named map[ID]int `json:"named"`
	}
	rapid.Check(t, func(t *rapid.T) {
		in := record{drawID(t), map[ID]int{drawID(t): 3}}
		raw, err := json.Marshal(in)
		if err != nil || !strings.Contains(string(raw), `"`+in.ID.String()+`"`) {
			t.Fatalf("%s, %v", raw, err)
		}
		var out record
		if err := json.Unmarshal(raw, &out); err != nil || out.ID != in.ID {
			t.Fatalf("%s gives %+v, %v", raw, out, err)
		}
		for id := range in.Named {
			if out.Named[id] != 3 {
				t.Fatalf("key %v is lost in %s", id, raw)
			}
		}
	})
}

func TestID_JSON_none(t *testing.T) {
	raw, err := json.Marshal(ID(0))
	if string(raw) != `""` || err != nil {
		t.Fatalf("%s, %v", raw, err)
	}
	for _, none := range []string{`""`, "null"} {
		id := ID(5)
		if err := json.Unmarshal([]byte(none), &id); err != nil || id != 0 {
			t.Errorf("%s gives %v, %v", none, id, err)
		}
	}
}

func TestID_JSON_refuses(t *testing.T) {
	for _, raw := range []string{"1", "true", "[]", `"x"`, `"8000000000000"`, `"0000000000000"`} {
		var id ID
		if err := json.Unmarshal([]byte(raw), &id); !errors.Is(err, fault.Invalid) || id != 0 {
			t.Errorf("%s gives %v, %v", raw, id, err)
		}
	}
	var named map[ID]int
	if err := json.Unmarshal([]byte(`{"0000000000000":1}`), &named); !errors.Is(err, fault.Invalid) {
		t.Errorf("a key of zero gives %v", err)
	}
}

func FuzzParseID(f *testing.F) {
	for _, s := range []string{"7zzzzzzzzzzzz", "8000000000000", "0000000000000", " 000000000000A ", "é000000000001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, err := ParseID(s)
		switch {
		case err != nil && (id != 0 || !errors.Is(err, fault.Invalid)):
			t.Errorf("%q gives %v, %v", s, id, err)
		case err == nil && (id <= 0 || id.String() != strings.ToLower(strings.TrimSpace(s))):
			t.Errorf("%q gives %v", s, id)
		}
	})
}
