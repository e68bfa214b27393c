package main

import (
	"context"
	"fmt"
	"go/types"
	"slices"
	"strings"

	"aftershift/cmd/dev/project"
)

// inReserve are names that no program reaches and that stay, each with its
// reason. A room in it stands for all its names.
var inReserve = map[string]string{
	"app.App.UnlockWithWords": "the way in by recovery words gets its page",

	"cmd/dev/tour": "its tests drive the window",
	"app/apptest":  "tests of the use cases begin with it",
	"trial":        "tests of one function begin with it",

	"redact/rules.Contexts": "tests prove each detector by it, and the catalogue is made from it",

	"library.VersionOf":            stateForTests,
	"supervision.Board.Unrecorded": stateForTests,
	"document.HeaderValue.Text":    stateForTests,
	"search.Texts.Len":             stateForTests,
	"ui/look.Theme.TextScale":      stateForTests,
	"ui/widgets.AffectGrid.Value":  stateForTests,
	"ui/uitest":                    "tests of the window begin with it",
	"ui/present.Reading.Busy":      stateForTests,

	"document.HeaderValue.Dot":                 partOfPaper,
	"supervision.Board.Unsettled":              "closing a session is to ask what it owes",
	"ui/editor":                                fieldsMove,
	"ui/editor/text":                           fieldsMove,
	"ui/widgets/fields.TextSection.SetHeading": fieldsMove,
}

// Reasons that several names have.
const (
	stateForTests = "what another part did is read by its tests"
	partOfPaper   = "each writer's sample shows it; the papers are to choose it"
	fieldsMove    = "the pages' fields move into ui/editor"
)

// checkReach names what no program of the module reaches: a feature that only
// tests have is one that nobody has.
func checkReach(ctx context.Context, p project.Project, s *sources) ([]string, error) {
	packages, err := typeCheck(ctx, p, s)
	if err != nil {
		return nil, err
	}
	return unreached(s, packages, inReserve), nil
}

// unreached gives a line for each name that the walk does not come to and that
// is not in reserve, and for each entry of reserve that holds nothing back.
func unreached(s *sources, packages []typed, reserve map[string]string) []string {
	w := newWalk(packages)
	w.keepOtherSystems(s, packages)
	w.run()
	var found []string
	needed := map[string]bool{}
	for _, obj := range w.declared {
		if w.reached[obj] {
			continue
		}
		name, room := fullName(obj), roomName(obj.Pkg())
		switch {
		case reserve[name] != "":
			needed[name] = true
		case reserve[room] != "":
			needed[room] = true
		default:
			found = append(found, fmt.Sprintf("%s: no program reaches %s", s.at(obj.Pos()), name))
		}
	}
	for name := range reserve {
		if !needed[name] {
			found = append(found, name+" is reached or gone: take it out of the names in reserve")
		}
	}
	slices.Sort(found)
	return found
}

// fullName gives "room.Name" or "room.Type.Method".
func fullName(obj types.Object) string {
	name := obj.Name()
	if recv := receiver(obj); recv != nil {
		if p, ok := recv.(*types.Pointer); ok {
			recv = p.Elem()
		}
		if n, ok := recv.(*types.Named); ok {
			name = n.Obj().Name() + "." + name
		}
	}
	return roomName(obj.Pkg()) + "." + name
}

// roomName gives the package's folder as seen from internal.
func roomName(pkg *types.Package) string {
	_, folder, _ := strings.Cut(pkg.Path(), "/")
	return strings.TrimPrefix(folder, "internal/")
}
