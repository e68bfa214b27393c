package main

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/manual"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/charset"
)

// readText reads a flag or argument that holds text, and refuses what its type or
// its list of words doesn't take.
func (p program) readText(ctx *kong.DecodeContext, into reflect.Value) error {
	text := ctx.Scan.Pop().String()
	into.SetString(text)
	name := spelled(ctx.Value)
	switch into.Interface().(type) {
	case call.File:
		return nil
	case call.ID:
		if _, err := input.ReadID(text); err != nil {
			return p.Usage("cli.usage.id", text)
		}
	case call.Day:
		if !input.IsDay(text) {
			return p.Usage("cli.usage.day", name, text)
		}
	}
	var at charset.Place
	if errors.As(charset.Check(text), &at) {
		return p.Refused(call.ExitUsage, "cli.hint.text", "cli.refused.text", p.Words.T("cli.input.argument"), at.Byte, at.Line)
	}
	if known := choices(ctx.Value.Tag.Get("of")); known != nil && !slices.Contains(known, text) && !ctx.Value.Tag.Has("or") {
		return p.Usage("cli.usage.value", name, text, strings.Join(known, ", "))
	}
	return nil
}

// readNumber reads a whole number within the bounds of its type.
func (p program) readNumber(ctx *kong.DecodeContext, into reflect.Value) error {
	text := ctx.Scan.Pop().String()
	least, most := bounds(into.Interface())
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		return p.Usage("cli.usage.number", spelled(ctx.Value), text, least, most)
	}
	into.SetInt(int64(n))
	return nil
}

// bounds returns the least and the most that a number of a type may be.
func bounds(of any) (least, most int) {
	switch of.(type) {
	case call.Minutes:
		return 1, app.MaxMinutes
	case call.Days:
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
		return spelledOut(app.Purposes())
	case "goal":
		return spelledOut(app.GoalStates())
	case "term":
		return spelledOut(app.AgreementTerms())
	case "shell":
		return manual.Shells()
	}
	return input.Choices(of)
}

func spelledOut[T ~string](all []T) (words []string) {
	for _, each := range all {
		words = append(words, string(each))
	}
	return words
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
func (p program) misread(err error) error {
	var own call.Complaint
	if errors.As(err, &own) {
		return own
	}
	return p.Usage("cli.usage.parser", strings.ReplaceAll(err.Error(), "=", " "))
}
