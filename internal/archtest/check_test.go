package archtest

import (
	"fmt"
	"slices"
	"strings"
)

const module = "aftershift"

// listed is the part of `go list -json` that the rules look at. Imports leaves
// test files out: a test may start processes and read other rooms' files.
type listed struct {
	ImportPath string
	Imports    []string
	Deps       []string // everything reached, directly or not
}

// violations gives a line for each forbidden import, in the order of packages.
func violations(packages []listed) []string {
	var found []string
	for _, p := range packages {
		for _, complaint := range complaints(p) {
			found = append(found, p.ImportPath+" "+complaint)
		}
	}
	return found
}

func complaints(p listed) []string {
	room := roomOf(p.ImportPath)
	r, ok := ruleOf(room)
	if !ok {
		return []string{"is a room that the table does not name"}
	}
	var found []string
	for _, path := range p.Imports {
		if why := r.forbids(room, path); why != "" {
			found = append(found, "imports "+path+": "+why)
		}
	}
	if !r.fyne && slices.ContainsFunc(p.Deps, isFyne) && !slices.ContainsFunc(p.Imports, isFyne) {
		found = append(found, "reaches Fyne through another package")
	}
	return found
}

// forbids tells why the room may not import path, or "".
func (r rule) forbids(room, path string) string {
	switch {
	case path == module || strings.HasPrefix(path, module+"/"):
		return r.forbidsOwn(room, roomOf(path))
	case isFyne(path) && !r.fyne:
		return "only internal/ui and cmd/aftershift know Fyne"
	case path == sqlitePath && !r.sqlite:
		return "only vault knows the database"
	case isProcess(path) && !r.exec:
		return "no room talks to a network or starts programs"
	case slices.Contains(r.avoids, path):
		return "this room stays away from the system"
	case r.stdOnly && !isStandard(path):
		return "this room uses the standard library alone"
	}
	return ""
}

func (r rule) forbidsOwn(room, other string) string {
	if other == room || slices.Contains(r.own, other) {
		return ""
	}
	if r.anyRoom != "" && strings.HasPrefix(other, r.anyRoom) {
		return ""
	}
	return room + " may not import " + other
}

func ruleOf(room string) (rule, bool) {
	if r, ok := table[room]; ok {
		return r, true
	}
	return page, strings.HasPrefix(room, "ui/")
}

// split are the folders whose folders are rooms of their own.
var split = []string{"ui", "cmd", "app", "redact"}

// roomOf gives the room of one of our import paths: "vault", "ui/write",
// "cmd/dev". Folders below a room belong to it, but those of split are rooms.
func roomOf(importPath string) string {
	path := strings.TrimPrefix(importPath, module+"/")
	parts := strings.Split(strings.TrimPrefix(path, "internal/"), "/")
	if len(parts) > 1 && slices.Contains(split, parts[0]) {
		return parts[0] + "/" + parts[1]
	}
	return parts[0]
}

func isFyne(path string) bool { return strings.HasPrefix(path, fynePath) }

// isStandard tells a standard package by the missing dot in its first part,
// which is where a module's host stands.
func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && path != "C"
}

// describe joins lines for a test's message.
func describe(lines []string) string {
	return fmt.Sprintf("%d forbidden imports:\n  %s", len(lines), strings.Join(lines, "\n  "))
}
