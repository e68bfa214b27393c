package main

import (
	"bytes"
	"errors"
	"flag"
	"slices"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		args []string
		want choice
		says string // "" for no complaint
	}{
		{nil, choice{}, ""},
		{[]string{"--journal", "a.aftershift", "-theme=dark", "-text", "150"}, choice{journal: "a.aftershift", theme: "dark", text: 150}, ""},
		{[]string{"-sample"}, choice{sample: true}, ""},
		{[]string{"-theme", "pink"}, choice{}, "no theme"},
		{[]string{"-text", "300"}, choice{}, "not from 90 to 200"},
		{[]string{"a.aftershift"}, choice{}, "flags only"},
		{[]string{"-nonsense"}, choice{}, "not defined"},
	} {
		var said bytes.Buffer
		got, err := parse(c.args, &said)
		if (err != nil) != (c.says != "") || !strings.Contains(said.String(), c.says) {
			t.Errorf("%q: error %v, said %q", c.args, err, said.String())
		}
		if err == nil && got != c.want {
			t.Errorf("%q: %+v, want %+v", c.args, got, c.want)
		}
	}
}

func TestChoice_again_opensTheSameWindow(t *testing.T) {
	first := choice{journal: "old", theme: "dark", text: 120, sample: true}
	var said bytes.Buffer
	second, err := parse(first.again("new", false), &said)
	if want := (choice{journal: "new", theme: "dark", text: 120}); err != nil || second != want {
		t.Errorf("%+v, %v; want %+v", second, err, want)
	}
	third, err := parse(first.again("new", true), &said)
	if want := (choice{journal: "new", theme: "dark", text: 120, repair: true}); err != nil || third != want {
		t.Errorf("to repair: %+v, %v; want %+v", third, err, want)
	}
	if args := (choice{}).again("j", false); !slices.Equal(args, []string{"-journal=j"}) {
		t.Errorf("args %q", args)
	}
}

func TestRun_exitCodes(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		out  string
	}{
		{[]string{"-version"}, exitOK, "aftershift " + version + "\n"},
		{[]string{"-h"}, exitOK, ""},
		{[]string{"-text", "1"}, exitUsage, ""},
	} {
		var out, said bytes.Buffer
		if code := run(c.args, &out, &said); code != c.code || out.String() != c.out {
			t.Errorf("%q: code %d, out %q", c.args, code, out.String())
		}
	}
	if _, err := parse([]string{"-h"}, &bytes.Buffer{}); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("help gives %v", err)
	}
}
