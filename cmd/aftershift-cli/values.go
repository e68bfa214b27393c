package main

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"aftershift/cmd/aftershift-cli/manual"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/charset"
)

// The types of what flags and arguments hold beside text and words of a list (tag
// of: its name; tag or: what is taken beside them).
type (
	file    string // names a file: the system says what a name may hold
	typedID string // the id of a record
	day     string // 2026-03-12
	minutes int    // of an item or a session
	days    int    // between sessions
	count   int    // of results
)

// id returns the id, which was read once already when the arguments were.
func (t typedID) id() app.ID {
	id, _ := input.ReadID(string(t))
	return id
}

func ids(typed []typedID) (all []app.ID) {
	for _, each := range typed {
		all = append(all, each.id())
	}
	return all
}

// readText reads a flag or argument that holds text, and refuses what its type or
// its list of words doesn't take.
func (p program) readText(ctx *kong.DecodeContext, into reflect.Value) error {
	text := ctx.Scan.Pop().String()
	into.SetString(text)
	name := spelled(ctx.Value)
	switch into.Interface().(type) {
	case file:
		return nil
	case typedID:
		if _, err := input.ReadID(text); err != nil {
			return p.usage("cli.usage.id", text)
		}
	case day:
		if !input.IsDay(text) {
			return p.usage("cli.usage.day", name, text)
		}
	}
	var at charset.Place
	if errors.As(charset.Check(text), &at) {
		return p.refused(exitUsage, "cli.hint.text", "cli.refused.text", p.words.T("cli.input.argument"), at.Byte, at.Line)
	}
	if known := choices(ctx.Value.Tag.Get("of")); known != nil && !slices.Contains(known, text) && !ctx.Value.Tag.Has("or") {
		return p.usage("cli.usage.value", name, text, strings.Join(known, ", "))
	}
	return nil
}

// readNumber reads a whole number within the bounds of its type.
func (p program) readNumber(ctx *kong.DecodeContext, into reflect.Value) error {
	text := ctx.Scan.Pop().String()
	least, most := bounds(into.Interface())
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		return p.usage("cli.usage.number", spelled(ctx.Value), text, least, most)
	}
	into.SetInt(int64(n))
	return nil
}

// bounds returns the least and the most that a number of a type may be.
func bounds(of any) (least, most int) {
	switch of.(type) {
	case minutes:
		return 1, app.MaxMinutes
	case days:
		return 1, app.MaxCadence
	}
	return 0, 1_000_000
}

// choices returns the words of the list that a flag names; nil for none.
func choices(of string) []string {
	switch of {
	case "format":
		var all []string
		for _, f := range app.Formats() {
			all = append(all, f.Name)
		}
		return all
	case "accept":
		return []string{"all"}
	case "include":
		return []string{"reflection", "impact"}
	case "purpose":
		var all []string
		for _, p := range app.Purposes() {
			all = append(all, string(p))
		}
		return all
	case "shell":
		return manual.Shells()
	}
	return input.Choices(of)
}

// spelled returns a flag or an argument as it is typed.
func spelled(v *kong.Value) string {
	if v.Flag != nil {
		return "--" + v.Name
	}
	return strings.ToUpper(v.Name)
}

// misread returns what the parser says of arguments that it can't take. The
// words of what this program refused itself stand as they are.
func (c *call) misread(err error) error {
	var own complaint
	if errors.As(err, &own) {
		return own
	}
	return c.usage("cli.usage.parser", strings.ReplaceAll(err.Error(), "=", " "))
}
